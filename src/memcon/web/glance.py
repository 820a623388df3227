"""All talks at a glance, as the home page and the list of talks need them: made once for a state of the desk, and kept.

While a new glance is made, other visitors get the former one, so that nobody waits for a run of `memcon read`.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, timedelta
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from memcon import desk
from memcon.desk.shelf import SPACE
from memcon.export.ledger.changes import changes
from memcon.ledger.days import latest_day
from memcon.questions.bar import Bar
from memcon.questions.outline import outline
from memcon.web.parts.links import Links
from memcon.web.parts.news import change_views
from memcon.web.parts.rounds import track_line
from memcon.web.parts.upcoming import upcoming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.ledger import AsOf, Ledger
    from memcon.questions.outline import Outline
    from memcon.questions.question import Question
    from memcon.tracks.model import Person, Track
    from memcon.web.parts.news import ChangeView
    from memcon.web.parts.rounds import TrackLine
    from memcon.web.parts.upcoming import Upcoming

_KEPT = 6  # times of asking that are kept at once
_CHANGES = 300  # the newest changes that are kept
_PARTIES = 12  # parties whose persons are kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A track in short: what lists show of it, and what they are filtered by; `hidden` are its rounds and conditions below the bar."""

    line: TrackLine
    outline: Outline
    about: tuple[str, ...]
    upcoming: tuple[Upcoming, ...]
    hidden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """All tracks in short, those last reported on first; the newest changes; the day (ISO) of the newest report on talks.

    `below` are the tracks of which nothing reaches the bar.
    """

    summaries: tuple[Summary, ...]
    changes: tuple[ChangeView, ...]
    last: str
    below: tuple[Summary, ...] = ()

    def hidden(self, question: Question | None = None) -> set[str]:
        """What is below the bar, of the tracks that fit a question or of all."""
        every = (*self.summaries, *self.below)
        return {ident for one in every if question is None or one.outline.fits(question) for ident in one.hidden}


class _Asked(NamedTuple):
    """As of when, and above which bar."""

    as_of: AsOf
    at_least: float


class Glances:
    """The glances at a ledger, by as of when and above which bar, and its persons by party."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._kept: OrderedDict[_Asked, tuple[int, Glance]] = OrderedDict()
        self._persons: OrderedDict[tuple[str, AsOf], tuple[int, tuple[Person, ...]]] = OrderedDict()
        self._making, self._lock = Lock(), Lock()

    def at(self, as_of: AsOf, at_least: float = 0.0) -> Glance:
        """The glance as of then: of the desk as it is, or, while another visitor makes that one, as it was just before."""
        asked = _Asked(as_of, at_least)
        head = self._ledger.computed_head(SPACE)
        with self._lock:
            kept = self._kept.get(asked)
        if kept is not None and kept[0] == head:
            return kept[1]
        if not self._making.acquire(blocking=kept is None):
            return kept[1]  # type: ignore[index]  # without one, it waits
        try:
            return self._make(asked)
        finally:
            self._making.release()

    def persons(self, party: str, as_of: AsOf) -> tuple[Person, ...]:
        """The persons of a party, by name."""
        head, key = self._ledger.head().seq, (party, as_of)
        with self._lock:
            kept = self._persons.get(key)
        if kept is None or kept[0] != head:
            kept = (head, desk.persons(self._ledger, party, as_of))
            self._keep(self._persons, key, kept, _PARTIES)
        return kept[1]

    def _make(self, asked: _Asked) -> Glance:
        head = self._ledger.computed_head(SPACE)
        with self._lock:
            kept = self._kept.get(asked)
        if kept is not None and kept[0] == head:  # another visitor made it while this one waited
            return kept[1]
        made = glance(self._ledger, asked.as_of, asked.at_least)
        self._keep(self._kept, asked, (head, made), _KEPT)
        return made

    def _keep(self, kept: OrderedDict, key: object, value: object, most: int) -> None:  # type: ignore[type-arg]
        with self._lock:
            kept[key] = value
            kept.move_to_end(key)
            while len(kept) > most:
                kept.popitem(last=False)


def glance(ledger: Ledger, as_of: AsOf, at_least: float = 0.0) -> Glance:
    """All talks in short, as of then, without what is below the bar."""
    links, found = Links(as_of, at_least or None), []
    summaries: list[Summary] = []
    below: list[Summary] = []
    newest = next(ledger.reports(as_of=as_of, newest_first=True), None)
    last = newest.day if newest else ""
    since = days_before(last, 60)
    for one in desk.tracks(ledger, as_of=as_of):
        bar = Bar(at_least=at_least)
        left = bar.left_of(one)
        (below if left is None else summaries).append(_summary(left or one, links, frozenset(bar.hidden)))
        if left is not None and left.last >= since:
            found.append(left)
    newest_ones = tuple(_newest(ledger, found, since, links))
    return Glance(summaries=tuple(summaries), changes=newest_ones, last=last, below=tuple(below))


def _summary(track: Track, links: Links, hidden: frozenset[str]) -> Summary:
    return Summary(
        line=track_line(track, links),
        outline=outline(track),
        about=track.about,
        upcoming=tuple(upcoming(track, links)),
        hidden=hidden,
    )


def _newest(ledger: Ledger, tracks: Iterable[Track], since: str, links: Links) -> Iterator[ChangeView]:
    """The newest changes, of one day the most weighty first."""
    found = sorted(changes(tracks, since), key=lambda one: one.day, reverse=True)
    return change_views(ledger, found[:_CHANGES], links)


def days_before(day: str, days: int) -> str:
    """So many days before the last day of `day` (EDTF), ISO; ``""`` where that has none."""
    known = latest_day(day)
    return (date.fromisoformat(known) - timedelta(days=days)).isoformat() if known else ""
