"""A person across reports: names, offices and the days on which reports gave them, why the names were joined, and what was said."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.layout import as_of_line, short
from memcon.export.ledger.said import statements_page
from memcon.export.ledger.told import told
from memcon.export.memo.layout import LABEL, grid, heading, indented, label
from memcon.export.parties import name_of
from memcon.export.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from memcon.ledger import AsOf, Ledger, Standing
    from memcon.tracks.model import Join, Office, Person

LABEL_WIDTH = 10
MANY_STATEMENTS = 20


def person_page(ledger: Ledger, person: Person, as_of: AsOf) -> Iterator[RenderableType]:
    """The dossier of `person`, the newest statements first."""
    yield Text(calm(person.name), "bold")
    party = f"{name_of(person.party)} · " if person.party else ""
    yield Text(f"{party}{counted(len(person.reports), 'report')} · {short(person.id)}", LABEL)
    yield from as_of_line(as_of)
    table = grid(first=LABEL_WIDTH)
    for name, lines in _rows(person):
        for at, line in enumerate(lines):
            table.add_row(label("" if at else name), Text(calm(line)))
    yield indented(table)
    yield heading("WHAT WAS SAID")
    yield from map(
        indented, statements_page(told(ledger, statements_of(ledger, person, as_of), as_of), MANY_STATEMENTS)
    )


def to_json(person: Person) -> dict[str, Any]:
    """The person as a JSON object."""
    return asdict(person)


def _rows(person: Person) -> Iterator[tuple[str, list[str]]]:
    yield "names", [name for name in person.names if name != person.name]
    yield "offices", [_office(each) for each in person.offices]
    yield "joined", [_join(each) for each in person.joins]


def _office(one: Office) -> str:
    days = in_words(one.first if one.first == one.last else f"{one.first}/{one.last}")
    return f"{one.title}, so in {counted(one.reports, 'report')} of {days}"


def _join(one: Join) -> str:
    by = f", by {one.by}" if one.by else ""
    return f"“{one.left}” and “{one.right}”: {one.reason} ({one.score:.0%}{by})"


def statements_of(ledger: Ledger, person: Person, as_of: AsOf) -> Iterator[Standing]:
    """What a person said, the newest report first."""
    anchors = frozenset(person.anchors)
    found = ledger.statements(who=person.names or [person.name], as_of=as_of)
    return (one for one in found if one.sighting.body["speaker"] in anchors)
