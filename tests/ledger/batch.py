"""A batch in a process of its own, to be killed: reads made-up reports into the ledger that it is told.

``python -m tests.ledger.batch LEDGER COUNT [reversed]``. Says that it is ready, waits for a line, and reads.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta

from benchmarks.made import records
from memcon.ledger import open_ledger

BEGIN = datetime(2031, 3, 1, tzinfo=UTC)


def main(target: str, count: int, *, is_reversed: bool) -> None:
    """Read `count` reports, one transaction each; the time of each hangs on its number only."""
    numbered = list(enumerate(records(count)))
    with open_ledger(target) as ledger:
        print("ready", flush=True)  # noqa: T201 - the test waits for it
        sys.stdin.readline()
        for number, record in reversed(numbered) if is_reversed else numbered:
            if not ledger.has_read(record.report.id, record.run):
                ledger.remember(record, now=BEGIN + timedelta(seconds=number))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), is_reversed=len(sys.argv) > 3)
