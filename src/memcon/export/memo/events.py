"""EVENTS: what one party did, does or might do to another, sorted by the word that each stands on."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from memcon.export.days import in_words
from memcon.export.memo.layout import PARTY, heading, indented
from memcon.export.memo.meetings import place_in_words
from memcon.export.parties import IN_ITS_OWN_VOICE, in_sentence, name_of
from memcon.export.wording import EVENT_STATUSES, EVENT_TYPES, capitalized

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from memcon.export.standing import Standing
    from memcon.model import Event


def events_section(standing: Standing) -> Iterator[RenderableType]:
    """Every event, under who says so; first what the report says in its own voice."""
    by_word: dict[str, list[Event]] = {}
    for event in sorted(standing.record.events, key=lambda event: event.source is not None):
        by_word.setdefault(_word(standing, event), []).append(event)
    if not by_word:
        return
    yield heading("EVENTS")
    for number, (word, events) in enumerate(by_word.items()):
        yield Padding(indented(Text(word, PARTY)), (1 if number else 0, 0, 0, 0))
        yield indented(_table(standing, events), by=4)


def _word(standing: Standing, event: Event) -> str:
    statement = standing.statements.get(event.source or "")
    if statement is None:
        return capitalized(IN_ITS_OWN_VOICE)
    speaker = standing.speaker(statement)
    name = speaker.name if speaker else "a source without a name"
    if not statement.party:
        return f"On the word of {name}"
    more = standing.name_beside_party(statement) if speaker else name
    return f"On the word of {in_sentence(statement.party)}" + (f" ({more})" if more else "")


def _table(standing: Standing, events: list[Event]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    for ratio in (11, 12, 10):
        table.add_column(ratio=ratio, overflow="fold")
    rows = Counter((_parties(event), _what(standing, event), _how_it_stands(standing, event)) for event in events)
    for (parties, (kind, trigger), standing_now), times in rows.items():
        what = Text.assemble(f"{kind}: ", (f"“{trigger}”", "bold"), f" ({times} times)" if times > 1 else "")
        table.add_row(Text(parties), what, Text(standing_now))
    return table


def _parties(event: Event) -> str:
    names = [", ".join(name_of(party) for party in side) or "?" for side in (event.initiators, event.recipients)]
    if set(event.initiators) == set(event.recipients):
        return " ↔ ".join(name_of(party) for party in event.initiators) or "?"
    return " → ".join(names) if event.recipients else names[0]


def _what(standing: Standing, event: Event) -> tuple[str, str]:
    return EVENT_TYPES[event.type], standing.words(event.trigger)


def _how_it_stands(standing: Standing, event: Event) -> str:
    when = in_words(event.when, year=standing.record.report.published[:4])
    parts = [EVENT_STATUSES[event.status], when, place_in_words(event.where)]
    return ", ".join(part for part in parts if part)
