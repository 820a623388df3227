"""Words of reports on their way to a language model: what cannot be seen is taken out, and what is quoted stays in its quotes.

A report may be written to be read by a program: with instructions in characters that nobody sees, or in a quotation that seems
to end. Neither reaches the model as anything but a report's words.
"""

from __future__ import annotations

import re
from typing import Any

from memcon.export.calm import UNSAFE

LONGEST_QUOTE = 400  # characters of a quotation told in words; its structured form is whole
# Beside what could drive a terminal: marks of no width, variation selectors, and tag characters, which can spell a hidden text.
# The joiners (U+200C, U+200D) stay: Persian and Hindi names are spelled with them.
_HIDDEN = re.compile(
    f"(?![\n\t])(?:{UNSAFE.pattern}|[\u061c\u180b-\u180f\u200b\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff])"
)
_HALVES = re.compile("[\ud800-\udfff]")  # of a surrogate pair: no UTF-8 can carry one


def seen(words: str) -> str:
    """`words` with a blank for each character that cannot be seen, line ends and tabs aside; offsets hold."""
    return _HALVES.sub("\ufffd", _HIDDEN.sub(" ", words))


def seen_json(value: Any) -> Any:
    """A JSON value with every string in it so."""
    match value:
        case str():
            return seen(value)
        case dict():
            return {key: seen_json(each) for key, each in value.items()}
        case list() | tuple():
            return [seen_json(each) for each in value]
        case _:
            return value


def on_one_line(words: str) -> str:
    """`words` as part of a line."""
    return " ".join(seen(words).split())


def quoted(words: str, *, most: int = LONGEST_QUOTE) -> str:
    """`words` between curly quotation marks, with none within, so that the quotation ends where it seems to."""
    line = on_one_line(words).strip('“”" ').replace("“", '"').replace("”", '"')
    return f"“{line if len(line) <= most else line[: line.rfind(' ', 0, most) + 1 or most].rstrip() + '…'}”"


def as_quoted_lines(text: str) -> str:
    """A longer text with ``> `` before each line."""
    return "\n".join(f"> {line}".rstrip() for line in seen(text).splitlines())
