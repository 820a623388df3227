"""A report: its text with every span marked, beside the record that was read from it, each linked to the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from memcon.export.calm import calm
from memcon.export.sureness import judged
from memcon.ledger import difference
from memcon.questions.naming import NotFoundError, named
from memcon.web.parts.items import Item, items_of, marks_of
from memcon.web.parts.text import Paragraph, paragraphs
from memcon.web.parts.words import Day, ReportRef, brief, day, heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memcon.ledger import Heading, Ledger
    from memcon.web.visit import Visit

_MARK = re.compile(r"(\d{1,9})-(\d{1,9})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A version of the report: which day, when it was recorded; `is_shown` is the one on this page."""

    report: ReportRef
    recorded: str
    is_shown: bool
    is_newest: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedLine:
    """A sentence that was edited: `sign` is ``+`` where it came in, ``-`` where it went, ``" "`` beside one that did."""

    sign: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What was edited between two versions."""

    published: Day
    lines: tuple[EditedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPage:
    """A report and its record. `url` is ``""`` where the address is none that a page may lead to."""

    template: ClassVar[str] = "report.html"
    title: str
    whole_title: str
    report: ReportRef
    url: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    items: tuple[Item, ...]
    versions: tuple[Version, ...]
    edits: tuple[Edit, ...]
    is_newest: bool


def report_page(visit: Visit, ident: str) -> ReportPage:
    """The report of this id, or whose id begins so. Raises `NotFoundError` where there is none."""
    found = visit.ledger.report(ident)
    found = found or visit.ledger.report(named(visit.ledger, ident, visit.question.as_of, only=("report",)).id)
    if found is None:
        raise NotFoundError(f"report {ident}: this report is not in the ledger")
    versions = visit.ledger.versions(found.id, as_of=visit.question.as_of)
    if not versions:
        raise NotFoundError(f"report {ident}: this report was not there as of then")
    of_it = visit.ledger.headings([found.id])[found.id]
    sightings = [one.sighting for one in visit.ledger.sightings(report=found.id, as_of=visit.question.as_of)]
    decided = judged(visit.ledger.decisions(as_of=visit.question.as_of))
    shown_ones = {one.id for one in sightings if visit.bar.shows(one)}
    items = tuple(one for one in items_of(sightings, visit.links, decided) if one.sighting in shown_ones)
    shown = heading(of_it, visit.links)
    return ReportPage(
        title=brief(found.title, 120) or "Report",
        whole_title=brief(found.title, 2000) or "(no title)",
        report=shown,
        url=safe_address(found.url),
        language=found.language if re.fullmatch("[a-z]{2,3}", found.language) else "",
        paragraphs=tuple(
            paragraphs(calm_text(found.text), marks_of(one for one in sightings if one.id in shown_ones), _asked(visit))
        ),
        items=items,
        versions=tuple(_version(one, versions, found.id, visit) for one in versions) if len(versions) > 1 else (),
        edits=tuple(_edits(visit.ledger, versions)),
        is_newest=versions[-1].id == found.id,
    )


def safe_address(url: str) -> str:
    """`url` where a link may lead there: http and https alone."""
    return url if re.match(r"https?://[^\s/]", url, re.IGNORECASE) and len(url) < 2000 and url == calm(url) else ""


def calm_text(text: str) -> str:
    """`text` calm, its line ends kept; offsets hold."""
    return "\n".join(calm(line) for line in text.split("\n"))


def _asked(visit: Visit) -> tuple[int, int] | None:
    found = _MARK.fullmatch(visit.values.get("mark", ""))
    return (int(found[1]), int(found[2])) if found and int(found[1]) < int(found[2]) else None


def _version(one: Heading, versions: Sequence[Heading], shown: str, visit: Visit) -> Version:
    return Version(
        report=heading(one, visit.links),
        recorded=f"{day(one.recorded.date().isoformat()).words}, {one.recorded:%H:%M} UTC",
        is_shown=one.id == shown,
        is_newest=one.id == versions[-1].id,
    )


def _edits(ledger: Ledger, versions: Sequence[Heading]) -> Iterator[Edit]:
    for former, later in pairwise(versions):
        before, after = ledger.report(former.id), ledger.report(later.id)
        if before is not None and after is not None:
            lines = [
                line for line in difference(before, after).splitlines() if not line.startswith(("---", "+++", "@@"))
            ]
            yield Edit(
                published=day(later.published),
                lines=tuple(EditedLine(sign=line[:1], text=calm(line[1:])) for line in lines),
            )
