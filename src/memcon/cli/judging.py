"""What a judgement is about, and what it sets: from what the command line names to what a decision keeps.

A join or split holds between mentions, which stay the same whatever is made of them; a round is named by its first one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.cli.naming import named
from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memcon.ledger import Ledger
    from memcon.tracks.model import Round

# What can be set by hand, and of what.
CORRECTABLE: Mapping[str, tuple[str, ...]] = {
    "track": ("title",),
    "round": ("status", "number", "when", "where", "changed_by"),
    "sighting": ("status", "number", "when", "where", "changed_by", "parties", "matter"),
}


def mentions(ledger: Ledger, given: str) -> tuple[str, ...]:
    """The anchors of a round's mentions, the first first, or of the one mention that a sighting is."""
    from memcon.ledger import NOW  # noqa: PLC0415 - see `cli.asking`

    one = named(ledger, given, NOW, only=("round", "sighting"))
    return _round(ledger, one.id).anchors if one.kind == "round" else (_anchor(ledger, one.id),)


def apart(ledger: Ledger, given: str, other: str) -> tuple[str, str]:
    """A mention that stays in the round `given`, and the one of it that goes: the sighting `other`, or that of the report `other`."""
    from memcon.ledger import NOW  # noqa: PLC0415

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
    return one.kind, _anchor(ledger, one.id) if one.kind == "sighting" else one.id


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
    from memcon.cli.parties import parties  # noqa: PLC0415
    from memcon.cli.talks import STATUSES  # noqa: PLC0415

    match field:
        case "parties":
            return list(parties(part for part in words.split(",") if part.strip()))
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
    from memcon.cli.parties import parties  # noqa: PLC0415

    name, _, state = words.partition(",")
    return {"name": name.strip(), "country": parties([state])[0] if state.strip() else None} if words else None


def _round(ledger: Ledger, ident: str) -> Round:
    from memcon import desk  # noqa: PLC0415

    track = desk.track(ledger, ident)
    found = next((each for each in track.rounds if each.id == ident), None) if track else None
    if found is None:
        raise MemconError(f"{ident}: there is no such round now")
    return found


def _anchor(ledger: Ledger, ident: str) -> str:
    found = ledger.sighting(ident)
    if found is None or found.kind != "meeting":
        raise MemconError(f"{ident}: this is no meeting's sighting (judge a track, a round, or a meeting in a report)")
    return found.anchor
