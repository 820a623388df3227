"""Answers kept for a while: the same page, asked for again while nothing has changed, is not made twice."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

_MOST = 32 * 1024 * 1024  # bytes kept at most
_LARGEST = 2 * 1024 * 1024  # bytes of one answer that is kept


class Answers:
    """Bodies by address and mark (what they depend on), those not asked for longest given up first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def get(self, address: str, mark: str) -> bytes | None:
        """The body kept, if any."""
        with self._lock:
            found = self._kept.get((address, mark))
            if found is not None:
                self._kept.move_to_end((address, mark))
            return found

    def keep(self, address: str, mark: str, body: bytes) -> None:
        """Keep a body."""
        if len(body) > _LARGEST:
            return
        with self._lock:
            self._bytes += len(body) - len(self._kept.pop((address, mark), b""))
            self._kept[address, mark] = body
            while self._bytes > _MOST:
                _, old = self._kept.popitem(last=False)
                self._bytes -= len(old)
