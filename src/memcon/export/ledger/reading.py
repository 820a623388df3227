"""What a reading changed in the ledger: counts, and each report that had been edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.memo.layout import LABEL
from memcon.export.page import page
from memcon.export.wording import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from memcon.ledger import Ledger, Remembered


def what_is_new(ledger: Ledger, remembered: Sequence[Remembered], before: int, left_out: int = 0) -> RenderableType:
    """The page that follows a reading; `before` counts the reports that were there and were passed over, `left_out` those unread."""
    return page(_lines(ledger, remembered, before, left_out))


def _lines(ledger: Ledger, remembered: Sequence[Remembered], before: int, left_out: int) -> Iterator[RenderableType]:
    new = [one for one in remembered if one.is_new and not one.former]
    edited = [one for one in remembered if one.is_new and one.former]
    again = [one for one in remembered if not one.is_new]
    parts = [
        f"{len(new)} new" if new else "",
        f"{len(edited)} edited since" if edited else "",
        f"{len(again)} read anew" if again else "",
        f"{before} there already" if before else "",
        f"{left_out} left out as not about diplomacy" if left_out else "",
    ]
    total = counted(len(remembered) + before + left_out, "report")
    yield Text(f"{total}: {listed([part for part in parts if part])}." if total[0] != "0" else "No report was read.")
    if remembered:
        yield Text(_entries(remembered))
    yield from _edited(ledger, edited)


def _entries(remembered: Sequence[Remembered]) -> str:
    counts = {
        "added": sum(one.added for one in remembered),
        "replaced": sum(one.replaced for one in remembered),
        "withdrawn": sum(one.withdrawn for one in remembered),
    }
    changed = [f"{number} {what}" for what, number in counts.items() if number]
    return f"Sightings: {listed(changed) or 'none changed'}."


def _edited(ledger: Ledger, edited: Sequence[Remembered]) -> Iterator[RenderableType]:
    headings = ledger.headings(one.report_id for one in edited)
    for one in edited:
        heading = headings[one.report_id]
        title = calm(heading.title) or "(no title)"
        day = in_words(heading.published)
        line = Text(f"Edited: “{title}”{f', {day}' if day else ''}.")
        yield line.append(f" What changed: memcon show {short(heading.id)}", LABEL)
