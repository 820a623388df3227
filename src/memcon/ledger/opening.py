"""Opening a ledger: which database, and whether its tables are those of this program."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, inspect, make_url, text
from sqlalchemy.exc import ArgumentError

from memcon.errors import LedgerError
from memcon.ledger.failures import told
from memcon.ledger.postgres import open_postgres
from memcon.ledger.schema import REVISIONS, VERSION_TABLE
from memcon.ledger.sql import SqlLedger
from memcon.ledger.sqlite import open_sqlite

if TYPE_CHECKING:
    from memcon.ledger.ledger import Ledger
    from memcon.ledger.stores import Store

_PATIENCE = 60.0  # seconds that a write waits for another program's before it gives up


def open_ledger(
    target: str | Path, *, create: bool = True, read_only: bool = False, patience: float = _PATIENCE
) -> Ledger:
    """The ledger at `target`: a path (SQLite), or an address (``sqlite:///file``, ``postgresql://user@host/database``).

    One that is not there is made, unless `create` is false or it is opened `read_only`; the tables of an older memcon are
    brought up to date. Raises `LedgerError` where it cannot be opened, is no ledger, or was written by a newer memcon.
    """
    store = _store(target, create=create and not read_only, read_only=read_only, patience=patience)
    try:
        with told(store):
            _bring_up_to_date(store, read_only=read_only, create=create)
    except BaseException:
        store.reader.dispose()
        raise
    return SqlLedger(store)


def _store(target: str | Path, *, create: bool, read_only: bool, patience: float) -> Store:
    if isinstance(target, Path) or "://" not in target:
        return _file(Path(target), create=create, read_only=read_only, patience=patience)
    url = _url(target)
    match url.get_backend_name():
        case "sqlite" if url.database:
            return _file(Path(url.database), create=create, read_only=read_only, patience=patience)
        case "postgresql":
            return open_postgres(url, read_only=read_only, patience=patience)
        case other:
            raise LedgerError(target, f"memcon keeps no ledger in {other}", "name a file or a postgresql:// address")


def _url(target: str) -> URL:
    try:
        return make_url(target.replace("postgres://", "postgresql://", 1))
    except ArgumentError as error:
        raise LedgerError(target.partition("://")[0] + "://…", "the address cannot be understood") from error


def _file(path: Path, *, create: bool, read_only: bool, patience: float) -> Store:
    if path.is_dir():
        raise LedgerError(str(path), "this is a folder", "name a file in it")
    if not path.exists():
        if not create:
            raise LedgerError(str(path), "there is no ledger", "read reports into it first")
        if not path.absolute().parent.is_dir():
            raise LedgerError(str(path), "its folder is not there", f"create {path.absolute().parent}")
    return open_sqlite(path, read_only=read_only, patience=patience)


def _bring_up_to_date(store: Store, *, read_only: bool, create: bool) -> None:
    with store.reader.connect() as conn:
        revision = _revision(conn, store)
    if revision == REVISIONS[-1]:
        return
    if read_only:
        raise LedgerError(store.name, "its tables are those of an older memcon", "open it once for writing")
    if revision is None and not create:
        raise LedgerError(store.name, "there is no ledger", "read reports into it first")
    with store.writer.begin() as conn:
        store.lock(conn)
        if _revision(conn, store) != REVISIONS[-1]:  # another program may have done it while this one waited
            _migrate(conn)


def _revision(conn: Connection, store: Store) -> str | None:
    """The revision of the tables there are, or ``None`` where there are none."""
    tables = inspect(conn).get_table_names()
    if VERSION_TABLE not in tables:
        if conn.dialect.name == "sqlite" and tables:
            raise LedgerError(store.name, "this SQLite file is another program's", "name another file")
        return None
    revision: str | None = conn.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - a constant
    if revision is not None and revision not in REVISIONS:
        raise LedgerError(store.name, f"a newer memcon wrote it (tables {revision})", "update memcon")
    return revision


def _migrate(conn: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - needed once in a ledger's life, and slow to load
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = conn
    command.upgrade(config, "head")
