"""EDTF as days that can be compared: first and last day as ordinals, open ends, and how exact it is."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

_POINT = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_WIDEST_MEETING = 6  # days: a whole week names no meeting in it
EARLIEST, LATEST = date.min.toordinal(), date.max.toordinal()


@dataclass(frozen=True, slots=True)
class Days:
    """From `first` to `last`, ordinals, both within. `EARLIEST` and `LATEST` stand for open ends."""

    first: int
    last: int
    is_about: bool = False

    @property
    def is_exact(self) -> bool:
        """Whether it names the day or days of one meeting."""
        return self.last - self.first < _WIDEST_MEETING and not self.is_about

    @property
    def is_open(self) -> bool:
        """Whether an end is left open."""
        return self.first == EARLIEST or self.last == LATEST

    def apart(self, other: Days) -> int:
        """Days between the two; 0 where they touch."""
        return max(0, self.first - other.last, other.first - self.last)

    def near(self, other: Days, *, within: int = 0) -> bool:
        """Whether no more than `within` days lie between."""
        return self.apart(other) <= within


@lru_cache(maxsize=65536)
def days_of(edtf: str) -> Days | None:
    """The days that `edtf` may mean; ``None`` where it names none."""
    start, _, end = edtf.partition("/")
    if "/" not in edtf:
        end = start
    first = EARLIEST if start in {"..", ""} else _edge(start, last=False)
    last = LATEST if end in {"..", ""} else _edge(end, last=True)
    if first is None or last is None or (first == EARLIEST and last == LATEST):
        return None
    return Days(first, max(first, last), is_about=bool(re.search(r"[~?%]", edtf)))


def _edge(point: str, *, last: bool) -> int | None:
    found = _POINT.match(point)
    if found is None or not 1 <= int(found[1]) <= 9999:
        return None
    year, month, day = int(found[1]), int(found[2] or (12 if last else 1)), int(found[3] or 0)
    if not 1 <= month <= 12:
        return None
    longest = calendar.monthrange(year, month)[1]
    return date(year, month, min(day or (longest if last else 1), longest)).toordinal()


def ordinal(day: str) -> int | None:
    """The last day that `day` may mean, as an ordinal."""
    found = days_of(day)
    return None if found is None or found.last == LATEST else found.last


def iso(day: int) -> str:
    """An ordinal as an ISO date."""
    return date.fromordinal(day).isoformat()


def edtf(days: Days) -> str:
    """`days` as EDTF."""
    first = ".." if days.first == EARLIEST else iso(days.first)
    last = ".." if days.last == LATEST else iso(days.last)
    return first if first == last else f"{first}/{last}"
