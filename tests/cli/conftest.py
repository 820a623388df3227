"""A ledger of two reports on one round, made by hand, and ``memcon`` asked about it; no text is parsed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from typer.testing import CliRunner

from memcon.cli import app
from memcon.ledger import open_ledger
from tests.ledger import made

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

LATER = made.TEXT + " The two sides were to meet in Riga."


class Ask(Protocol):
    """``memcon`` with some arguments."""

    def __call__(self, *arguments: str, code: int = 0) -> Result:
        """Run it; `code` is the exit status that it must have."""


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of who runs it."""
    for variable in ("MEMCON_LEDGER", "MEMCON_PIPELINE", "MEMCON_MAX_CHARACTERS", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The ledger: a report of 24 February, and another outlet's of the 26th."""
    path = tmp_path / "desk.db"
    other = {"outlet": "The Gulf Post", "url": "https://post.example/1", "published": "2031-02-26", "title": "No Talks"}
    with open_ledger(path) as ledger:
        ledger.remember(made.record(), now=made.at(9))
        ledger.remember(made.record(LATER, **other), now=made.at(10))
    return path


@pytest.fixture
def ask(file: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    """``memcon`` with the ledger set; the exit status must be `code`."""
    monkeypatch.setenv("MEMCON_LEDGER", str(file))

    def run(*arguments: str, code: int = 0) -> Result:
        result = CliRunner().invoke(app, arguments, prog_name="memcon")
        assert result.exit_code == code, result.output
        return result

    return run


@pytest.fixture
def ask_json(ask: Ask) -> Any:
    """Like `ask` with ``--json``: the objects."""

    def run(*arguments: str) -> list[dict[str, Any]]:
        return [json.loads(line) for line in ask(*arguments, "--json").stdout.splitlines()]

    return run


def flat(text: str) -> str:
    """`text` on one line."""
    return " ".join(text.split())
