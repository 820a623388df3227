"""What each format costs: seconds and peak memory of ``memcon export`` on a ledger, each in a process of its own.

``python -m benchmarks.exports LEDGER``; the first line is a question that reads next to nothing, for what starting costs.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from memcon.export.formats.registry import FORMATS


def main() -> None:
    """Run each format once, and print a line for it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("ledger")
    ledger = parser.parse_args().ledger
    with TemporaryDirectory() as folder:
        line("(start)", ["said", "--limit", "1", "--ledger", ledger], Path(os.devnull))
        for name in FORMATS:
            out = Path(folder) / name
            line(name, ["export", name, "--out", str(out), "--ledger", ledger], out)


def line(name: str, arguments: list[str], out: Path) -> None:
    """Run one command; print its name, seconds, peak memory and how much it wrote."""
    began = time.perf_counter()
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawn(sys.executable, [sys.executable, "-m", "memcon", *arguments], os.environ, file_actions=silence)
    _, status, usage = os.wait4(pid, 0)
    if status:
        raise SystemExit(f"{name}: exit status {os.waitstatus_to_exitcode(status)}")
    seconds = time.perf_counter() - began
    print(f"{name:12} {seconds:6.1f} s {usage.ru_maxrss / 1024:6.0f} MiB {size(out) / 1e6:8.1f} MB")


def size(out: Path) -> int:
    """Bytes of a file, or of the files of a folder."""
    files = out.iterdir() if out.is_dir() else [out] if out.is_file() else []
    return sum(one.stat().st_size for one in files)


if __name__ == "__main__":
    main()
