"""Back-up and restore: taken while others write, whole, and checked."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text
from typer.testing import CliRunner

from memcon.cli import app
from memcon.ledger import open_ledger
from memcon.ledger.backup import dump
from tests.ledger.made import at, other
from tests.ledger.test_killed import finish, go, ready, whole_reports

if TYPE_CHECKING:
    from collections.abc import Callable

    from typer.testing import Result

COUNT = 150


def back_up(target: str, file: Path) -> Result:
    """``memcon backup``."""
    return CliRunner().invoke(app, ["backup", str(file), "--ledger", target], prog_name="memcon")


def test_while_another_program_writes(files: Callable[[], str], tmp_path: Path) -> None:
    """Each copy is one state of the ledger: whole, checked, and a beginning of what the ledger holds at the end."""
    target = files()
    batch = ready(target, COUNT)
    go(batch)
    copies = []
    while batch.poll() is None or not copies:
        copies.append(tmp_path / f"{len(copies)}.db")
        assert back_up(target, copies[-1]).exit_code == 0
    finish(batch)
    assert sorted(tmp_path.iterdir()) == sorted(copies), "nothing half copied is left beside"
    with open_ledger(target) as ledger:
        every = [entry.hash for entry in ledger.entries()]
    for copy in copies:
        assert CliRunner().invoke(app, ["check", "--ledger", str(copy)]).exit_code == 0
        with open_ledger(copy) as restored:
            assert [entry.hash for entry in restored.entries()] == every[: restored.head().seq]


def test_a_restored_ledger_goes_on(files: Callable[[], str], tmp_path: Path) -> None:
    """What was lost since the copy was made is read again, and the ledger is as it was."""
    target, copy = files(), tmp_path / "copy.db"
    finish_of(target, 10)
    assert back_up(target, copy).exit_code == 0
    finish_of(target, 20)
    finish_of(str(copy), 20)
    with open_ledger(target) as ledger, open_ledger(copy) as restored:
        assert whole_reports(restored, 20) == 20
        assert [one.hash for one in ledger.entries()] == [one.hash for one in restored.entries()]


def finish_of(target: str, count: int) -> None:
    """Read so many reports."""
    batch = ready(target, count)
    go(batch)
    finish(batch)


def test_it_replaces_nothing(files: Callable[[], str], tmp_path: Path) -> None:
    """A file that is there stays as it is, and so does the ledger itself; a folder that is not there is named."""
    target, there = files(), tmp_path / "there.db"
    there.write_text("kept")
    for file, line in (
        (there, "it is there already"),
        (Path(target), "it is there already"),
        (tmp_path / "none" / "copy.db", "its folder is not there"),
    ):
        found = back_up(target, file)
        assert (found.exit_code, found.stderr.count("\n")) == (2, 1)
        assert line in found.stderr
    assert there.read_text() == "kept"


def test_a_disk_without_room(files: Callable[[], str], tmp_path: Path) -> None:
    """A copy that finds no room is not there in part, and one line says so."""
    target = files()
    with open_ledger(target) as ledger:
        ledger.remember([other(number) for number in range(200)], now=at(9))
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000)); import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)"
    command = f"{limit}; from memcon.cli import main; main()"
    found = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", command, "backup", str(tmp_path / "copy.db"), "--ledger", target],
        capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert (found.returncode, found.stderr.count("\n")) == (2, 1), found.stderr
    assert "cannot be copied" in found.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_server_says_which_command(databases: Callable[[], str], tmp_path: Path) -> None:
    """For PostgreSQL the line has the very pg_dump to run, without the password."""
    target = make_url(databases()).set(password="secret").render_as_string(hide_password=False)  # noqa: S106 - of a test
    found = back_up(target, tmp_path / "desk.dump")
    assert found.exit_code == 2
    assert f"run: {dump(target, tmp_path / 'desk.dump')}" in found.stderr
    assert "secret" not in found.stderr


@pytest.fixture(scope="session")
def server_tools(server: str) -> Path:
    """Where the server's own programs are: pg_dump refuses a server newer than itself."""
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"))
    with engine.connect() as conn:
        folder = Path(conn.scalar(text("SELECT setting FROM pg_config() WHERE name = 'BINDIR'")) or "")
    engine.dispose()
    if not (folder / "pg_dump").exists():
        pytest.skip(f"this server came without pg_dump: there is none in {folder}")
    return folder


def test_dumped_and_restored(databases: Callable[[], str], server_tools: Path, tmp_path: Path) -> None:
    """What that pg_dump writes, while another program writes, pg_restore makes a whole ledger of."""
    target, file = databases(), tmp_path / "desk.dump"
    batch = ready(target, 60)
    go(batch)
    run(server_tools, dump(target, file))
    finish(batch)
    restored = make_url(target).set(database=f"{make_url(target).database}_restored")
    engine = create_engine(make_url(target).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        conn.execute(text(f"CREATE DATABASE {restored.database}"))
    engine.dispose()
    address = restored.render_as_string(hide_password=False)
    run(server_tools, f"pg_restore --no-owner --dbname={shlex.quote(address)} {shlex.quote(str(file))}")
    assert CliRunner().invoke(app, ["check", "--ledger", address]).exit_code == 0
    with open_ledger(address) as ledger, open_ledger(target) as whole:
        hashes = [one.hash for one in whole.entries()]
        assert [one.hash for one in ledger.entries()] == hashes[: ledger.head().seq]


def run(tools: Path, command: str) -> None:
    """A command of the server's, as the documents give it."""
    program, *rest = shlex.split(command)
    found = shutil.which(program, path=str(tools))
    assert found, program
    done = subprocess.run([found, *rest], capture_output=True, text=True, check=False, timeout=300)  # noqa: S603 - the server's own
    assert done.returncode == 0, done.stderr
