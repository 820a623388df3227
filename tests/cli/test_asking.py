"""What every command over the ledger shares: mistakes are answered in one line that says what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from memcon.cli import app
from memcon.errors import MemconError
from memcon.questions.days import first_day, last_day
from memcon.questions.parties import parties

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Ask

OVER_LEDGER = [
    "talks",
    "show abcd",
    "said",
    "search dam",
    "changes --since 2031",
    "review",
    "review accept abcd --by Ada",
    "rebuild",
    "mcp",
]


def line_of(*arguments: str) -> str:
    """The one line that a mistake gets."""
    result = CliRunner().invoke(app, arguments, prog_name="memcon")
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    return line


@pytest.mark.parametrize("command", OVER_LEDGER)
def test_no_ledger_named(command: str) -> None:
    """Where no ledger is named, the line says how to name one."""
    assert line_of(*command.split()) == "memcon: no ledger is named (give --ledger FILE, or set MEMCON_LEDGER)"


@pytest.mark.parametrize("command", OVER_LEDGER)
def test_no_ledger_there(command: str, tmp_path: Path) -> None:
    """A file that is not there is not made by asking; the line says how to make it."""
    path = tmp_path / "none.db"
    assert f"memcon read PATH… --ledger {path}" in line_of(*command.split(), "--ledger", str(path))
    assert not path.exists()


def test_no_ledger_at_all(tmp_path: Path) -> None:
    """A file of another kind is named as such."""
    path = tmp_path / "note.txt"
    path.write_text("not a database, and long enough to be looked at as one", "utf-8")
    assert "no ledger" in line_of("talks", "--ledger", str(path))


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        ("talks --as-of yesterday", "--as-of yesterday: this is no day"),
        ("talks --since 2031-02-30", "--since 2031-02-30: this is no day"),
        ("changes --since 2031-13", "--since 2031-13: this is no day"),
        ("said --recorded-as-of noon", "--recorded-as-of noon: this is no time"),
        ("talks --status broken", "--status broken: there is no such word (there are: held,"),
        ("said --act shout", "--act shout: there is no such word (there are: assert,"),
        ("talks --party Estland", "--party Estland: no party is known by this name (nearest: "),
    ],
)
def test_what_makes_no_sense(arguments: str, part: str, ask: Ask) -> None:
    """A value that makes no sense gets one line that says what would."""
    (line,) = ask(*arguments.split(), code=2).stderr.splitlines()
    assert line.startswith(f"memcon: {part}")


@pytest.mark.parametrize(
    ("given", "first", "last"),
    [
        ("2031", "2031-01-01", "2031-12-31"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031-02-05", "2031-02-05", "2031-02-05"),
    ],
)
def test_days(given: str, first: str, last: str) -> None:
    """A month or year means its first day where it is a beginning, its last where it is an end."""
    assert (first_day(given, "--since"), last_day(given, "--as-of")) == (first, last)


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (["RUS"], ("RUS",)),
        (["rus", "Russia", "Moscow"], ("RUS",)),
        (["united states"], ("USA",)),
        (["EU", "eu"], ("EU",)),
        (["NSC"], ("NSC",)),
        ([], ()),
    ],
)
def test_parties(given: list[str], meant: tuple[str, ...]) -> None:
    """A party is its code, its name or its seat, at any case; a word in capitals that is none is taken as a body's."""
    assert parties(given) == meant


def test_unknown_party() -> None:
    """A name that is none raises, and names the nearest."""
    with pytest.raises(MemconError, match=r"nearest: .*Russia"):
        parties(["Rusia"])
