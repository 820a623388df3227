"""The day that a report counts by on the published axis."""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def counted_day(published: str, recorded: datetime) -> str:
    """The day (ISO) by which a report published on `published` (EDTF) was surely out.

    Of a month or a span that is its last day (or the day it was `recorded`, if that is earlier), so that an answer as of a
    day never rests on what may have come later. A report without a day counts by the day it was recorded.
    """
    today, day = recorded.date().isoformat(), latest_day(published)
    began = published.rpartition("/")[2].rstrip("?~%")
    return today if not day or began <= today < day else day


def latest_day(edtf: str) -> str:
    """The last day that `edtf` may mean, or ``""`` where it names none or is open to the end."""
    match = _DATE.match(edtf.rpartition("/")[2])
    if match is None:
        return ""
    year, month = int(match[1]), int(match[2] or 12)
    if not year >= 1 or not 1 <= month <= 12:
        return ""
    last = calendar.monthrange(year, month)[1]
    return f"{year:04}-{month:02}-{min(int(match[3] or last), last):02}"
