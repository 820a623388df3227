"""What a judgement is about, and what it sets: from what somebody names to what a decision keeps.

A join or split holds between mentions, which stay the same whatever is made of them; a round is named by its first one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.errors import MemconError
from memcon.questions.naming import named

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memcon.ledger import Kind, Ledger
    from memcon.tracks import Round

_ITEMS = frozenset({"statement", "event", "condition"})
# What can be set by hand, and of what.
CORRECTABLE: Mapping[str, tuple[str, ...]] = {
    "track": ("title", "status", "parties", "mediators", "about"),
    "round": ("status", "number", "when", "where", "changed_by"),
    "sighting": ("status", "number", "when", "where", "changed_by", "parties", "matter"),
}


def mentions(ledger: Ledger, given: str) -> tuple[str, ...]:
    """The anchors of a round's mentions, the first first, or of the one mention that a meeting's sighting is."""
    from memcon.ledger import NOW  # noqa: PLC0415 - see `cli.asking`

    one = named(ledger, given, NOW, only=("round", "sighting"))
    return _round(ledger, one.id).anchors if one.kind == "round" else (_anchor(ledger, one.id, "meeting"),)


def two_to_join(ledger: Ledger, given: str, other: str) -> tuple[str, str]:
    """What two tracks, two rounds, or two sightings of actors are joined by: ids of tracks, else anchors."""
    (kind, left), (other_kind, right) = _joinable(ledger, given), _joinable(ledger, other)
    if kind != other_kind:
        raise MemconError(f"{given} is a {kind} and {other} a {other_kind}: name two of one kind")
    if left == right:
        raise MemconError(f"{given} and {other} are the same thing")
    return left, right


def _joinable(ledger: Ledger, given: str) -> tuple[str, str]:
    from memcon.ledger import NOW  # noqa: PLC0415

    one = named(ledger, given, NOW, only=("track", "round", "sighting"))
    if one.kind == "track":
        return "track", one.id
    if one.kind == "round":
        return "round", _round(ledger, one.id).anchors[0]
    found = ledger.sighting(one.id)
    if found is not None and found.kind == "actor":
        return "person", found.anchor
    return "round", _anchor(ledger, one.id, "meeting")


def apart(ledger: Ledger, given: str, other: str) -> tuple[str, str]:
    """What stays and what goes: of a round the mention that the sighting or report `other` has; of a person, one sighting."""
    from memcon.ledger import NOW  # noqa: PLC0415

    one = named(ledger, given, NOW, only=("round", "sighting"))
    if one.kind == "sighting" and _kind(ledger, one.id) == "actor":
        return two_to_join(ledger, given, other)
    of_it = mentions(ledger, given)
    out = named(ledger, other, NOW, only=("report", "sighting", "round"))
    if out.kind == "report":
        theirs = [one.sighting.anchor for one in ledger.sightings(anchors=of_it, report=out.id)]
    else:
        theirs = list(mentions(ledger, out.id))
    goes = [anchor for anchor in theirs if anchor in of_it] or (theirs if len(of_it) == 1 else [])
    stays = [anchor for anchor in of_it if anchor not in goes]
    if not goes or not stays:
        raise MemconError(f"{other}: it has no mention that the round {given} could do without")
    return stays[0], goes[0]


def subject(ledger: Ledger, given: str) -> tuple[str, str]:
    """What is corrected or accepted: its kind, and the id that a decision names it by."""
    from memcon.ledger import NOW  # noqa: PLC0415

    one = named(ledger, given, NOW, only=("track", "round", "sighting"))
    return one.kind, _anchor(ledger, one.id, "meeting") if one.kind == "sighting" else one.id


def judged_item(ledger: Ledger, given: str) -> str | None:
    """The anchor of a statement, event or condition that is accepted or rejected; ``None`` where `given` is something else."""
    from memcon.ledger import NOW  # noqa: PLC0415

    one = named(ledger, given, NOW, only=("track", "round", "sighting"))
    found = ledger.sighting(one.id) if one.kind == "sighting" else None
    return found.anchor if found is not None and found.kind in _ITEMS else None


def value(kind: str, changes: Iterable[str]) -> dict[str, object]:
    """``FIELD=VALUE`` as what a decision sets; several parties are parted by commas, a place from its state too."""
    found: dict[str, object] = {}
    for change in changes:
        field, given, words = change.partition("=")
        if not given or field not in CORRECTABLE[kind]:
            can = ", ".join(CORRECTABLE[kind])
            raise MemconError(f"{change}: of a {kind} one can correct {can} (write it as FIELD=VALUE)")
        found[field] = _typed(field, words.strip())
    return found


def _typed(field: str, words: str) -> object:
    from memcon.questions.parties import parties  # noqa: PLC0415
    from memcon.questions.words import STATUSES  # noqa: PLC0415

    match field:
        case "parties" | "mediators":
            return list(parties(part for part in words.split(",") if part.strip()))
        case "about":
            return [part.strip() for part in words.split(",") if part.strip()]
        case "changed_by":
            return parties([words])[0] if words else None
        case "number" if words and not words.isdecimal():
            raise MemconError(f"number={words}: a round's number is a whole number")
        case "number":
            return int(words) if words else None
        case "where":
            return _place(words)
        case "status" if words not in STATUSES:
            raise MemconError(f"status={words}: there is no such status (there are: {', '.join(STATUSES)})")
        case _:
            return words


def _place(words: str) -> dict[str, str | None] | None:
    """“Istanbul, TUR”."""
    from memcon.questions.parties import parties  # noqa: PLC0415

    name, _, state = words.partition(",")
    return {"name": name.strip(), "country": parties([state])[0] if state.strip() else None} if words else None


def _round(ledger: Ledger, ident: str) -> Round:
    from memcon import desk  # noqa: PLC0415

    track = desk.track(ledger, ident)
    found = next((each for each in track.rounds if each.id == ident), None) if track else None
    if found is None:
        raise MemconError(f"{ident}: there is no such round now")
    return found


def _anchor(ledger: Ledger, ident: str, kind: Kind) -> str:
    found = ledger.sighting(ident)
    if found is None or found.kind != kind:
        raise MemconError(f"{ident}: this is no {kind}'s sighting (judge a track, a round, or a meeting in a report)")
    return found.anchor


def _kind(ledger: Ledger, ident: str) -> Kind | None:
    found = ledger.sighting(ident)
    return found.kind if found else None
