"""How fast a big ledger answers, as ratios to a bare indexed SELECT in the same run.

``python -m benchmarks.ledger [--reports 100000] [--ledger FILE|URL]``: fills the ledger, if it is not that big already, with
reports made up by `made` (about ten sightings each), timing how long one report takes to append as it grows; then asks.
"""

from __future__ import annotations

import argparse
import time
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sqlalchemy import select

from benchmarks.made import records
from memcon.ledger import AsOf, Computed, open_ledger
from memcon.ledger.schema import report

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from memcon.ledger import Ledger
    from memcon.model import Record

NOW = datetime(2040, 1, 1, tzinfo=UTC)
BATCH = 200
TIMED = 100  # reports appended one by one at each size
SIZES = (1_000, 10_000, 100_000)
TIMES = 15


def main() -> None:
    """Fill, ask, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=int, default=100_000)
    parser.add_argument("--ledger", help="keep the ledger here, and go on with what is there")
    options = parser.parse_args()
    with TemporaryDirectory() as folder, open_ledger(options.ledger or Path(folder) / "ledger.db") as ledger:
        fill(ledger, options.reports)
        ask(ledger)


def fill(ledger: Ledger, count: int) -> None:
    """Bring the ledger to `count` reports, and time single appends when it has grown to each of `SIZES`."""
    there = sum(1 for _ in ledger.reports())
    made = islice(records(count + TIMED), there, None)
    while there < count:
        size = next((size for size in SIZES if size > there), count)
        batch = list(islice(made, min(BATCH, count - there, size - there)))
        if not batch:
            break
        ledger.remember(batch, now=NOW)
        there += len(batch)
        if there in SIZES and there < count:
            there += append_one_by_one(ledger, there, islice(made, TIMED))
    append_one_by_one(ledger, there, islice(made, TIMED))


def append_one_by_one(ledger: Ledger, there: int, made: Iterator[Record]) -> int:
    """Append reports, a transaction each, and print how long one takes; gives how many they were."""
    times = [timed(partial(ledger.remember, record, now=NOW)) for record in list(made)]
    if times:
        show(ledger, f"append one report to {there:,}", times)
    return len(times)


def ask(ledger: Ledger) -> None:
    """Time every kind of question."""
    heading = next(iter(ledger.reports(newest_first=True)))
    anchors = [one.sighting.anchor for one in islice(ledger.sightings(kind="meeting", party=("USA", "RUS")), 300)]
    middle = min(one.day for one in islice(ledger.reports(newest_first=True), 20_000))
    past = AsOf(published=middle)
    then = AsOf(published=middle, recorded=ledger.head().recorded)
    fill_computed(ledger)
    questions: dict[str, Callable[[], object]] = {
        "a report's sightings": lambda: list(ledger.sightings(report=heading.id)),
        "a report's versions": lambda: ledger.versions(heading.id),
        "300 sightings of a track": lambda: list(ledger.sightings(anchors=anchors)),
        "300 sightings of a track, as of a day": lambda: list(ledger.sightings(anchors=anchors, as_of=past)),
        "300 sightings of a track, as of both axes": lambda: list(ledger.sightings(anchors=anchors, as_of=then)),
        "50 newest meetings of the busiest state": lambda: first(
            ledger.sightings(kind="meeting", party="USA", newest_first=True)
        ),
        "50 newest meetings of two states, as of a day": lambda: first(
            ledger.sightings(kind="meeting", party=["USA", "RUS"], as_of=past, newest_first=True)
        ),
        "50 newest meetings of two rare states": lambda: first(
            ledger.sightings(kind="meeting", party=["GRC", "CYP"], newest_first=True)
        ),
        "tracks kept of the busiest state": lambda: list(ledger.computed("benchmark", party="USA")),
        "tracks kept of a rare state": lambda: list(ledger.computed("benchmark", party="CYP")),
        "50 newest silences of a state": lambda: first(ledger.statements(party="USA", act="decline")),
        "50 newest statements by name": lambda: first(ledger.statements(who="Elena Kestrel")),
        "50 newest statements by words and party": lambda: first(
            ledger.statements(about="visas corridor", party="CYP")
        ),
        "50 newest statements of one act": lambda: first(ledger.statements(act="decline")),
        "search for two words": lambda: ledger.search("enrichment corridor"),
        "search for a phrase": lambda: ledger.search('"enrichment corridor visas"'),
        "50 newest reports as of a day": lambda: first(ledger.reports(as_of=past, newest_first=True)),
        "what the last 100 entries touch": lambda: ledger.touched(after=ledger.head().seq - 100),
        "find by the beginning of an id": lambda: ledger.find(heading.id[:10]),
    }
    for name, question in questions.items():
        show(ledger, name, [timed(question) for _ in range(TIMES)])


def first(found: Iterator[object]) -> list[object]:
    """A screenful."""
    return list(islice(found, 50))


def fill_computed(ledger: Ledger) -> None:
    """Keep ten thousand tracks of two kilobytes, of states as frequent as in the reports."""
    meetings = islice(ledger.sightings(kind="meeting"), 10_000)
    value = {"rounds": [{"when": "2020-01-01", "status": "held", "reports": ["0" * 64] * 5}] * 5}
    tracks = [
        Computed(key=str(at), order=one.day, parties=one.sighting.parties, value=value)
        for at, one in enumerate(meetings)
    ]
    ledger.keep("benchmark", put=tracks, drop=[], seen=0, before=ledger.computed_head("benchmark"))


def timed(question: Callable[[], object]) -> float:
    """Seconds that it takes."""
    begin = time.perf_counter()
    question()
    return time.perf_counter() - begin


def bare(ledger: Ledger) -> float:
    """Seconds that a bare SELECT by primary key takes, on an open connection, now."""
    last = ledger.head().seq
    with ledger.store.reader.connect() as conn:  # type: ignore[attr-defined]
        asked = select(report.c.id).where(report.c.no == last // 2)
        return median(timed(lambda: conn.execute(asked).all()) for _ in range(200))


def show(ledger: Ledger, name: str, times: list[float]) -> None:
    """Print the median, the slowest of twenty, and the ratio to a bare SELECT."""
    base = bare(ledger)
    slow = quantiles(times, n=20)[-1] if len(times) > 1 else times[0]
    middle = median(times)
    print(f"{name:<48}{middle * 1000:>9.2f} ms{slow * 1000:>9.2f} ms{middle / base:>9.0f} x", flush=True)


if __name__ == "__main__":
    main()
