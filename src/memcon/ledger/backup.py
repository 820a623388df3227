"""A copy of a ledger in a file, by SQLite's online backup: one state of it, while others read and write."""

from __future__ import annotations

import os
import shlex
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from sqlalchemy import make_url

from memcon.errors import LedgerError
from memcon.ledger.opening import open_ledger

if TYPE_CHECKING:
    from memcon.ledger.model import Head


def back_up(target: str, file: Path) -> Head:
    """Copy the ledger at `target` to `file`, which appears when it is whole, and give its last entry.

    Raises `LedgerError` where `file` is there already or cannot be written, and for a ledger on a server, whose own tools copy it.
    """
    if "://" in target and not target.startswith("sqlite:"):
        raise LedgerError(
            _without_password(target), "a server's own tools copy its databases", f"run: {dump(target, file)}"
        )
    if file.exists():
        raise LedgerError(
            str(file), "it is there already, and a backup replaces nothing", "name a file that is not there"
        )
    if not file.absolute().parent.is_dir():
        raise LedgerError(str(file), "its folder is not there", f"create {file.absolute().parent}")
    path = make_url(target).database if target.startswith("sqlite:") else target
    with open_ledger(target, create=False, read_only=True) as ledger:  # a ledger, and one that this memcon knows
        _copy(Path(path or ""), file, ledger.name)
    with open_ledger(file, read_only=True) as made:
        return made.head()


def dump(target: str, file: Path) -> str:
    """The command that copies a PostgreSQL ledger; the password stays out of it."""
    return (
        f"pg_dump --format=custom --no-owner --file={shlex.quote(str(file))} {shlex.quote(_without_password(target))}"
    )


def _without_password(target: str) -> str:
    return make_url(target).set(password=None, drivername="postgresql").render_as_string()


def _copy(source: Path, file: Path, name: str) -> None:
    """In one step, under one read transaction: in WAL mode no writer waits for it, and none makes it begin again."""
    handle, part = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.absolute().parent)
    os.close(handle)
    try:
        address = f"file:{quote(str(source.absolute()))}?mode=ro"
        with closing(sqlite3.connect(address, uri=True)) as there, closing(sqlite3.connect(part)) as made:
            there.backup(made)
            made.execute("PRAGMA journal_mode = DELETE")  # so that it is one file, whoever looks into it
        _settled(Path(part))
        os.link(part, file)  # unlike a renaming, it fails where the name was taken meanwhile
    except sqlite3.Error as error:
        raise LedgerError(name, f"it cannot be copied to {file}: {error}", "see whether the disk is full") from error
    except OSError as error:
        raise LedgerError(name, f"it cannot be copied to {file}: {error.strerror}", "see to the folder") from error
    finally:
        Path(part).unlink(missing_ok=True)


def _settled(part: Path) -> None:
    """Have the disk hold it, before it gets its name."""
    with part.open("rb") as stream:
        os.fsync(stream.fileno())
