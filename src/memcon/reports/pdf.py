"""PDF: the lines of its text layer with their places, put together to the page that was printed."""

from __future__ import annotations

import ctypes
import itertools
import re
from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from memcon.errors import InputError
from memcon.reports.clean import clean, one_line
from memcon.reports.page import read_page
from memcon.reports.settle import too_long
from memcon.reports.text import draft_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.reports.raw import Draft, RawReport
    from memcon.settings import Settings

_SOFT_HYPHENS = frozenset({0x02, 0xAD, 0xFFFE})  # what PDFium gives for a hyphen that a line's end made
_PARAGRAPH_GAP = 1.3  # times the usual distance of lines; typesetters add half a line or more between paragraphs
_HEADLINE = 1.2  # times the size of the body's letters


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    baseline: float
    size: float


def read(raw: RawReport, *, settings: Settings) -> Iterator[Draft | InputError]:
    """Yield the one report of a PDF, or why it cannot be read."""
    try:
        document = pypdfium2.PdfDocument(raw.data)
    except pypdfium2.PdfiumError as error:
        yield _unreadable(raw.name, str(error))
        return
    try:
        yield _read_document(document, raw, settings)
    except pypdfium2.PdfiumError:
        yield InputError(raw.name, "is a damaged PDF: a page cannot be read", "get the file again")
    finally:
        document.close()


def _unreadable(name: str, reason: str) -> InputError:
    if "password" in reason.lower() or "security" in reason.lower():
        return InputError(name, "is an encrypted PDF", "save it without a password")
    return InputError(name, "is a damaged or truncated PDF", "get the file again")


def _read_document(document: pypdfium2.PdfDocument, raw: RawReport, settings: Settings) -> Draft | InputError:
    pages: list[list[_Line]] = []
    size = 0
    for index in range(len(document)):
        lines = _lines(document[index])
        size += sum(len(line.text) + 1 for line in lines)
        if size > settings.max_characters:
            return too_long(raw.name, settings)
        pages.append(lines)
    if not any(line.text.strip() for page in pages for line in page):
        return InputError(raw.name, "is a PDF without a text layer", "run text recognition (OCR) over it first")
    pages = _without_running_heads(pages)
    page = read_page(clean(_laid_out(pages)), headline=_headline(pages))
    return draft_of(raw, page)


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    text_page = page.get_textpage()
    lines: list[_Line] = []
    letters: list[str] = []
    place: tuple[float, float] | None = None
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        if code in (10, 13):
            if place and letters and letters[-1] != "\u00ad":
                lines.append(_Line("".join(letters), *place))
                letters, place = [], None
            continue
        if letters and letters[-1] == "\u00ad":
            letters[-1:] = ["-"] if chr(code).isupper() else []
        if code in _SOFT_HYPHENS:
            code = 0xAD
        letters.append(chr(code) if code <= 0x10FFFF else "\ufffd")
        if place is None and not chr(code).isspace():
            place = _baseline(text_page, index), pdfium.FPDFText_GetFontSize(text_page, index)
    if place and letters:
        lines.append(_Line("".join(letters), *place))
    return lines


def _baseline(text_page: pypdfium2.PdfTextPage, index: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text_page, index, x, y)
    return y.value


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages less the lines that recur at their tops and feet (kept once: they may give title and address)."""
    edges = Counter(key for page in pages for key in {_key(line) for line in (*page[:2], *page[-2:])})
    recurring = {key for key, count in edges.items() if count >= 2 and count * 2 >= len(pages)}
    seen: set[str] = set()
    kept: list[list[_Line]] = []
    for page in pages:
        kept.append([])
        for position, line in enumerate(page):
            key = _key(line)
            at_edge = position < 2 or position >= len(page) - 2
            told = re.search(r"https?://|\d{1,2}:\d{2}", line.text) is not None and key not in seen
            if not (at_edge and key in recurring) or told:
                kept[-1].append(line)
            seen.add(key)
    return kept


def _key(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text).strip()


def _laid_out(pages: list[list[_Line]]) -> str:
    """All lines as text, a blank line where the distance or the size of letters tells a new paragraph."""
    lines = [line for page in pages for line in page]
    pairs = list(itertools.pairwise(lines))
    gaps = [here.baseline - after.baseline for here, after in pairs if _same_size(here, after)]
    usual = median([gap for gap in gaps if gap > 0] or [12.0])
    text = [lines[0].text]
    for here, after in pairs:
        apart = here.baseline - after.baseline > usual * _PARAGRAPH_GAP or not _same_size(here, after)
        text.append(("\n\n" if apart else "\n") + after.text)
    return "".join(text)


def _same_size(here: _Line, after: _Line) -> bool:
    return abs(here.size - after.size) <= 0.1 * max(here.size, after.size)


def _headline(pages: list[list[_Line]]) -> str:
    """The lines in the largest letters on the first page, if they are much larger than the body's."""
    first = [line for line in (pages[0] if pages else []) if line.text.strip()]
    sizes = [line.size for page in pages for line in page for _ in line.text]
    if not first or not sizes:
        return ""
    largest = max(line.size for line in first)
    if largest < _HEADLINE * median(sizes):
        return ""
    start = next(i for i, line in enumerate(first) if line.size == largest)
    end = next((i for i in range(start, len(first)) if not _same_size(first[start], first[i])), len(first))
    return one_line(" ".join(line.text for line in first[start:end]))
