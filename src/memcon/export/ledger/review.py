"""What waits for a person's judgement, and the judgements in force."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from memcon.export.calm import calm
from memcon.export.ledger.decisions import decisions_page
from memcon.export.ledger.decisions import to_json as decision_json
from memcon.export.ledger.layout import listing, short
from memcon.export.ledger.talks import STATUS_WIDTH, status_mark, told_so
from memcon.export.memo.layout import LABEL, PARTY, grid, heading, indented
from memcon.export.tracks import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from memcon.desk.persons import Doubt
    from memcon.ledger import Decision
    from memcon.tracks.model import Round, Track

SIGHTING = 14  # characters: sightings of one report share the first six


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """What waits: rounds with their tracks, names joined in doubt; and what is decided."""

    rounds: Iterable[tuple[Track, Round]]
    doubts: Sequence[Doubt]
    decisions: Sequence[Decision]


def review_page(waits: Waits, limit: int) -> Iterator[RenderableType]:
    """What waits, `limit` of each at most (0: all), then what is decided, the newest first."""
    yield heading("WAITS FOR A JUDGEMENT")
    yield from map(indented, listing((_block(*each) for each in waits.rounds), limit, none="No round waits."))
    if waits.doubts:
        yield heading("NAMES JOINED IN DOUBT")
        yield from map(indented, listing(map(_doubt, waits.doubts), limit, none=""))
    if waits.decisions:
        yield heading("DECIDED")
        newest = sorted(waits.decisions, key=lambda one: one.decided, reverse=True)
        yield from decisions_page(newest[:limit] if limit else newest)


def review_json(waits: Waits) -> Iterator[dict[str, Any]]:
    """A line for each: ``waits`` is true or false."""
    for track, one in waits.rounds:
        yield {"waits": True, "track": track.id, "round": one.id, "title": title_of(track), "status": one.status}
    for doubt in waits.doubts:
        sides = {"left": doubt.left.id, "right": doubt.right.id}
        yield {"waits": True, "person": doubt.person.id, "names": asdict(doubt.join), **sides}
    for decision in waits.decisions:
        yield {"waits": False, **decision_json(decision)}


def _doubt(doubt: Doubt) -> RenderableType:
    join, left, right = doubt.join, doubt.left, doubt.right
    line = Text(f"“{calm(join.left)}” and “{calm(join.right)}”", PARTY)
    line.append(f": {calm(join.reason)} ({join.score:.0%})", "not bold")
    advice = f"memcon review join {left.id[:SIGHTING]} {right.id[:SIGHTING]}, or split"
    return Group(line, Text(advice, LABEL))


def _block(track: Track, one: Round) -> RenderableType:
    table = grid(first=STATUS_WIDTH)
    table.add_row(status_mark(one.status), Text(title_of(track), PARTY))
    table.add_row("", told_so(one))
    table.add_row(
        "", Text(f"memcon show {short(one.id)}; memcon review accept, correct or reject {short(one.id)}", LABEL)
    )
    return table
