"""Web archives (WARC): a report for each page that was got whole and well."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator  # type: ignore[import-untyped]

from memcon.errors import InputError
from memcon.model import Report
from memcon.reports.raw import RawReport

_READ = (
    "text/html",
    "application/xhtml",
    "text/plain",
    "application/pdf",
    "application/rss",
    "application/atom",
    "text/xml",
    "application/xml",
)
_KINDS = frozenset({"response", "resource", "conversion"})
LARGEST_PAGE = 20_000_000  # bytes; the largest news pages have 5 million

_LONGEST_LINE = 1_000_000  # bytes of a line of a head; a line without end would be put together piece by piece

Inner = Callable[[RawReport, str], Iterator[Report | InputError]]


def read(stream: BinaryIO, name: str, inner: Inner) -> Iterator[Report | InputError]:
    """Yield what `inner` reads out of each record's page; after them, an error if the archive breaks off."""
    records = _Records(stream, no_record_parse=False, ensure_http_headers=False)
    number, reports = 0, 0
    while True:
        try:
            record = next(records, None)
        except Exception:  # noqa: BLE001 - warcio raises whatever its parsing of damaged headers meets
            yield _cut(name, number + 1)
            return
        if record is None:
            break
        number += 1
        page = _page(record, f"{name}, record {number}")
        if _is_cut(record):
            yield _cut(name, number)
            return
        if isinstance(page, InputError):
            yield page
        elif page is not None:
            reports += 1
            yield from inner(*page)
    if not reports:
        yield InputError(name, "is a web archive with no pages in it", "give an archive that has some")


class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio has no types
    """warcio's records, none of whose heads has a line without end; what it warns of is told by us, in one line."""

    INC_RECORD = ""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._whole_line = self.reader.readline
        self.reader.readline = self._line

    def _line(self, length: int | None = None) -> bytes:
        line: bytes = self._whole_line(min(length or _LONGEST_LINE, _LONGEST_LINE))
        if len(line) == _LONGEST_LINE and length != _LONGEST_LINE:
            raise ValueError("a line of a head has no end")
        return line


def _cut(name: str, number: int) -> InputError:
    return InputError(name, f"is a web archive that is cut off or damaged at record {number}", "get the file again")


def _page(record: Any, source: str) -> tuple[RawReport, str] | InputError | None:
    """The page of a record with the charset its header gives; ``None`` where the record holds none that can be read."""
    if record.rec_type not in _KINDS or not _is_whole(record):
        return None
    kind = str(_http(record, "Content-Type") or record.rec_headers.get_header("Content-Type") or "").lower()
    if not kind.startswith(_READ):
        return None
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    try:
        data = record.content_stream().read(LARGEST_PAGE + 1)
    except (OSError, EOFError, ValueError):
        return InputError(f"{source} ({url})", "cannot be unpacked", "get the page again")
    if len(data) > LARGEST_PAGE:
        return InputError(f"{source} ({url})", f"has more than {LARGEST_PAGE:,} bytes", "take the page out")
    if not data.strip():
        return None
    got = str(record.rec_headers.get_header("WARC-Date") or "")
    return RawReport(f"{source} ({url})" if url else source, data, url, got), kind.partition("charset=")[2]


def _http(record: Any, header: str) -> str | None:
    return record.http_headers.get_header(header) if record.http_headers else None


def _is_whole(record: Any) -> bool:
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    return str(status) == "200"


def _is_cut(record: Any) -> bool:
    """Whether the archive ended before the record's announced length."""
    limited = record.raw_stream
    left = getattr(limited, "limit", 0)
    while left and limited.read(65_536):
        left = limited.limit
    return bool(left)
