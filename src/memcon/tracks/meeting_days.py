"""On which days a round was: what most reports say, weighed by how they say it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from memcon.tracks.days import LATEST, Days, days_of, edtf

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from memcon.tracks.notes import Mention

_BY_DATE = 2.0  # a day named by its date, against one reckoned from a weekday and the report's own day
_BY_SPAN = 0.5  # first and last day named
_STALE = 0.3  # "planned", in a report after the day
_COPY = 0.01  # a copy of another report's text breaks ties only
_LONGEST_SPAN = 5
_WEEK = 8
_TAKEN_UP = 0.4  # the number stands in a later mention, which may have taken up another meeting
TOOK_PLACE = frozenset({"held", "under-way"})


def exact(mention: Mention) -> Days | None:
    """The day or days of one meeting, where the mention names them."""
    found = days_of(mention.when)
    if found is None:
        return None
    if found.last == LATEST and 0 <= mention.day - found.first <= _LONGEST_SPAN:
        return Days(found.first, found.first)  # in progress since that day
    return found if found.is_exact and not found.is_open else None


def span(mention: Mention) -> Days:
    """The days that the mention names; where it names none, its report's."""
    return exact(mention) or Days(mention.day, mention.day)


def settle(mentions: Sequence[Mention], copied: Collection[str] = ()) -> Days | None:
    """The days on which most agree: of those who say it was held, else of those who gave a day last."""
    dated = [one for one in mentions if exact(one)]
    held = [one for one in dated if one.status in TOOK_PLACE]
    moved = any(one.status == "postponed" for one in mentions)
    if held:
        return _most(held if moved else held + _foretold(held, dated), dated, copied)
    if not dated:
        return None
    last = max(one.day for one in dated)
    return _most([one for one in dated if one.day == last] if moved else dated, dated, copied)


def _foretold(held: Sequence[Mention], dated: Sequence[Mention]) -> list[Mention]:
    """Those who gave the date beforehand, where all who say that it was held only name a weekday of a week near by.

    A weekday is reckoned from the report's own day, which may itself be uncertain; a date is not.
    """
    if any(one.explicit for one in held):
        return []
    return [one for one in dated if one.explicit and any(span(one).near(span(other), within=_WEEK) for other in held)]


def _most(candidates: Iterable[Mention], voters: Iterable[Mention], copied: Collection[str]) -> Days | None:
    votes: defaultdict[Days, float] = defaultdict(float)
    for one in voters:
        if (span := exact(one)) is not None:
            votes[span] += weight(one, copied)
    spans = {span for one in candidates if (span := exact(one)) is not None}
    return min(spans, key=lambda span: (-_support(span, votes), span.first, -span.last), default=None)


def _support(span: Days, votes: dict[Days, float]) -> float:
    """Its own votes, and half of those for days beside it."""
    beside = sum(count for other, count in votes.items() if other != span and span.near(other, within=1))
    return votes[span] + beside / 2


def weight(mention: Mention, copied: Collection[str]) -> float:
    """How much a mention counts on the day of its round."""
    span = exact(mention)
    if span is None:
        return 0.0
    found = 1.0 + (_BY_DATE if mention.explicit else 0.0)
    found += _BY_SPAN if 0 < span.last - span.first < _LONGEST_SPAN else 0.0
    if mention.number and not mention.number_first:
        found *= _TAKEN_UP
    if mention.status not in TOOK_PLACE and mention.day > span.last:
        found *= _STALE
    return found * (_COPY if mention.report in copied else 1.0)


def vague(mentions: Iterable[Mention]) -> str:
    """The closest that can be said of the days where no mention names them."""
    given = [(one.when, span) for one in mentions if (span := days_of(one.when)) is not None]
    bounded = [(when, span) for when, span in given if not span.is_open]
    if bounded:
        return min(bounded, key=lambda each: (each[1].last - each[1].first, each[0]))[0]
    return min((edtf(span) for _, span in given), default="")
