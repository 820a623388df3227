"""The memo of a day: what became known on it, the rounds that fell on it, and who said what in the reports of that day."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from memcon.export.days import in_words
from memcon.export.formats.first_day import first_day, last_day
from memcon.export.ledger.changes import WEIGHT
from memcon.export.ledger.changes_page import about, in_a_line
from memcon.export.ledger.positions import sentence
from memcon.export.ledger.references import References
from memcon.export.ledger.said import content, who
from memcon.export.ledger.talks import round_in_words
from memcon.export.paper.foot import foot
from memcon.export.paper.model import Facts, Heading, Line, Paper, Paragraph, Table, Words, line_of, plain
from memcon.export.paper.numbered import sources
from memcon.export.tracks import title_of
from memcon.export.wording import ACTS, counted
from memcon.tracks.model import TrackReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from memcon.export.ledger.changes import Change
    from memcon.export.ledger.told import Told
    from memcon.export.paper.model import Block
    from memcon.ledger import Heading as ReportHeading
    from memcon.tracks.model import Round, Track

SECTIONS = ("Called off or put off", "Silences and denials", "New rounds", "Held", "Conditions")
Rounds: TypeAlias = "Sequence[tuple[Track, Round]]"


def day_paper(
    day: str,
    changes: Sequence[Change],
    rounds: Rounds,
    statements: Sequence[Told],
    reports: Mapping[str, ReportHeading],
    now: datetime,
) -> Paper:
    """The memo of `day` (ISO): which `changes` became known, which `rounds` fell on it, and the `statements` made.

    `reports` are the headings, by id, of all reports that any of it rests on.
    """
    refs = _references(reports.values())
    found = f"{counted(len(changes), 'change')}, {counted(len(statements), 'statement')}"
    return Paper(
        title=f"What became known on {in_words(day)}",
        about=(f"{found} in {counted(len(reports), 'report')}",),
        blocks=tuple(_blocks(changes, rounds, statements, refs, reports)),
        foot=foot(now),
    )


def rounds_on(tracks: Iterable[Track], day: str) -> Rounds:
    """The rounds of `tracks` that fell, or were to fall, on `day` (ISO)."""
    return [(track, one) for track in tracks for one in track.rounds if _is_on(one, day)]


def _references(reports: Iterable[ReportHeading]) -> References:
    ordered = sorted(reports, key=lambda one: (one.published, one.outlet, one.id))
    numbered = [
        TrackReport(id=one.id, source_id=one.source_id, published=one.published, outlet=one.outlet, title=one.title)
        for one in ordered
    ]
    return References(tuple(numbered), {one.id: number for number, one in enumerate(ordered, start=1)})


def _is_on(one: Round, day: str) -> bool:
    """Whether the round is of this very day, or of a span of days that it lies in; a month or a year is too wide to say so."""
    is_exact = all(len(point) >= len("2025-06-16") for point in one.when.split("/"))
    first, last = first_day(one.when), last_day(one.when)
    return bool(is_exact and first and last and first.isoformat() <= day <= last.isoformat())


def _blocks(
    changes: Sequence[Change],
    rounds: Rounds,
    said: Sequence[Told],
    refs: References,
    reports: Mapping[str, ReportHeading],
) -> Iterator[Block]:
    if not (changes or rounds or said):
        yield Paragraph(line=plain("Nothing is on record for this day."))
        return
    for weight, group in groupby(changes, key=lambda one: WEIGHT[one.kind]):
        yield Heading(text=SECTIONS[weight])
        yield Facts(rows=tuple(_change(one, refs) for one in group))
    if rounds:
        yield Heading(text="On this day")
        yield Facts(rows=tuple(_round(track, one, refs) for track, one in rounds))
    if said:
        yield Heading(text="Who said what")
        yield Table(head=("Who", "Act", "What"), rows=tuple(_statements(said, refs)), widths=(3, 2, 6))
    yield Heading(text="Sources")
    yield sources(refs, {one.id: one.url for one in reports.values()})


def _change(one: Change, refs: References) -> tuple[str, tuple[Line, ...]]:
    mark = Words(refs.mark(*one.reports), "mark")
    return about(one), ((*line_of(in_a_line(one)), mark),)


def _round(track: Track, one: Round, refs: References) -> tuple[str, tuple[Line, ...]]:
    title = ", ".join(part for part in (title_of(track), round_in_words(one)) if part)
    return title, ((*line_of(sentence(one)), Words(refs.mark(*one.reports), "mark")),)


def _statements(said: Iterable[Told], refs: References) -> Iterator[tuple[Line, ...]]:
    """A row each; who has been named with office and party goes by the name from then on."""
    named: set[Line] = set()
    for one in said:
        whole, *rest = line_of(who(one)), *_statement(one, refs)
        yield (whole[:1] if whole in named else whole, *rest)
        named.add(whole)


def _statement(one: Told, refs: References) -> tuple[Line, ...]:
    act = one.sighting.body["act"]
    said = in_words(one.sighting.body["said"])
    verb = Words(ACTS[act], "silent" if act == "decline" else "plain")
    when = (Words(f", {said}"),) if said and one.sighting.body["said"] != one.report.published else ()
    mark = Words(refs.mark(one.report.id), "mark")
    return ((verb, *when), (*line_of(content(one)), mark))
