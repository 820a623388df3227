"""A memo as Markdown (CommonMark, with tables): all that has a meaning there is escaped in what reports say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.export.paper.model import Facts, Heading, Paragraph, Sources, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.export.paper.model import Block, Line, Paper, Words

# Whatever begins markup anywhere in a line; the rest of it does so only at the line's beginning.
SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~&@:$^=-])")
AROUND = {"strong": "**", "quoted": "*", "denial": "**"}


def markdown(paper: Paper) -> str:
    """The whole memo."""
    parts = [f"# {escaped(paper.title)}", "  \n".join(map(escaped, paper.about))]
    parts += [part for block in paper.blocks for part in _block(block)]
    return "\n\n".join([*parts, f"*{escaped(paper.foot)}*"]) + "\n"


def escaped(words: str) -> str:
    """`words` as text, on one line, whatever they hold; a bare address in them is none to follow."""
    return SPECIAL.sub(r"\\\1", " ".join(words.split())).replace("www.", "www\\.")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            yield _line(block.line)
        case Facts():
            yield "\n".join(_fact(name, line) for name, lines in block.rows for line in lines)
        case Table():
            yield "\n".join(_table(block))
        case Sources():
            yield "\n".join(f"{one.number}. {_line(one.line)}{_link(one.address)}" for one in block.items)


def _fact(name: str, line: Line) -> str:
    return f"- **{escaped(name)}:** {_line(line)}"


def _table(table: Table) -> Iterator[str]:
    yield f"| {' | '.join(map(escaped, table.head))} |"
    yield f"|{' --- |' * len(table.head)}"
    yield from (f"| {' | '.join(map(_line, row))} |" for row in table.rows)


def _line(line: Line) -> str:
    return "".join(map(_words, line)).strip()


def _words(one: Words) -> str:
    """Words in their role; blanks stand outside of the asterisks, which would not count otherwise."""
    if one.role == "mark":
        return f" {escaped(one.text)}"
    inner = one.text.strip()
    if not inner or one.role not in AROUND:
        before, after = " " * one.text[:1].isspace(), " " * one.text[-1:].isspace()
        return f"{before}{escaped(inner)}{after}" if inner else before
    mark = AROUND[one.role]
    before, after = " " * one.text[:1].isspace(), " " * one.text[-1:].isspace()
    return f"{before}{mark}{escaped(inner)}{mark}{after}"


def _link(address: str) -> str:
    return f" <{address}>" if address else ""
