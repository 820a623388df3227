"""The memos that answer a question: of a track, or of a day."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.errors import MemconError
from memcon.export.paper.day import day_paper, rounds_on
from memcon.export.paper.track import track_paper
from memcon.questions import answers
from memcon.questions.bar import bar_of
from memcon.questions.days import first_day
from memcon.questions.question import Question

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from memcon.export.ledger.changes import Change
    from memcon.export.ledger.told import Told
    from memcon.export.paper.model import Paper
    from memcon.ledger import Ledger
    from memcon.tracks.model import Round


def of_track(ledger: Ledger, wanted: Question, now: datetime) -> Paper:
    """The memo of the track that `wanted` names, made at `now`. Raises `MemconError` where more is asked than a track and as of when."""
    if wanted != Question(track=wanted.track, at_least=wanted.at_least, as_of=wanted.as_of):
        raise MemconError(
            "the memo of a track is of all of it (leave out what narrows it; as-of and at-least are understood)"
        )
    found = answers.track(ledger, wanted)
    track = bar_of(ledger, wanted).left_of(found)
    if track is None:
        raise MemconError(
            f"{found.id}: every round and condition of this track is below {wanted.at_least:g} (lower at-least)"
        )
    addresses = {each.id: each.url for each in ledger.headings(one.id for one in track.reports).values()}
    return track_paper(track, wanted.as_of, now, addresses)


def of_day(ledger: Ledger, wanted: Question, given: str, now: datetime, *, name: str = "day") -> Paper:
    """What the reports of a day have: as of its end, and since its beginning.

    `name` says in an error where the day was `given`. Raises `MemconError` where it is none, or other days are asked for too.
    """
    day = first_day(given, name) or ""
    if wanted.since or wanted.as_of.published:
        raise MemconError(f"{name} is itself a day: leave out since and as-of")
    then = wanted.but(as_of=replace(wanted.as_of, published=day))
    of_day = then.but(since=day)
    is_on_a_word = bool(wanted.who or wanted.acts)  # rounds and changes have neither speakers nor acts
    rounds = () if is_on_a_word else rounds_on(answers.tracks(ledger, then), day)
    changes = [] if is_on_a_word else answers.changes(ledger, of_day)
    statements = list(answers.statements(ledger, of_day.but(parties=wanted.parties[:1])))
    reports = ledger.headings(_reports(changes, (one for _, one in rounds), statements))
    return day_paper(day, changes, rounds, statements, reports, now)


def _reports(changes: Iterable[Change], rounds: Iterable[Round], statements: Iterable[Told]) -> set[str]:
    found = {each for one in changes for each in one.reports}
    found |= {each for one in rounds for each in one.reports}
    return found | {one.report.id for one in statements}
