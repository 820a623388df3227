"""The look of a memo: headings, grids, and the styles that say what kind of word a word is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType

LABEL = "dim"
PARTY = "bold"
QUOTED = "italic"
SILENT = "yellow"
INDENT = 2


def heading(title: str) -> RenderableType:
    """The head of a section, with a line to the right edge."""
    return Padding(Rule(Text(title, "bold cyan"), align="left", style="dim cyan"), (1, 0, 0, 0))


def grid(*, first: int) -> Table:
    """Rows of two cells: a label at most `first` columns wide, and what belongs to it."""
    table = Table.grid(padding=(0, 2, 0, 0), expand=True)
    table.add_column(width=first, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    return table


def indented(what: RenderableType, by: int = INDENT) -> RenderableType:
    """`what`, moved to the right."""
    return Padding(what, (0, 0, 0, by))


def label(text: str) -> Text:
    """The name of a row."""
    return Text(text, LABEL)
