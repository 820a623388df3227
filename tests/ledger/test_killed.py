"""Killed at any moment, or two at once: nothing is half written, lost, or there twice."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from benchmarks.made import records
from memcon.ledger import open_ledger
from memcon.ledger.sightings import of_record
from tests.shown import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memcon.ledger import Ledger


def ready(target: str, count: int, *more: str) -> subprocess.Popen[str]:
    """A batch in a process of its own, ready to write."""
    batch = subprocess.Popen(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.ledger.batch", target, str(count), *more],
        cwd=PROJECT,
        env={"PYTHONPATH": "src:."},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert batch.stdout is not None
    assert batch.stdout.readline() == "ready\n", batch.communicate()[1]
    return batch


def go(batch: subprocess.Popen[str]) -> None:
    """Let it write."""
    assert batch.stdin is not None
    batch.stdin.write("\n")
    batch.stdin.flush()


def finish(batch: subprocess.Popen[str]) -> None:
    """Wait until it is done, without a word of complaint."""
    _, errors = batch.communicate(timeout=300)
    assert (batch.returncode, errors) == (0, "")


def whole_reports(ledger: Ledger, count: int) -> int:
    """How many of the reports are there, all of each: fails where one is there in part."""
    wanted = {record.report.id: {one.id for one in of_record(record)} for record in records(count)}
    headings = list(ledger.reports())
    for heading in headings:
        there = {one.sighting.id for one in ledger.sightings(report=heading.id)}
        assert there == wanted[heading.id]
    assert list(ledger.check()) == []
    return len(headings)


def kill_and_go_on(target: str, *, kills: int, count: int) -> None:
    """Kill the batch `kills` times at random moments, look each time, then let it finish and compare."""
    chance = random.Random(kills)  # noqa: S311 - no secret hangs on it
    there = 0
    for _ in range(kills):
        batch = ready(target, count)
        go(batch)
        time.sleep(chance.uniform(0, 0.05))
        batch.kill()
        batch.communicate()
        with open_ledger(target) as ledger:
            now_there = whole_reports(ledger, count)
        assert now_there >= there
        there = now_there
    finish(ready(target, count))


def undisturbed(new_ledger: Callable[[], str], count: int) -> list[object]:
    """All entries of a batch that nobody killed."""
    target = new_ledger()
    finish(ready(target, count))
    with open_ledger(target) as ledger:
        return list(ledger.entries())


def test_killed_and_gone_on(new_ledger: Callable[[], str]) -> None:
    """After kills at a few random moments the next run goes on, and every entry is as it would have been."""
    target, count = new_ledger(), 40
    kill_and_go_on(target, kills=3, count=count)
    with open_ledger(target) as ledger:
        assert list(ledger.entries()) == undisturbed(new_ledger, count)


@pytest.mark.slow
def test_killed_fifty_times(files: Callable[[], str]) -> None:
    """The same at fifty random moments."""
    target, count = files(), 600
    kill_and_go_on(target, kills=50, count=count)
    with open_ledger(target) as ledger:
        assert list(ledger.entries()) == undisturbed(files, count)


def test_two_at_once(new_ledger: Callable[[], str]) -> None:
    """Two programs that read the same reports into one ledger: each report is there once, and neither complains."""
    target, count = new_ledger(), 60
    batches = [ready(target, count), ready(target, count, "reversed")]
    for batch in batches:
        go(batch)
    for batch in batches:
        finish(batch)
    with open_ledger(target) as ledger:
        assert whole_reports(ledger, count) == count
        added = [entry.subject_id for entry in ledger.entries()]
        assert len(added) == len(set(added))


def test_two_make_one_ledger(tmp_path: Path) -> None:
    """Two programs that open a ledger which is not there yet make one, together."""
    target = str(tmp_path / "new.db")
    with ThreadPoolExecutor() as threads:
        batches = list(threads.map(lambda _: ready(target, 20), range(2)))
    for batch in batches:
        finish(batch)
    with open_ledger(target) as ledger:
        assert whole_reports(ledger, 20) == 20
