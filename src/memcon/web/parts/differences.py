"""What changed between two days, as pages show it: what it was, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.calm import calm
from memcon.export.ledger.changes import condition_in_words
from memcon.export.ledger.positions import sentence
from memcon.export.ledger.rounds import position_with_details
from memcon.export.ledger.talks import round_in_words
from memcon.export.parties import name_of, on_whose_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memcon.tracks.compared import Compared, RoundChange, RoundChanged
    from memcon.tracks.model import Round, TrackCondition
    from memcon.web.parts.links import Links

_KINDS: Mapping[RoundChange, str] = {
    "new": "new round",
    "status": "status",
    "on record": "on record",
    "details": "day, place or number",
    "gone": "gone",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """One thing that is not as it was: `what` it is about, `was` and `now` in words (``""``: nothing).

    `positions` are what came on record about it meanwhile.
    """

    kind: str
    what: str
    href: str
    was: str
    now: str
    positions: tuple[str, ...] = ()


def difference_views(found: Compared, links: Links) -> Iterator[DifferenceView]:
    """What changed, by rounds, the newest first; then conditions and mediation."""
    yield from (_round(one, links) for one in found.rounds)
    for condition in found.conditions:
        yield DifferenceView(kind="new condition", what="condition", href="", was="", now=_condition(condition))
    for one in found.mediations:
        word = on_whose_word(one.said_by)
        now = f"{name_of(one.by)}: {calm(one.status)}, {word}"
        yield DifferenceView(kind="new mediation", what="mediation", href="", was="", now=now)


def _round(one: RoundChanged, links: Links) -> DifferenceView:
    about = one.after or one.before
    return DifferenceView(
        kind=_KINDS[one.change],
        what=(round_in_words(about) if about else "") or "round without a day",
        href=links.round(one.after.id) if one.after else "",
        was=_told(one.before),
        now=_told(one.after),
        positions=tuple(position_with_details(each) for each in one.positions),
    )


def _told(one: Round | None) -> str:
    """“10 April 2025, Istanbul, Türkiye: held, as The Moscow Times tells it”."""
    return ": ".join(part for part in (round_in_words(one), sentence(one).plain) if part) if one else ""


def _condition(one: TrackCondition) -> str:
    return calm(condition_in_words(one))
