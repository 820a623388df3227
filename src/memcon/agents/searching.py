"""``search``: reports and statements by the words that stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from memcon.agents.answer import Page, Shape, Source, day_of, source
from memcon.agents.arguments import After, AsOfDay, Limit, question
from memcon.agents.calming import quoted
from memcon.agents.statements import StatementShape, statement_shapes
from memcon.export.ledger.told import told
from memcon.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator


class ReportHit(Shape):
    """A report in which the words stand."""

    source: Source
    excerpt: str
    """The report's words around the first place."""


class Hits(Page):
    """Statements and reports, best first; a page has so many of each."""

    statements: tuple[StatementShape, ...]
    reports: tuple[ReportHit, ...]

    def lines(self) -> Iterator[str]:
        """What was found in words."""
        if not self.statements and not self.reports:
            yield "Nothing fits. Fewer words, or other forms of a name, may find more."
        if self.statements:
            yield "STATEMENTS"
            yield from (one.line() for one in self.statements)
        if self.reports:
            yield "REPORTS"
            yield from (f"- {one.source.in_words()}: {quoted(one.excerpt)}" for one in self.reports)


def search(
    ledger: Ledger,
    words: Annotated[
        str,
        Field(
            min_length=1,
            description='Every word must stand, in any form of it; "a phrase" in double quotation marks in this order; '
            "-word must not.",
        ),
    ],
    as_of: AsOfDay = None,
    limit: Limit = 5,
    after: After = 0,
) -> Hits:
    """Search the text of reports, and of statements, for words. Best first; `limit` of each.

    For a question about talks ask find_tracks or what_changed first: they know what a text search does not, on whose word a
    thing stands. Use this for names, places and matters that those do not find.
    """
    then = question(as_of=as_of).as_of
    found = ledger.search(words, as_of=then, limit=after + limit + 1)
    statements = [one.standing for one in found if one.standing is not None]
    reports = [one for one in found if one.standing is None]
    is_more = max(len(statements), len(reports)) > after + limit
    page = slice(after, after + limit)
    return Hits(
        as_of=day_of(then),
        next=after + limit if is_more else None,
        statements=statement_shapes(told(ledger, statements[page], then)),
        reports=tuple(ReportHit(source=source(one.report), excerpt=one.excerpt) for one in reports[page]),
    )
