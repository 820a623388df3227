"""``memcon read --only-diplomacy``: what is left out is counted, named on request, and neither read nor recorded."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

from memcon.cli import app
from memcon.ledger import open_ledger
from tests.cli.conftest import flat

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = {
    "Round called off": "Chile has called off the third round of talks with Bolivia, the Bolivian foreign ministry said on Tuesday.",
    "Draw in Ghana": "Norway came from behind to draw 2-2 with Ghana in a friendly. Lars Hovden scored with a header late on.",
    "New tram line": "The city council voted for a tram line to the university hospital. Building is to begin next spring.",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A report of diplomacy and two of other things."""
    path = tmp_path / "news.jsonl"
    lines = [{"title": title, "published": "2031-02-25", "text": text} for title, text in TEXTS.items()]
    path.write_text("".join(f"{json.dumps(one)}\n" for one in lines), "utf-8")
    return path


def read(*arguments: str | Path) -> Result:
    """``memcon read --only-diplomacy``, which ends well."""
    result = CliRunner().invoke(app, ["read", "--only-diplomacy", *map(str, arguments)], prog_name="memcon")
    assert result.exit_code == 0, result.output
    return result


def test_left_out_and_counted(file: Path) -> None:
    """The record of the one, and a line on standard error of the others."""
    result = read(file, "--json")
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["report"]["title"] == "Round called off"
    assert flat(result.stderr) == "memcon: 2 reports left out as not about diplomacy (-v names them)"


def test_named_on_request(file: Path) -> None:
    """-v names each, where it is from and its title."""
    lines = read(file, "--json", "-v").stderr.splitlines()
    assert lines == [
        f"memcon: {file}: “Draw in Ghana”: left out",
        f"memcon: {file}: “New tram line”: left out",
        "memcon: 2 reports left out as not about diplomacy",
    ]


def test_in_the_summary_of_a_ledger(file: Path, tmp_path: Path) -> None:
    """The page counts them, and they are not in the ledger; read again without the option, they are."""
    ledger = tmp_path / "desk.db"
    assert flat(read(file, "--ledger", ledger).stdout).startswith(
        "3 reports: 1 new and 2 left out as not about diplomacy."
    )
    with open_ledger(ledger) as opened:
        assert [one.title for one in opened.reports()] == ["Round called off"]
    plain = CliRunner().invoke(app, ["read", str(file), "--ledger", str(ledger)])
    assert flat(plain.stdout).startswith("3 reports: 2 new and 1 there already.")


def test_progress_is_said(file: Path) -> None:
    """At the end at least, with those left out among them."""
    assert "memcon: 3 of 3 reports, 0 failed" in read(file, "--json", "--progress").stderr
