"""Small records of two invented states' officials, made by hand: a report, what stands in it, and edited versions of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from memcon import ids
from memcon.model import Actor, Condition, Event, Meeting, Place, Record, Report, Run, Span, Statement

if TYPE_CHECKING:
    from memcon.model import Act, MeetingStatus

RUN = Run(memcon="0.1.0", pipeline="made 1.0")
BETTER = Run(memcon="0.2.0", pipeline="made 1.0")
TITLE = "Round on the Dam Called Off"
TEXT = """Estonia has called off the round of talks with Latvia on the dam, Mart Kallas said Monday.

Latvia's Foreign Ministry has not commented. “No talks until the sluice opens,” Kallas told reporters."""


def at(hour: int, minute: int = 0) -> datetime:
    """A time of recording: 1 March 2031, in UTC."""
    return datetime(2031, 3, 1, hour, minute, tzinfo=UTC)


def report(text: str = TEXT, **changes: Any) -> Report:
    """A report of an invented outlet; its id is that of what it says."""
    made = Report(
        id="", source_id=None, title=TITLE, published="2031-02-24", outlet="The Baltic Courier",
        url="https://courier.example/2031/02/24/dam", language="en", text=text,
    )  # fmt: skip
    made = replace(made, **changes)
    ident = ids.report_id(title=made.title, published=made.published, outlet=made.outlet, url=made.url, text=made.text)
    return replace(made, id=ident)


def record(
    text: str = TEXT,
    *,
    run: Run = RUN,
    act: Act = "assert",
    status: MeetingStatus = "cancelled",
    name: str = "Mart Kallas",
    **changes: Any,
) -> Record:
    """What is found in `report`: Kallas cancels the round, Latvia is silent, and there is a condition."""

    def span(words: str) -> Span:
        assert words in text, words
        return Span(text.index(words), text.index(words) + len(words))

    kallas = Actor(id="a1", name=name, kind="person", party="EST", role=None, mentions=(span("Mart Kallas"),))
    ministry = Actor(
        id="a2", name="Latvian Foreign Ministry", kind="body", party="LVA", role=None,
        mentions=(span("Latvia's Foreign Ministry"),),
    )  # fmt: skip
    said = Statement(
        id="s1", speaker="a1", speaker_span=span("Mart Kallas"), party="EST", cue=span("said"),
        content=(span("Estonia has called off the round of talks with Latvia on the dam"),), form="indirect", act=act,
        said="2031-02-24", channel=None, via=None,
    )  # fmt: skip
    silent = Statement(
        id="s2", speaker="a2", speaker_span=None, party="LVA", cue=span("has not commented"), content=(), form="indirect",
        act="decline", said="2031-02-24", channel=None, via=None,
    )  # fmt: skip
    event = Event(
        id="e1", trigger=span("called off"), type="REJECT", code="164", initiators=("EST",), recipients=("LVA",),
        status="occurred", when="2031-02-24", where=None, source="s1",
    )  # fmt: skip
    meeting = Meeting(
        id="m1", mentions=(span("the round of talks with Latvia"),), parties=("EST", "LVA"), delegates=("a1",),
        status=status, changed_by="EST", when="2031-03", where=Place(name="Riga", country="LVA"),
        agenda=(span("the dam"),), source="s1", about="dam",
    )  # fmt: skip
    condition = Condition(id="c1", what=span("No talks"), requires=span("the sluice opens"), set_by="EST", source="s1")
    return Record(
        report=report(text, **changes), actors=(kallas, ministry), statements=(said, silent), events=(event,),
        meetings=(meeting,), conditions=(condition,), times=(), notes=(), run=run,
    )  # fmt: skip


def other(number: int, *, published: str = "2031-02-25", text: str = TEXT) -> Record:
    """A report at an address of its own that says the same in another place."""
    return record(text, published=published, url=f"https://courier.example/{number}", title=f"{TITLE} ({number})")
