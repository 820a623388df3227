"""The dossier of a track: one sentence of how it stands, the rounds with positions and history, conditions, mediation, sources.

Every claim carries its words and the number of the report that it stands in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.layout import as_of_line, short
from memcon.export.ledger.references import references
from memcon.export.ledger.rounds import rounds_section
from memcon.export.ledger.talks import standing_lines, status_mark
from memcon.export.memo.layout import LABEL, grid, heading, indented, label
from memcon.export.parties import in_sentence, name_of, on_whose_word
from memcon.export.tracks import title_of
from memcon.export.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from memcon.export.ledger.references import References
    from memcon.ledger import AsOf
    from memcon.tracks.model import Mediation, Round, Track, TrackCondition

LABEL_WIDTH = 10


def dossier(track: Track, as_of: AsOf, *, only: Round | None = None) -> Iterator[RenderableType]:
    """The whole of `track`, or of `only` one round of it."""
    reports = [one for one in track.reports if only is None or one.id in only.reports]
    refs = references(reports)
    yield from _head(track, as_of)
    if only is None:
        yield from _in_brief(track)
    yield from rounds_section(track, track.rounds if only is None else [only], refs)
    if only is None:
        yield from _conditions(track, refs)
        yield from _mediations(track, refs)
    yield from refs.section()


def _head(track: Track, as_of: AsOf) -> Iterator[RenderableType]:
    yield Text(title_of(track), "bold")
    days = track.last if track.first == track.last else f"{track.first}/{track.last}"
    about = [
        f"track {short(track.id)}",
        counted(len(track.rounds), "round"),
        f"{counted(track.sources, 'source')} published {in_words(days)}",
    ]
    yield Text(" · ".join(about), LABEL)
    yield from as_of_line(as_of)


def _in_brief(track: Track) -> Iterator[RenderableType]:
    yield heading("HOW IT STANDS")
    table = grid(first=LABEL_WIDTH)
    lines = standing_lines(track)
    table.add_row(status_mark(track.status), lines[0][1] if lines else Text("no round of it is known"))
    for name, line in lines[1:]:
        table.add_row(label(name), line)
    table.add_row(label("parties"), Text(listed([name_of(party) for party in track.parties])))
    if track.mediators:
        table.add_row(label("mediators"), Text(listed([name_of(party) for party in track.mediators])))
    if track.about:
        table.add_row(label("about"), Text(calm(", ".join(track.about))))
    for each in track.settled:
        table.add_row(label("decided"), Text(calm(f"{each.field}: {each.value}, by {each.by}: {each.reason}")))
    yield indented(table)


def _conditions(track: Track, refs: References) -> Iterator[RenderableType]:
    if not track.conditions:
        return
    yield heading("CONDITIONS")
    for number, one in enumerate(track.conditions):
        yield Padding(indented(_condition(one, refs)), (1 if number else 0, 0, 0, 0))


def _condition(one: TrackCondition, refs: References) -> RenderableType:
    table = grid(first=LABEL_WIDTH)
    table.add_row(label("what"), Text(calm(" ".join(one.what.split())), "bold"))
    table.add_row(label("depends on"), Text(calm(" ".join(one.requires.split()))))
    who = in_sentence(one.set_by) if one.set_by else "nobody named"
    table.add_row(
        label("set by"),
        Text(f"{who}, {on_whose_word(one.said_by)} ").append(refs.mark(*{e.report for e in one.evidence}), LABEL),
    )
    return table


def _mediations(track: Track, refs: References) -> Iterator[RenderableType]:
    if not track.mediations:
        return
    yield heading("MEDIATION")
    table = grid(first=LABEL_WIDTH)
    for one in track.mediations:
        table.add_row(Text(one.status), mediation(one, refs))
    yield indented(table)


def mediation(one: Mediation, refs: References) -> Text:
    """“Oman, says Iran (3 May 2025): “…” [2]”."""
    day = in_words(one.as_of)
    line = Text(f"{name_of(one.by)}, {on_whose_word(one.said_by)}{f' ({day})' if day else ''}: ")
    return line.append_text(refs.words(one.evidence))
