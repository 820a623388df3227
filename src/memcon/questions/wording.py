"""A question in words, as the title of a page, feed or calendar says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.export.calm import calm
from memcon.export.days import in_words as day_in_words
from memcon.export.parties import name_of
from memcon.export.wording import ACTS, MEETING_STATUSES, listed

if TYPE_CHECKING:
    from memcon.questions.question import Question


def in_words(question: Question, track: str = "") -> str:
    """“Russia and United States · about “visas” · cancelled”; ``""`` where everything is asked for. `track` is that one's title."""
    parts = [
        listed([name_of(each) for each in question.parties]),
        " or ".join(calm(each) for each in question.who),
        " or ".join(ACTS[each] for each in question.acts),  # type: ignore[index]  # read by `asked`
        f"about “{calm(question.about)}”" if question.about else "",
        calm(track or question.track or ""),
        " or ".join(_status(each) for each in question.statuses),
        f"since {day_in_words(question.since)}" if question.since else "",
        f"at least {question.at_least:.2g} sure" if question.at_least else "",
        f"as published by {day_in_words(question.as_of.published)}" if question.as_of.published else "",
        f"as recorded by {question.as_of.recorded:%Y-%m-%d %H:%M} UTC" if question.as_of.recorded else "",
    ]
    return " · ".join(part for part in parts if part)


def _status(status: str) -> str:
    return MEETING_STATUSES.get(status, status)  # type: ignore[call-overload,no-any-return]
