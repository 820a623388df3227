"""``memcon read --ledger``: what was found is left in the ledger, and only what is new is parsed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

import memcon.cli.remembering
import memcon.language.load
import memcon.pipeline
from memcon.cli import app
from memcon.export.records import from_line
from memcon.ledger import open_ledger
from memcon.ledger.sql import SqlLedger
from tests.cli.conftest import flat
from tests.ledger import made

if TYPE_CHECKING:
    from memcon.model import Record, Report

Parsed = list[str]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> Parsed:
    """Stands in for the pipeline: each report has the same found in it; gives the titles that were parsed."""
    titles: Parsed = []

    def record_of(report: Report, nlp: object) -> Record:
        titles.append(report.title)
        if report.title == "broken":
            raise KeyError("boom")
        if report.title == "stop":
            raise KeyboardInterrupt
        found = made.record(report.text)
        return replace(found, report=report)

    monkeypatch.setattr(memcon.language.load, "load", lambda name, _encoder: SimpleNamespace(name=name))
    monkeypatch.setattr(memcon.pipeline, "run_of", lambda _: made.RUN)
    monkeypatch.setattr(memcon.pipeline, "record_of", record_of)
    return titles


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Three reports at addresses of their own."""
    return written(tmp_path / "reports.jsonl", "one", "two", "three")


def written(path: Path, *titles: str, text: str = made.TEXT) -> Path:
    """Reports with these titles, as JSON Lines."""
    lines = [
        {"title": title, "published": "2031-02-24", "outlet": "O", "url": f"https://o.example/{title}", "text": text}
        for title in titles
    ]
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), "utf-8")
    return path


def read(*arguments: str | Path, code: int = 0) -> Result:
    """``memcon read`` into the ledger beside the first file."""
    ledger = Path(arguments[0]).parent / "desk.db"
    result = CliRunner().invoke(app, ["read", *map(str, arguments), "--ledger", str(ledger)], prog_name="memcon")
    assert result.exit_code == code, result.output
    return result


def in_ledger(reports: Path) -> list[str]:
    """The titles in the ledger."""
    with open_ledger(reports.parent / "desk.db") as ledger:
        return sorted(one.title for one in ledger.reports())


def test_says_what_is_new(reports: Path, parsed: Parsed) -> None:
    """The ledger is made, and what is printed says how much is new."""
    assert flat(read(reports).stdout) == "3 reports: 3 new. Sightings: 21 added."
    assert in_ledger(reports) == ["one", "three", "two"]


def test_what_was_read_is_not_parsed_again(reports: Path, parsed: Parsed) -> None:
    """The same again is passed over; what is new beside it is read."""
    read(reports)
    more = written(reports.parent / "more.jsonl", "one", "four")
    assert flat(read(reports, more).stdout).startswith("5 reports: 1 new and 4 there already.")
    assert parsed == ["one", "two", "three", "four"]


def test_again(reports: Path, parsed: Parsed) -> None:
    """--again parses it all the same, and finds nothing changed."""
    read(reports)
    assert flat(read(reports, "--again").stdout) == "3 reports: 3 read anew. Sightings: none changed."
    assert len(parsed) == 6


def test_better_program_reads_again(reports: Path, parsed: Parsed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of the program reads what this one has read."""
    read(reports)
    monkeypatch.setattr(memcon.pipeline, "run_of", lambda _: made.BETTER)
    read(reports)
    assert len(parsed) == 6


def test_edited_report_is_named(reports: Path, parsed: Parsed) -> None:
    """A report with other words at its address is an edited one, and the page says how to see what changed."""
    read(reports)
    edited = written(reports.parent / "edited.jsonl", "two", text=made.TEXT + " More follows.")
    shown = flat(read(edited).stdout)
    assert shown.startswith("1 report: 1 edited since.")
    assert "Edited: “two”, 24 February 2031. What changed: memcon show" in shown


def test_one_that_fails_is_one_line(reports: Path, parsed: Parsed) -> None:
    """A report that fails in parsing is one line, and the others are recorded."""
    mixed = written(reports.parent / "mixed.jsonl", "four", "broken", "five")
    result = read(mixed, code=1)
    (line,) = result.stderr.splitlines()
    assert "“broken”: memcon failed on it: KeyError" in line
    assert in_ledger(reports) == ["five", "four"]


def test_one_that_cannot_be_recorded_is_one_line(
    reports: Path, parsed: Parsed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A report that the ledger chokes on does not take the others of its batch along."""
    plain = SqlLedger.remember

    def choking(self: SqlLedger, records: object, **given: object) -> object:
        if "two" in str(records):
            raise ValueError("no")
        return plain(self, records, **given)  # type: ignore[arg-type]

    monkeypatch.setattr(SqlLedger, "remember", choking)
    result = read(reports, code=1)
    (line,) = result.stderr.splitlines()
    assert "“two”: memcon failed on it: ValueError" in line
    assert in_ledger(reports) == ["one", "three"]


def test_interrupted_run_keeps_what_was_read(reports: Path, parsed: Parsed) -> None:
    """Ctrl-C keeps what was read so far; the next run goes on behind it."""
    stopped = written(reports.parent / "stopped.jsonl", "one", "two", "stop", "three")
    read(stopped, code=130)
    assert in_ledger(reports) == ["one", "two"]
    read(reports)
    assert parsed == ["one", "two", "stop", "three"]


def test_batches(reports: Path, parsed: Parsed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports are recorded some at a time, in one transaction."""
    monkeypatch.setattr(memcon.cli.remembering, "BATCH_REPORTS", 2)
    read(reports)
    with open_ledger(reports.parent / "desk.db") as ledger:
        titles = {one.id: one.title for one in ledger.reports()}
        recorded = [titles[one.subject_id] for one in ledger.entries() if one.subject == "report"]
    assert recorded == ["one", "two", "three"]


def test_json_beside(reports: Path, parsed: Parsed) -> None:
    """--json prints the records of what was parsed, and nothing else."""
    assert [from_line(line).report.title for line in read(reports, "--json").stdout.splitlines()] == [
        "one",
        "two",
        "three",
    ]
    assert read(reports, "--json").stdout == ""


def test_setting(reports: Path, parsed: Parsed, monkeypatch: pytest.MonkeyPatch) -> None:
    """MEMCON_LEDGER names the ledger where no option does."""
    monkeypatch.setenv("MEMCON_LEDGER", str(reports.parent / "desk.db"))
    assert CliRunner().invoke(app, ["read", str(reports)]).exit_code == 0
    assert len(in_ledger(reports)) == 3


def test_ledger_that_cannot_be(reports: Path, parsed: Parsed) -> None:
    """A ledger in a folder that is not there ends the run with one line, before anything is parsed."""
    result = CliRunner().invoke(app, ["read", str(reports), "--ledger", str(reports.parent / "none" / "desk.db")])
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert parsed == []
