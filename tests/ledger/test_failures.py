"""What can go wrong with a ledger, as one line that says which, what, and what to do."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text
from sqlalchemy.exc import DBAPIError

from memcon.errors import LedgerError, MemconError
from memcon.ledger import judgement, open_ledger
from memcon.ledger.schema import VERSION_TABLE
from tests.ledger.made import at, other, record

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Engine

APPEND_ONLY = ("entry", "report", "sighting", "decision", "reading", "run")


def engine(target: str) -> Engine:
    """Another program's way into the database."""
    address = make_url(target).set(drivername="postgresql+psycopg") if "://" in target else f"sqlite:///{target}"
    return create_engine(address)


def filled(target: str) -> str:
    """A ledger with a row in every table that is only appended to."""
    with open_ledger(target) as ledger:
        ledger.remember(record(), now=at(9))
        ledger.decide([judgement("same", "a", "b", by="Anu Saar", reason="", decided=at(10))])
    return target


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("change", ["DELETE FROM {}", "UPDATE {} SET {} = {}"])
def test_the_database_refuses(new_ledger: Callable[[], str], table: str, change: str) -> None:
    """Whoever comes by another way than memcon cannot change or delete what was recorded either."""
    column = {"entry": "hash", "reading": "run_id"}.get(table, "id")
    with (
        pytest.raises(DBAPIError, match="only appended to"),
        engine(filled(new_ledger())).begin() as conn,
    ):
        conn.execute(text(change.format(table, column, column)))


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_postgresql_refuses_truncate(databases: Callable[[], str], table: str) -> None:
    """TRUNCATE asks no row's trigger; it is refused all the same."""
    with (
        pytest.raises(DBAPIError, match="only appended to"),
        engine(filled(databases())).begin() as conn,
    ):
        conn.execute(text(f"TRUNCATE {table} CASCADE"))


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_sqlite_refuses_replace(files: Callable[[], str], table: str) -> None:
    """INSERT OR REPLACE asks no trigger of DELETE; it is refused all the same."""
    with (
        pytest.raises(DBAPIError, match="only appended to"),
        engine(filled(files())).begin() as conn,
    ):
        conn.execute(text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}"))  # noqa: S608 - names from this file


TAMPERED = {
    "an entry": ("UPDATE entry SET recorded = '2031-01-01T00:00:00.000000+00:00' WHERE seq = 4", "entry 4"),
    "a sighting": ("UPDATE sighting SET status = 'held' WHERE kind = 'meeting'", "was changed"),
    "a report": ("UPDATE report SET text = replace(text, 'Kallas', 'Kallis')", "was changed"),
    "a decision": ("UPDATE decision SET right = 'c'", "was changed"),
    "an entry gone": ("DELETE FROM entry WHERE seq = 4", "are gone"),
    "a sighting gone": ("DELETE FROM sighting WHERE kind = 'event'", "is gone"),
    "what stands": ("UPDATE standing SET until = 3 WHERE no = 4", "memcon rebuild"),
    "what stands, gone": ("DELETE FROM standing WHERE no = 4", "memcon rebuild"),
    "a sighting more": (("INSERT INTO sighting SELECT 99, 'x', report_no, anchor, claim, kind, local, status, said, happened,"
                        " day, parties, names, body FROM sighting LIMIT 1"), "added by no entry"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERED)
def test_check_sees_what_was_changed(files: Callable[[], str], what: str) -> None:
    """Who takes the triggers away and changes a line is found out."""
    target = filled(files())
    change, said = TAMPERED[what]
    with sqlite3.connect(target) as conn:
        for (trigger,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            conn.execute(f"DROP TRIGGER {trigger}")
        assert conn.execute(change).rowcount
    with open_ledger(target) as ledger:
        assert any(said in problem for problem in ledger.check()), list(ledger.check())


def test_check_finds_nothing_in_a_whole_ledger(new_ledger: Callable[[], str]) -> None:
    """A ledger that nobody changed is whole."""
    with open_ledger(filled(new_ledger())) as ledger:
        assert list(ledger.check()) == []


def refused(target: str | Path, **options: bool) -> str:
    """Why the ledger cannot be opened, as its user is told."""
    with pytest.raises(LedgerError) as caught:
        open_ledger(target, **options)
    assert isinstance(caught.value, MemconError)
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_what_is_no_ledger(tmp_path: Path) -> None:
    """A folder, a text, a database of another program, an address of another kind: each is named for what it is."""
    (tmp_path / "text.db").write_text("This is no database at all, but it is long enough to be one. " * 20)
    with sqlite3.connect(tmp_path / "other.db") as conn:
        conn.execute("CREATE TABLE bird (name TEXT)")
    assert "this is a folder" in refused(tmp_path)
    assert "no ledger, and no SQLite database" in refused(tmp_path / "text.db")
    assert "another program's" in refused(tmp_path / "other.db")
    assert "there is no ledger" in refused(tmp_path / "none.db", create=False)
    assert "there is no ledger" in refused(tmp_path / "none.db", read_only=True)
    assert "its folder is not there" in refused(tmp_path / "none" / "none.db")
    assert "keeps no ledger in mysql" in refused("mysql://localhost/x")
    assert "cannot be understood" in refused("://")
    assert not (tmp_path / "none.db").exists()


def test_a_newer_ledger(new_ledger: Callable[[], str]) -> None:
    """Tables that this program does not know are left alone."""
    target = filled(new_ledger())
    with engine(target).begin() as conn:
        conn.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))  # noqa: S608 - a constant
    assert "a newer memcon wrote it (tables 9999) (update memcon)" in refused(target)


def test_an_older_ledger_opened_for_reading(files: Callable[[], str]) -> None:
    """Tables of an older program are brought up to date only where the ledger may be written to."""
    target = files()
    with engine(target).begin() as conn:
        conn.execute(text(f"DELETE FROM {VERSION_TABLE}"))  # noqa: S608 - a constant
    assert "those of an older memcon" in refused(target, read_only=True)


def test_no_server() -> None:
    """A server that does not answer is told by its address, without the password."""
    message = refused("postgresql://anu:secret@localhost:1/ledger")
    assert "cannot be reached" in message
    assert "secret" not in message


def test_no_such_database(server: str) -> None:
    """A database that is not there is told as such."""
    address = make_url(server).set(database="nowhere").render_as_string(hide_password=False)
    assert "nowhere" in refused(address)


def test_locked(files: Callable[[], str]) -> None:
    """Where another program holds on to the file for longer than one would wait, that is said."""
    target = files()
    holder = sqlite3.connect(target, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with (
        open_ledger(target, patience=0.1) as ledger,
        pytest.raises(LedgerError, match=r"another program is writing to it .*\(try again when it has\)"),
    ):
        ledger.remember(record(), now=at(9))
    holder.close()


def test_locked_server(databases: Callable[[], str]) -> None:
    """The same with a server."""
    target = databases()
    with engine(target).begin() as holder, open_ledger(target, patience=0.1) as ledger:
        holder.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": int.from_bytes(b"memcon")})
        with pytest.raises(LedgerError, match="another program is writing to it"):
            ledger.remember(record(), now=at(9))


def test_readers_do_not_wait(files: Callable[[], str]) -> None:
    """While a program writes, others read what was there before."""
    target = filled(files())
    holder = sqlite3.connect(target, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_ledger(target, patience=0.1) as ledger:
        assert len(list(ledger.sightings())) == 7
    holder.close()


def test_disk_full(files: Callable[[], str]) -> None:
    """A report that finds no room is not recorded at all, and the ones before it are."""
    target = files()
    with open_ledger(target) as ledger:
        ledger.remember(other(1), now=at(9))
        with ledger.store.writer.connect() as conn:  # type: ignore[attr-defined]
            pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
            conn.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match=r"the disk is full.*\(make room"):
            ledger.remember([other(number) for number in range(2, 300)], now=at(10))
        assert len(list(ledger.reports())) == 1
        assert list(ledger.check()) == []


def test_read_only(files: Callable[[], str]) -> None:
    """A ledger opened for reading can be read, and says so where it is to be written to."""
    target = filled(files())
    with open_ledger(target, read_only=True) as ledger:
        assert len(list(ledger.sightings())) == 7
        with pytest.raises(LedgerError, match="may not be written to"):
            ledger.remember(other(2), now=at(11))


def test_read_only_server(databases: Callable[[], str]) -> None:
    """The same with a server."""
    with (
        open_ledger(filled(databases()), read_only=True) as ledger,
        pytest.raises(LedgerError, match="may not be written to"),
    ):
        ledger.remember(other(2), now=at(11))


def test_damaged(files: Callable[[], str]) -> None:
    """A file whose inside was overwritten is told to be damaged, not read as if it were whole."""
    target = filled(files())
    with sqlite3.connect(target) as conn:
        conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = Path(target).read_bytes()
    Path(target).write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
    with pytest.raises(LedgerError, match="the file is damaged"), open_ledger(target) as ledger:
        list(ledger.check())
