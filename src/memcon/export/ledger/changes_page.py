"""What became known, as a page: a section a kind, the most weighty first, statements last."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.console import Group
from rich.padding import Padding
from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.changes import WEIGHT
from memcon.export.ledger.layout import as_of_line, more, source
from memcon.export.ledger.said import statements_page
from memcon.export.ledger.talks import round_in_words
from memcon.export.memo.layout import LABEL, PARTY, QUOTED, SILENT, grid, heading, indented
from memcon.export.parties import on_whose_word
from memcon.export.tracks import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from rich.console import RenderableType

    from memcon.export.ledger.changes import Change
    from memcon.export.ledger.told import Told
    from memcon.ledger import AsOf, Heading, Ledger

SECTIONS = ("CALLED OFF OR PUT OFF", "SILENCES AND DENIALS", "NEW ROUNDS", "HELD", "CONDITIONS")
DAY_WIDTH = 13
MANY_REPORTS = 3


def changes_page(
    ledger: Ledger, changes: Sequence[Change], statements: Iterable[Told], as_of: AsOf, *, since: str, limit: int
) -> Iterator[RenderableType]:
    """`changes` by their weight, `limit` of each section at most (0: all), and the statements made since."""
    yield Text(f"What became known since {in_words(since)}", "bold")
    yield from as_of_line(as_of)
    reports = ledger.headings({each for change in changes for each in change.reports[:MANY_REPORTS]})
    for weight, group in groupby(changes, key=lambda change: WEIGHT[change.kind]):
        yield heading(SECTIONS[weight])
        yield from map(indented, _section(list(group), reports, limit))
    said = list(statements_page(statements, limit))
    if said:
        yield heading("STATEMENTS")
        yield from map(indented, said)


def _section(changes: Sequence[Change], reports: Mapping[str, Heading], limit: int) -> Iterator[RenderableType]:
    for number, change in enumerate(changes):
        if limit and number == limit:
            yield more(limit)
            return
        yield Padding(_change(change, reports), (1 if number else 0, 0, 0, 0))


def _change(change: Change, reports: Mapping[str, Heading]) -> RenderableType:
    table = grid(first=DAY_WIDTH)
    table.add_row(Text(in_words(change.day), LABEL), Text(about(change), PARTY))
    table.add_row("", Group(in_a_line(change), *_sources(change, reports)))
    return table


def about(change: Change) -> str:
    """“Russia–United States: diplomatic missions, round 3, 16 June 2025”."""
    round_ = round_in_words(change.round) if change.round else ""
    return ", ".join(part for part in (title_of(change.track), round_) if part)


def in_a_line(change: Change) -> Text:
    """“cancelled by the United States, says Russia: “…””; a silence or denial tells its party itself."""
    line = Text(calm(change.what), SILENT if change.kind == "silence" else "bold")
    if change.kind not in {"silence", "denial"}:
        line.append(f", {on_whose_word(change.party)}", "not bold")
    words = list(dict.fromkeys(" ".join(calm(each.text).split()) for each in change.evidence))
    if words and change.kind != "condition":  # which is told in its words
        line.append(": ", "not bold").append(f"“{words[0].strip('“”')}”", f"not bold {QUOTED}")
    return line


def _sources(change: Change, reports: Mapping[str, Heading]) -> Iterator[Text]:
    known = [reports[each] for each in change.reports[:MANY_REPORTS] if each in reports]
    yield from (source(each) for each in known)
    if len(change.reports) > MANY_REPORTS:
        yield Text(f"and {len(change.reports) - MANY_REPORTS} more", LABEL)
