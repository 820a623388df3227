"""CONDITIONS: what is made to depend on what, who sets it, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from memcon.export.memo.layout import grid, heading, indented, label
from memcon.export.memo.meetings import on_whose_word
from memcon.export.parties import in_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from memcon.export.standing import Standing
    from memcon.model import Condition

LABEL_WIDTH = 10


def conditions_section(standing: Standing) -> Iterator[RenderableType]:
    """Every condition of the record, in the report's order."""
    if not standing.record.conditions:
        return
    yield heading("CONDITIONS")
    for number, condition in enumerate(standing.record.conditions):
        table = grid(first=LABEL_WIDTH)
        table.add_row(label("what"), Text(standing.words(condition.what), "bold"))
        table.add_row(label("depends on"), Text(standing.words(condition.requires)))
        table.add_row(label("set by"), Text(_set_by(standing, condition)))
        yield Padding(indented(table), (1 if number else 0, 0, 0, 0))


def _set_by(standing: Standing, condition: Condition) -> str:
    """“the United States, says Russia (the Kremlin)”; “says Chile itself” is left at who speaks."""
    word = on_whose_word(standing, condition.source)
    source = standing.statements.get(condition.source or "")
    if condition.set_by is None:
        return f"nobody named, {word}"
    if source and source.party == condition.set_by:
        return word.removeprefix("says ")
    return f"{in_sentence(condition.set_by)}, {word}"
