"""How fast the desk keeps up and answers, as ratios to a bare indexed SELECT in the same run.

``python -m benchmarks.desk [--reports 100000] [--ledger FILE]``: fills the ledger as `benchmarks.ledger` does, brings the desk
in step at each size and after single reports, then asks for tracks.
"""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.ledger import BATCH, NOW, SIZES, TIMES, show, timed
from benchmarks.made import records
from memcon import desk
from memcon.ledger import AsOf, open_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from memcon.ledger import Ledger
    from memcon.model import Record

SINGLE = 20  # reports put on the desk one by one at each size


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
    """Bring ledger and desk to `count` reports; time the desk in bulk, and for single reports at each of `SIZES`."""
    there = sum(1 for _ in ledger.reports())
    made = islice(records(count + SINGLE * len(SIZES)), there, None)
    for size in sorted({*(size for size in SIZES if size < count), count}):
        new = remember(ledger, islice(made, max(0, size - there)))
        seconds = timed(lambda: desk.update(ledger))
        if new:
            print(f"in step in bulk, to {there + new:,}: {seconds / new * 1000:.2f} ms a report", flush=True)
        times = [one_more(ledger, record) for record in islice(made, SINGLE)]
        there += new + len(times)
        show(ledger, f"in step after one report more, at {there:,}", times)


def remember(ledger: Ledger, made: Iterator[Record]) -> int:
    """Record what was made, and give how many reports they were."""
    number = 0
    while batch := list(islice(made, BATCH)):
        ledger.remember(batch, now=NOW)
        number += len(batch)
    return number


def one_more(ledger: Ledger, record: Record) -> float:
    """Seconds that the desk takes for one report more."""
    ledger.remember(record, now=NOW)
    return timed(lambda: desk.update(ledger))


def ask(ledger: Ledger) -> None:
    """Time every kind of question."""
    busy = max(desk.tracks(ledger, parties=["USA"]), key=lambda track: len(track.reports))
    middle = AsOf(published=busy.reports[len(busy.reports) // 2].published)
    print(f"the busiest track has {len(busy.reports)} reports and {len(busy.rounds)} rounds")
    questions: dict[str, Callable[[], object]] = {
        "nothing new": lambda: desk.update(ledger),
        "a track": lambda: desk.track(ledger, busy.id),
        "a track by a round": lambda: desk.track(ledger, busy.rounds[-1].id),
        "a track, as of a day": lambda: desk.track(ledger, busy.id, middle),
        "20 tracks of the busiest state": lambda: list(islice(desk.tracks(ledger, parties=["USA"]), 20)),
        "all tracks of the busiest state": lambda: list(desk.tracks(ledger, parties=["USA"])),
        "all tracks of a rare state": lambda: list(desk.tracks(ledger, parties=["CYP"])),
        "tracks of two states, as of a day": lambda: list(desk.tracks(ledger, parties=["USA", "RUS"], as_of=middle)),
        "20 tracks": lambda: list(islice(desk.tracks(ledger), 20)),
    }
    for name, question in questions.items():
        show(ledger, name, [timed(question) for _ in range(TIMES)])


if __name__ == "__main__":
    main()
