"""Rounds that are to come, by the last word on them; whether their day is ahead or has passed is for the page to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.ledger.positions import sentence
from memcon.export.ledger.talks import round_in_words
from memcon.export.tracks import title_of
from memcon.export.wording import capitalized
from memcon.tracks.days import EARLIEST, LATEST, days_of, iso
from memcon.web.parts.rounds import Status, status
from memcon.web.parts.words import Day, brief, day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.tracks.model import Track
    from memcon.web.parts.links import Links

_AHEAD = frozenset({"planned", "proposed", "postponed", "contested"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """A round that is to come. `first` and `last` are the days (ISO) it may begin and end on, ``""`` where that is open.

    `told` is the day on which it was last spoken of.
    """

    title: str
    href: str
    round: str
    round_href: str
    when: Day
    status: Status
    sentence: str
    first: str
    last: str
    told: Day


def upcoming(track: Track, links: Links) -> Iterator[Upcoming]:
    """The rounds of `track` that are planned, proposed or put off, without those that a held one came after."""
    held = max((at for at, one in enumerate(track.rounds) if one.headline == "held"), default=-1)
    for at, one in enumerate(track.rounds):
        if one.status not in _AHEAD or one.headline not in _AHEAD:
            continue
        days = days_of(one.when)
        if days is None and at < held:
            continue
        told = max((step.reported for step in one.history), default="")
        yield Upcoming(
            title=brief(title_of(track)),
            href=links.track(track.id),
            round=round_in_words(one),
            round_href=links.round(one.id),
            when=day(one.when),
            status=status(one.status),
            sentence=f"{capitalized(sentence(one).plain)}.",
            first=iso(days.first) if days and days.first != EARLIEST else "",
            last=iso(days.last) if days and days.last != LATEST else "",
            told=day(told),
        )
