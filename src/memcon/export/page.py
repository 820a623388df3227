"""A page for a person: as wide as can be read with ease, in the terminal or as plain text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.constrain import Constrain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

WIDTH = 80
WIDEST = 100  # longer lines are hard to read, however wide the window


def page(parts: Iterable[RenderableType]) -> RenderableType:
    """`parts` below each other, to be printed by rich."""
    return Constrain(Group(*parts), WIDEST)


def plain(what: RenderableType, *, width: int = WIDTH) -> str:
    """`what` as plain text; no line is longer than `width` or ends in blanks."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False).print(what)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
