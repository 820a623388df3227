"""What fits a question: tracks, changes, statements, other sightings and reports, each lazily and in its own order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from memcon import desk
from memcon.export.formats.holdings import Holdings
from memcon.export.ledger.changes import changes as found_changes
from memcon.export.ledger.told import told
from memcon.export.sureness import as_judged, judged
from memcon.questions.bar import bar_of
from memcon.questions.filing import filed_of, fitting
from memcon.questions.naming import NotFoundError, named
from memcon.questions.outline import outline

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from memcon.export.formats.holdings import Filed
    from memcon.export.ledger.changes import Change
    from memcon.export.ledger.told import Told
    from memcon.ledger import Heading, Kind, Ledger, Standing
    from memcon.questions.bar import Bar
    from memcon.questions.question import Question
    from memcon.tracks.model import Track


def tracks(ledger: Ledger, question: Question, bar: Bar | None = None) -> Iterator[Track]:
    """The tracks that fit, those last reported on first.

    What is below the question's bar is left out, here and in what follows, and counted in `bar` where one is given.
    """
    found = iter([track(ledger, question)]) if question.track else _tracks(ledger, question)
    fitting = (one for one in found if outline(one).fits(question.but(statuses=())))
    left = (bar or bar_of(ledger, question)).tracks(fitting)
    return (one for one in left if not question.statuses or one.status in question.statuses)


def track(ledger: Ledger, question: Question) -> Track:
    """The one track that `question.track` names, by its id, that of a round of it, or the beginning of one.

    Raises `MemconError` where there is none, or several ids begin so.
    """
    given = question.track or ""
    found = desk.track(ledger, given, question.as_of)
    found = found or desk.track(
        ledger, named(ledger, given, question.as_of, only=("track", "round")).id, question.as_of
    )
    if found is None:
        raise NotFoundError(f"track {given}: there is no such track as of then")
    return found


def changes(ledger: Ledger, question: Question, bar: Bar | None = None) -> list[Change]:
    """What became known since `question.since` (``None``: ever) of the tracks that fit, the most weighty first.

    Of a status is what tells or denies it (``contested``: what is about such a round), however the track stands by now.
    Speakers and acts, which statements have and changes do not, leave nothing out.
    """
    every = tracks(ledger, question.but(statuses=(), at_least=None))
    found = (one for one in found_changes(every, question.since or "") if _tells(one, question.statuses))
    return list((bar or bar_of(ledger, question)).changes(found))


def statements(ledger: Ledger, question: Question, bar: Bar | None = None) -> Iterator[Told]:
    """The statements that fit, the newest report first; of a track, those of its parties and mediators in its reports."""
    found = ledger.statements(
        who=question.who,
        party=question.parties,
        act=question.acts,
        about=question.about,
        published_since=question.since,
        as_of=question.as_of,
    )
    shown = (bar or bar_of(ledger, question)).standing(_on_track(ledger, question, found))
    return told(ledger, shown, question.as_of)


def sightings(ledger: Ledger, kind: Kind, question: Question, bar: Bar | None = None) -> Iterator[Standing]:
    """The sightings of a kind that fit by party, day and track, and meetings by status too, by the report's day."""
    found = ledger.sightings(
        kind=kind,
        party=question.parties,
        status=question.statuses if kind == "meeting" else (),
        published_since=question.since,
        as_of=question.as_of,
    )
    return (bar or bar_of(ledger, question)).standing(_on_track(ledger, question, found))


def filed(ledger: Ledger, question: Question, bar: Bar | None = None) -> Iterator[Filed]:
    """The reports in which something fits, the oldest first, each with what fits and what that refers to (see `filing`)."""
    bar = bar or bar_of(ledger, question)
    decided = judged(ledger.decisions(as_of=question.as_of))
    wanted = fitting(ledger, question, partial(sightings, bar=bar), partial(statements, bar=bar))
    for heading in reports(ledger, question):
        if wanted is None or heading.id in wanted:
            one = filed_of(ledger, heading, None if wanted is None else wanted[heading.id], question.as_of)
            yield replace(one, standing=tuple(as_judged(each, decided) for each in one.standing))


def holdings(ledger: Ledger, question: Question, now: datetime, bar: Bar | None = None) -> Holdings:
    """What fits, for an export made at `now` (UTC); tracks have no speakers and acts, so who asks for these gets none."""
    return Holdings(
        filed=lambda: filed(ledger, question, bar),
        tracks=lambda: iter(()) if question.who or question.acts else tracks(ledger, question, bar),
        events=lambda: ledger.sightings(kind="event", as_of=question.as_of),
        as_of=question.as_of,
        now=now,
    )


def reports(ledger: Ledger, question: Question) -> Iterator[Heading]:
    """The reports that fit by day and track, the oldest first."""
    found = ledger.reports(as_of=question.as_of, published_since=question.since)
    if question.track is None:
        return found
    wanted = {one.id for one in track(ledger, question).reports}
    return (one for one in found if one.id in wanted)


def _tracks(ledger: Ledger, question: Question) -> Iterator[Track]:
    return desk.tracks(ledger, parties=question.parties, as_of=question.as_of)


def _tells(change: Change, statuses: Collection[str]) -> bool:
    is_contested = change.round is not None and change.round.status == "contested"
    return not statuses or change.status in statuses or (is_contested and "contested" in statuses)


def _on_track(ledger: Ledger, question: Question, found: Iterator[Standing]) -> Iterator[Standing]:
    if question.track is None:
        return found
    of_it = track(ledger, question)
    reports, parties = {one.id for one in of_it.reports}, {*of_it.parties, *of_it.mediators}
    return (one for one in found if one.sighting.report_id in reports and parties & set(one.sighting.parties))
