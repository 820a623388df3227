"""Dates as news pages write them, read strictly: what is not surely a date is none.

Forms: ISO 8601, RFC 822, month by name in either order, and numbers where the order of day and month is certain.
The day is the one written: no time zone is converted, for the day of the outlet is the day of the report.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Newspapers printed before 1800 are no source for this program, and a year past 2099 is a typing error or a placeholder.
FIRST_YEAR, LAST_YEAR = 1800, 2099

MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"

_WRITTEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d/-])(?P<year>\d{4})([-/.])(?P<number>\d{1,2})\2(?P<day>\d{1,2})(?![\d/])",
        rf"\b{MONTH}\s*{DAY}(?:\s*,)?\s*{_YEAR}",
        rf"(?<!\d){DAY}(?:\s+of)?[\s-]*{MONTH}[\s,-]*{_YEAR}",
        rf"\b{MONTH}\s+{DAY}\s+{_CLOCK}(?:\s+[A-Z]{{3,4}})?\s+{_YEAR}",
        rf"(?<!\d){_YEAR}[\s,]+{MONTH}\s+{DAY}(?!\d)",
        r"(?<![\d.])(?P<day>\d{1,2})\.(?P<number>\d{1,2})\.(?P<year>\d{4})(?![\d.])",
    )
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?![\d/])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?")
_MONTH_ONLY = re.compile(rf"{MONTH},?\s+{_YEAR}", re.IGNORECASE)
_EDTF_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?[~?%]?"
_EDTF = re.compile(rf"{_EDTF_DAY}|(?:{_EDTF_DAY}|\.\.)/(?:{_EDTF_DAY}|\.\.)")


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: its EDTF day and the characters ``[start, end)`` that give it."""

    edtf: str
    start: int
    end: int


def parse(value: str) -> str:
    """EDTF of `value` where the whole of it is a date (with a time of day perhaps), else ``""``."""
    value = value.strip()
    if _EDTF.fullmatch(value):
        return value if all(_exists(part) for part in value.split("/")) else ""
    first = next(find(value), None) if len(value) <= 100 else None
    if first:
        return first.edtf
    if compact := _COMPACT.fullmatch(value):
        return _iso(*map(int, compact.groups()))
    if month := _MONTH_ONLY.fullmatch(value):
        return f"{month['year']}-{month_number(month['month']):02}"
    return ""


def find(text: str) -> Iterator[Found]:
    """All full dates (day, month, year) of `text`, in order; those whose order is uncertain are left out."""
    matches = [found for pattern in _WRITTEN for match in pattern.finditer(text) if (found := _read(match))]
    matches += [found for match in _SLASHED.finditer(text) if (found := _read_slashed(match))]
    end = 0
    for found in sorted(matches, key=lambda one: (one.start, -one.end)):
        if found.start >= end:
            yield found
            end = found.end


def plausible(edtf: str) -> bool:
    """Whether the year is one in which a report can have been published."""
    return all(FIRST_YEAR <= int(year) <= LAST_YEAR for year in re.findall(r"\d{4}", edtf))


def month_number(name: str) -> int:
    """1 to 12 for a month's English name or its abbreviation."""
    return next(number for number, full in enumerate(MONTH_NAMES, 1) if full.startswith(name.lower().rstrip(".")[:3]))


def nearest(day: int, month: int, published: str) -> str:
    """EDTF of the day of that month that lies nearest to `published`; ``""`` where `published` names no day."""
    try:
        anchor = dt.date.fromisoformat(published)
    except ValueError:
        return ""
    years = [_iso(year, month, day) for year in (anchor.year - 1, anchor.year, anchor.year + 1) if 1 <= year <= 9999]
    days = [dt.date.fromisoformat(year) for year in years if year]
    return min(days, key=lambda one: abs(one - anchor)).isoformat() if days else ""


def in_address(url: str) -> str:
    """The day that an address carries in its path (``/2025/06/16/``), or ``""``."""
    path = re.search(r"[/_-](\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.?-]|$)", url)
    day = _iso(*map(int, path.groups())) if path else ""
    return day if day and plausible(day) else ""


def _read(match: re.Match[str]) -> Found | None:
    groups = match.groupdict()
    number = int(groups["number"]) if groups.get("number") else month_number(groups["month"])
    edtf = _iso(int(groups["year"]), number, int(groups["day"]))
    return Found(edtf, match.start(), match.end()) if edtf else None


def _read_slashed(match: re.Match[str]) -> Found | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first <= 12 and second <= 12 and first != second:
        return None  # 06/07/2025 is a day in June to some and in July to others
    day, month = (first, second) if first > 12 else (second, first)
    edtf = _iso(year, month, day)
    return Found(edtf, match.start(), match.end()) if edtf else None


def _iso(year: int, month: int, day: int) -> str:
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return ""


def _exists(part: str) -> bool:
    bare = part.rstrip("~?%")
    return len(bare) < 10 or bool(_iso(*map(int, bare.split("-"))))
