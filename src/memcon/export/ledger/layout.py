"""The look of what the ledger answers: ids cut to what tells them apart, and the line that names a report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.padding import Padding
from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.memo.layout import LABEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from rich.console import RenderableType

    from memcon.ledger import AsOf, Heading

SHORT = 10  # hexadecimal digits: of a million things, not one in a million shares them with another


def short(ident: str) -> str:
    """The beginning of an id, by which `memcon show` finds it."""
    return ident[:SHORT]


def source(report: Heading) -> Text:
    """“RFE/RL, 16 June 2025: “Moscow Says …” · 3f2a9c01be”."""
    line = Text(reference(report.outlet, report.published, report.title))
    return line.append(f" · {short(report.id)}", LABEL)


def reference(outlet: str, published: str, title: str) -> str:
    """A report in a few words: outlet, day and title, as far as it has them."""
    where = ", ".join(part for part in (calm(outlet), in_words(published) or "no date") if part)
    return f"{where}: “{' '.join(calm(title).split())}”" if title else where


def listing(blocks: Iterable[RenderableType], limit: int, *, none: str) -> Iterator[RenderableType]:
    """The first `limit` of `blocks` (0: all), with a line between them, and what to do for the others; `none` where there is none."""
    number = 0
    for number, block in enumerate(blocks, start=1):
        if limit and number > limit:
            yield more(limit)
            return
        yield Padding(block, (1 if number > 1 else 0, 0, 0, 0))
    if not number:
        yield Text(none)


def ended(page: Iterable[RenderableType], last: Callable[[], str]) -> Iterator[RenderableType]:
    """A page, and what there is to say of it when it was made; ``""`` is nothing."""
    yield from page
    if line := last():
        yield Padding(Text(line, LABEL), (1, 0, 0, 0))


def more(limit: int) -> RenderableType:
    """What to do for what `limit` leaves out."""
    return Padding(Text(f"There are more: --limit {limit * 5}, or --limit 0 for all.", LABEL), (1, 0, 0, 0))


def as_of_line(as_of: AsOf) -> Iterator[Text]:
    """As of when the page is, if it is not as of now."""
    if as_of.published:
        yield Text(f"as published by {in_words(as_of.published)}", "bold yellow")
    if as_of.recorded:
        yield Text(
            f"as recorded by {in_words(as_of.recorded.date().isoformat())}, {as_of.recorded:%H:%M} UTC", "bold yellow"
        )
