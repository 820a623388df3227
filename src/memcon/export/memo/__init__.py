"""The memo: a record as a page that a person reads, in the terminal or as plain text.

Nothing that one side says is given as fact: a meeting's status, an event and a condition each carry the word they stand on,
and a party's silence is shown as silence.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from rich.console import Console, Group
from rich.constrain import Constrain

from memcon.export.memo.conditions import conditions_section
from memcon.export.memo.events import events_section
from memcon.export.memo.head import brief_section, foot, head
from memcon.export.memo.meetings import meetings_section
from memcon.export.memo.statements import statements_section
from memcon.export.records import from_json, to_json
from memcon.export.standing import standing_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from memcon.model import Record

WIDTH = 80
WIDEST = 100  # longer lines are hard to read, however wide the window
SECTIONS = (head, brief_section, meetings_section, statements_section, events_section, conditions_section, foot)
# Control characters could drive the reader's terminal; direction marks show words in another order than they stand in.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def memo(record: Record) -> RenderableType:
    """The memo of `record`, to be printed by rich."""
    standing = standing_of(from_json(_calmed(to_json(record))))
    return Constrain(Group(*(part for section in SECTIONS for part in section(standing))), WIDEST)


def memo_text(record: Record, *, width: int = WIDTH) -> str:
    """The memo of `record` as plain text; no line is longer than `width` or ends in blanks."""
    out = io.StringIO()
    Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False).print(memo(record))
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _calmed(value: Any) -> Any:
    """`value` with a blank for each character that must not reach a terminal; offsets hold."""
    match value:
        case str():
            return _UNSAFE.sub(" ", value)
        case dict():
            return {key: _calmed(each) for key, each in value.items()}
        case list() | tuple():
            return [_calmed(each) for each in value]
        case _:
            return value
