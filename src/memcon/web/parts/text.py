"""A text with its spans marked, overlapping ones too: cut at every edge, each piece knows all items that it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """Code points ``[start, end)`` of a text that belong to `item`, as its `role` (content, cue, speaker, trigger…)."""

    start: int
    end: int
    item: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Part of the text between two edges: the items it belongs to, their roles, and the items that begin here.

    `href` leads to the record of the narrowest item, ``""`` where the piece belongs to none. `is_asked` says that it lies in
    the words that the address asks to see, and `is_first` that these begin here.
    """

    text: str
    start: int
    items: tuple[str, ...]
    roles: tuple[str, ...]
    begins: tuple[str, ...]
    href: str
    is_asked: bool
    is_first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the text, in pieces."""

    pieces: tuple[Piece, ...]


def paragraphs(text: str, marks: Sequence[Marked], asked: tuple[int, int] | None) -> Iterator[Paragraph]:
    """`text` as paragraphs of pieces; of the text, only line ends are in none of them."""
    line: list[Piece] = []
    for piece in _pieces(text, marks, asked):
        if piece is not None:
            line.append(piece)
        elif line:
            yield Paragraph(pieces=tuple(line))
            line = []
    if line:
        yield Paragraph(pieces=tuple(line))


def _pieces(text: str, marks: Sequence[Marked], asked: tuple[int, int] | None) -> Iterator[Piece | None]:
    """The pieces in order, ``None`` for a line end."""
    waiting = sorted((one for one in marks if 0 <= one.start < one.end <= len(text)), key=lambda one: one.start)
    edges, at = _edges(text, waiting, asked), 0
    open_marks: list[Marked] = []
    begun: set[str] = set()
    for start, end in pairwise(edges):
        open_marks = [one for one in open_marks if one.end > start]
        while at < len(waiting) and waiting[at].start <= start:
            open_marks.append(waiting[at])
            at += 1
        yield None if text[start] == "\n" else _piece(text[start:end], start, open_marks, begun, asked)


def _edges(text: str, marks: Iterable[Marked], asked: tuple[int, int] | None) -> list[int]:
    edges = {0, len(text)}
    for one in marks:
        edges |= {one.start, one.end}
    for line_end in re.finditer("\n", text):
        edges |= {line_end.start(), line_end.end()}
    if asked is not None:
        edges |= {min(max(each, 0), len(text)) for each in asked}
    return sorted(edges)


def _piece(
    text: str, start: int, open_marks: Iterable[Marked], begun: set[str], asked: tuple[int, int] | None
) -> Piece:
    narrowest = sorted(open_marks, key=lambda one: (one.end - one.start, one.item))
    items = tuple(dict.fromkeys(one.item for one in narrowest))
    new = tuple(item for item in items if item not in begun)
    begun.update(new)
    return Piece(
        text=text,
        start=start,
        items=items,
        roles=tuple(dict.fromkeys(one.role for one in narrowest)),
        begins=new,
        href=f"#{items[0]}" if items else "",
        is_asked=asked is not None and asked[0] <= start < asked[1],
        is_first=asked is not None and start == max(asked[0], 0),
    )
