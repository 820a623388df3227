"""Reads one input, or mutations of small ones, under limits of memory and time; run as a program of its own.

``python -m tests.hostile.reading harmful [NAME…]`` reads each in a process of its own and prints what came of it, a line of JSON each;
``… mutations SEED SECONDS`` reads mutated inputs for so long, and prints how many. Whatever goes wrong with one of those ends it with
another exit status than 0, and the input is left in a file.
"""

from __future__ import annotations

import faulthandler
import json
import os
import random
import resource
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

from memcon.errors import InputError
from memcon.model import Report
from memcon.reports import RawReport, read_path, read_report
from memcon.settings import Settings
from tests.hostile.inputs import HARMFUL
from tests.hostile.mutations import SEEDS, mutated

MEMORY = 2 * 1024**3  # bytes of the whole process, Python and parsers included
PATIENCE = 30  # seconds of its own time for one input


def main() -> None:
    """Read what the arguments say."""
    what, *rest = sys.argv[1:]
    if what == "harmful":
        for name in rest or HARMFUL:
            print(json.dumps({"name": name, **apart(name)}), flush=True)  # noqa: T201 - what the test reads
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        mutations(int(rest[0]), float(rest[1]))


def apart(name: str) -> dict[str, Any]:
    """What comes of a harmful input, read in a process of its own under limits of memory and of its own time."""
    with tempfile.TemporaryDirectory(prefix="memcon-hostile-") as folder:
        result, data = Path(folder) / "result", Path(folder) / HARMFUL[name][0]
        data.write_bytes(HARMFUL[name][1]())
        child = os.fork()
        if not child:
            try:
                result.write_text(json.dumps(one(data)), encoding="utf-8")
                os._exit(0)
            finally:
                os._exit(1)  # with a traceback on standard error, if there was an exception
        _, status, used = os.wait4(child, 0)
        said = json.loads(result.read_text("utf-8")) if status == 0 else {"status": status}
    return {**said, "seconds": round(used.ru_utime + used.ru_stime, 1), "megabytes": used.ru_maxrss // 1024}


def one(path: Path) -> dict[str, Any]:
    """Read a file: how many reports came out, and the first lines that say what is wrong."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (PATIENCE, PATIENCE + 5))
    reports, errors = 0, []
    try:
        for result in read_path(path, settings=Settings()):
            reports += isinstance(result, Report)
            if isinstance(result, InputError) and len(errors) < 3:
                errors.append(str(result).replace(str(path), path.name)[:300])
    except BaseException:
        traceback.print_exc()
        raise
    return {"reports": reports, "errors": errors}


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
