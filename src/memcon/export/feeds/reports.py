"""Reports as the sources of items, and their days as moments."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

from memcon.export.feeds.fit import line, web_address
from memcon.export.feeds.model import FeedSource
from memcon.export.feeds.pages import report_page
from memcon.export.ledger.layout import reference

if TYPE_CHECKING:
    from memcon.ledger import Heading


def source_of(report: Heading, base: str) -> FeedSource:
    """A report in words, with its pages."""
    name = line(reference(report.outlet, report.published, report.title))
    return FeedSource(name=name, page=report_page(base, report.id), address=web_address(report.url))


def midnight(day: str) -> datetime | None:
    """The beginning of an ISO day in UTC; ``None`` where it is none."""
    try:
        return datetime.combine(date.fromisoformat(day), time.min, UTC)
    except ValueError:
        return None
