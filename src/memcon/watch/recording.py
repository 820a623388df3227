"""What was fetched, read and recorded in the ledger, one report at a time; what the ledger knows is passed over without parsing."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from memcon.errors import InputError, LedgerError
from memcon.ledger import difference
from memcon.reports.raw import RawReport
from memcon.watch.listing import charset_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger, Remembered
    from memcon.model import Record, Report, Run
    from memcon.watch.clock import Clock
    from memcon.watch.fetching import Answer
    from memcon.watch.log import Log
    from memcon.watch.sources import Source
    from memcon.watch.state import State

_WORDS = 90  # characters of a sentence in the log line of an edit
_KEPT = 10_000


class Reader(Protocol):
    """Reads reports: bytes to reports, a report to its record. What fails comes out as an `InputError`."""

    @property
    def run(self) -> Run:
        """What reads, by version."""

    def reports(self, raw: RawReport) -> Iterator[Report | InputError]:
        """The reports in what was fetched."""

    def record(self, name: str, report: Report) -> Record | InputError:
        """What is found in a report."""


@dataclass(slots=True)
class Tally:
    """What one poll brought: reports `new`, `edited` and `known`, pages `withdrawn`, reports or pages `failed`."""

    new: int = 0
    edited: int = 0
    known: int = 0
    withdrawn: int = 0
    failed: int = 0

    @property
    def is_news(self) -> bool:
        """Whether anything was recorded."""
        return bool(self.new or self.edited)


class Seen:
    """A set that forgets the oldest of too many."""

    def __init__(self, most: int = _KEPT) -> None:
        self._most = most
        self._kept: OrderedDict[str, None] = OrderedDict()

    def add(self, one: str) -> bool:
        """Whether `one` is new."""
        is_new = one not in self._kept
        self._kept[one] = None
        self._kept.move_to_end(one)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return is_new

    def __contains__(self, one: str) -> bool:
        return one in self._kept


@dataclass(slots=True)
class Recorder:
    """Records reports in `ledger`, and says in the log what is new."""

    ledger: Ledger
    reader: Reader
    state: State
    log: Log
    clock: Clock
    _failed: Seen = field(default_factory=Seen)  # reports on which memcon itself failed, and lines that were said

    def record(self, source: Source, answer: Answer, tally: Tally) -> Iterator[None]:
        """Record each report of an answer, with a pause after each; returns when all are recorded or have failed.

        Raises `InputError` where the answer as a whole gave no report, or breaks off; `LedgerError` where the ledger fails.
        """
        raw = RawReport(
            name=answer.address,
            data=answer.body,
            url="" if source.kind == "feed" and not source.follow else answer.address,
            retrieved=self.clock.now().date().isoformat(),
            outlet=source.outlet,
            language=source.language,
            charset=charset_of(answer),
        )
        whole: InputError | None = None
        is_read = False
        for found in self.reader.reports(raw):
            if not isinstance(found, InputError):
                is_read = True
                self._one(source, raw.name, found, tally)
                yield
            elif found.source == raw.name:
                whole = found
            else:
                self._fail(source, found, tally)
        if whole and (not is_read or not raw.url):
            raise whole
        if whole:  # something about a report that was read all the same: a day that makes no sense
            self.say_once(source, str(whole))

    def say_once(self, source: Source, words: str) -> None:
        """A line for a failure that may come again with each poll."""
        if self._failed.add(f"{source.name} {words}"):
            self.log.say(source.name, words)

    def _one(self, source: Source, name: str, report: Report, tally: Tally) -> None:
        if report.id in self._failed or self.ledger.has_read(report.id, self.reader.run):
            tally.known += 1
            return
        record = self.reader.record(name, report)
        if isinstance(record, InputError):
            self._failed.add(report.id)
            self._fail(source, record, tally)
            return
        try:
            remembered = self.ledger.remember(record, now=self.clock.now())[0]
        except LedgerError:
            raise
        except Exception as error:  # noqa: BLE001 - one report must not stop a watch of weeks
            self._failed.add(report.id)
            fault = InputError(name, f"memcon failed to record it: {type(error).__name__}: {error}", "please report it")
            self._fail(source, fault, tally)
            return
        self.state.note_recorded(self.ledger.head())
        self._tell(source, report, remembered, tally)

    def _fail(self, source: Source, error: InputError, tally: Tally) -> None:
        tally.failed += 1
        self.say_once(source, str(error))

    def _tell(self, source: Source, report: Report, remembered: Remembered, tally: Tally) -> None:
        title = f"“{report.title}”" if report.title else report.url or "a report without a title"
        day, ident = report.published or "no date", report.id[:10]
        if remembered.former:
            tally.edited += 1
            self.log.say(source.name, f"edited: {title} ({day}) · {ident}: {self._edit(remembered.former, report)}")
        elif remembered.is_new:
            tally.new += 1
            self.log.say(source.name, f"new: {title} ({day}) · {ident}")
        else:
            tally.known += 1
            self.log.say(source.name, f"read anew: {title} ({day}) · {ident}")

    def _edit(self, former: str, report: Report) -> str:
        before = self.ledger.report(former)
        return edit_in_words(before, report) if before else "the version before is not at hand"


def edit_in_words(before: Report, after: Report) -> str:
    """What was edited, in one line: the first sentence taken out, the first put in, and how many more."""
    if before.text == after.text and before.title == after.title:
        return "its day or outlet only"
    lines = [line for line in difference(before, after).splitlines() if not line.startswith(("---", "+++", "@@"))]
    out = [line[1:] for line in lines if line.startswith("-")]
    put = [line[1:] for line in lines if line.startswith("+")]
    shown = [f"{mark} {_cut(each[0])}" for mark, each in (("−", out), ("+", put)) if each]
    more = len(out) + len(put) - len(shown)
    return " ".join(shown) + (f" (and {more} more)" if more else "")


def _cut(words: str) -> str:
    return words if len(words) <= _WORDS else f"{words[: _WORDS - 1]}…"
