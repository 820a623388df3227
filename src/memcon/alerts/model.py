"""Hooks, deliveries and attempts, as frozen dataclasses. Times are seconds since 1970 (UTC)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from memcon.errors import MemconError

if TYPE_CHECKING:
    from memcon.questions.question import Question

State: TypeAlias = Literal["waiting", "delivered", "dead"]


class AlertsError(MemconError):
    """Hooks that cannot be read, or a state file that cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """Who is told of what: changes that answer `question` are posted to `url`.

    `secrets` sign each message (several while one takes the other's place). `since`: the first run tells what was published on
    that day or later; ``None``: it tells nothing old. `allow_private`: the address may be one of a private network.
    """

    name: str
    url: str
    secrets: tuple[bytes, ...]
    question: Question
    since: str | None = None
    allow_private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is to be told: `id` is the same for the same change for ever; `body` is JSON, the very bytes that are signed."""

    id: str
    title: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try to deliver: the status of the answer, or ``None`` and the `problem`; `took` in seconds."""

    at: float
    status: int | None
    problem: str
    took: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """A message on its way to a hook. `due` is when it is tried next, `ended` when it was delivered or given up.

    `number` counts through the file; `tries` those since it was last put in line.
    """

    number: int
    hook: str
    message: Message
    state: State
    tries: int
    made: float
    due: float
    ended: float | None
    problem: str
    attempts: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one try: delivered, `gone` (410: never to be asked again), or a `problem`; `wait` is the receiver's own wish."""

    status: int | None
    problem: str
    took: float
    wait: float = 0.0

    @property
    def is_delivered(self) -> bool:
        """Whether the receiver has it."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def is_gone(self) -> bool:
        """Whether the receiver wants no more."""
        return self.status == 410
