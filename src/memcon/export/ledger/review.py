"""What waits for a person's judgement, and the judgements in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from memcon.export.ledger.decisions import decisions_page
from memcon.export.ledger.decisions import to_json as decision_json
from memcon.export.ledger.layout import listing, short
from memcon.export.ledger.talks import STATUS_WIDTH, status_mark, told_so
from memcon.export.memo.layout import LABEL, PARTY, grid, heading, indented
from memcon.export.tracks import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType

    from memcon.ledger import Decision
    from memcon.tracks.model import Round, Track


def review_page(
    waiting: Iterable[tuple[Track, Round]], decisions: Sequence[Decision], limit: int
) -> Iterator[RenderableType]:
    """What waits, `limit` at most (0: all), then what is decided, the newest first."""
    yield heading("WAITS FOR A JUDGEMENT")
    yield from map(indented, listing((_block(*each) for each in waiting), limit, none="Nothing waits."))
    if decisions:
        yield heading("DECIDED")
        newest = sorted(decisions, key=lambda one: one.decided, reverse=True)
        yield from decisions_page(newest[:limit] if limit else newest)


def review_json(waiting: Iterable[tuple[Track, Round]], decisions: Iterable[Decision]) -> Iterator[dict[str, Any]]:
    """A line for each: ``waits`` is true or false."""
    for track, one in waiting:
        yield {"waits": True, "track": track.id, "round": one.id, "title": title_of(track), "status": one.status}
    for decision in decisions:
        yield {"waits": False, **decision_json(decision)}


def _block(track: Track, one: Round) -> RenderableType:
    table = grid(first=STATUS_WIDTH)
    table.add_row(status_mark(one.status), Text(title_of(track), PARTY))
    table.add_row("", told_so(one))
    table.add_row(
        "", Text(f"memcon show {short(one.id)}; memcon review accept, correct or reject {short(one.id)}", LABEL)
    )
    return table
