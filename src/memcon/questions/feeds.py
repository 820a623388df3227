"""The feed, and the calendar, that answer a question."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from memcon import ids
from memcon.errors import MemconError
from memcon.export.feeds import Feed, change_items, statement_items
from memcon.export.tracks import title_of
from memcon.questions import answers
from memcon.questions.wording import in_words

if TYPE_CHECKING:
    from memcon.export.feeds import FeedItem
    from memcon.ledger import Ledger
    from memcon.questions.question import Question
    from memcon.tracks.model import Round, Track

Of: TypeAlias = Literal["changes", "statements"]
LIMIT = 100
_TITLES = {"changes": "What became known", "statements": "Who said what"}
_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


def feed(
    ledger: Ledger, question: Question, *, of: Of = "changes", base: str = "", address: str = "", limit: int = LIMIT
) -> Feed:
    """The newest `limit` (0: all) changes or statements that fit, as a feed.

    `base` is the address of all pages and `address` the feed's own, each ``""`` where there is none.
    Raises `MemconError` where the question makes no sense for it.
    """
    items = _changes(ledger, question, base, limit) if of == "changes" else _statements(ledger, question, base, limit)
    return Feed(
        id=ids.urn(ids.content_hash({"feed": of, "question": question.address()})),
        title=title(ledger, question, _TITLES[of]),
        subtitle="Each line says on whose word it stands; a silence is never a denial. A machine's reading of news reports.",
        updated=max((each.updated for each in items), default=ledger.head().recorded or _NEVER),
        items=items,
        address=address,
        home=base,
    )


def title(ledger: Ledger, question: Question, what: str) -> str:
    """“memcon · What became known · Russia · cancelled”."""
    track = title_of(answers.track(ledger, question)) if question.track else ""
    return " · ".join(part for part in ("memcon", what, in_words(question, track)) if part)


def _changes(ledger: Ledger, question: Question, base: str, limit: int) -> tuple[FeedItem, ...]:
    _of_talks(question, "changes")
    found = answers.changes(ledger, question)
    reports = ledger.headings({report for change in found for report in change.reports})
    return change_items(found, reports, base=base, limit=limit)


def _statements(ledger: Ledger, question: Question, base: str, limit: int) -> tuple[FeedItem, ...]:
    if question.statuses:
        raise MemconError("status: statements have none (ask for their acts, or for changes)")
    return statement_items(answers.statements(ledger, question), base=base, limit=limit)


def calendar_of(ledger: Ledger, question: Question, *, base: str = "", address: str = "") -> bytes:
    """The calendar of the rounds that fit: of the tracks that fit but for their status, the rounds of a status asked for."""
    from memcon.export.calendar import calendar  # noqa: PLC0415 - who asks for a feed needs no calendars

    _of_talks(question, "rounds")
    found = (
        replace(one, rounds=_of_status(one, question)) for one in answers.tracks(ledger, question.but(statuses=()))
    )
    return calendar(found, base=base, name=title(ledger, question, "Talks"), address=address)


def _of_status(track: Track, question: Question) -> tuple[Round, ...]:
    wanted = question.statuses
    return tuple(one for one in track.rounds if not wanted or one.status in wanted or one.headline in wanted)


def _of_talks(question: Question, what: str) -> None:
    """Raise where speakers or acts are asked for: a feed that passed them over would tell more than was asked for."""
    if question.who or question.acts:
        word = "who" if question.who else "act"
        raise MemconError(f"{word}: {what} have none (ask for statements, or leave it out)")
