"""Plain text: a news page printed to text, an agency's message, or nothing but paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.reports.clean import clean
from memcon.reports.decode import decode
from memcon.reports.page import Page, read_page
from memcon.reports.raw import Draft, RawReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.errors import InputError


def read(raw: RawReport, *, declared: str = "") -> Iterator[Draft | InputError]:
    """Yield the one report of a text."""
    text = decode(raw.data, declared=declared)
    yield draft_of(raw, read_page(clean(text)), notes=_notes(text))


def draft_of(raw: RawReport, page: Page, *, notes: tuple[str, ...] = ()) -> Draft:
    """The draft that a printed page gives."""
    return Draft(
        source=raw.name,
        text="\n\n".join(page.paragraphs),
        title=page.title,
        published=page.published,
        site=page.outlet,
        url=raw.url or page.url,
        retrieved=raw.retrieved,
        notes=notes,
    )


def _notes(text: str) -> tuple[str, ...]:
    notes = []
    if damaged := text.count("\ufffd"):
        notes.append(f"{damaged:,} characters could not be decoded")
    if nul := text.count("\0"):
        notes.append(f"{nul:,} NUL characters left out")
    return tuple(notes)
