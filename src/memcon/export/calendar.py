"""Rounds as a calendar (iCalendar, RFC 5545): which day, how it stands, on whose word.

A round is in it as long as any report ever gave it a day, so that what was called off reaches who has it in a diary.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal, TypeAlias

from icalendar import Calendar, Event

import memcon
from memcon.export.days import in_words
from memcon.export.feeds.fit import legal, line
from memcon.export.feeds.pages import round_page
from memcon.export.ledger.layout import reference
from memcon.export.ledger.positions import on_whose_word, sentence
from memcon.export.memo.meetings import place_in_words
from memcon.export.parties import in_sentence, name_of
from memcon.export.tracks import title_of
from memcon.export.wording import MEETING_STATUSES, capitalized
from memcon.tracks.days import Days, days_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.tracks.model import Position, Round, Track

Certainty: TypeAlias = Literal["CONFIRMED", "TENTATIVE", "CANCELLED"]
MEDIA_TYPE = "text/calendar"
HOURLY = timedelta(hours=1)
_OFF = frozenset({"cancelled", "refused"})
_STOPPED = frozenset({"postponed", "suspended"})
_BEGUN = frozenset({"held", "under-way"})
_LONGEST = 6  # days: a whole week names no meeting in it
_SOURCES = 10  # reports named in an event
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A round on its days: `days` are those given for it now or, where none are, last (`is_current` tells); both within."""

    track: Track
    round: Round
    days: Days
    is_current: bool


def calendar(
    tracks: Iterable[Track], *, base: str = "", name: str = "memcon", description: str = "", address: str = ""
) -> bytes:
    """Every round of `tracks` that has or had a day, by day; `base` is the address of all pages, `address` the calendar's own.

    The same tracks give the same bytes: no clock is asked.
    """
    written = Calendar()
    written.add("prodid", f"-//memcon//memcon {memcon.__version__}//EN")
    written.add("version", "2.0")
    written.add("calscale", "GREGORIAN")
    written.add("method", "PUBLISH")
    written.add("name", line(name))
    written.add("x-wr-calname", line(name))
    if description:
        written.add("x-wr-caldesc", line(description))
    if address:
        written.add("source", legal(address), parameters={"VALUE": "URI"})
    written.add("refresh-interval", HOURLY, parameters={"VALUE": "DURATION"})
    written.add("x-published-ttl", "PT1H")
    for each in sorted(dated(tracks), key=lambda one: (one.days.first, one.round.id)):
        written.add_component(_event(each, base))
    made: bytes = written.to_ical()
    return made


def dated(tracks: Iterable[Track]) -> Iterator[Dated]:
    """The rounds that have a day, or had one; a whole week, a month or an open span is no day to be put into a diary."""
    for track in tracks:
        for one in track.rounds:
            if (days := _meeting_days(one.when)) is not None:
                yield Dated(track=track, round=one, days=days, is_current=True)
            elif (before := _last_days(one)) is not None:
                yield Dated(track=track, round=one, days=before, is_current=False)


def _meeting_days(edtf: str) -> Days | None:
    days = days_of(edtf)
    return days if days is not None and not days.is_open and days.last - days.first < _LONGEST else None


def _last_days(one: Round) -> Days | None:
    return next(filter(None, (_meeting_days(step.when) for step in reversed(one.history))), None)


def certainty(given: Dated) -> Certainty:
    """How sure the event is.

    ``CANCELLED``: the latest word is that it is off, or put off without a new day, and no side contradicts. ``CONFIRMED``:
    outlets tell it in their own voice, or two parties say so, or a person decided it. ``TENTATIVE``: all else, such as what
    is only proposed, stands on one party's word alone, is contradicted, or has a day that is given as about right.
    """
    one = given.round
    if one.status == "contested":
        return "TENTATIVE"
    if _is_off(given):
        return "CANCELLED"
    is_sure = one.headline in {"held", "under-way", "planned", "suspended"} and _is_on_several_words(one)
    return "CONFIRMED" if is_sure and given.is_current and not given.days.is_about else "TENTATIVE"


def _is_off(given: Dated) -> bool:
    one = given.round
    if one.headline in _OFF:
        return True
    if one.headline not in _STOPPED:
        return False
    if one.headline == "suspended" and any(step.status in _BEGUN for step in one.history):
        return False  # it began
    return not given.is_current or _day_before(one) in {None, given.days}


def _day_before(one: Round) -> Days | None:
    """The last day that was given before it was put off; ``None`` where none was."""
    last = max((at for at, step in enumerate(one.history) if step.status not in _STOPPED), default=-1)
    return next(filter(None, (_meeting_days(step.when) for step in reversed(one.history[: last + 1]))), None)


def _is_on_several_words(one: Round) -> bool:
    """Whether more than one party's word, an outlet's own voice, or a person's decision is behind it, and none denies it."""
    if any(each.field == "status" for each in one.settled):
        return True
    if any(each.stance == "denies" for each in one.positions):
        return False
    asserting = [each for each in one.positions if _is_behind(each)]
    return any(each.party is None for each in asserting) or len({each.party for each in asserting}) > 1


def _is_behind(one: Position) -> bool:
    return one.stance in {"asserts", "confirms"} and one.status in {"held", "under-way", "planned", "suspended"}


def sequence(one: Round) -> int:
    """It grows with each step of status or day, each other place and each decision, and with nothing else."""
    return len(one.history) + len(one.places) + len(one.settled)


def _event(given: Dated, base: str) -> Event:
    one, track = given.round, given.track
    changed, seen = _changed(one), _seen(track, one)
    event = Event()
    event.add("uid", one.id)
    event.add("dtstamp", max(changed, seen))
    event.add("last-modified", changed)
    event.add("sequence", sequence(one))
    event.add("status", certainty(given))
    event.add("dtstart", date.fromordinal(given.days.first))
    event.add("dtend", date.fromordinal(given.days.last + 1))  # the first day after it, as RFC 5545 has it
    event.add("summary", line(_summary(track, one)))
    event.add("description", legal("\n".join(_description(given))))
    event.add("categories", [line(each) for each in _categories(track, one)])
    event.add("transp", "TRANSPARENT")  # nobody who follows it is busy on that day
    if where := line(place_in_words(one.where)):
        event.add("location", where)
    if page := round_page(base, one.id):
        event.add("url", page)
    return event


def _summary(track: Track, one: Round) -> str:
    """“Chile–Bolivia: operations of diplomatic missions, round 3 · cancelled by Chile, says Bolivia (16 June)”."""
    number = f", round {one.number}" if one.number else "" if one.kind == "talks" else f", {one.kind}"
    decided = [each.by for each in one.settled if each.field == "status"]
    word = f"by the decision of {decided[-1]}" if decided else on_whose_word(one)
    status = MEETING_STATUSES[one.headline] + (f" by {in_sentence(one.changed_by)}" if one.changed_by else "")
    contested = "contested: " if one.status == "contested" else ""
    return f"{title_of(track)}{number} · {contested}{status}, {word}"


def _description(given: Dated) -> Iterator[str]:
    words = line(sentence(given.round, in_full=True).plain)
    yield f"{capitalized(words)}."
    if not given.is_current:
        now = in_words(given.round.when)
        yield (
            f"Given now: {now}. The day shown is the last that was given."
            if now
            else ("No day is given now. The day shown is the last that was given.")
        )
    elif given.days.is_about:
        yield f"The day is given as {in_words(given.round.when)}."
    yield ""
    of_it = set(given.round.reports)
    reports = [each for each in given.track.reports if each.id in of_it and not each.copy_of]
    for each in reports[-_SOURCES:]:
        yield line(reference(each.outlet, each.published, each.title))
    if len(reports) > _SOURCES:
        yield f"and {len(reports) - _SOURCES} earlier"
    yield ""
    yield "A machine's reading of news reports: check it against them."


def _categories(track: Track, one: Round) -> list[str]:
    status = MEETING_STATUSES[one.headline]
    return list(dict.fromkeys([*(name_of(each) for each in one.parties), *track.about[:1], status]))


def _changed(one: Round) -> datetime:
    """The day of the report that changed it last."""
    return max((_midnight(step.reported) for step in one.history), default=_EPOCH)


def _seen(track: Track, one: Round) -> datetime:
    """The day of the last report that speaks of it."""
    of_it = set(one.reports)
    return max((_midnight(each.published) for each in track.reports if each.id in of_it), default=_EPOCH)


def _midnight(day: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(day[:10]), time.min, UTC)
    except ValueError:  # a report without a day, or known to the month
        return _EPOCH
