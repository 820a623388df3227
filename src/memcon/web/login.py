"""Who may review: a token, sessions that end, and a door that shuts after too many bad tries."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LASTS = 12 * 3600.0  # seconds that a session lasts without a visit
BAD_TRIES, SHUT = 10, 900.0  # after so many, nobody is let in for so many seconds
_NAME = 80  # characters
_SESSIONS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody who is logged in: by `name` judgements are kept; `csrf` is what each form of theirs must carry."""

    name: str
    csrf: str
    until: float


class Door:
    """Lets in who knows the token.

    `clock` gives seconds that only grow. Bad tries count whoever makes them: behind a proxy all come from one address, and a
    token is guessed from many.
    """

    def __init__(self, token: str, clock: Callable[[], float]) -> None:
        self._token, self._clock = token.encode(), clock
        self._sessions: dict[str, Session] = {}
        self._bad: list[float] = []
        self._lock = Lock()

    @property
    def is_shut(self) -> bool:
        """Whether there were so many bad tries lately that nobody is let in."""
        with self._lock:
            now = self._clock()
            self._bad = [at for at in self._bad if now - at < SHUT]
            return len(self._bad) >= BAD_TRIES

    def open(self, name: str, token: str) -> str | None:
        """A new session's key for who gives a name and the token, else ``None``; while the door is shut, ``None`` for all."""
        if self.is_shut:
            return None
        with self._lock:
            if not hmac.compare_digest(token.encode(), self._token):
                self._bad.append(self._clock())
                return None
            key = secrets.token_urlsafe(32)
            made = Session(name=name.strip()[:_NAME], csrf=secrets.token_urlsafe(32), until=self._clock() + LASTS)
            self._sessions[key] = made
            for old in list(self._sessions)[:-_SESSIONS]:
                del self._sessions[old]
            return key

    def session(self, key: str | None) -> Session | None:
        """The session of this key, if it has not ended."""
        with self._lock:
            found = self._sessions.get(key or "")
            if found is not None and found.until < self._clock():
                del self._sessions[key or ""]
                return None
            return found

    def close(self, key: str | None) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(key or "", None)
