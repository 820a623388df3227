"""A thing by its id, or by the beginning of its id, as somebody gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from memcon.ledger import AsOf, Ledger

SHOWN = 5
WHERE_IDS_ARE = "`memcon talks`, `memcon said --json` and `memcon search` show ids"


class Named(NamedTuple):
    """What it is (track, round, person, report, sighting, decision), and its whole id."""

    kind: str
    id: str


class NotFoundError(MemconError):
    """There is nothing of the id that was given."""


def named(ledger: Ledger, given: str, as_of: AsOf, *, only: Collection[str] = ()) -> Named:
    """The one thing whose id begins with `given` (of the kinds `only`, where that says any).

    Raises `NotFoundError` where there is none, with the nearest there is, and `MemconError` with a list where there are several.
    """
    found = _beginning(ledger, given, as_of, only)
    if not found:
        raise NotFoundError(f"{given}: nothing has this id{_nearest(ledger, given, as_of, only)}")
    exact = [each for each in found if each.id == given]
    if len(found) > 1 and len(exact) != 1:
        raise MemconError(f"{given}: several ids begin so: {_listed(found)}")
    return (exact or found)[0]


def _beginning(ledger: Ledger, given: str, as_of: AsOf, only: Collection[str]) -> list[Named]:
    from memcon import desk  # noqa: PLC0415 - what a mistake need not wait for

    every = dict.fromkeys(Named(*each) for each in (*desk.find(ledger, given, as_of), *ledger.find(given)))
    return [each for each in every if not only or each.kind in only]


def _nearest(ledger: Ledger, given: str, as_of: AsOf, only: Collection[str]) -> str:
    """What shares the most of its beginning with `given`."""
    for length in range(len(given) - 1, 1, -1):
        if near := _beginning(ledger, given[:length], as_of, only):
            return f" (nearest: {_listed(near)})"
    return f" ({WHERE_IDS_ARE})"


def _listed(found: Sequence[Named]) -> str:
    shown = ", ".join(f"{each.kind} {each.id[:16]}" for each in found[:SHOWN])
    return shown + (f" and {len(found) - SHOWN} more" if len(found) > SHOWN else "")
