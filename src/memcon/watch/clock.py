"""The clock of the watch: one that only runs forward for waits, the wall clock for what is written down, and a way to be woken."""

from __future__ import annotations

import select
import signal
import socket
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST = 3_600.0  # seconds of one sleep; who waits for longer sleeps again


class Clock(Protocol):
    """What the watch knows of time."""

    def monotonic(self) -> float:
        """Seconds that only grow, whatever is done to the clock on the wall."""

    def now(self) -> datetime:
        """The time of day, in UTC."""

    def sleep(self, seconds: float) -> None:
        """Wait so long, or less: until the watch is to stop."""

    @property
    def stopping(self) -> bool:
        """Whether the watch is to stop."""


class SystemClock:
    """The machine's clock. A signal ends a sleep: it is written to a pipe that the sleep looks at, so none can slip by."""

    def __init__(self) -> None:
        self.stopping = False
        self._woken, self._wake = socket.socketpair()
        self._wake.setblocking(False)

    def monotonic(self) -> float:
        """Seconds since the machine was started."""
        return time.monotonic()

    def now(self) -> datetime:
        """The time of day, in UTC."""
        return datetime.now(UTC)

    def sleep(self, seconds: float) -> None:
        """Wait so long, an hour at most, or until `stop`."""
        if not self.stopping:
            select.select([self._woken], [], [], min(max(0.0, seconds), _LONGEST))

    def stop(self, *_: object) -> None:
        """End the watch after the current report; asked for again, the interrupt key ends it at once."""
        self.stopping = True
        signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            self._wake.send(b"\0")
        except BlockingIOError:
            return  # woken many times over already

    @contextmanager
    def heeding_signals(self) -> Iterator[None]:
        """Let the interrupt key and SIGTERM stop the watch, and nothing else, meanwhile."""
        before = {one: signal.signal(one, self.stop) for one in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)
