"""What the watch keeps over restarts, in one small SQLite file: how each source stands, and which pages it is known to lead to.

Nothing in it is needed for what the ledger says. Where it is lost, all is asked for once more, and what the ledger has is passed over.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, Self, TypeAlias, TypeVar

from memcon.watch.failures import StateError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType

    from memcon.ledger import Head

Standing: TypeAlias = Literal["waiting", "recorded", "gone", "given up"]
_TIMES = frozenset({"last_success", "last_failure", "next_poll", "first_seen", "listed", "next_try"})
_PATIENCE = 10.0  # seconds; only `memcon watch --status` reads beside the watch
_VERSION = 1
MOST_PAGES = 5_000  # of one source that are kept in mind; the longest index pages have some 500 links
_SCHEMA = """
CREATE TABLE source (
    name TEXT PRIMARY KEY, address TEXT NOT NULL, etag TEXT NOT NULL, modified TEXT NOT NULL, digest TEXT NOT NULL,
    failures INTEGER NOT NULL, problem TEXT NOT NULL, last_success TEXT, last_failure TEXT, next_poll TEXT,
    new INTEGER NOT NULL, edited INTEGER NOT NULL, withdrawn INTEGER NOT NULL, gone INTEGER NOT NULL
);
CREATE TABLE page (
    source TEXT NOT NULL, address TEXT NOT NULL, fingerprint TEXT NOT NULL, standing TEXT NOT NULL,
    etag TEXT NOT NULL, modified TEXT NOT NULL, digest TEXT NOT NULL, tries INTEGER NOT NULL, asked INTEGER NOT NULL,
    first_seen TEXT NOT NULL, listed TEXT NOT NULL, next_try TEXT, PRIMARY KEY (source, address)
) WITHOUT ROWID;
CREATE INDEX page_due ON page (source, next_try);
CREATE TABLE ledger (one INTEGER PRIMARY KEY CHECK (one = 1), seq INTEGER NOT NULL, hash TEXT NOT NULL);
"""


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold the state at `path` for this program alone: two watches over it would ask everything twice.

    Raises `StateError` where another watch runs. Where the system knows no such lock, nothing is held.
    """
    try:
        import fcntl  # noqa: PLC0415 - it is not there on Windows
    except ImportError:
        yield
        return
    try:
        held = path.with_name(f"{path.name}.lock").open("a")
    except OSError as error:
        raise StateError(str(path), error.strerror or str(error), "see whether its folder may be written to") from error
    with held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            advice = "stop that one, or name another file with --state"
            raise StateError(str(path), "another memcon watch uses it", advice) from error
        yield


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """How a source stands. Times are UTC.

    `etag`, `modified` and `digest` (of the body) are those of its last answer that was recorded whole. `failures` in a row,
    and the last one's `problem`; `new` and `edited` reports got, pages `withdrawn`; `gone`: how often in a row a page answered
    “not found” after it had been there.
    """

    name: str
    address: str
    etag: str = ""
    modified: str = ""
    digest: str = ""
    failures: int = 0
    problem: str = ""
    last_success: datetime | None = None
    last_failure: datetime | None = None
    next_poll: datetime | None = None
    new: int = 0
    edited: int = 0
    withdrawn: int = 0
    gone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """A page that a source leads to. `fingerprint` is of how it was listed; it is asked for at `next_try`, or not again.

    `tries`: failures in a row; `asked`: how often it was asked for since it was recorded; `listed`: when it last was.
    """

    source: str
    address: str
    fingerprint: str = ""
    standing: Standing = "waiting"
    etag: str = ""
    modified: str = ""
    digest: str = ""
    tries: int = 0
    asked: int = 0
    first_seen: datetime
    listed: datetime
    next_try: datetime | None = None


Kept = TypeVar("Kept", SourceState, PageState)


class State:
    """The file, opened; each method that writes is one transaction. Raises `StateError` where the file fails."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path = path
        with self._told():
            mode = "ro" if read_only else "rwc"
            address = f"{path.absolute().as_uri()}?mode={mode}"
            self._connection = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            # A power cut may take the last writes, as it may the ledger's; then some things are asked for once more.
            self._connection.execute("PRAGMA synchronous=NORMAL")
            self._prepare(read_only=read_only)

    def source(self, name: str, address: str) -> SourceState:
        """How a source stands; one at another address than before is a new one."""
        kept = self._all(SourceState, "SELECT * FROM source WHERE name = ?", name)
        if kept and kept[0].address == address:
            return kept[0]
        return SourceState(name=name, address=address)

    def save(self, kept: SourceState | PageState) -> None:
        """Keep how a source or a page stands."""
        with self._told():
            self._put(kept)

    def list_pages(self, source: SourceState, listed: Iterable[PageState]) -> None:
        """Keep what a source leads to together with the validators of the answer that listed it, all or nothing."""
        with self._transaction():
            for page in listed:
                self._put(page)
            self._put(source)

    def pages(self, source: str) -> dict[str, PageState]:
        """All pages of a source that are kept in mind, by address."""
        found = self._all(PageState, "SELECT * FROM page WHERE source = ?", source)
        return {page.address: page for page in found}

    def pages_to_ask(self, source: str) -> list[PageState]:
        """The pages of a source that are to be asked for some time, those that are due and those that are not."""
        return self._all(PageState, "SELECT * FROM page WHERE source = ? AND next_try IS NOT NULL", source)

    def count_waiting(self, source: str) -> int:
        """How many pages of a source were never read and are to be asked for."""
        with self._told():
            question = "SELECT count(*) FROM page WHERE source = ? AND standing = 'waiting'"
            return int(self._connection.execute(question, (source,)).fetchone()[0])

    def forget_pages(self, source: str, before: datetime) -> None:
        """Forget pages that were last listed before then, and are not waited for, and the oldest of too many."""
        stale = "standing != 'waiting' AND next_try IS NULL AND listed < ?"
        oldest = "address NOT IN (SELECT address FROM page WHERE source = ? ORDER BY listed DESC, address LIMIT ?)"
        with self._told():
            self._connection.execute(
                f"DELETE FROM page WHERE source = ? AND ({stale} OR {oldest})",  # noqa: S608 - constants
                (source, before.isoformat(), source, MOST_PAGES),
            )

    def forget_answers(self) -> None:
        """Forget what is known of all answers, so that all is asked for and looked up in the ledger once more."""
        with self._transaction():
            self._connection.execute("UPDATE source SET etag = '', modified = '', digest = '', next_poll = NULL")
            self._connection.execute("DELETE FROM page")
            self._connection.execute("DELETE FROM ledger")

    def recorded(self) -> tuple[int, str] | None:
        """Number and hash of the last entry of the ledger that the watch knows of."""
        with self._told():
            row = self._connection.execute("SELECT seq, hash FROM ledger").fetchone()
        return (row["seq"], row["hash"]) if row else None

    def note_recorded(self, head: Head) -> None:
        """Keep the last entry's number and hash."""
        with self._told():
            self._connection.execute("INSERT OR REPLACE INTO ledger VALUES (1, ?, ?)", (head.seq, head.hash))

    def close(self) -> None:
        """Let the file go."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _prepare(self, *, read_only: bool) -> None:
        version = self._connection.execute("PRAGMA user_version").fetchone()[0]
        tables = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if version not in {0, _VERSION} or (version == 0 and tables):
            raise StateError(str(self._path), "it is another program's file, or a newer memcon's", "name another file")
        if read_only or version == _VERSION:
            return
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version={_VERSION}; COMMIT;")

    def _put(self, kept: SourceState | PageState) -> None:
        values = {
            name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(kept).items()
        }
        table = "source" if isinstance(kept, SourceState) else "page"
        columns, places = ", ".join(values), ", ".join(f":{name}" for name in values)
        self._connection.execute(f"INSERT OR REPLACE INTO {table} ({columns}) VALUES ({places})", values)  # noqa: S608 - field names

    def _all(self, kind: type[Kept], question: str, *values: object) -> list[Kept]:
        with self._told():
            rows = self._connection.execute(question, values).fetchall()
        return [kind(**{field.name: _read(field.name, row[field.name]) for field in fields(kind)}) for row in rows]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            advice = "see whether its folder is there, may be written to and has room"
            raise StateError(str(self._path), str(error), advice) from error


def _read(name: str, value: Any) -> Any:
    return datetime.fromisoformat(value) if name in _TIMES and value is not None else value
