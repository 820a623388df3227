"""``memcon load``: what a cluster read, put into a ledger: the same as reading one by one."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

import memcon.cli.loading
from memcon.bulk.parts import Parts
from memcon.cli import app
from memcon.errors import InputError
from memcon.ledger import open_ledger
from tests.cli.conftest import flat
from tests.ledger import made

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = [made.record(f"{made.TEXT} Number {n}.", url=f"https://o.example/{n}", title=str(n)) for n in range(7)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two parts, a report in both, and a failure."""
    parts = Parts(str(tmp_path / "out"))
    parts.write("a", RECORDS[:4])
    parts.write("b", [*RECORDS[3:], InputError("x.html", "is empty")])
    parts.put_list(["a", "b"])
    return tmp_path / "out"


def load(folder: Path, *more: str, code: int = 0) -> Result:
    """``memcon load`` into the ledger beside the folder."""
    ledger = str(folder.parent / "desk.db")
    result = CliRunner().invoke(app, ["load", str(folder), "--ledger", ledger, *more], prog_name="memcon")
    assert result.exit_code == code, result.output
    return result


def test_same_as_one_by_one(folder: Path) -> None:
    """Every entry but for its time; the report that is in two parts once; the failure told."""
    result = load(folder, code=1)
    assert flat(result.stdout).startswith("8 reports: 7 new and 1 there already.")
    assert result.stderr == "memcon: x.html: is empty\n"
    with open_ledger(folder.parent / "desk.db") as loaded, open_ledger(folder.parent / "other.db") as other:
        for record in RECORDS:
            other.remember(record, now=made.at(9))
        assert [(e.seq, e.action, e.subject_id) for e in loaded.entries()] == [
            (e.seq, e.action, e.subject_id) for e in other.entries()
        ]
        assert list(loaded.check()) == []


def test_goes_on_where_it_was_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped after a transaction, the next run brings the rest."""
    monkeypatch.setattr(memcon.cli.loading, "AT_ONCE", 2)
    parts = json.loads((folder / "parts.json").read_text())
    (folder / "parts.json").write_text(json.dumps({"parts": [parts["parts"][0]]}))
    load(folder)
    (folder / "parts.json").write_text(json.dumps(parts))
    assert flat(load(folder, code=1).stdout).startswith("8 reports: 3 new and 5 there already.")


def test_damaged_part_is_one_line(folder: Path) -> None:
    """The others are loaded."""
    (folder / "a.parquet").write_bytes(b"PAR1 and no more")
    result = load(folder, code=1)
    assert "a.parquet: is no part that memcon wrote" in result.stderr
    assert flat(result.stdout).startswith("4 reports: 4 new.")


def test_other_folder_is_told(tmp_path: Path) -> None:
    """A folder that no cluster wrote ends the run with one line."""
    assert "it is no folder that `memcon cluster read` wrote" in load(tmp_path / "none", code=1).stderr


def test_progress_is_told_at_the_end(folder: Path) -> None:
    """For a log: how many, how many failed."""
    assert "memcon: 9 reports, 1 failed" in load(folder, "--progress", code=1).stderr


def test_no_ledger_is_told(folder: Path) -> None:
    """Nothing is guessed."""
    result = CliRunner().invoke(app, ["load", str(folder)], prog_name="memcon")
    assert result.exit_code == 2
    assert "no ledger is named" in result.stderr


def test_newer_program_replaces(folder: Path) -> None:
    """What a better version reads is loaded over what an older one read."""
    load(folder, code=1)
    parts = Parts(str(folder))
    parts.write("c", [replace(record, run=made.BETTER, conditions=()) for record in RECORDS])
    parts.put_list(["c"])
    assert flat(load(folder).stdout).startswith("7 reports: 7 read anew.")
