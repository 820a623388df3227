"""What changed between two days, as pages show it: what it was, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.positions import sentence
from memcon.export.ledger.rounds import position_in_words
from memcon.export.ledger.talks import round_in_words
from memcon.export.memo.meetings import place_in_words

if TYPE_CHECKING:
    from memcon.tracks.compare import Difference
    from memcon.tracks.model import Round
    from memcon.web.parts.links import Links


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """One thing that is not as it was: `what` it is about, `was` and `now` in words (``""``: nothing)."""

    kind: str
    what: str
    href: str
    was: str
    now: str


def difference_view(one: Difference, links: Links) -> DifferenceView:
    """A difference in words."""
    about = one.after or one.before
    was, now = _sides(one)
    return DifferenceView(
        kind=one.kind,
        what=(round_in_words(about) or "round without a day") if about else "condition",
        href=links.round(one.after.id) if one.after else "",
        was=was,
        now=now,
    )


def _sides(one: Difference) -> tuple[str, str]:
    match one.kind:
        case "new round" | "gone" | "status":
            return _told(one.before), _told(one.after)
        case "day":
            return _field(one.before, "when"), _field(one.after, "when")
        case "place":
            return _field(one.before, "where"), _field(one.after, "where")
        case "number":
            return _field(one.before, "number"), _field(one.after, "number")
        case "new position" | "changed position":
            return (
                position_in_words(one.was) if one.was else "nothing on record",
                position_in_words(one.now) if one.now else "",
            )
        case _:
            found = one.condition
            return "", calm(
                f"{' '.join(found.what.split())} depends on: {' '.join(found.requires.split())}"
            ) if found else ""


def _told(one: Round | None) -> str:
    return sentence(one).plain if one else ""


def _field(one: Round | None, name: str) -> str:
    if one is None:
        return ""
    if name == "when":
        return in_words(one.when) or "no day given"
    if name == "where":
        return calm(place_in_words(one.where)) or "no place given"
    return f"round {one.number}" if one.number else "no number"
