"""A small record made by hand: a cancelled round, a silence, a nested statement and a condition, with invented officials."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from memcon.model import Actor, Condition, Event, Meeting, Place, Record, Report, Run, Span, Statement

TEXT = """Chile has called off the round of talks with Bolivia, Elena Quiroga said Tuesday.

"We regret it," she added. She said Tomás Ibarra had told her he was ready to meet.

Chile's Foreign Ministry has not commented on the canceled round. Chile closed the crossing in May.

No talks will be held until the crossing reopens, Quiroga said. The two sides met in Lima on Jan. 20."""


def span(words: str, text: str = TEXT) -> Span:
    """Where `words` stand in `text`, once."""
    assert text.count(words) == 1, words
    return Span(text.index(words), text.index(words) + len(words))


def report(text: str = TEXT, **changes: Any) -> Report:
    """A report of an invented outlet."""
    made = Report(
        id="0" * 64, source_id="r1", title="Round Called Off", published="2026-03-11", outlet="The Andean Courier",
        url="https://courier.example/1", language="en", text=text,
    )  # fmt: skip
    return replace(made, **changes)


def statement(ident: str, *, cue: Span, content: tuple[Span, ...], **changes: Any) -> Statement:
    """A plain statement of Quiroga's, with `changes`."""
    made = Statement(
        id=ident, speaker="quiroga", speaker_span=None, party="BOL", cue=cue, content=content, form="indirect",
        act="assert", said="2026-03-10", channel=None, via=None,
    )  # fmt: skip
    return replace(made, **changes)


def meeting(ident: str, *mentions: Span, **changes: Any) -> Meeting:
    """A meeting of Bolivia and Chile that was held, with `changes`."""
    made = Meeting(
        id=ident, mentions=mentions, parties=("BOL", "CHL"), delegates=(), status="held", changed_by=None, when="",
        where=None, agenda=(), source=None, about=None,
    )  # fmt: skip
    return replace(made, **changes)


ACTORS = (
    Actor(
        id="quiroga",
        name="Elena Quiroga",
        kind="person",
        party="BOL",
        role="spokeswoman",
        mentions=(span("Elena Quiroga"),),
    ),
    Actor(
        id="ibarra", name="Tomás Ibarra", kind="person", party="BOL", role="minister", mentions=(span("Tomás Ibarra"),)
    ),
    Actor(id="ministry", name="Chile's Foreign Ministry", kind="body", party="CHL", role=None, mentions=()),
)
STATEMENTS = (
    statement("s1", cue=span("said Tuesday"), content=(span("Chile has called off the round of talks with Bolivia"),)),
    statement("s2", cue=span("added"), content=(span("We regret it"),), form="direct"),
    statement("s3", cue=span("She said"), content=(span("Tomás Ibarra had told her he was ready to meet"),)),
    statement("s4", speaker="ibarra", cue=span("had told her"), content=(span("he was ready to meet"),), act="propose", via="quiroga"),
    statement("s5", speaker="ministry", party="CHL", cue=span("has not commented"), content=(span("on the canceled round"),), act="decline", said=""),
    statement("s6", cue=span("Quiroga said."), content=(span("No talks will be held until the crossing reopens"),), said=""),
)  # fmt: skip
EVENTS = (
    Event(id="e1", trigger=span("called off"), type="REJECT", code="164", initiators=("CHL",), recipients=("BOL",), status="occurred", when="", where=None, source="s1"),
    Event(id="e2", trigger=span("closed"), type="COERCE", code="", initiators=("CHL",), recipients=("BOL",), status="occurred", when="2025-05", where=None, source=None),
)  # fmt: skip
MEETINGS = (
    meeting("m1", span("the round of talks"), span("the canceled round"), status="cancelled", changed_by="CHL", source="s1", about="consulates"),
    meeting("m2", span("met"), when="2026-01-20", where=Place(name="Lima", country="PER"), delegates=("ibarra",)),
)  # fmt: skip
CONDITIONS = (
    Condition(
        id="c1", what=span("No talks will be held"), requires=span("the crossing reopens"), set_by="BOL", source="s6"
    ),
)
RECORD = Record(
    report=report(), actors=ACTORS, statements=STATEMENTS, events=EVENTS, meetings=MEETINGS, conditions=CONDITIONS,
    times=(), notes=(), run=Run(memcon="0.1.0", pipeline="en_test 1.0"),
)  # fmt: skip
EMPTY = replace(RECORD, actors=(), statements=(), events=(), meetings=(), conditions=())
