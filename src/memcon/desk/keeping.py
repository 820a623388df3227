"""Keeping the desk in step: what new entries touch is put together again, a scope at a time, and nothing else.

Two phases, each in small transactions, so that a run that is killed loses nothing and the next one goes on::

    entries after the last seen | notes of the reports touched, their scopes marked stale | seen
    stale scopes | assemble_scope | tracks in the place of the scope's former ones
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.desk import shelf
from memcon.desk.noting import noted
from memcon.desk.standing import standing_notes
from memcon.ledger.model import NOW
from memcon.tracks.assemble import assemble_scope
from memcon.tracks.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.desk.noting import Progress
    from memcon.ledger import AsOf, Computed, Decision, Ledger, Touched
    from memcon.tracks.model import Track

_REPORTS, _SCOPES = 100, 20  # to a transaction
# Notes of so many reports are kept in one step with the number of the last entry seen: else another program that began earlier could
# put its older notes in the place of ours before that. Of more, which are few programs' first look at a large ledger, some at a time.
_AT_ONCE = 2_000


def update(ledger: Ledger, progress: Progress | None = None) -> None:
    """Bring the desk in step with the ledger's entries, and with this version of memcon; at once where it is."""
    while True:
        before, head = ledger.computed_head(shelf.SPACE), ledger.head().seq
        is_current = shelf.is_of_this_memcon(ledger)
        stale = shelf.stale_scopes(ledger)
        if before == head and is_current and not stale:
            return
        if before != head or not is_current:
            found = _note(ledger, before, head, progress, anew=not is_current)
            if found is None:
                continue
            stale |= found
        if _assemble(ledger, stale, head, progress) and ledger.head().seq == head:
            return


def is_in_step(ledger: Ledger) -> bool:
    """Whether `update` has nothing to do."""
    is_seen = ledger.head().seq == ledger.computed_head(shelf.SPACE)
    return is_seen and is_readable(ledger) and not shelf.stale_scopes(ledger)


def is_readable(ledger: Ledger) -> bool:
    """Whether this memcon put together what is kept; another's may not be read by it."""
    return shelf.is_of_this_memcon(ledger)


# --- first phase ---


def _note(ledger: Ledger, before: int, head: int, progress: Progress | None, *, anew: bool) -> set[str] | None:
    """Make the notes of what was touched, or all `anew`, and give the scopes to do again; ``None`` where another was faster."""
    touched = ledger.touched(after=0 if anew else before)
    reports = sorted(touched.reports)
    if progress:
        progress.expect(len(reports))
    stale: set[str] = shelf.all_scopes(ledger) if anew else set()
    put: list[Computed] = []
    if len(reports) > _AT_ONCE:
        for at in range(0, len(reports), _REPORTS):
            some = list(noted(ledger, reports[at : at + _REPORTS], stale, progress))
            if not ledger.keep(shelf.SPACE, put=some, drop=(), seen=before, before=before):
                return None
    else:
        put += noted(ledger, reports, stale, progress)
    put += [*_judged(ledger, touched, stale), *map(shelf.stale, sorted(stale) if anew else ()), shelf.version()]
    return stale if ledger.keep(shelf.SPACE, put=put, drop=(), seen=head, before=before) else None


def _judged(ledger: Ledger, touched: Touched, stale: set[str]) -> Iterator[Computed]:
    """The scopes that decisions made bear on, and those that decisions taken back bore on."""
    if not touched.decisions:
        return
    found: set[str] = shelf.judged_scopes(ledger, touched.decisions)
    for one in ledger.decisions():
        if one.id in touched.decisions:
            scopes = set(scopes_judged(ledger, one))
            yield shelf.judged(one.id, scopes)
            found |= scopes
    yield from map(shelf.stale, sorted(found))
    stale |= found


def scopes_judged(ledger: Ledger, decision: Decision) -> Iterator[str]:
    """The scopes of what a decision names: a track, a round, the mention of a meeting, or another decision."""
    for side in filter(None, (decision.left, decision.right)):
        yield from shelf.judged_scopes(ledger, [side])
        for track in shelf.tracks_by(ledger, f"#{side[: shelf.PREFIX]}"):
            if side == track.id or any(side == each.id for each in track.rounds):
                yield shelf.named(track.key.scope)
        reports = {one.sighting.report_id for one in ledger.sightings(anchors=[side])}
        for each in shelf.notes_of(ledger, reports).values():
            yield from (shelf.named(mention.scope) for mention in each.notes.mentions if mention.anchor == side)


# --- second phase ---


def _assemble(ledger: Ledger, stale: Iterable[str], head: int, progress: Progress | None) -> bool:
    """Put scopes together again; false where new entries were seen meanwhile."""
    names = sorted(stale)
    if progress:
        progress.expect(len(names))
    verdicts = Verdicts.of(ledger.decisions())
    for at in range(0, len(names), _SCOPES):
        put: list[Computed] = []
        drop: list[str] = []
        for name in names[at : at + _SCOPES]:
            made = assembled(name, shelf.notes_in(ledger, name), verdicts, NOW)
            put += map(shelf.track, made)
            drop += shelf.track_keys(ledger, f"={name}")
            drop.append(f"stale:{name}")
            if progress:
                progress.advance()
        if not ledger.keep(shelf.SPACE, put=put, drop=drop, seen=head, before=head):
            return False
    return True


def assembled(name: str, every: Iterable[shelf.Note], verdicts: Verdicts, as_of: AsOf) -> tuple[Track, ...]:
    """The tracks of a scope from all notes that were ever made of it, as of then."""
    ours = standing_notes(every, as_of)
    return assemble_scope(shelf.scope_of(name), ours, verdicts) if ours else ()
