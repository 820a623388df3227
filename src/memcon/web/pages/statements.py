"""Statements, by who, party, act, day and words; and a search for words in statements and reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from memcon.export.calm import calm
from memcon.export.ledger.told import told
from memcon.questions import answers
from memcon.web.parts.follow import Follow, of_statements
from memcon.web.parts.form import Form, form
from memcon.web.parts.paging import Paging, walked
from memcon.web.parts.told import StatementView, statement_views
from memcon.web.parts.words import ReportRef, heading

if TYPE_CHECKING:
    from memcon.web.parts.rounds import TrackLine
    from memcon.web.visit import Visit

_PAGE, _HITS, _TRACKS = 40, 20, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """The statements that fit, the newest report first."""

    template: ClassVar[str] = "statements.html"
    title: str
    form: Form
    statements: tuple[StatementView, ...]
    paging: Paging
    follow: Follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report in which the words stand; `excerpt` shows them."""

    report: ReportRef
    excerpt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Talks, statements and reports in which words stand."""

    template: ClassVar[str] = "search.html"
    title: str
    words: str
    tracks: tuple[TrackLine, ...]
    statements: tuple[StatementView, ...]
    reports: tuple[Found, ...]


def statements_page(visit: Visit) -> Statements:
    """The list of statements, filtered."""
    every = statement_views(answers.statements(visit.ledger, visit.question, visit.bar), visit.links)
    shown, paging = walked(every, visit, "/statements", _PAGE)
    return Statements(
        title="Statements",
        form=form(visit),
        statements=tuple(shown),
        paging=paging,
        follow=of_statements(visit.question, visit.links),
    )


def search_page(visit: Visit) -> Search:
    """What the words of ``q=`` find."""
    words = visit.values.get("q", "").strip()
    as_of = visit.question.as_of
    hits = visit.ledger.search(words, as_of=as_of, limit=_HITS) if words else ()
    said = told(visit.ledger, visit.bar.standing(one.standing for one in hits if one.standing is not None), as_of)
    named = [one.line for one in visit.glance.summaries if words and _names(words, one.outline.names)]
    return Search(
        title=f"Search: {words[:100]}" if words else "Search",
        words=words,
        tracks=tuple(named[:_TRACKS]),
        statements=tuple(statement_views(said, visit.links)),
        reports=tuple(
            Found(report=heading(one.report, visit.links), excerpt=calm(one.excerpt))
            for one in hits
            if one.standing is None
        ),
    )


def _names(words: str, names: str) -> bool:
    return all(word.strip('"').rstrip("s") in names for word in words.casefold().split())
