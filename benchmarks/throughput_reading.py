"""One run of ``memcon read --json --workers N`` whose processes note what they spend: ``… CORPUS WORKERS FOLDER``.

The workers are no children of the process that reads, so the system does not add up what they spend. Each notes it in FOLDER.
"""

from __future__ import annotations

import os
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.bulk.one import record
from memcon.bulk.workers import records
from memcon.cli import reading
from memcon.errors import InputError
from memcon.export.records import to_line
from memcon.settings import Settings

if TYPE_CHECKING:
    from memcon.model import Record, Report


def main() -> None:
    """Read all, write the records to where nobody reads them."""
    corpus, workers, folder = sys.argv[1:]
    settings = Settings()
    given = ((path, found) for path, found in reading.reports([corpus], settings) if not isinstance(found, InputError))
    with Path(os.devnull).open("w") as nowhere:
        for _, _, found in records(given, settings, workers=int(workers), read=partial(noted, Path(folder))):
            if not isinstance(found, InputError):
                nowhere.write(f"{to_line(found)}\n")
    note(Path(folder))


def noted(folder: Path, source: str, report: Report, settings: Settings) -> Record | InputError:
    """What `record` gives, what this process has spent so far noted."""
    found = record(source, report, settings)
    note(folder)
    return found


def note(folder: Path) -> None:
    """Write what this process has spent in all."""
    (folder / str(os.getpid())).write_text(str(time.process_time()))


if __name__ == "__main__":
    main()
