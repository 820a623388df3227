"""Which reader gets an input: files, folders and standard input to streams, streams to the reader of their format."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from memcon.errors import InputError
from memcon.model import Report
from memcon.reports import apart, feed, html, jsonl, text, warc
from memcon.reports.raw import Draft, RawReport
from memcon.reports.settle import settle, too_long
from memcon.reports.sniff import Format, sniff, what_binary
from memcon.reports.streams import Unpacked, peek

if TYPE_CHECKING:
    from memcon.settings import Settings

STDIN = "-"
# Bytes read of one document of each format; a news page has 5 million at most, a newspaper's PDF 100 million.
_LARGEST: dict[Format, int] = {"html": 20_000_000, "feed": 50_000_000, "pdf": 200_000_000}
_FORMATS = "text, HTML, PDF, JSON Lines, RSS, Atom and WARC are read"

Results = Iterator[Report | InputError]


def read_path(path: str | Path, *, settings: Settings) -> Results:
    """Yield the reports of a file, of all files under a folder (sorted), or of standard input (``-``).

    What cannot be read is yielded as an `InputError`, and reading goes on with what follows.
    """
    if str(path) == STDIN:
        yield from _read_stream(sys.stdin.buffer, RawReport("standard input", b""), settings)
        return
    if Path(path).is_dir():
        yield from _read_folder(Path(path), settings)
    else:
        yield from _read_file(Path(path), settings)


def read_report(raw: RawReport, *, settings: Settings) -> Results:
    """Yield the reports in the bytes of one input; their format is told by content, then by the name's suffix."""
    yield from _read_stream(io.BytesIO(raw.data), raw, settings, declared=raw.charset)


def read_stream(stream: BinaryIO, name: str, *, settings: Settings) -> Results:
    """Yield the reports of an open stream; `name` is what its errors call it."""
    yield from _read_stream(stream, RawReport(name, b""), settings)


def count(paths: Iterable[str | Path]) -> int | None:
    """How many reports `paths` hold, about: a line of JSON Lines is one, any other file is one.

    ``None`` if standard input is among them. Meant for a progress bar.
    """
    total = 0
    for path in paths:
        if str(path) == STDIN:
            return None
        files = _files(Path(path)) if Path(path).is_dir() else [Path(path)]
        total += sum(map(_count_file, files))
    return total


def _read_folder(folder: Path, settings: Settings) -> Results:
    files = _files(folder)
    if not files:
        yield InputError(str(folder), "is a folder with no files in it", "give a folder that has reports")
    for file in files:
        yield from _read_file(file, settings)


def _files(folder: Path) -> list[Path]:
    """The files under a folder by name, hidden ones left out and links to folders not followed."""
    found = [
        Path(where, name)
        for where, folders, names in os.walk(folder)
        for name in names
        if not name.startswith(".") and not any(part.startswith(".") for part in Path(where).relative_to(folder).parts)
    ]
    return sorted(found)


def _read_file(path: Path, settings: Settings) -> Results:
    try:
        if path.exists() and not path.is_file():
            yield InputError(str(path), "is neither a file nor a folder", "give a file, a folder or -")
            return
        with path.open("rb") as stream:
            if _is_output(stream):  # it would grow as it is read, without end
                yield InputError(str(path), "is where the output goes", "write it to another folder")
                return
            yield from _read_stream(stream, RawReport(str(path), b""), settings)
    except FileNotFoundError:
        yield InputError(str(path), "is not there", "check the path")
    except PermissionError:
        yield InputError(str(path), "may not be read", "change its permissions")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not a path"
        yield InputError(str(path), f"cannot be read: {reason}", "check the file")


def _is_output(stream: BinaryIO) -> bool:
    """Whether a file is the one that standard output is redirected to (``memcon read . > all.jsonl``)."""
    try:
        output = os.fstat(1)
    except OSError:  # closed
        return False
    return stat.S_ISREG(output.st_mode) and os.path.samestat(output, os.fstat(stream.fileno()))


def _read_stream(
    stream: BinaryIO, raw: RawReport, settings: Settings, *, declared: str = "", packed: bool = False
) -> Results:
    head, stream = peek(stream)
    found = sniff(head, raw.name)
    match found:
        case "empty":
            yield InputError(raw.name, "is empty", "give a file with a report in it")
        case "binary":
            yield InputError(raw.name, f"is {what_binary(head)}, not a report", _FORMATS)
        case "gzip" if packed:
            yield InputError(raw.name, "is packed with gzip twice", "unpack it first")
        case "gzip":
            yield from _read_packed(stream, raw, settings)
        case "jsonl":
            yield from _settled(jsonl.read(stream, raw.name, settings=settings), raw, settings)
        case "warc":
            yield from warc.read(stream, raw.name, partial(_read_record, settings=settings))
        case _:
            yield from _read_document(stream, raw, found, settings, declared)


def _read_packed(stream: BinaryIO, raw: RawReport, settings: Settings) -> Results:
    unpacked = Unpacked(stream)
    last: Report | InputError | None = None
    for result in _read_stream(io.BufferedReader(unpacked, 65_536), raw, settings, packed=True):
        if last:
            yield last
        last = result
    # Where the packed data breaks off, the last error only says the same again (a line cut, a page with nothing in it).
    if last and not (unpacked.problem and isinstance(last, InputError)):
        yield last
    if unpacked.problem:
        yield InputError(raw.name, unpacked.problem, "get the file again, or unpack it by other means")


def _read_record(raw: RawReport, declared: str, *, settings: Settings) -> Results:
    """The page of a web archive's record; an archive inside an archive is not opened."""
    head = raw.data[:16]
    if head.startswith((b"WARC/", b"\x1f\x8b")):
        yield InputError(raw.name, "is an archive inside an archive", "unpack it first")
        return
    yield from _read_stream(io.BytesIO(raw.data), raw, settings, declared=declared)


def _read_document(stream: BinaryIO, raw: RawReport, found: Format, settings: Settings, declared: str) -> Results:
    """Read a format that is taken whole, if it is not too large for one report."""
    largest = _LARGEST.get(found, settings.max_characters * 4 + 4)  # no encoding takes more than four bytes a character
    data = stream.read(largest + 1)
    if len(data) > largest:
        too_large = InputError(raw.name, f"has more than {largest:,} bytes", "split it, or give its text")
        yield too_large if found in _LARGEST else too_long(raw.name, settings)
        return
    whole = replace(raw, data=data)
    try:
        drafts = list(_drafts(whole, found, settings, declared))
    except Exception as error:  # noqa: BLE001 - the parsers of HTML, PDF and feeds raise whatever damaged input leads to
        yield InputError(raw.name, f"cannot be parsed as {found}: {type(error).__name__}", "give the report's text")
        return
    yield from _settled(drafts, raw, settings)


def _drafts(raw: RawReport, found: Format, settings: Settings, declared: str) -> Iterator[Draft | InputError]:
    match found:
        case "html":
            return html.read(raw, declared=declared)
        case "pdf":
            return iter(apart.read(raw, settings=settings))
        case "feed":
            return feed.read(raw)
        case _:
            return text.read(raw, declared=declared)


def _settled(drafts: Iterable[Draft | InputError], raw: RawReport, settings: Settings) -> Results:
    for draft in drafts:
        if isinstance(draft, InputError):
            yield draft
            continue
        overruled = replace(draft, outlet=raw.outlet or draft.outlet, language=raw.language or draft.language)
        yield from settle(overruled, settings=settings)


def _count_file(path: Path) -> int:
    try:
        with path.open("rb") as stream:
            if sniff(stream.read(8192), path.name) != "jsonl":
                return 1
            stream.seek(0)
            return max(1, sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b"")))
    except (OSError, ValueError):
        return 1
