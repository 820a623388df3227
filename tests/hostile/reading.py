"""Reads one input, or mutations of small ones, under limits of memory and time; run as a program of its own.

``python -m tests.hostile.reading one FILE`` prints what came out in a line of JSON; ``… mutations SEED SECONDS`` reads mutated
inputs for so long, and prints how many. Whatever goes wrong ends it with another exit status than 0, and says with which input.
"""

from __future__ import annotations

import faulthandler
import json
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from memcon.errors import InputError
from memcon.model import Report
from memcon.reports import RawReport, read_path, read_report
from memcon.settings import Settings
from tests.hostile.mutations import SEEDS, mutated

MEMORY = 2 * 1024**3  # bytes of the whole process, Python and parsers included
PATIENCE = 30  # seconds of its own time for one input


def main() -> None:
    """Read what the arguments say."""
    import memcon.reports.reading  # noqa: F401, PLC0415 - the parsers are loaded before the limits hold

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    what, *rest = sys.argv[1:]
    if what == "one":
        one(Path(rest[0]))
    else:
        mutations(int(rest[0]), float(rest[1]))


def one(path: Path) -> None:
    """Read a file; its time is limited as CPU time, for other programs may be at work here too."""
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE + 5, PATIENCE + 10))
    reports, errors = 0, []
    for result in read_path(path, settings=Settings()):
        reports += isinstance(result, Report)
        if isinstance(result, InputError) and len(errors) < 5:
            errors.append(str(result)[:300])
    used = resource.getrusage(resource.RUSAGE_SELF)
    found = {"reports": reports, "errors": errors, "seconds": used.ru_utime, "megabytes": used.ru_maxrss / 1024}
    print(json.dumps(found))  # noqa: T201 - what the test reads


def mutations(seed: int, seconds: float) -> None:
    """Read mutated inputs; the one at hand is kept in a file, so that it can be read again when the process is gone."""
    chance, until, count = random.Random(seed), time.monotonic() + seconds, 0  # noqa: S311 - no secret hangs on it
    kept = Path(tempfile.gettempdir()) / f"memcon-hostile-{seed}"
    while time.monotonic() < until:
        name = chance.choice(sorted(SEEDS))
        data = mutated(SEEDS[name], chance)
        kept.write_bytes(data)
        faulthandler.dump_traceback_later(PATIENCE * 4, exit=True)
        for result in read_report(RawReport(name, data), settings=Settings()):
            assert isinstance(result, Report | InputError)
            assert "\n" not in str(result) or isinstance(result, Report), name
        faulthandler.cancel_dump_traceback_later()
        count += 1
    kept.unlink()
    print(json.dumps({"inputs": count}))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main()
