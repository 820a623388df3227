"""The first phase of keeping the desk in step: notes of the reports that entries touched, and the scopes to do again.

All versions of a report are kept under every scope that any of them ever spoke of: where a former version speaks of parties that
the edited one no longer names, it must be found there that the edited one stands.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Protocol

from memcon.desk import shelf
from memcon.ledger.model import NOW, AsOf
from memcon.tracks.assemble import scopes_of
from memcon.tracks.model import Source
from memcon.tracks.reading import notes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from memcon.ledger import Heading, Ledger
    from memcon.ledger.model import Computed
    from memcon.tracks.model import Scope
    from memcon.tracks.notes import Notes


class Progress(Protocol):
    """Who is told how far an update has come."""

    def expect(self, more: int) -> None:
        """So many steps more are to come."""

    def advance(self) -> None:
        """One of them is done."""


def noted(
    ledger: Ledger, reports: Sequence[str], stale: set[str], progress: Progress | None = None
) -> Iterator[Computed]:
    """Notes, scopes and marks to keep for some reports; their scopes, old and new, are added to `stale`.

    What it gives does not hang on which reports are noted with which, nor in which order.
    """
    versions = _versions(ledger, reports)
    old = shelf.scopes_kept(ledger, versions)
    made = dict(_made(ledger, reports, versions, progress))
    scopes = _by_original(versions, old, made)
    for one in versions.values():
        if one.id not in made and old.get(one.id, frozenset()) != scopes[one.original]:
            made[one.id] = notes(ledger, one)
    touched = {shelf.named(scope) for each in scopes.values() for scope in each}
    yield from _scopes(ledger, touched, _parties(made))
    yield from map(shelf.stale, sorted(touched))
    stale |= touched
    for ident in list(made):
        heading, its = versions[ident], made.pop(ident)  # let go as soon as it is in the form that is kept
        if scopes[heading.original]:
            yield shelf.note(heading, its, scopes[heading.original])


def notes(ledger: Ledger, heading: Heading, as_of: AsOf = NOW) -> Notes:
    """The notes of one version of a report, from what stood in it on its day."""
    report = ledger.report(heading.id)
    source = Source(
        id=heading.id,
        source_id=heading.source_id,
        title=heading.title,
        outlet=heading.outlet,
        published=heading.published,
        day=heading.day,
        text=report.text if report else "",
    )
    then = AsOf(published=heading.day, recorded=as_of.recorded)
    return notes_of(source, [one.sighting for one in ledger.sightings(report=heading.id, as_of=then)])


def _versions(ledger: Ledger, reports: Sequence[str]) -> dict[str, Heading]:
    """The headings of reports and of all their versions, by id."""
    found: dict[str, Heading] = {}
    for ident in ledger.headings(reports):
        if ident not in found:
            found |= {one.id: one for one in ledger.versions(ident)}
    return found


def _made(
    ledger: Ledger, reports: Sequence[str], versions: Mapping[str, Heading], progress: Progress | None
) -> Iterator[tuple[str, Notes]]:
    for ident in reports:
        if ident in versions:
            yield ident, notes(ledger, versions[ident])
        if progress:
            progress.advance()


def _by_original(
    versions: Mapping[str, Heading], old: Mapping[str, frozenset[Scope]], made: Mapping[str, Notes]
) -> Mapping[str, set[Scope]]:
    """The scopes that any version of a report speaks of, or is kept under, by its first version."""
    found: defaultdict[str, set[Scope]] = defaultdict(set)
    for one in versions.values():
        found[one.original] |= old.get(one.id, frozenset())
        if one.id in made:
            found[one.original] |= scopes_of(made[one.id])
    return found


def _parties(made: Mapping[str, Notes]) -> dict[str, set[str]]:
    """Who is in each scope by these notes."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one in made.values():
        for mention in one.mentions:
            found[shelf.named(mention.scope)].update(mention.parties, mention.mediators)
    return found


def _scopes(ledger: Ledger, touched: set[str], parties: Mapping[str, set[str]]) -> Iterator[Computed]:
    known = shelf.parties_of(ledger, touched)
    for name in sorted(touched):
        scope = shelf.scope_of(name)
        own = set(scope.name.split("|")) if scope.kind in {"pair", "parties", "body"} else set()
        now = parties.get(name, set()) | known.get(name, set()) | own
        if now != known.get(name):
            yield shelf.scope(name, now)
