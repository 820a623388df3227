"""Inputs cut into chunks, each of which one process reads by itself: a stretch of a file of JSON Lines, a row group of Parquet, else a file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, TypeAlias, cast

from memcon.bulk.places import files, place
from memcon.errors import InputError
from memcon.reports import read_stream
from memcon.reports.sniff import sniff
from memcon.reports.streams import HEAD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.model import Report
    from memcon.settings import Settings

Kind: TypeAlias = Literal["lines", "rows", "file"]
BYTES = 4_000_000  # of a stretch of JSON Lines: about 1,500 reports, some minutes of one core
FIELDS = ("id", "title", "published", "outlet", "url", "language", "text")  # of Parquet, as of JSON Lines
_PARQUET = b"PAR1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A part of the file `name`: bytes ``[start, end)`` of lines that begin in it, the row group `start`, or the file.

    `size` is that of the file, in bytes: a file that has grown gives other chunks.
    """

    name: str
    kind: Kind
    start: int
    end: int
    size: int

    def key(self, how: str) -> str:
        """A name for what reading it `how` gives: the same for the same chunk, read the same way, and for no other."""
        said = json.dumps([asdict(self), how], sort_keys=True)
        return hashlib.sha256(said.encode()).hexdigest()[:24]


def chunks_of(name: str) -> Iterator[Chunk]:
    """The chunks of a file or folder, in order. Raises `InputError` where it cannot be read."""
    for file, size in files(name):
        try:
            yield from _chunks(file, size)
        except (OSError, ValueError) as error:
            raise InputError(file, f"cannot be read: {error}", "check the file") from error


def _chunks(file: str, size: int) -> Iterator[Chunk]:
    system, path = place(file)
    with system.open_input_file(path) as stream:
        head = stream.read(HEAD)
        if head.startswith(_PARQUET):
            from pyarrow.parquet import ParquetFile  # noqa: PLC0415

            groups = ParquetFile(stream).num_row_groups
            yield from (Chunk(name=file, kind="rows", start=at, end=at + 1, size=size) for at in range(groups))
        elif size > BYTES and sniff(head, file) == "jsonl":
            yield from (
                Chunk(name=file, kind="lines", start=at, end=min(at + BYTES, size), size=size)
                for at in range(0, size, BYTES)
            )
        else:
            yield Chunk(name=file, kind="file", start=0, end=size, size=size)


def reports_of(chunk: Chunk, settings: Settings) -> Iterator[Report | InputError]:
    """The reports of a chunk, or why one cannot be read."""
    system, path = place(chunk.name)
    try:
        with system.open_input_file(path) as stream:
            if chunk.kind == "file":
                yield from read_stream(cast("BinaryIO", stream), chunk.name, settings=settings)
            elif part := _part(chunk, cast("BinaryIO", stream)):
                what = "byte" if chunk.kind == "lines" else "row group"
                yield from read_stream(BytesIO(part), f"{what} {chunk.start} on of {chunk.name}", settings=settings)
    except OSError as error:
        yield InputError(chunk.name, f"cannot be read: {error}", "check the file, and your access to it")


def _part(chunk: Chunk, stream: BinaryIO) -> bytes:
    """The stretch or the rows as JSON Lines; nothing where no line begins in the stretch."""
    return _lines(chunk, stream).lstrip() if chunk.kind == "lines" else _rows(chunk, stream)


def _lines(chunk: Chunk, stream: BinaryIO) -> bytes:
    """The lines that begin in the stretch, each whole."""
    at = max(chunk.start - 1, 0)
    stream.seek(at)
    data = stream.read(chunk.end - at)
    if chunk.start:  # the line before, from its last byte: mostly the line feed alone
        begin = data.find(b"\n") + 1
        if not begin:
            return b""
        data = data[begin:]
    while data and not data.endswith(b"\n") and (more := stream.read(HEAD)):
        end = more.find(b"\n") + 1
        data += more[:end] if end else more
    return data


def _rows(chunk: Chunk, stream: BinaryIO) -> bytes:
    """The rows of the group as JSON Lines."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415

    file = ParquetFile(stream)
    columns = [name for name in (*FIELDS, "source_id") if name in file.schema_arrow.names]
    rows = file.read_row_group(chunk.start, columns=columns).to_pylist()
    return b"".join(f"{json.dumps(row, default=_plain)}\n".encode() for row in rows)


def _plain(value: Any) -> str:
    """A day or a time of a column of such, as ISO 8601."""
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value)
