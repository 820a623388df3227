"""The day that a report's story stands on where it puts a meeting in the past without one.

A report dates what it tells once ("said on Tuesday") and goes on from there: what is told in the plain past next happened on that day,
what is told as earlier, or by somebody speaking on that day, before it.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from memcon.extract.clause.modality import clause_of, is_verbal
from memcon.extract.clause.verb_group import verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import Statement, Time

_DAY = 10  # characters of a day in EDTF
_NEWS = 14  # days back from publication that a report's own story reaches
_EARLIER = frozenset(
    {"earlier", "previously", "already", "recent", "previous", "last", "past", "former", "before", "once", "recently"}
)
_BEFORE = frozenset({"after", "following", "since", "ahead", "before"})
_SEVERAL = frozenset(
    {"several", "many", "some", "numerous", "constant", "repeated", "rounds", "years", "months", "days", "times"}
)


def day_before(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> str:
    """Where a meeting that was held lies: the story's day, all before it (``../``), all before publication; ``""`` where none is known."""
    said = _said(reading, mention, statements)
    day = said or _story_day(reading, mention)
    if not day:
        return f"../{reading.report.published}" if reading.report.published else ""
    return day if not said and _goes_on(reading.doc[mention.head]) else f"../{day}"


def _said(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> str:
    """The day of the statement in whose words the mention stands."""
    at = reading.doc[mention.head].idx
    days = [s.said.rstrip("~") for s in statements if any(c.start <= at < c.end for c in s.content)]
    return next((d for d in days if len(d) == _DAY and d <= (reading.report.published or d)), "")


def _story_day(reading: Reading, mention: Mention) -> str:
    """The last day named before the mention, if it is of the news that the report brings."""
    published = reading.report.published
    if len(published) != _DAY:
        return ""
    first = date.fromordinal(max(1, date.fromisoformat(published).toordinal() - _NEWS)).isoformat()
    token = reading.doc[mention.head]
    days = [
        t.edtf.rstrip("~")
        for t in reading.times
        if t.start < token.idx or (t.start < token.sent.end_char and _is_of_saying(reading, t))
    ]
    return next((d for d in reversed(days) if len(d) == _DAY and first <= d <= published), "")


def _is_of_saying(reading: Reading, time: Time) -> bool:
    """As in "…, the agency reported on Sunday": the day of the saying stands behind what was said."""
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    verb = clause_of(span.root) if span is not None else None
    return verb is not None and verb.lemma_ in {"say", "report", "tell", "add", "announce", "state", "write"}


def _goes_on(token: Token) -> bool:
    """Whether the story goes on with the meeting: told in the plain past, in the report's own voice, and not as earlier or as one of many."""
    verb = token if is_verbal(token) else clause_of(token)
    group = verb_group(verb)
    if verb.pos_ not in {"VERB", "AUX"} or not group.past or group.perfect or group.modal or group.to:
        return False
    if not is_verbal(token) and token.dep_ == "pobj" and token.head.lower_ in _BEFORE:
        return False
    if token.tag_ == "NNS" and token.lower_ != "talks":
        return False
    near = {c.lower_ for c in (*verb.children, *token.children)} | {c.lower_ for p in verb.children for c in p.children}
    return not near & (_EARLIER | _SEVERAL)
