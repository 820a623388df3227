"""Decisions: who judged what, when and why."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.memo.layout import LABEL, PARTY, grid, indented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import RenderableType

    from memcon.ledger import Decision

WORDS: Mapping[str, str] = {
    "same": "one and the same",
    "different": "not the same",
    "correct": "corrected",
    "accept": "accepted",
    "reject": "rejected",
    "retract": "taken back",
}
DAY_WIDTH = 17


def decisions_page(decisions: Iterable[Decision]) -> Iterator[RenderableType]:
    """`decisions`, a block each."""
    table = grid(first=DAY_WIDTH)
    for one in decisions:
        table.add_row(Text(in_words(one.decided.date().isoformat()), LABEL), in_a_line(one))
    yield indented(table) if table.row_count else Text("No decision is in force.")


def in_a_line(one: Decision) -> Text:
    """“not the same: 3f2a9c01be and 77aa…, by Ada Novak: two ministers of one name · 91bc…”."""
    line = Text(WORDS[one.kind], PARTY)
    line.append(f": {' and '.join(short(each) for each in (one.left, one.right) if each)}", "not bold")
    if one.value:
        line.append(
            f", {', '.join(f'{name} = {value_in_words(value)}' for name, value in one.value.items())}", "not bold"
        )
    line.append(f", by {calm(one.by)}", "not bold")
    line.append(f": {calm(one.reason)}" if one.reason else "", "not bold")
    return line.append(f" · {short(one.id)}", f"not bold {LABEL}")


def to_json(one: Decision) -> dict[str, Any]:
    """The decision as a JSON object."""
    return asdict(one) | {"decided": one.decided.isoformat()}


def value_in_words(value: object) -> str:
    """What a correction sets, in words."""
    match value:
        case {"name": name, "country": country}:
            return calm(f"{name}, {country}" if country else str(name))
        case list() | tuple():
            return calm(", ".join(map(str, value)))
        case None:
            return "nothing"
        case _:
            return calm(str(value))
