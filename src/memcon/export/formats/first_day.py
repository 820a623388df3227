"""EDTF for formats that know nothing but days: the first and the last full day that a date can mean."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T\S*)?[~?%]?")


def first_day(edtf: str) -> date | None:
    """The first day of a date or span; of one that is open at its beginning, and of what is no date, ``None``."""
    return _day(edtf.split("/", maxsplit=1)[0], is_last=False)


def last_day(edtf: str) -> date | None:
    """The last day."""
    return _day(edtf.rsplit("/", maxsplit=1)[-1], is_last=True)


def _day(point: str, *, is_last: bool) -> date | None:
    found = _POINT.fullmatch(point.removesuffix("-XX").removesuffix("-XX"))
    if found is None:
        return None
    year, month, day = int(found[1]), int(found[2] or (12 if is_last else 1)), found[3]
    try:
        return date(year, month, int(day) if day else monthrange(year, month)[1] if is_last else 1)
    except ValueError:  # a season (month 21 and up), or a day that no month has
        return None
