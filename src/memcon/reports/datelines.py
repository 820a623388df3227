"""The head of agency copy: ``BEIJING, Nov. 3 (Xinhua) --``, ``MOSCOW, June 16. /TASS/.``, ``Washington, D.C.:``.

A place in capitals before a dash is enough. A place in small letters wants a day or an agency beside it, or to be among
the places from which news is often filed; so does one before a colon, for transcripts name their speakers in that form.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from memcon.model import Dateline, Span
from memcon.reports import dates

_CAP = r"[A-ZÀ-ÖØ-Þ]"
_NAME = rf"(?:{_CAP}[\w.'’`-]*|D\.C\.)"
_WEEKDAY_NAME = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b"
_PLACE = rf"(?P<place>{_NAME}(?:[ /-](?:{_NAME}|de|of|the|and|al-)){{0,4}}(?:,\s(?!{_WEEKDAY_NAME}){_NAME}(?:\s{_NAME}){{0,3}})?)"
_WEEKDAY = rf"(?:{_WEEKDAY_NAME}\.?,?\s+)?"
_DAY = (
    rf"(?P<date>{_WEEKDAY}(?:{dates.MONTH}\s*{dates.DAY}|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+{dates.MONTH.replace('month', 'month2')})"
    r"(?:,?\s+(?P<year>\d{4}))?)"
)
_AGENCY = r"(?:\((?P<bracketed>[^()\n]{2,60})\)|/(?P<stroked>[^/\n]{2,40})/|\[(?P<squared>[^\[\]\n]{2,40})\])"
_DASH = r"(?:—|–|―|--|-(?=\s)|−|_(?=\s))"  # old wires send a long dash as "_"
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"{_PLACE}[.,]?\s+{_DAY}[.,]?\s*(?:{_AGENCY}\s*[.,]?\s*(?:{_DASH}|:|/)?|{_DASH}|:|/)(?=\s|$|[A-Z\"“‘])",
        rf"{_PLACE}[.,]?\s*{_AGENCY}\s*(?:,?\s*{_DAY})?\s*(?:{_DASH}|:|/|\.(?=\s))",
        rf"{_PLACE}\s*\((?P<bare>[^()\n]{{2,30}})\)\s?(?=[A-Z\"“‘])",
        rf"{_DAY}\s*{_AGENCY}\s*(?:{_DASH}|:)",
        rf"{_AGENCY}\s*(?:{_DASH}|:)",
        rf"{_PLACE},?\s*(?P<dash>{_DASH})",
        rf"{_PLACE}(?P<colon>:)\s+(?=\S)",
        rf"\[{_PLACE}\]\s+(?=\S)",
    )
)
_LOOKED_AT = 160  # characters; the longest datelines (two cities, day and year, two agencies) stay under 100


def find(paragraph: str) -> re.Match[str] | None:
    """The dateline that a paragraph begins with, if any."""
    head = paragraph[:_LOOKED_AT]
    blank = len(head) - len(head.lstrip())
    return next((match for form in _FORMS if (match := form.match(head, blank)) and _is_one(match)), None)


def read(text: str, published: str) -> Dateline | None:
    """The dateline of a report, its day in the year that lies nearest to the day of publication.

    It is looked for at the start of the first three paragraphs, for a standfirst may come before it.
    """
    for start in _paragraph_starts(text):
        match = find(text[start : start + _LOOKED_AT])
        if match:
            span = Span(start + match.start(), start + len(match[0].rstrip()) + match.start())
            return Dateline(span=span, place=_place(match), day=_day(match, published), agency=_agency(match))
    return None


def joined(paragraphs: list[str]) -> list[str]:
    """The paragraphs, a dateline that stands alone before them put to the first as it is in print."""
    if len(paragraphs) > 1 and (match := find(paragraphs[0])) and match.end() == len(paragraphs[0].rstrip()):
        return [f"{paragraphs[0].rstrip()} {paragraphs[1]}", *paragraphs[2:]]
    return paragraphs


def full_day(text: str) -> str:
    """EDTF of the dateline's day where it gives a year, which may then serve as the day of publication; else ``""``."""
    found = read(text, "")
    return found.day if found else ""


def _paragraph_starts(text: str) -> list[int]:
    starts = [0, *(match.end() for match in re.finditer(r"\n\s*", text[:2000]))]
    return starts[:3]


def _is_one(match: re.Match[str]) -> bool:
    place, agency = _group(match, "place"), _agency(match)
    known_agency = re.split(r"[/,;]", agency)[0].strip() in _lists()["agencies"]
    if not place:
        return known_agency
    main = place.split(",")[0]
    if main.upper() in _lists()["not_places"]:
        return False
    known = all(part in _places() for part in main.split("/"))
    capital = main.upper() == main and len(main) > 2
    if agency and (not known_agency or _group(match, "bare")):
        return (known or capital) and (known_agency or (not _group(match, "bare") and _may_be_agency(agency)))
    if agency or _group(match, "date"):
        return True
    return known or (capital and bool(_group(match, "dash")))


def _may_be_agency(name: str) -> bool:
    """A few words that begin with a capital; what else stands in brackets is an aside."""
    return len(name.split()) <= 5 and name[0].isupper() and not re.search(r"\d|[.!?]\s", name)


def _agency(match: re.Match[str]) -> str:
    return (
        _group(match, "bracketed") or _group(match, "bare") or _group(match, "stroked") or _group(match, "squared")
    ).strip()


def _day(match: re.Match[str], published: str) -> str:
    if not _group(match, "date"):
        return ""
    day, month = _group(match, "day") or _group(match, "day2"), _group(match, "month") or _group(match, "month2")
    if year := _group(match, "year"):
        return dates.parse(f"{day} {month.rstrip('.')} {year}")
    return dates.nearest(int(day), dates.month_number(month), published)


def _place(match: re.Match[str]) -> str:
    """The place's words; a full stop after them is the dateline's unless it ends an abbreviation (``Fla.``, ``D.C.``)."""
    place = _group(match, "place")
    return place.rstrip(".") if re.search(r"[A-Z]{4}\.$", place) else place


def _group(match: re.Match[str], name: str) -> str:
    return match.groupdict().get(name) or ""


@cache
def _lists() -> dict[str, frozenset[str]]:
    text = files("memcon.reports").joinpath("data/datelines.toml").read_text("utf-8")
    return {name: frozenset(words) for name, words in tomllib.loads(text).items()}


@cache
def _places() -> frozenset[str]:
    places = _lists()["places"]
    return places | {place.upper() for place in places}
