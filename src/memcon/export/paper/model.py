"""The memo as a typed document. It knows what a word is (a quotation, a silence, the number of a source), not how it looks.

All text in it is plain: whatever a report says is text to the writers, never markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from memcon.export.calm import calm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

Role: TypeAlias = Literal["plain", "strong", "quoted", "silent", "denial", "mark"]
MARKS = re.compile(r"\s*((?:\[\d+\])+)\s*")
LABEL_WIDTH = 14  # characters
NUMBER = re.compile(r"\[(\d+)\]")
# What the pages of the terminal paint in these styles.
_ROLES: dict[str, Role] = {"yellow": "silent", "red": "denial", "italic": "quoted", "bold": "strong"}


class Words(NamedTuple):
    """Words in one role; a `mark` is the numbers of sources: ``[1][4]``, with no blank around it."""

    text: str
    role: Role = "plain"


Line: TypeAlias = tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of level 2 (a section) or 3."""

    text: str
    level: Literal[2, 3] = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A line of words, as long as it is."""

    line: Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Labels, each with the lines that belong to it."""

    rows: tuple[tuple[str, tuple[Line, ...]], ...]

    @property
    def is_wide(self) -> bool:
        """Whether a label is too long for a narrow column beside its lines."""
        return any(len(name) > LABEL_WIDTH for name, _ in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with a head; each cell is a line. `widths` are the columns' shares of the page."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report that the memo rests on, by its number; `address` is where it can be read, ``""`` where that is not known."""

    number: int
    line: Line
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All of them, in the order of their numbers."""

    items: tuple[Source, ...]


Block: TypeAlias = Heading | Paragraph | Facts | Table | Sources


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A memo: its title, lines under it (what it is of, as of when), what it says, and who made it."""

    title: str
    about: tuple[str, ...]
    blocks: tuple[Block, ...]
    foot: str


def line_of(text: Text) -> Line:
    """What a page of the terminal says, with a role for each style."""
    return tuple(_joined(_parts(text)))


def plain(text: str) -> Line:
    """Words without a role."""
    return (Words(calm(text)),)


def _parts(text: Text) -> Iterator[Words]:
    base = _role(str(text.style), "plain")
    edges = sorted({0, len(text), *(edge for span in text.spans for edge in (span.start, span.end))})
    for start, end in pairwise(edges):
        role = base
        for span in text.spans:
            if span.start <= start and end <= span.end:
                role = _role(str(span.style), role)
        words = calm(text.plain[start:end])
        yield Words(words.strip(), "mark") if MARKS.fullmatch(words) else Words(words, role)


def _role(style: str, before: Role) -> Role:
    """The role that a style gives on top of the one `before`; “not bold” takes away what is strong."""
    if "not bold" in style and before == "strong":
        before = "plain"
    return next((role for name, role in _ROLES.items() if name in style and f"not {name}" not in style), before)


def _joined(parts: Iterator[Words]) -> Iterator[Words]:
    """Neighbours in one role as one, and no blank before a mark: each writer has its own."""
    waiting: Words | None = None
    for one in parts:
        if waiting and one.role == waiting.role:
            waiting = Words(waiting.text + one.text, one.role)
            continue
        if waiting:
            yield Words(waiting.text.rstrip(), waiting.role) if one.role == "mark" else waiting
        waiting = one
    if waiting:
        yield waiting
