"""Reading into the ledger: what this very program has read before is passed over, the rest is recorded a batch at a time.

A batch is one transaction. A run that is killed has recorded its batches whole, and the next run goes on behind them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import TYPE_CHECKING

from memcon.bulk.one import failure
from memcon.bulk.workers import records
from memcon.cli import reading
from memcon.errors import InputError, MemconError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from memcon.cli.sieve import Sieve
    from memcon.cli.terminal import Bar
    from memcon.ledger import Ledger, Remembered
    from memcon.model import Record, Report, Run
    from memcon.settings import Settings

# A batch is recorded when it has this many reports, or is this old: what a crash can cost, against a transaction's price.
BATCH_REPORTS = 25
BATCH_SECONDS = 5.0


@dataclass(slots=True)
class Tally:
    """What a run did: reports that were in the ledger `before`, and what was recorded of the others."""

    before: int = 0
    remembered: list[Remembered] = field(default_factory=list)


@dataclass(slots=True)
class Batch:
    """Records that wait to be recorded, each with the path it is from."""

    ledger: Ledger
    bar: Bar
    tally: Tally
    waiting: list[tuple[str, Record]] = field(default_factory=list)
    began: float = 0.0

    def add(self, path: str, record: Record) -> None:
        """One more; the batch is recorded if it is large or old enough."""
        self.began = self.began if self.waiting else monotonic()
        self.waiting.append((path, record))
        if len(self.waiting) >= BATCH_REPORTS or monotonic() - self.began > BATCH_SECONDS:
            self.record()

    def record(self) -> None:
        """Record all that waits; where one report cannot be recorded, the others are, one by one."""
        waiting, self.waiting = self.waiting, []
        if not waiting:
            return
        try:
            self.tally.remembered += self.ledger.remember([record for _, record in waiting], now=datetime.now(UTC))
        except MemconError:
            raise
        except Exception:  # noqa: BLE001 - one report must not stop the batch
            for path, record in waiting:
                self._record_alone(path, record)

    def _record_alone(self, path: str, record: Record) -> None:
        try:
            self.tally.remembered += self.ledger.remember(record, now=datetime.now(UTC))
        except MemconError:
            raise
        except Exception as error:  # noqa: BLE001 - see above
            self.bar.fail(failure(path, record.report, error), is_more=False)


def remember(
    paths: Iterable[str],
    settings: Settings,
    ledger: Ledger,
    sieve: Sieve,
    *,
    again: bool,
    workers: int,
    show: Callable[[Record], None] | None,
) -> Tally:
    """Read `paths` into `ledger` with so many `workers`; `again`: also what was read before.

    `show` is called with each record that is found.
    """
    tally = Tally()
    batch = Batch(ledger=ledger, bar=sieve.bar, tally=tally)
    unread = _unread(paths, settings, batch, sieve, again=again)
    try:
        _read(unread, settings, batch, workers=workers, show=show)
    finally:  # what was read when the run is interrupted is kept too
        batch.record()
    return tally


def _read(
    unread: Iterable[tuple[str, Report]],
    settings: Settings,
    batch: Batch,
    *,
    workers: int,
    show: Callable[[Record], None] | None,
) -> None:
    for path, _, found in records(unread, settings, workers=workers):
        if isinstance(found, InputError):
            batch.bar.fail(found)
            continue
        if show:
            show(found)
        batch.add(path, found)
        batch.bar.advance()


def _unread(
    paths: Iterable[str], settings: Settings, batch: Batch, sieve: Sieve, *, again: bool
) -> Iterator[tuple[str, Report]]:
    """The reports that are to be read: each once, and, unless `again`, those that this very program has not read before."""
    run, given = _run(settings), set[str]()
    for path, found in reading.reports(paths, settings):
        if isinstance(found, InputError):
            batch.bar.fail(found)
        elif found.id in given or (not again and batch.ledger.has_read(found.id, run)):
            batch.tally.before += 1
            batch.bar.advance()
        elif sieve.lets_through(path, found):
            given.add(found.id)
            yield path, found


def _run(settings: Settings) -> Run:
    """What reads, as each record will name it."""
    from memcon.language.load import load  # noqa: PLC0415 - spaCy takes a second to load
    from memcon.pipeline import run_of  # noqa: PLC0415

    return run_of(load(settings.pipeline, settings.encoder))
