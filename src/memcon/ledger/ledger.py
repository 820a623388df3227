"""The ledger, as the rest of memcon sees it.

Logical pipeline of one report::

    ledger.known(report) | decide(record, _) | append

`remember` does all three in one transaction, so that two programs that read the same report at once cannot both add it.
Nothing here looks at the clock: the time of recording is always given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self

from memcon.ledger.model import (
    NOW,
    AsOf,
    Computed,
    Cursor,
    Decision,
    DecisionKind,
    Entry,
    Head,
    Heading,
    Hit,
    Kind,
    Known,
    Remembered,
    Sighting,
    Standing,
    Touched,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime
    from types import TracebackType

    from memcon.model import Record, Report, Run


class Ledger(Protocol):
    """An append-only record of what reports say. Every method raises `LedgerError` where the database fails.

    Results that may be many come as iterators, ordered by the report's day, then by when they were recorded; what is given
    as `after` is the `cursor` of the last one seen. A `party` or several: all of them must be among the sighting's.
    """

    @property
    def name(self) -> str:
        """The path or address, as messages show it."""

    # --- writing ---

    def remember(self, records: Record | Iterable[Record], *, now: datetime) -> tuple[Remembered, ...]:
        """Record what was found in reports, all or nothing, at `now` (UTC); a report read before gives what changed."""

    def load(self, records: Iterable[Record], *, now: datetime) -> tuple[Remembered, ...]:
        """Like `remember`, the same in all that it leaves, but quicker for hundreds of reports: rows go in by the table."""

    def decide(self, decisions: Iterable[Decision]) -> tuple[Decision, ...]:
        """Record judgements at their `decided`; those that are in force already are left out. Gives those recorded."""

    def retract(self, decision_id: str, *, by: str, reason: str, now: datetime) -> Decision:
        """Take a judgement back (or a retraction, which restores what it took back). Raises where it is not in force."""

    def rebuild(self) -> None:
        """Make again all that follows from what was recorded, and drop what others computed from it."""

    # --- what was recorded ---

    def head(self) -> Head:
        """The last entry: its number, time and hash."""

    def entries(self, *, after: int = 0) -> Iterator[Entry]:
        """Every entry numbered higher than `after`, in order."""

    def touched(self, *, after: int) -> Touched:
        """What the entries numbered higher than `after` bear on."""

    def check(self, *, computed: bool = True) -> Iterator[str]:
        """What is wrong with the ledger, a line each: a line of it changed or gone, a reference that leads nowhere.

        With `computed` also where what follows from it, the indexes and what stands, is not what `rebuild` would make.
        """

    # --- reports ---

    def known(self, report: Report) -> Known:
        """What is held of this report and of others at its address."""

    def has_read(self, report_id: str, run: Run) -> bool:
        """Whether this very program has read the report before."""

    def report(self, report_id: str) -> Report | None:
        """A report, whole."""

    def headings(self, report_ids: Iterable[str]) -> dict[str, Heading]:
        """The headings of reports by their ids; an unknown id is left out."""

    def reports(
        self,
        *,
        as_of: AsOf = NOW,
        published_since: str | None = None,
        newest_first: bool = False,
        after: Cursor | None = None,
    ) -> Iterator[Heading]:
        """The newest version of every report as of then."""

    def versions(self, report_id: str, *, as_of: AsOf = NOW) -> tuple[Heading, ...]:
        """All versions of a report that were there as of then, in the order they count in: the last one stands."""

    # --- sightings ---

    def sightings(
        self,
        *,
        kind: Kind | None = None,
        party: str | Collection[str] = (),
        report: str | None = None,
        anchors: Collection[str] | None = None,
        claim: str | None = None,
        status: str | Collection[str] = (),
        published_since: str | None = None,
        as_of: AsOf = NOW,
        newest_first: bool = False,
        after: Cursor | None = None,
    ) -> Iterator[Standing]:
        """The sightings that stand as of then; those of a former version of a report do not."""

    def statements(
        self,
        *,
        who: str | Collection[str] = (),
        party: str | Collection[str] = (),
        act: str | Collection[str] = (),
        about: str = "",
        published_since: str | None = None,
        as_of: AsOf = NOW,
        newest_first: bool = True,
        after: Cursor | None = None,
    ) -> Iterator[Standing]:
        """Statements by speaker, party, act and words of their content.

        `who`: names, of which one must fit: every word of it is a word of the speaker's name. `about`: as in `search`.
        """

    def sighting(self, sighting_id: str) -> Sighting | None:
        """A sighting by id, whether it stands or not."""

    def search(self, words: str, *, as_of: AsOf = NOW, limit: int = 20) -> tuple[Hit, ...]:
        """The reports, by title and text, and the statements in which `words` stand, best first, `limit` of each.

        Every word must stand, in any form of it; ``"a phrase"`` in this order; ``-word`` must not.
        """

    def find(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """What has an id (or, a report, a source id) that begins with `prefix`: pairs of what it is and its id, 20 at most."""

    # --- decisions ---

    def decisions(
        self, *, about: Collection[str] | None = None, kind: DecisionKind | None = None, as_of: AsOf = NOW
    ) -> Iterator[Decision]:
        """The judgements in force as of then (`AsOf.recorded`), oldest first; `about`: that have one of these ids on a side."""

    # --- what others compute ---

    def computed(
        self,
        space: str,
        *,
        keys: Collection[str] | None = None,
        party: str | None = None,
        newest_first: bool = False,
    ) -> Iterator[Computed]:
        """What was kept in `space`: all, by key, or by party; sorted by `order`, then by key."""

    def computed_head(self, space: str) -> int:
        """The number of the last entry that what is kept in `space` takes into account."""

    def keep(self, space: str, *, put: Iterable[Computed], drop: Iterable[str], seen: int, before: int) -> bool:
        """Put and drop, and note that entries up to `seen` are taken into account, all or nothing.

        False, and nothing kept, where another program was faster: `computed_head` is no longer `before`.
        """

    # --- closing ---

    def close(self) -> None:
        """Let the database go."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
