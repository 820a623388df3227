"""PDF: the lines of its text layer with their places, put together to the page that was printed."""

from __future__ import annotations

import ctypes
import re
import sys
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median, quantiles
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
_HYPHEN = "\u00ad"
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
        yield _unreadable(raw, str(error))
        return
    try:
        yield _read_document(document, raw, settings)
    except pypdfium2.PdfiumError:
        yield InputError(raw.name, "is a damaged PDF: a page cannot be read", "get the file again")
    finally:
        document.close()


def _unreadable(raw: RawReport, reason: str) -> InputError:
    # PDFium asks for a password at some broken files too.
    if b"/Encrypt" in raw.data and ("password" in reason.lower() or "security" in reason.lower()):
        return InputError(raw.name, "is an encrypted PDF", "save it without a password")
    return InputError(raw.name, "is a damaged or truncated PDF", "get the file again")


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
    pages = [page for page in _without_running_heads(pages) if page]
    pages[0], headline = _with_headline(pages[0])
    return draft_of(raw, read_page(clean(_laid_out(pages)), headline=headline))


def _lines(page: pypdfium2.PdfPage) -> list[_Line]:
    """The lines of a page in reading order; a word that goes on after a hyphen keeps the two lines as one."""
    text_page = page.get_textpage()
    lines: list[_Line] = []
    letters: list[str] = []
    first = -1
    for index in range(text_page.count_chars()):
        letter = _letter(text_page, index)
        if letter not in "\r\n":
            first = index if first < 0 and not letter.isspace() else first
            letters.append(letter)
        elif first >= 0 and letters[-1] != _HYPHEN:
            lines.append(_line(text_page, letters, first))
            letters, first = [], -1
    return [*lines, _line(text_page, letters, first)] if first >= 0 else lines


def _letter(text_page: pypdfium2.PdfTextPage, index: int) -> str:
    code = pdfium.FPDFText_GetUnicode(text_page, index)
    if code in _SOFT_HYPHENS:
        return _HYPHEN
    return chr(code) if code <= sys.maxunicode else "\ufffd"


def _line(text_page: pypdfium2.PdfTextPage, letters: list[str], first: int) -> _Line:
    return _Line("".join(letters), _baseline(text_page, first), pdfium.FPDFText_GetFontSize(text_page, first))


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
    gaps = [(here.baseline - after.baseline) / max(here.size, 1.0) for here, after in pairwise(lines)]
    usual = quantiles([gap for gap in gaps if gap > 0] + [1.2, 1.2])[0]  # most lines are inside a paragraph
    text = [lines[0].text]
    for gap, (here, after) in zip(gaps, pairwise(lines), strict=True):
        apart = gap > usual * _PARAGRAPH_GAP or not _same_size(here, after)
        text.append(("\n\n" if apart else "\n") + after.text)
    return _with_hyphens("".join(text), len(lines))


def _with_hyphens(text: str, lines: int) -> str:
    """The hyphens at line ends kept where they belong to words, as in print from a browser, which parts no words.

    Where more than one line in 25 ends in a hyphen, the typesetter made them, and they go; those in addresses stay.
    """
    text = re.sub(r"https?://\S*", lambda address: address[0].replace(_HYPHEN, "-"), text)
    return text.replace(_HYPHEN, "" if text.count(_HYPHEN) * 25 > lines else "-")


def _same_size(here: _Line, after: _Line) -> bool:
    return abs(here.size - after.size) <= 0.1 * max(here.size, after.size)


def _with_headline(first: list[_Line]) -> tuple[list[_Line], str]:
    """A page with its headline on one line, and that headline: the first lines in much larger letters than most."""
    sizes = [line.size for line in first for _ in line.text]
    largest = max(sizes, default=0.0)
    if largest < _HEADLINE * median(sizes or [1.0]):
        return first, ""
    start = next(i for i, line in enumerate(first) if line.size == largest and line.text)
    end = next((i for i in range(start, len(first)) if not _same_size(first[start], first[i])), len(first))
    headline = one_line(" ".join(line.text for line in first[start:end]))
    return [*first[:start], replace(first[end - 1], text=headline), *first[end:]], headline
