"""``--at-least`` and ``MEMCON_CONFIDENCE``: what is less sure is not shown, and it is said how much."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from memcon.ledger import open_ledger
from tests.cli.conftest import Ask, flat
from tests.ledger import made
from tests.questions.test_bar import sure

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def doubtful(tmp_path: Path) -> str:
    """A ledger of one report: statements of 0.9, an event of 0.4, a meeting of 0.6, a condition of 0.3."""
    path = tmp_path / "doubtful.db"
    with open_ledger(path) as book:
        book.remember(sure(made.record(), statements=0.9, events=0.4, meetings=0.6, conditions=0.3), now=made.at(9))
    return str(path)


def test_pages_say_what_they_leave_out(ask: Ask, doubtful: str) -> None:
    """With the option that shows it."""
    assert "2 below 0.95 are not shown (--at-least 0 shows them)." in flat(
        ask("said", "--at-least", "0.95", "--ledger", doubtful).stdout
    )
    shown = flat(ask("talks", "--at-least", "0.5", "--ledger", doubtful).stdout)
    assert "1 below 0.5 is not shown (--at-least 0 shows it)." in shown
    assert "below" not in ask("said", "--ledger", doubtful).stdout


def test_json_says_so_beside(ask: Ask, doubtful: str) -> None:
    """Standard output stays JSON."""
    found = ask("said", "--json", "--at-least", "0.95", "--ledger", doubtful)
    assert found.stdout == ""
    assert "2 below 0.95" in found.stderr
    kept = ask("said", "--json", "--ledger", doubtful)
    assert [json.loads(line)["confidence"] for line in kept.stdout.splitlines()] == [0.9, 0.9]


def test_the_setting_is_the_bar(ask: Ask, doubtful: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no option says otherwise."""
    monkeypatch.setenv("MEMCON_CONFIDENCE", "0.95")
    assert ask("said", "--json", "--ledger", doubtful).stdout == ""
    assert len(ask("said", "--json", "--at-least", "0", "--ledger", doubtful).stdout.splitlines()) == 2


def test_an_export_keeps_to_it(ask: Ask, doubtful: str, tmp_path: Path) -> None:
    """What is below is not in the file, and said to be left out."""
    out = tmp_path / "events.jsonl"
    found = ask("export", "plover", "--at-least", "0.5", "--out", str(out), "--ledger", doubtful)
    assert out.read_text("utf-8") == ""
    assert "below 0.5" in found.stderr
    ask("export", "plover", "--out", str(out), "--ledger", doubtful)
    assert json.loads(out.read_text("utf-8"))["memcon"]["confidence"] == 0.4
