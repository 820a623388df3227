"""Every reader, and what could do it harm: no exception, no hang, no more than 2 GB, whatever the bytes; each gives reports or a line.

Each harmful input is read in a process that may use 2 GB of addresses and half a minute of its own time; it is killed beyond that.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from tests.hostile.inputs import HARMFUL
from tests.shown import PROJECT

SEEDS, SECONDS = 2, 6.0  # so many runs of so many seconds; MEMCON_FUZZ_SECONDS makes them longer


def reading(*arguments: str) -> subprocess.CompletedProcess[str]:
    """The program that reads, from these sources."""
    environment = {**os.environ, "PYTHONPATH": f"{PROJECT / 'src'}:{PROJECT}"}
    return subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.hostile.reading", *arguments],
        cwd=PROJECT, env=environment, capture_output=True, text=True, check=False, timeout=1800,
    )  # fmt: skip


@pytest.fixture(scope="module")
def outcomes() -> dict[str, dict[str, Any]]:
    """What came of each harmful input."""
    found = reading("harmful")
    assert found.returncode == 0, found.stderr[-2000:]
    return {one["name"]: one for one in map(json.loads, found.stdout.splitlines())}


@pytest.mark.parametrize("name", HARMFUL)
def test_harmful_input(outcomes: dict[str, dict[str, Any]], name: str) -> None:
    """It was not killed for its memory or time, and raised nothing: reports came out, or a line that says what is wrong."""
    outcome = outcomes[name]
    assert "status" not in outcome, outcome
    assert outcome["reports"] or outcome["errors"], outcome
    assert not any("MemoryError" in line or "\n" in line for line in outcome["errors"]), outcome
    assert outcome["megabytes"] < 2048


@pytest.mark.parametrize("seed", range(SEEDS))
def test_mutated_inputs(seed: int) -> None:
    """Small valid inputs of every format, changed at random: nothing raises, and nothing that comes out has two lines."""
    found = reading("mutations", str(seed), os.environ.get("MEMCON_FUZZ_SECONDS", str(SECONDS)))
    assert found.returncode == 0, found.stderr[-2000:]
    assert json.loads(found.stdout)["inputs"] > 5


def test_a_limit_that_is_passed_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """An input that takes more memory than it may is told of, so the tests above can fail."""
    from tests.hostile import reading as program  # noqa: PLC0415 - it loads all parsers

    monkeypatch.setattr(program, "MEMORY", 64 * 1024**2)
    assert program.apart("a gzip bomb that is a feed").get("reports", 0) == 0
