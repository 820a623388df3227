"""From a parsed text to its times: the longest expression at each place, read from left to right."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from memcon.language.annotate import text_of
from memcon.language.times.day_forms import Part, Weekday, WeekdayFrom
from memcon.language.times.forms import Context, Form, Reading
from memcon.language.times.periods import ends
from memcon.language.times.phrases import expression
from memcon.language.times.tense import Lean, comes, lean
from memcon.language.times.words import Words
from memcon.model import Time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc

_PUBLISHED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_RANGES = frozenset({"to", "until", "till", "through", "-"})
_WIDEST_JOIN = 14  # characters: " until " and the like
_JOINS = {"and": "between", "to": "from", "until": "from", "till": "from", "through": "from", "-": "", "–": "", "—": ""}


def find_times(doc: Doc, published: str) -> tuple[Time, ...]:
    """Every time expression of `doc`, sorted by start and not overlapping.

    `published` is the EDTF date of the report or ``""``; without it, or where it is coarser than the expression, relative times
    keep an open TIMEX3 value and no EDTF. Offsets are code points of ``doc.text``. Never raises on any text.
    """
    return tuple(_scan(Words(doc), _context(published)))


def times_in(times: Sequence[Time], start: int, end: int) -> tuple[Time, ...]:
    """Those of `times` that lie wholly within ``[start, end)``."""
    return tuple(time for time in times if start <= time.start and time.end <= end)


def intervals(doc: Doc, times: Sequence[Time]) -> tuple[Time, ...]:
    """The same times with the two ends of an interval joined to one: "between 2016 and 2018", "from May 3 to 5", "May 3-5".

    The joined time spans the words from its first to its second end; its EDTF is the interval, its value the two values with a slash.
    """
    text, joined = text_of(doc), list[Time]()
    for time in times:
        if joined and (both := _interval(text, joined[-1], time)) is not None:
            joined[-1] = both
        else:
            joined.append(time)
    return tuple(joined)


def _interval(text: str, first: Time, second: Time) -> Time | None:
    if not (first.edtf and second.edtf) or second.start - first.end > _WIDEST_JOIN:
        return None
    opener = _JOINS.get(text[first.end : second.start].strip(" ,").lower())
    before = text[max(0, first.start - _WIDEST_JOIN) : first.start].lower().removesuffix("the ").split()
    if opener is None or (before[-1:] != [opener] if opener else "/" in first.edtf + second.edtf):
        return None
    low, high = ends(first.edtf)[0], ends(second.edtf)[1]
    if low.rstrip("~") > high.rstrip("~"):
        return None
    return replace(first, end=second.end, type="DURATION", value=f"{first.value}/{second.value}", edtf=f"{low}/{high}")


@dataclass(slots=True)
class _Memory:
    """What the text has named so far: for the next time, and for the other end of "from Monday to Wednesday"."""

    context: Context
    form: Form | None = None
    lean: Lean = ""
    end: int = -1  # the word after the last time
    day_at: int = -1  # where in the text the last day stands

    def before(self, words: Words, i: int, form: Form) -> tuple[Form, Context]:
        """The form and what it is read against at word `i`."""
        direction = lean(words.token(i))
        if isinstance(form, Weekday) and isinstance(self.form, Weekday) and i == self.end + 1 and not form.which:
            if words.low(self.end) in _RANGES and self.context.then is not None:
                return WeekdayFrom(form.number, 1), self.context
            direction = self.lean if words.low(self.end) in {"and", "or", ","} else direction
        beside = self.context.then if self.day_at >= words.sentence_start(i) else None
        return form, replace(self.context, lean=direction, beside=beside, comes=comes(words.token(i)))

    def heed(self, form: Form, reading: Reading, now: Context, start: int, end: int) -> None:
        """Keep the period; a quarter only where it is named, not where it is the one a year earlier."""
        self.form, self.lean, self.end = form, now.lean, end
        period = reading.period
        if period is None:
            return
        quarter = period if isinstance(form, Part) and period.unit == "Q" else self.context.quarter
        self.context = replace(self.context, then=period, quarter=quarter)
        self.day_at = start if period.unit == "D" else -1


def _scan(words: Words, context: Context) -> Iterator[Time]:
    memory = _Memory(context)
    i = 0
    while i < len(words):
        found = expression(words, i) if words.may_begin(i) else None
        if found is None or found.end <= i:
            i += 1
            continue
        form, now = memory.before(words, i, found.form)
        reading = form.read(now)
        memory.heed(found.form, reading, now, words.start(i), found.end)
        yield Time(
            start=words.start(i),
            end=words.end(found.end - 1),
            type=reading.type,
            value=reading.value,
            edtf=reading.edtf,
        )
        i = found.end


def _context(published: str) -> Context:
    match = _PUBLISHED.match(published)
    if match is None:
        return Context(published=None)
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        return Context(published=date(year, month or 7, day or 15), exact=bool(day))
    except ValueError:
        return Context(published=None)
