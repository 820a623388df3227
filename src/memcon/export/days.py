"""Days in words: EDTF (ISO 8601-2) as a person writes it, ``2025-06-09/2025-06-15`` as “9–15 June 2025”."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

POINT = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>\d\d:\d\d)\S*?)?)?)?(?P<doubt>[~?%]?)"
)
DECADE = re.compile(r"(\d{3})X")
DOUBT: Mapping[str, str] = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
# Level 1 and 2 of EDTF put seasons, quarters and halves where the month stands.
PARTS_OF_YEAR: Mapping[int, str] = {
    21: "spring", 22: "summer", 23: "autumn", 24: "winter",
    33: "first quarter of", 34: "second quarter of", 35: "third quarter of", 36: "fourth quarter of",
    40: "first half of", 41: "second half of",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Point:
    """One end of a span of days, cut up."""

    year: str
    month: str
    day: str
    time: str
    doubt: str


def in_words(edtf: str, *, year: str = "") -> str:
    """`edtf` in words, ``""`` for ``""``; the year is left out where it is `year`. What is not understood stays as it is."""
    if "/" not in edtf:
        return _point_in_words(edtf, year)
    start, end = edtf.split("/", 1)
    if start in {"..", ""}:
        return f"before {_point_in_words(end, year)}"
    if end in {"..", ""}:
        return f"from {_point_in_words(start, year)} on"
    return _span_in_words(start, end, year)


def _point_in_words(edtf: str, year: str) -> str:
    if decade := DECADE.fullmatch(edtf):
        return f"the {decade[1]}0s"
    point = _cut(re.sub(r"(?<!-XX)(?:-XX)+$", "", edtf))
    if point is None:
        return edtf
    month = int(point.month or 0)
    is_known = point.year == year and 1 <= month <= 24
    return DOUBT[point.doubt] + _join(_day_and_month(point), "" if is_known else point.year)


def _span_in_words(start: str, end: str, year: str) -> str:
    first, last = _cut(start), _cut(end)
    if first and last and first.year == last.year and not (first.doubt or last.doubt or first.time or last.time):
        if first.day and last.day and first.month == last.month:
            return f"{int(first.day)}–{_point_in_words(end, year)}"
        if first.month and last.month:
            dash = " – " if first.day or last.day else "–"
            return f"{_day_and_month(first)}{dash}{_point_in_words(end, year)}"
    dash = "–" if first and last and not first.month and not last.month else " – "
    return f"{_point_in_words(start, year)}{dash}{_point_in_words(end, year)}"


def _cut(edtf: str) -> _Point | None:
    found = POINT.fullmatch(edtf)
    if found is None or (found["day"] and not 1 <= int(found["month"]) <= 12):
        return None
    month = int(found["month"] or 0)
    if found["month"] and not 1 <= month <= 12 and month not in PARTS_OF_YEAR:
        return None
    return _Point(**{name: value or "" for name, value in found.groupdict().items()})


def _day_and_month(point: _Point) -> str:
    """“9 June”, “June”, “spring”, or ``""`` for a year alone; with the hour where there is one."""
    if not point.month:
        return ""
    month = int(point.month)
    name = calendar.month_name[month] if month <= 12 else PARTS_OF_YEAR[month]
    return _join(point.time and f"{point.time},", str(int(point.day)) if point.day else "", name)


def _join(*words: str) -> str:
    return " ".join(word for word in words if word)
