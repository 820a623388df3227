"""What the desk keeps in the ledger's ``desk`` space, and how it is found again.

========== ===================== ==========================================================
key        value                 found by
========== ===================== ==========================================================
``note:``  a report's notes      each scope that it or another version of it ever spoke of
``scope:`` who was ever in it    each party of its mentions, ``scope``
``stale:`` a scope to do again   ``stale``
``track:`` a track               each party, its scope, the beginnings of its and its rounds' ids, ``track``
``judged:`` a decision's scopes  itself alone
``version`` who put it together  itself alone
========== ===================== ==========================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import memcon
from memcon import ids
from memcon.desk.codec import decoded, encoded, shape
from memcon.ledger.model import Computed
from memcon.tracks.model import Scope, Track
from memcon.tracks.notes import Notes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from memcon.ledger import Heading, Ledger

SPACE = "desk"
PREFIX = 4  # characters of an id that it is found by
_MAKING = 2  # one more where the same reports are to be kept otherwise than before, so that all is put together anew
_STALE, _TRACK, _SCOPE = "stale", "track", "scope"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """The notes of one version of a report, its first version, its place among them, and the scopes it is kept under.

    Those are the scopes that it or another version of it speaks of, or ever spoke of under another reading.
    """

    notes: Notes
    original: str
    seq: int
    scopes: frozenset[Scope]

    @property
    def order(self) -> tuple[str, int]:
        """Versions count by their days, then by when they were recorded."""
        return self.notes.source.day, self.seq


def named(scope: Scope) -> str:
    """A scope as the desk finds things by it."""
    return f"{scope.kind}:{scope.name}"


def scope_of(name: str) -> Scope:
    """The scope of this name."""
    kind, _, rest = name.partition(":")
    return Scope(kind, rest)  # type: ignore[arg-type]


def note(heading: Heading, notes: Notes, scopes: Iterable[Scope]) -> Computed:
    """Notes to keep."""
    names = sorted(map(named, scopes))
    value = {"notes": encoded(notes), "original": heading.original, "seq": heading.seq, "scopes": names}
    return _kept(f"note:{heading.id}", heading.day, names, value)


def track(one: Track) -> Computed:
    """A track to keep."""
    parties = {*one.parties, *one.mediators, *(party for each in one.rounds for party in each.parties)}
    beginnings = {f"#{each[:PREFIX]}" for each in (one.id, *(r.id for r in one.rounds))}
    found_by = (_TRACK, f"={named(one.key.scope)}", *sorted(parties), *sorted(beginnings))
    return _kept(f"track:{one.id}", one.last, found_by, encoded(one))


def scope(name: str, parties: Iterable[str]) -> Computed:
    """A scope to keep, with all parties that ever were in it."""
    return _kept(f"scope:{name}", "", [_SCOPE, *sorted(parties)], {"scope": name})


def stale(name: str) -> Computed:
    """A scope to put together again."""
    return _kept(f"stale:{name}", "", [_STALE], {"scope": name})


def judged(decision: str, scopes: Iterable[str]) -> Computed:
    """The scopes that a decision bears on."""
    return _kept(f"judged:{decision}", "", (), {"scopes": sorted(scopes)})


def version() -> Computed:
    """By which memcon all is kept, and in which shape."""
    return _kept("version", "", (), _version())


def is_of_this_memcon(ledger: Ledger) -> bool:
    """Whether what is kept was put together by this version, and can be read by it; what there is none of, can."""
    found = next(ledger.computed(SPACE, keys=["version"]), None)
    return ledger.computed_head(SPACE) == 0 if found is None else found.value == _version()


@cache
def _version() -> dict[str, str]:
    parts = {"making": _MAKING, "shape": [shape(Notes), shape(Track)]}
    return {"memcon": memcon.__version__, "shape": ids.content_hash(parts)}


def notes_in(ledger: Ledger, name: str) -> list[Note]:
    """The notes of all reports, in every version, that speak of a scope."""
    found = ledger.computed(SPACE, party=name)
    return [_note(one.value) for one in found if one.key.startswith("note:")]


def scopes_kept(ledger: Ledger, reports: Iterable[str]) -> dict[str, frozenset[Scope]]:
    """The scopes that the notes of reports are kept under, by report."""
    found = ledger.computed(SPACE, keys=[f"note:{one}" for one in reports])
    return {one.key.partition(":")[2]: frozenset(map(scope_of, one.value["scopes"])) for one in found}


def notes_of(ledger: Ledger, reports: Iterable[str]) -> dict[str, Note]:
    """The notes kept of reports, by id."""
    found = ledger.computed(SPACE, keys=[f"note:{one}" for one in reports])
    return {one.key.partition(":")[2]: _note(one.value) for one in found}


def tracks_by(ledger: Ledger, by: str = _TRACK) -> Iterator[Track]:
    """The tracks found by a party, a scope (``=name``) or the beginning of an id (``#3f2a``), the newest first."""
    for one in ledger.computed(SPACE, party=by, newest_first=True):
        if one.key.startswith("track:"):
            yield decoded(Track, one.value)


def track_keys(ledger: Ledger, by: str) -> list[str]:
    """The keys of the tracks found so."""
    return [one.key for one in ledger.computed(SPACE, party=by) if one.key.startswith("track:")]


def tracks_kept(ledger: Ledger, ids: Iterable[str]) -> Iterator[Track]:
    """The tracks of these ids, as far as there are such."""
    for one in ledger.computed(SPACE, keys=[f"track:{ident}" for ident in ids]):
        yield decoded(Track, one.value)


def track_kept(ledger: Ledger, track_id: str) -> Track | None:
    """The track of this id."""
    return next(tracks_kept(ledger, [track_id]), None)


def scopes_with(ledger: Ledger, party: str) -> set[str]:
    """The scopes that a party ever was in."""
    return {one.value["scope"] for one in ledger.computed(SPACE, party=party) if one.key.startswith("scope:")}


def all_scopes(ledger: Ledger) -> set[str]:
    """Every scope there ever was."""
    return {one.value["scope"] for one in ledger.computed(SPACE, party=_SCOPE)}


def parties_of(ledger: Ledger, names: Iterable[str]) -> dict[str, set[str]]:
    """All parties that ever were in scopes, by the names of those that are kept."""
    found = ledger.computed(SPACE, keys=[f"scope:{name}" for name in names])
    return {one.value["scope"]: set(one.parties) - {_SCOPE} for one in found}


def stale_scopes(ledger: Ledger) -> set[str]:
    """The scopes to put together again."""
    return {one.value["scope"] for one in ledger.computed(SPACE, party=_STALE)}


def judged_scopes(ledger: Ledger, decisions: Iterable[str]) -> set[str]:
    """The scopes that decisions bore on when they were made."""
    found = ledger.computed(SPACE, keys=[f"judged:{one}" for one in decisions])
    return {name for one in found for name in one.value["scopes"]}


def _note(value: Mapping[str, Any]) -> Note:
    return Note(
        notes=decoded(Notes, value["notes"]),
        original=value["original"],
        seq=value["seq"],
        scopes=frozenset(map(scope_of, value["scopes"])),
    )


def _kept(key: str, order: str, found_by: Iterable[str], value: Mapping[str, Any]) -> Computed:
    return Computed(key=key, order=order, parties=tuple(found_by), value=value)
