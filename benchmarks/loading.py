"""What a report costs to record: in batches as `memcon read` does, and loaded as `memcon load` does.

``python -m benchmarks.loading [--reports 2000] [--postgres URL]``: into new SQLite files, and into a database that is given and must
be empty of a ledger (it is filled: name one that can be dropped).
"""

from __future__ import annotations

import argparse
import time
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from benchmarks.ledger import NOW
from benchmarks.made import records
from memcon.cli.loading import AT_ONCE
from memcon.cli.remembering import BATCH_REPORTS
from memcon.ledger import open_ledger

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from memcon.model import Record

    Put = Callable[[Sequence[Record]], object]


def main() -> None:
    """Fill, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--postgres", metavar="URL", help="a database to fill as well")
    options = parser.parse_args()
    made = list(islice(records(2 * options.reports), 2 * options.reports))
    with TemporaryDirectory() as folder:
        fill("SQLite", str(Path(folder) / "ledger.db"), made)
    if options.postgres:
        fill("PostgreSQL", options.postgres, made)


def fill(name: str, target: str, made: Sequence[Record]) -> None:
    """Record some, load some, in turns."""
    with open_ledger(target) as ledger:
        spent = in_turns(
            made,
            {
                "recorded": (BATCH_REPORTS, lambda some: ledger.remember(some, now=NOW)),
                "loaded": (AT_ONCE, lambda some: ledger.load(some, now=NOW)),
            },
        )
    for way, (clock, processor) in spent.items():
        print(f"{name}: {way} {clock:.2f} ms a report by the clock, {processor:.2f} of this processor", flush=True)


def in_turns(made: Sequence[Record], ways: Mapping[str, tuple[int, Put]]) -> dict[str, tuple[float, float]]:
    """Milliseconds a report, by the clock and of the processor, each way given `AT_ONCE` reports before the next has its turn."""
    spent, given = dict.fromkeys(ways, (0.0, 0.0)), dict.fromkeys(ways, 0)
    for turn, start in enumerate(range(0, len(made), AT_ONCE)):
        name = list(ways)[turn % len(ways)]
        size, put = ways[name]
        some = made[start : start + AT_ONCE]
        clock, processor = time.perf_counter(), time.process_time()
        for at in range(0, len(some), size):
            put(some[at : at + size])
        before = spent[name]
        spent[name] = (before[0] + time.perf_counter() - clock, before[1] + time.process_time() - processor)
        given[name] += len(some)
    return {name: (spent[name][0] / given[name] * 1000, spent[name][1] / given[name] * 1000) for name in ways}


if __name__ == "__main__":
    main()
