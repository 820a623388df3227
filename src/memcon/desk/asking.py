"""Questions to the desk: tracks by party, a track by id, as of now or of any day or time of recording.

As of now they are read from the shelf. As of then, the scopes that may fit are put together from the notes that counted then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.desk import shelf
from memcon.desk.keeping import assembled
from memcon.desk.noting import notes
from memcon.desk.recorded import last_entry
from memcon.ledger.model import NOW, AsOf
from memcon.tracks.assemble import joined_tracks, scopes_of
from memcon.tracks.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from memcon.desk.shelf import Note
    from memcon.ledger import Heading, Ledger
    from memcon.tracks.model import Round, Track


def tracks(ledger: Ledger, *, parties: Sequence[str] = (), as_of: AsOf = NOW) -> Iterator[Track]:
    """The tracks in which all `parties` take part or mediate, those that were last reported on first."""
    verdicts = Verdicts.of(ledger.decisions(as_of=as_of))
    if as_of == NOW:
        found = _with_joined(ledger, shelf.tracks_by(ledger, *parties[:1]), verdicts)
    else:
        found = _then(ledger, parties, verdicts, as_of)
    wanted = set(parties)
    return (one for one in found if wanted <= {*one.parties, *one.mediators})


def track(ledger: Ledger, ident: str, as_of: AsOf = NOW) -> Track | None:
    """The track of this id, or the one that a round of this id is on; ``None`` where there is none as of then."""
    verdicts = Verdicts.of(ledger.decisions(as_of=as_of))
    of_it = shelf.track_kept(ledger, ident)
    found = [of_it] if of_it else list(shelf.tracks_by(ledger, f"#{ident[: shelf.PREFIX]}"))
    found += _judged(ledger, verdicts)
    if as_of != NOW:
        found = _assembled(ledger, {shelf.named(one.key.scope) for one in found}, verdicts, as_of)
    whole = joined_tracks({one.id: one for one in found}.values(), verdicts)
    near = next((one for one in whole if ident == one.id or any(ident == each.id for each in one.rounds)), None)
    return near or _joined_into(ident, whole, verdicts)


def find(ledger: Ledger, prefix: str, as_of: AsOf = NOW) -> Iterator[tuple[str, str]]:
    """The tracks and rounds whose ids begin with `prefix`, which has four characters at least: what each is, and its id."""
    if len(prefix) < shelf.PREFIX:
        return
    found = list(shelf.tracks_by(ledger, f"#{prefix[: shelf.PREFIX]}"))
    if as_of != NOW:
        verdicts = Verdicts.of(ledger.decisions(as_of=as_of))
        found += _assembled(ledger, {shelf.named(one.key.scope) for one in found}, verdicts, as_of)
    for one in found:
        if one.id.startswith(prefix):
            yield "track", one.id
        yield from (("round", each.id) for each in one.rounds if each.id.startswith(prefix))


def waiting(ledger: Ledger, as_of: AsOf = NOW) -> Iterator[tuple[Track, Round]]:
    """The rounds that two sides contradict each other about and no person has judged, those last reported on first."""
    for one in tracks(ledger, as_of=as_of):
        yield from ((one, each) for each in one.rounds if each.status == "contested" and not each.settled)


def _judged(ledger: Ledger, verdicts: Verdicts) -> list[Track]:
    """The tracks that persons have made one, or rejected: each may stand for another, or for none."""
    sides = {side for one in verdicts.in_order() if one.kind in {"same", "reject"} for side in (one.left, one.right)}
    return list(shelf.tracks_kept(ledger, sorted(filter(None, sides)))) if sides else []


def _with_joined(ledger: Ledger, found: Iterator[Track], verdicts: Verdicts) -> Iterator[Track]:
    """`found` with those made one that persons decided to be one, in the place of the first of them."""
    judged = _judged(ledger, verdicts)
    if not judged:
        yield from found
        return
    whole = {one.id: one for one in joined_tracks(judged, verdicts)}
    members = {one.id for one in judged}
    for one in found:
        if one.id not in members:
            yield one
        elif (of_it := _joined_into(one.id, whole.values(), verdicts)) is not None:
            yield whole.pop(of_it.id)


def _joined_into(ident: str, whole: Iterable[Track], verdicts: Verdicts) -> Track | None:
    """The track of `whole` that the one of this id is, or was made one with."""
    same = {ident}
    for decision in verdicts.in_order():
        if decision.kind == "same" and decision.right and same & {decision.left, decision.right}:
            same |= {decision.left, decision.right}
    return next((one for one in whole if one.id in same), None)


def _then(ledger: Ledger, parties: Sequence[str], verdicts: Verdicts, as_of: AsOf) -> Iterator[Track]:
    if parties:
        scopes = set.intersection(*(shelf.scopes_with(ledger, party) for party in parties))
    else:
        scopes = shelf.all_scopes(ledger)
    found = joined_tracks(_assembled(ledger, scopes, verdicts, as_of), verdicts)
    return iter(sorted(found, key=lambda one: (one.last, one.id), reverse=True))


def _assembled(ledger: Ledger, scopes: Iterable[str], verdicts: Verdicts, as_of: AsOf) -> list[Track]:
    before = _Before(ledger, as_of)
    return [one for name in sorted(scopes) for one in assembled(name, before.notes_in(name), verdicts, as_of)]


class _Before:
    """Notes as they were at a time of recording: those that a later entry touched are made again as they were then."""

    def __init__(self, ledger: Ledger, as_of: AsOf) -> None:
        self._ledger, self._as_of = ledger, as_of
        self._later: dict[str, Note | None] = {}
        if as_of.recorded is not None:
            last = last_entry(ledger, as_of.recorded)
            headings = ledger.headings(ledger.touched(after=last).reports)
            self._later = {one.id: self._made(one) if one.seq <= last else None for one in headings.values()}

    def _made(self, heading: Heading) -> Note:
        made = notes(self._ledger, heading, self._as_of)
        return shelf.Note(notes=made, original=heading.original, seq=heading.seq, scopes=scopes_of(made))

    def notes_in(self, name: str) -> list[Note]:
        """The notes of a scope, and those of other versions of the same reports: one of them may be the one that stands."""
        scope = shelf.scope_of(name)
        kept = [one for one in shelf.notes_in(self._ledger, name) if one.notes.source.id not in self._later]
        again = [one for one in self._later.values() if one is not None]
        speaking = {one.original for one in kept} | {one.original for one in again if scope in one.scopes}
        return kept + [one for one in again if one.original in speaking]
