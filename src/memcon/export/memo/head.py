"""Head and foot of a memo: what was read, what is in it in brief, what to know of how it was read."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from memcon.export.days import in_words
from memcon.export.memo.layout import LABEL, SILENT, heading, indented
from memcon.export.memo.meetings import on_whose_word, parties_of, status_in_words
from memcon.export.parties import IN_ITS_OWN_VOICE, in_sentence, name_of
from memcon.export.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from memcon.export.standing import Standing
    from memcon.model import Meeting

BRIEF_MEETINGS = 4


def head(standing: Standing) -> Iterator[RenderableType]:
    """Title, outlet, day and address, as far as the report has them."""
    report = standing.record.report
    yield Text(report.title or "(no title)", "bold")
    about = [report.outlet, _weekday(report.published) + in_words(report.published) or "no date"]
    yield Text(" · ".join(part for part in about if part))
    if report.url:
        yield Text(report.url, f"dim link {report.url}", overflow="fold")


def brief_section(standing: Standing) -> Iterator[RenderableType]:
    """The meetings that did not simply take place, then how much of what was found. No word of it is more than a count or a status."""
    record = standing.record
    if not (record.meetings or record.statements or record.events or record.conditions):
        yield Padding(Text("Nothing was found: no statement, meeting, event or condition."), (1, 0, 0, 0))
        return
    yield heading("IN BRIEF")
    for line in [*_meetings(standing), *_statements(standing), _rest(standing)]:
        if line:
            yield indented(line)


def foot(standing: Standing) -> Iterator[RenderableType]:
    """The record's notes, and what read the report."""
    record = standing.record
    if record.notes:
        yield heading("NOTES")
        for note in record.notes:
            yield indented(Text(note))
    reader = f"Read by memcon {record.run.memcon} with {record.run.pipeline}: a machine's reading, so check it against the report."
    yield Padding(Text(reader, LABEL), (1, 0, 0, 0))


def _weekday(edtf: str) -> str:
    try:
        return f"{date.fromisoformat(edtf):%A}, "
    except ValueError:
        return ""


def _meetings(standing: Standing) -> Iterator[Text]:
    open_ones = [meeting for meeting in standing.record.meetings if meeting.status != "held"]
    for meeting in open_ones[:BRIEF_MEETINGS]:
        when = in_words(meeting.when)
        line = Text(f"{parties_of(meeting)}{f', {when}' if when else ''}: ")
        line.append(status_in_words(meeting), "bold").append(f", {on_whose_word(standing, meeting.source)}.")
        if silent := standing.silences(meeting):
            line.append(f" No comment from {listed([in_sentence(party) for party in silent])}.", SILENT)
        yield line
    if len(open_ones) > BRIEF_MEETINGS:
        yield Text(f"{counted(len(open_ones) - BRIEF_MEETINGS, 'more meeting')} not held, or not yet.")
    held = Counter(_teller(standing, meeting) for meeting in standing.record.meetings if meeting.status == "held")
    for teller, number in held.items():
        yield Text(f"{counted(number, 'meeting')} held, {teller}.")


def _statements(standing: Standing) -> Iterator[Text]:
    """How many statements by which parties, silences counted apart."""
    statements = [statement for statement in standing.record.statements if statement.act != "decline"]
    if statements:
        by_party = Counter(name_of(s.party) if s.party else "others" for s in statements)
        shares = ", ".join(f"{party} {number}" for party, number in by_party.most_common())
        yield Text(f"{counted(len(statements), 'statement')}: {shares}.")
    silent = [statement for statement in standing.record.statements if statement.act == "decline"]
    if silent:
        parties = dict.fromkeys(name_of(s.party) if s.party else "others" for s in silent)
        yield Text(f"{counted(len(silent), 'silence')} on record: {', '.join(parties)}.", SILENT)


def _teller(standing: Standing, meeting: Meeting) -> str:
    """Like `on_whose_word`, by party alone."""
    source = standing.statements.get(meeting.source or "")
    if source is None:
        return IN_ITS_OWN_VOICE
    return f"says {in_sentence(source.party)}" if source.party else "says a source of no named party"


def _rest(standing: Standing) -> Text | None:
    record = standing.record
    counts = [(len(record.events), "event"), (len(record.conditions), "condition")]
    found = [counted(number, noun) for number, noun in counts if number]
    return Text(f"{listed(found)}.".capitalize()) if found else None
