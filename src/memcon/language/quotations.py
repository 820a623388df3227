"""Quotation spans: curly, straight and angle marks, over paragraphs.

News reopens a long quotation at each paragraph and closes it once ("“A. ¶ “B.”"): the parts are linked by `continues`.
A mark left open ends with its paragraph, or before the next opening mark, whichever comes first; nothing raises on odd marks.
Time is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_MARKS = re.compile("[“”\"„«»‟]|``|''")
_OPEN, _CLOSE, _EITHER = frozenset({"“", "„", "«", "‟", "``"}), frozenset({"”", "»"}), frozenset({'"', "''"})
_BEFORE_OPENING = " \t\n\r\u00a0\u2009([{-–—:;,/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words in quotation marks.

    ``[start, end)`` are the words without the marks, ``[outer_start, outer_end)`` with them.
    `closed` is false where the closing mark is missing; `continues` where it goes on from the quotation before it in the list.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    continues: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All double-quoted spans of `text`, in order, never overlapping."""
    found: list[Quotation] = []
    for start, end in _paragraphs(text):
        carried = bool(found) and not found[-1].closed and found[-1].outer_end >= _last_word(text, start)
        part = list(_in_paragraph(text, start, end))
        if part and carried and part[0].outer_start == start:
            part[0] = replace(part[0], continues=True)
        found.extend(part)
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _PARAGRAPH.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _last_word(text: str, start: int) -> int:
    at = start
    while at > 0 and text[at - 1].isspace():
        at -= 1
    return at


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    opened: tuple[int, int] | None = None
    for mark in _MARKS.finditer(text, start, end):
        a, b = mark.span()
        if opened is None:
            if not _can_only_close(text, mark.group(), a, b, end):
                opened = (a, b)
        elif _closes(text, mark.group(), a, b, start, end):
            yield from _quotation(text, opened[0], opened[1], a, b, closed=True)
            opened = None
        else:  # a second opening mark: the first was never closed
            yield from _unclosed(text, opened, a)
            opened = (a, b)
    if opened is not None:
        yield from _unclosed(text, opened, end)


def _closes(text: str, mark: str, a: int, b: int, start: int, end: int) -> bool:
    if mark in _CLOSE:
        return True
    if mark in _OPEN:
        return False
    opens = (a == start or text[a - 1] in _BEFORE_OPENING) and b < end and not text[b].isspace()
    if not opens:
        return True
    # A straight mark between a dash or comma and a word ("-"word): the open one is nearer to closing than to being lost.
    return not (a == start or text[a - 1].isspace())


def _can_only_close(text: str, mark: str, a: int, b: int, end: int) -> bool:
    if mark in _CLOSE:
        return True
    if mark not in _EITHER:
        return False
    inch = a > 0 and text[a - 1].isdigit()
    return b >= end or (text[b].isspace() and a > 0 and not text[a - 1].isspace()) or inch


def _quotation(text: str, outer: int, start: int, end: int, outer_end: int, *, closed: bool) -> Iterator[Quotation]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Quotation(start=start, end=end, outer_start=outer, outer_end=outer_end, closed=closed)


_SENTENCE_END = re.compile(r"[.!?][’')\]]?(?=\s)")


def _unclosed(text: str, opened: tuple[int, int], limit: int) -> Iterator[Quotation]:
    """The words from an opening mark that nothing closes: to the paragraph's end, or one sentence where another mark follows."""
    end = limit
    if limit < len(text) and text[limit : limit + 1] not in {"\n", ""}:
        stop = _SENTENCE_END.search(text, opened[1], limit)
        end = stop.end() if stop else opened[1]
    yield from _quotation(text, opened[0], opened[1], end, end, closed=False)
