"""A run of several processes that is killed: nothing half written, nothing twice, no process left behind, and the next run goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path

import pytest

from memcon.ledger import open_ledger
from tests.shown import PROJECT

PROC = Path("/proc")
WAIT = 200  # seconds: spaCy loaded three times on a busy machine


def reports(path: Path, copies: int) -> int:
    """The example reports, so many times with other words; gives how many."""
    lines = (PROJECT / "examples/reports.jsonl").read_text("utf-8").splitlines()
    made = [
        json.loads(line)
        | {"id": f"{n}", "url": f"https://o.example/{n}/{place}", "text": f"{json.loads(line)['text']} ({n})"}
        for n in range(copies)
        for place, line in enumerate(lines)
    ]
    path.write_text("".join(f"{json.dumps(one)}\n" for one in made), "utf-8")
    return len(made)


def read(path: Path, ledger: Path, mark: str = "") -> subprocess.Popen[bytes]:
    """``memcon read --workers 2``."""
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "memcon", "read", str(path), "--workers", "2", "--ledger", str(ledger)],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": "src:.", "MEMCON_TEST_MARK": mark},
        stdout=subprocess.DEVNULL,
    )


def there(ledger: Path) -> int:
    """How many reports are in the ledger, which must be whole."""
    if not ledger.exists():
        return 0
    with open_ledger(ledger) as opened:
        assert list(opened.check()) == []
        return sum(1 for _ in opened.reports())


def left_behind(mark: str) -> list[int]:
    """The processes with the mark in their environment."""
    found = []
    for folder in PROC.iterdir():
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except (OSError, ValueError):
            continue
    return found


def content(ledger: Path) -> list[tuple[object, ...]]:
    """All entries but for their times."""
    with open_ledger(ledger) as opened:
        return [(one.seq, one.action, one.subject_id, one.replaces) for one in opened.entries()]


@pytest.mark.skipif(not (PROC / "self/environ").exists(), reason="needs /proc to see what is left behind")
def test_killed_and_gone_on(tmp_path: Path) -> None:
    """Killed when some batches are in, run again: the same ledger as in one go."""
    count = reports(tmp_path / "reports.jsonl", 60)
    mark, ledger = uuid.uuid4().hex, tmp_path / "killed.db"
    run = read(tmp_path / "reports.jsonl", ledger, mark)
    deadline = time.monotonic() + WAIT
    while there(ledger) == 0 and time.monotonic() < deadline:
        time.sleep(0.2)
    os.kill(run.pid, signal.SIGKILL)
    run.wait(timeout=WAIT)
    assert 0 < there(ledger) < count
    while left_behind(mark) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert left_behind(mark) == []
    assert read(tmp_path / "reports.jsonl", ledger).wait(timeout=WAIT) == 0
    assert read(tmp_path / "reports.jsonl", tmp_path / "whole.db").wait(timeout=WAIT) == 0
    assert there(ledger) == count
    assert content(ledger) == content(tmp_path / "whole.db")
