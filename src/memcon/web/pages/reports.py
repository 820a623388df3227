"""The list of reports, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from memcon.web.parts.paging import Paging, walked
from memcon.web.parts.words import ReportRef, heading

if TYPE_CHECKING:
    from memcon.web.visit import Visit

_PAGE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """Reports."""

    template: ClassVar[str] = "reports.html"
    title: str
    reports: tuple[ReportRef, ...]
    paging: Paging


def reports_page(visit: Visit) -> Reports:
    """The list of reports."""
    every = visit.ledger.reports(as_of=visit.question.as_of, published_since=visit.question.since, newest_first=True)
    shown, paging = walked(every, visit, "/reports", _PAGE)
    return Reports(title="Reports", reports=tuple(heading(one, visit.links) for one in shown), paging=paging)
