"""``show_track``: the dossier of a track, its newest rounds first, with conditions, mediation and sources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.agents.answer import Page, Quote, Shape, Source, cut, day_of, quotes, track_source
from memcon.agents.arguments import After, AsOfDay, Ident, Limit, RecordedAsOf, question
from memcon.agents.calming import on_one_line, quoted
from memcon.agents.rounds import RoundShape, Ruling, round_shape, ruling_in_words, rulings
from memcon.agents.tracks import TrackLine, track_line
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.parties import in_sentence
from memcon.export.wording import EVENT_STATUSES
from memcon.ledger import Ledger
from memcon.questions import answers
from memcon.tracks.compared import condition_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.tracks.model import Evidence, Mediation, Round, Track, TrackCondition

_CONDITIONS = 12  # the newest; a dossier of years has dozens


class ConditionShape(Shape):
    """One thing made to depend on another, in the report's words."""

    what: str
    requires: str
    set_by: str | None
    said_by: str | None
    """On whose word; null where reports say it in their own voice."""
    sentence: str
    quotes: tuple[Quote, ...]


class MediationShape(Shape):
    """An offer to mediate, or mediation done."""

    by: str
    status: str
    said_by: str | None
    """On whose word; null where reports say it in their own voice."""
    day: str
    sentence: str
    quotes: tuple[Quote, ...]


class Dossier(Page):
    """A track, whole, but for its rounds, of which there may be more."""

    track: TrackLine
    rulings: tuple[Ruling, ...]
    rounds: tuple[RoundShape, ...]
    """The newest first."""
    conditions: tuple[ConditionShape, ...]
    mediations: tuple[MediationShape, ...]
    sources: tuple[Source, ...]
    """The reports that what is shown here rests on, by the ids that quotations have."""

    def lines(self) -> Iterator[str]:
        """The dossier in words."""
        yield from self.track.lines()
        yield from (f"  decided by {ruling_in_words(each)}" for each in self.rulings)
        yield "ROUNDS, the newest first"
        for one in self.rounds:
            yield from one.lines()
        for name, parts in (("CONDITIONS", self.conditions), ("MEDIATION", self.mediations)):
            if parts:
                yield name
            for part in parts:
                yield f"- {part.sentence}: {'; '.join(each.in_words() for each in part.quotes)}"
        yield "SOURCES"
        yield from (f"- {one.in_words()}" for one in self.sources)


def show_track(
    ledger: Ledger,
    id: Ident,  # noqa: A002 - the protocol's word
    as_of: AsOfDay = None,
    recorded_as_of: RecordedAsOf = None,
    limit: Limit = 5,
    after: After = 0,
) -> Dossier:
    """Show a track whole: each round with who says what of it (party, stance, status, day, words, report), and its history.

    Also conditions, mediation and sources. `id` is a track's, or a round's for that round alone; `limit` and `after` count
    rounds, the newest first. words_behind with a round's id has all its quotations with what stands around them.
    """
    wanted = question(track=id, as_of=as_of, recorded_as_of=recorded_as_of)
    track = answers.track(ledger, wanted)
    only = [one for one in track.rounds if one.id.startswith(id)] if not track.id.startswith(id) else []
    rounds, following = cut(only or reversed(track.rounds), after, limit)
    conditions = () if only or after else condition_shapes(track, track.conditions)
    mediations = () if only or after else tuple(mediation_shape(track, one) for one in track.mediations)
    return Dossier(
        as_of=day_of(wanted.as_of),
        notes=_notes(conditions),
        next=following,
        track=track_line(track),
        rulings=rulings(track.settled),
        rounds=tuple(map(round_shape, rounds)),
        conditions=conditions[-_CONDITIONS:],
        mediations=mediations,
        sources=_sources(ledger, track, rounds, [*conditions[-_CONDITIONS:], *mediations]),
    )


def _notes(conditions: tuple[ConditionShape, ...]) -> tuple[str, ...]:
    more = len(conditions) - _CONDITIONS
    return (f"{more} earlier conditions are left out; search_statements has them.",) if more > 0 else ()


def _sources(
    ledger: Ledger, track: Track, rounds: list[Round], others: list[ConditionShape | MediationShape]
) -> tuple[Source, ...]:
    """The reports that what is shown rests on, the newest last."""
    cited = {short(report) for one in rounds for report in _cited(one)}
    cited |= {quote.report for other in others for quote in other.quotes}
    wanted = [one for one in track.reports if short(one.id) in cited]
    headings = ledger.headings(one.id for one in wanted)
    return tuple(track_source(one, headings) for one in sorted(wanted, key=lambda one: (one.published, one.id)))


def _cited(one: Round) -> set[str]:
    evidence = [each for position in one.positions for each in position.evidence]
    return {each.report for each in (*evidence, *one.agenda)} | {step.report for step in one.history}


def condition_shapes(track: Track, conditions: Iterable[TrackCondition]) -> tuple[ConditionShape, ...]:
    """Conditions of `track` for an answer, those that several reports have in the same words once."""
    by_words: dict[tuple[str | None, ...], list[TrackCondition]] = {}
    for one in conditions:
        by_words.setdefault(condition_key(one), []).append(one)
    return tuple(
        condition_shape(track, replace(every[0], evidence=tuple(each for one in every for each in one.evidence)))
        for every in by_words.values()
    )


def condition_shape(track: Track, one: TrackCondition) -> ConditionShape:
    """A condition of `track` for an answer."""
    word = _word(track, one.said_by, one.evidence)
    who = f"set by {in_sentence(one.set_by)}, {word}" if one.set_by else word
    return ConditionShape(
        what=one.what,
        requires=one.requires,
        set_by=one.set_by,
        said_by=one.said_by,
        sentence=f"{quoted(one.what)} depends on {quoted(one.requires)} ({who})",
        quotes=quotes(one.evidence, 1),
    )


def mediation_shape(track: Track, one: Mediation) -> MediationShape:
    """Mediation in `track` for an answer."""
    day = in_words(one.as_of)
    status = next((words for name, words in EVENT_STATUSES.items() if name == one.status), one.status)
    word = _word(track, one.said_by, one.evidence)
    return MediationShape(
        by=one.by,
        status=one.status,
        said_by=one.said_by,
        day=one.as_of,
        sentence=on_one_line(f"Mediation by {in_sentence(one.by)}: {status}, {word}{f' ({day})' if day else ''}"),
        quotes=quotes(one.evidence, 1),
    )


def _word(track: Track, party: str | None, evidence: tuple[Evidence, ...]) -> str:
    """“says Russia”, or the outlet that tells it in its own voice."""
    if party:
        return f"says {in_sentence(party)}"
    told = {each.report for each in evidence}
    outlets = dict.fromkeys(one.outlet for one in track.reports if one.id in told and one.outlet)
    return f"as {on_one_line(next(iter(outlets), '')) or 'a report'} tells it"
