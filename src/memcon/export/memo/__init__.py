"""The memo: a record as a page that a person reads, in the terminal or as plain text.

Nothing that one side says is given as fact: a meeting's status, an event and a condition each carry the word they stand on,
and a party's silence is shown as silence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.export.calm import calm_json
from memcon.export.memo.conditions import conditions_section
from memcon.export.memo.events import events_section
from memcon.export.memo.head import brief_section, foot, head
from memcon.export.memo.meetings import meetings_section
from memcon.export.memo.statements import statements_section
from memcon.export.page import WIDEST, WIDTH, page, plain
from memcon.export.records import from_json, to_json
from memcon.export.standing import standing_of

if TYPE_CHECKING:
    from rich.console import RenderableType

    from memcon.model import Record

SECTIONS = (head, brief_section, meetings_section, statements_section, events_section, conditions_section, foot)


def memo(record: Record) -> RenderableType:
    """The memo of `record`, to be printed by rich."""
    standing = standing_of(from_json(calm_json(to_json(record))))
    return page(part for section in SECTIONS for part in section(standing))


def memo_text(record: Record, *, width: int = WIDTH) -> str:
    """The memo of `record` as plain text; no line is longer than `width` or ends in blanks."""
    return plain(memo(record), width=width)


def parting(width: int) -> str:
    """The line between two memos."""
    return f"\n{'═' * min(width, WIDEST)}\n\n"
