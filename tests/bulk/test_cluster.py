"""``memcon cluster read`` on a local Ray of two workers, one of which is killed on the way, then ``memcon load``."""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from pyarrow import parquet

from memcon.ledger import open_ledger
from tests.shown import PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("ray") is None, reason="ray is not installed: pip install 'memcon[cluster]'"
)
NAME = b"ray::MapWorker"  # what Ray calls its processes that have a Reader
WAIT = 400  # seconds: Ray on a busy machine


def memcon(*arguments: str, mark: str = "") -> subprocess.Popen[str]:
    """``memcon`` as a process; `mark` is in the environment of it and of all that it starts."""
    return subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "memcon", *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": "src:.", "MEMCON_TEST_MARK": mark, "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def done(run: subprocess.Popen[str]) -> str:
    """What it printed, when it has ended well."""
    out, errors = run.communicate(timeout=WAIT)
    assert run.returncode == 0, errors
    return out


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    """The example reports, made many, in each format that a cluster is given: some packed, a row group or a file a chunk."""
    examples = [json.loads(line) for line in (PROJECT / "examples/reports.jsonl").read_text("utf-8").splitlines()]
    rows = [
        one | {"id": f"{n}-{one.get('id')}", "url": f"https://o.example/{n}/{place}", "text": f"{one['text']} ({n})"}
        for n in range(24)
        for place, one in enumerate(examples)
    ]
    folder = tmp_path / "news"
    folder.mkdir()
    third = len(rows) // 3
    parquet.write_table(pa.Table.from_pylist(rows[:third]), folder / "a.parquet", row_group_size=2)
    for at in range(third, 2 * third, 3):
        lines = "".join(f"{json.dumps(row)}\n" for row in rows[at : min(at + 3, 2 * third)])
        (folder / f"b{at:03}.jsonl").write_text(lines, "utf-8")
    for at in range(2 * third, len(rows), 3):
        lines = "".join(f"{json.dumps(row)}\n" for row in rows[at : at + 3])
        (folder / f"c{at:03}.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    return folder


def workers(mark: str) -> Iterator[int]:
    """The processes of the cluster that read, by their ids."""
    for folder in Path("/proc").iterdir():
        try:
            if (folder / "cmdline").read_bytes().startswith(NAME) and mark.encode() in (
                folder / "environ"
            ).read_bytes():
                yield int(folder.name)
        except (OSError, ValueError):
            continue


def kill_one(run: subprocess.Popen[str], out: Path, mark: str) -> bool:
    """Kill a worker as soon as the first part is there."""
    deadline = time.monotonic() + WAIT
    while run.poll() is None and time.monotonic() < deadline:
        if any(out.glob("*.parquet")):
            for worker in workers(mark):
                os.kill(worker, signal.SIGKILL)
                return True
        time.sleep(0.05)
    return False


def entries(ledger: Path) -> list[tuple[object, ...]]:
    """All entries but for their times and what is hashed of those."""
    with open_ledger(ledger) as opened:
        assert list(opened.check()) == []
        return [
            (one.seq, one.action, one.subject, one.subject_id, one.run_id, one.replaces) for one in opened.entries()
        ]


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="needs /proc to find Ray's processes")
def test_a_worker_that_is_killed_loses_nothing(inputs: Path, tmp_path: Path) -> None:
    """The ledger is the one that reading on one machine leaves; a second run has nothing to do."""
    mark, out = uuid.uuid4().hex, tmp_path / "records"
    run = memcon("cluster", "read", str(inputs), "--out", str(out), "--workers", "2", mark=mark)
    assert kill_one(run, out, mark), run.communicate(timeout=10)
    assert "0 failed" in done(run)
    again = done(memcon("cluster", "read", str(inputs), "--out", str(out), "--workers", "2"))
    assert "0 reports read" in again
    done(memcon("load", str(out), "--ledger", str(tmp_path / "loaded.db")))
    # As the cluster does with Parquet, since `memcon read` does not take it.
    rows = parquet.read_table(inputs / "a.parquet").to_pylist()
    (inputs / "a.parquet").unlink()
    (inputs / "a.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    done(memcon("read", str(inputs), "--ledger", str(tmp_path / "read.db")))
    assert entries(tmp_path / "loaded.db") == entries(tmp_path / "read.db")
    assert len(entries(tmp_path / "read.db")) > 100
