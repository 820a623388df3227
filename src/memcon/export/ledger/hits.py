"""What a search found: statements, then reports with the words around the place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.text import Text

from memcon.export.calm import calm
from memcon.export.ledger.layout import listing, source
from memcon.export.ledger.said import statements_page
from memcon.export.ledger.told import report_json, told
from memcon.export.ledger.told import to_json as statement_json
from memcon.export.memo.layout import heading, indented

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from memcon.export.ledger.told import Told
    from memcon.ledger import AsOf, Hit, Ledger


def hits_page(ledger: Ledger, hits: Sequence[Hit], as_of: AsOf, limit: int) -> Iterator[RenderableType]:
    """Statements and reports, `limit` of each at most."""
    statements, reports = list(_statements(ledger, hits, as_of)), [hit for hit in hits if hit.standing is None]
    if not hits:
        yield Text("Nothing fits.")
    if statements:
        yield heading("STATEMENTS")
        yield from map(indented, statements_page(statements, limit))
    if reports:
        yield heading("REPORTS")
        yield from map(indented, listing(map(_report, reports), limit, none=""))


def to_json(ledger: Ledger, hits: Sequence[Hit], as_of: AsOf) -> Iterator[dict[str, Any]]:
    """A line for each: ``found`` says whether it is a statement or a report."""
    for one in _statements(ledger, hits, as_of):
        yield {"found": "statement", **statement_json(one)}
    for hit in hits:
        if hit.standing is None:
            yield {"found": "report", **report_json(hit.report), "excerpt": hit.excerpt}


def _statements(ledger: Ledger, hits: Sequence[Hit], as_of: AsOf) -> Iterator[Told]:
    return told(ledger, [hit.standing for hit in hits if hit.standing is not None], as_of)


def _report(hit: Hit) -> RenderableType:
    return Group(source(hit.report), indented(Text(calm(hit.excerpt))))
