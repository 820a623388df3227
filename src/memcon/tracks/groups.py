"""Mentions that may be one round: a group, and how well a mention fits it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memcon.tracks import meeting_days, offices, spelling

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from memcon.tracks.days import Days
    from memcon.tracks.notes import MeetingKind, Mention

NEVER = float("-inf")
FITS = 0.5  # from here on a dated mention joins
STAYS = -0.5  # an undated one, which has chosen by time already, needs only not to contradict


@dataclass(slots=True)
class Group:
    """Mentions taken for one round, and in words why."""

    mentions: list[Mention]
    kind: MeetingKind
    number: int | None = None
    why: list[str] = field(default_factory=list)
    days: Days | None = None
    reports: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    places: Counter[str] = field(default_factory=Counter)
    told: Counter[str] = field(default_factory=Counter)

    def add(self, mention: Mention, why: str) -> None:
        """Join a mention."""
        self.mentions.append(mention)
        self.why.append(why)
        self.number = self.number or mention.number
        self.reports.add(mention.report)
        self.names |= surnames(mention.delegates)
        if mention.where is not None:
            self.places[mention.where.name] += 1
        if mention.matter is not None:
            self.told[mention.matter] += 1

    def settle(self, copied: Collection[str]) -> None:
        """Find its days anew."""
        self.days = meeting_days.settle(self.mentions, copied)

    @property
    def is_past(self) -> bool:
        """Whether some report says it took place."""
        return any(one.status in meeting_days.TOOK_PLACE for one in self.mentions)


def group_of(mentions: Iterable[Mention], why: str, copied: Collection[str]) -> Group:
    """A group of `mentions`, of which there is one at least, in the order given."""
    each = list(mentions)
    found = Group([], each[0].kind)
    for one in each:
        found.add(one, why if found.mentions else "")
    found.settle(copied)
    return found


def surnames(names: Iterable[str]) -> set[str]:
    """The surnames, alike in every spelling, as far as they tell two delegations apart."""
    return {words[-1] for name in names if (words := spelling.words(offices.proper(name)))}


def fit(mention: Mention, group: Group, *, one_series: bool, within_report: bool = False) -> float:
    """How well a mention fits a group beside its days: below 0 where they contradict each other, `NEVER` where they must not be one."""
    if mention.kind != group.kind or (mention.number and group.number and mention.number != group.number):
        return NEVER
    apart = mention.report in group.reports and not (within_report or _by_span(mention, group))
    if apart and not (one_series or (mention.number and mention.number == group.number)):
        return NEVER
    score = 3.0 if mention.number and mention.number == group.number else 0.0
    score += _by_names(mention, group, one_series=one_series) + _by_place(mention, group)
    return score + (_by_span(mention, group) if one_series else _by_matter(mention, group))


def _by_names(mention: Mention, group: Group, *, one_series: bool) -> float:
    ours = surnames(mention.delegates)
    if not ours or not group.names:
        return 0.0
    if ours & group.names:
        return 2.0
    return 0.0 if one_series else -2.0


def _by_place(mention: Mention, group: Group) -> float:
    if mention.where is None or not group.places:
        return 0.0
    if mention.where.name in group.places:
        return 1.0
    countries = {one.where.country for one in group.mentions if one.where}
    return 0.0 if mention.where.country in countries or None in countries else -2.0


def _by_span(mention: Mention, group: Group) -> float:
    """In one series, the same first and last day outweigh a place told differently."""
    span = meeting_days.exact(mention)
    return 2.0 if span is not None and span == group.days and span.first < span.last else 0.0


def _by_matter(mention: Mention, group: Group) -> float:
    if mention.matter is None or not group.told:
        return 0.0
    return 1.0 if mention.matter in group.told else -1.5
