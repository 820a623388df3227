"""How far a run has come, as a line for a log: reports read, how fast, and how long it will take."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

EVERY = 30.0  # seconds between two lines
LOOKED_BACK = (
    10  # lines over which the rate is taken: what was read before and is passed over must not promise an early end
)
_UNITS = ((86_400, "days"), (3_600, "h"), (60, "min"), (1, "s"))


@dataclass(slots=True)
class Pace:
    """How much of `what` a run has read by when. Times are seconds of any clock that does not go back."""

    now: float
    what: str = "reports"
    total: int | None = None
    done: int = 0
    failed: int = 0
    _marks: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=LOOKED_BACK))

    def __post_init__(self) -> None:
        self._marks.append((self.now, 0))

    def is_due(self, now: float) -> bool:
        """Whether it is time for a line."""
        return now - self._marks[-1][0] >= EVERY

    def line(self, now: float) -> str:
        """The line for `now`, which counts as the time of the last."""
        then, done = self._marks[0]
        rate = (self.done - done) / max(now - then, 1e-9)
        self._marks.append((now, self.done))
        of = f" of {self.total:,}" if self.total is not None else ""
        parts = [
            f"{self.done:,}{of} {self.what}, {self.failed:,} failed",
            f"{rate:,.1f} a second, {rate * 3600:,.0f} an hour",
        ]
        if self.total is not None and rate and self.total > self.done:
            parts.append(f"{_lasting((self.total - self.done) / rate)} left")
        return "; ".join(parts)


def _lasting(seconds: float) -> str:
    """A time that has two of its units at least: "90 min", "36 h"; the last ones in seconds."""
    for size, unit in _UNITS:
        if seconds >= 2 * size:
            return f"{seconds / size:,.0f} {unit}"
    return "1 s"
