"""Lines of a printed page to paragraphs: blank lines part them, and line ends that only the page's width made are undone."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from memcon.reports.furniture import is_finished

if TYPE_CHECKING:
    from collections.abc import Iterator

# Widths to which printers, mail programs and PDF pages fill a line; longer lines are paragraphs of their own.
_NARROWEST, _WIDEST = 40, 140
_ADDRESS_START = re.compile(r"https?://\S|www\.\w", re.IGNORECASE)
_ADDRESS_PIECE = re.compile(r"(?=(?:[^\W\d_]|[~:;,+@!])*+[\d/%=&#_.?-])[\w%./?=&#~:;,+@!-]+|[a-z]{1,40}")
_MOST_PIECES, _LONGEST_PIECE = 12, 500  # no address that a page prints is longer
_STANDS_ALONE = re.compile(r"(?i)(?:published|updated|posted|last updated|by|source|original url|url)\b.{0,80}$|\W*$")


def split(text: str) -> list[str]:
    """The paragraphs of a cleaned page, each on one line, in order and none of them empty."""
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n\s*\n", text)]
    blocks = [_with_whole_addresses(block) for block in blocks if block]
    width = _fill_width(blocks)
    return [paragraph for block in blocks for paragraph in _unwrapped(block, width)]


def join_address(tokens: list[str]) -> tuple[str, list[str]]:
    """An address put together from its first token and the pieces that a line wrap cut off it, and the tokens left."""
    pieces = 1
    while pieces < min(len(tokens), _MOST_PIECES) and _is_piece(tokens[pieces], last=pieces == len(tokens) - 1):
        pieces += 1
    return "".join(tokens[:pieces]), tokens[pieces:]


def _is_piece(token: str, *, last: bool) -> bool:
    return len(token) <= _LONGEST_PIECE and bool(_ADDRESS_PIECE.fullmatch(token)) and (last or _looks_cut(token))


def _looks_cut(token: str) -> bool:
    return bool(re.search(r"[\d/%=&#_-]", token))


def _with_whole_addresses(lines: list[str]) -> list[str]:
    """A line that holds only a piece of the address begun on the line before is joined to that line."""
    joined: list[str] = []
    for line in lines:
        begun = (
            joined and len(joined[-1]) <= _LONGEST_PIECE and _ADDRESS_START.match(joined[-1]) and " " not in joined[-1]
        )
        if begun and not _ADDRESS_START.match(line) and _is_piece(line, last=True):
            joined[-1] += line
        else:
            joined.append(line)
    return joined


def _fill_width(blocks: list[list[str]]) -> int:
    """The width that the page's lines were filled to, or 0 where its line ends are the author's."""
    longest = max((len(line) for block in blocks for line in block), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return 0
    ends = [(here, after) for block in blocks for here, after in pairwise(block) if not is_finished(here)]
    full = sum(_is_full(here, after, longest) for here, after in ends)
    return longest if full >= 2 and full * 2 >= len(ends) else 0


def _is_full(line: str, after: str, width: int) -> bool:
    """Whether the next line's first word had no room left; some slack, for pages fill by points and not by letters."""
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width * 0.93


def _unwrapped(block: list[str], width: int) -> list[str]:
    paragraphs = [[block[0]]]
    for last, line in pairwise(block):
        if _continues(last, line, width):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return ["".join(_joined(lines)) for lines in paragraphs]


def _continues(last: str, line: str, width: int) -> bool:
    if _STANDS_ALONE.match(last) or _STANDS_ALONE.match(line) or _ADDRESS_START.match(line):
        return False
    if width and _is_full(last, line, width):
        return True
    return bool(line[0].islower() and last[-1:].isalpha() and len(last) > _NARROWEST // 2)


def _joined(lines: list[str]) -> Iterator[str]:
    """The lines of a paragraph with a blank between them, but after a hyphen, which may be the word's own."""
    yield lines[0]
    for last, line in pairwise(lines):
        yield line if re.search(r"\w-$", last[-2:]) else f" {line}"
