"""From what a format's reader found to a `Report`: words, length, language, day, outlet and dateline are settled here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon import ids
from memcon.errors import InputError
from memcon.model import Report
from memcon.reports import datelines, dates, english, outlets
from memcon.reports.clean import clean, has_words, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.reports.raw import Draft
    from memcon.settings import Settings

_LONGEST_FIELD = 2000  # characters of a title, outlet or address; more is a mistake of the input


def settle(draft: Draft, *, settings: Settings) -> Iterator[Report | InputError]:
    """Yield the report of a draft, or why it is none; before a report, its date if that makes no sense."""
    text = draft.text if draft.verbatim else draft.text.strip()
    error = _refused(draft, text, settings)
    if error:
        yield error
        return
    day = _settle_day(draft, text)
    if day.problem:
        yield InputError(draft.source, day.problem, "the report is read as one without a date" if not day.edtf else "")
    yield _report(draft, text, day)


def too_long(source: str, settings: Settings) -> InputError:
    """The error for an input over the limit of characters."""
    return InputError(
        source,
        f"has more than {settings.max_characters:,} characters",
        "split it, or raise MEMCON_MAX_CHARACTERS",
    )


def _refused(draft: Draft, text: str, settings: Settings) -> InputError | None:
    if len(text) > settings.max_characters:
        return too_long(draft.source, settings)
    if not has_words(text):
        return InputError(draft.source, "has no words to read", "give the report's text")
    if draft.language.strip() and not english.says_english(draft.language):
        problem = f"says that its language is {english.name(one_line(draft.language)[:40])}"
        return InputError(draft.source, problem, "memcon reads English: give a translation")
    other = english.other_language(text)
    return InputError(draft.source, f"is in {other}, not in English", "give a translation") if other else None


def _report(draft: Draft, text: str, day: _Day) -> Report:
    title, url = one_line(draft.title)[:_LONGEST_FIELD], one_line(draft.url)[:_LONGEST_FIELD]
    known = outlets.of_address(url)
    outlet = one_line(draft.outlet or known or draft.site or outlets.host(url))[:_LONGEST_FIELD]
    return Report(
        id=ids.report_id(title=title, published=day.edtf, outlet=outlet, url=url, text=text),
        source_id=draft.source_id,
        title=title,
        published=day.edtf,
        outlet=outlet,
        url=url,
        language="en",
        text=text,
        dateline=datelines.read(text, day.edtf),
        notes=(*draft.notes, *day.notes),
    )


@dataclass(frozen=True, slots=True)
class _Day:
    edtf: str
    notes: tuple[str, ...] = ()
    problem: str = ""


def _settle_day(draft: Draft, text: str) -> _Day:
    """The day of publication: as given; else from the address, the dateline or the title; with what must be said of it."""
    given = one_line(draft.published)
    day, problem = dates.parse(given), ""
    if day and not dates.plausible(day):
        problem, day = f"its date of publication, {day}, cannot be right", ""
    elif given and not day:
        problem = f"its date of publication, {given[:60]!r}, cannot be read"
    if day:
        return _Day(day, _later_than_got(day, draft.retrieved))
    fallbacks = (
        *((one, "the page's markup") for one in draft.days),
        (dates.in_address(draft.url), "the address"),
        (datelines.full_day(text), "the dateline"),
        (_in_title(draft.title), "the title"),
    )
    for edtf, where in fallbacks:
        if edtf and dates.plausible(edtf):
            return _Day(edtf, (f"date of publication taken from {where}",), problem)
    return _Day("", ("no date of publication: times stay relative",), problem)


def _later_than_got(day: str, retrieved: str) -> tuple[str, ...]:
    got = dates.parse(retrieved)
    late = bool(got) and re.fullmatch(r"\d{4}-\d\d-\d\d", day) is not None and day > got
    return (f"published {day}, after it was got on {got}",) if late else ()


def _in_title(title: str) -> str:
    found = list(dates.find(clean(title)))
    return found[0].edtf if len(found) == 1 else ""
