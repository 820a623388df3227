"""A round in an answer: how it stands and on whose word, who has what on record, how it came to be so, all with their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.agents.answer import Quote, Shape, doubt, quotes
from memcon.agents.calming import on_one_line
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.ledger.positions import sentence, unheard
from memcon.export.ledger.rounds import position_with_details, step_in_words
from memcon.export.ledger.talks import round_in_words
from memcon.export.memo.meetings import place_in_words
from memcon.export.parties import in_sentence, name_of
from memcon.export.wording import listed
from memcon.tracks.model import RoundStatus, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.tracks.model import Position, Round, Settled, Step

MANY_PARTIES = 4
KINDS = {"talks": "Talks", "visit": "Visit", "call": "Call"}
MOST_QUOTES = 2  # of a position, whose wordings mostly repeat each other; words_behind has them all


class OnRecord(Shape):
    """What one party has on record about a round, or an outlet tells in its own voice."""

    party: str | None
    """Whose position it is: a code; null where it is an outlet's own voice."""
    outlet: str | None
    """The outlet, where it tells it in its own voice."""
    stance: Stance
    """asserts, confirms, denies; declined is a silence on record, and never a denial."""
    status: str | None
    """The status that it asserts, confirms or denies; null for a silence."""
    day: str
    """The last day on which it said so."""
    speakers: tuple[str, ...]
    """Who said so for the party."""
    sentence: str
    """The same in words."""
    quotes: tuple[Quote, ...]
    """Some of the words it rests on."""


class HistoryStep(Shape):
    """From `day` on the round had this status, on the word of `party` or of `outlet`."""

    day: str
    status: str
    party: str | None
    outlet: str | None
    report: str
    sentence: str


class Ruling(Shape):
    """What a named person decided by hand, against or beside the reports."""

    field: str
    value: str
    by: str
    reason: str


class RoundShape(Shape):
    """A meeting, call, visit or round of talks, as all reports together tell it."""

    id: str
    """The round's id, for words_behind."""
    sentence: str
    """Its status, on whose word, and who has not confirmed it: cite this, whole."""
    number: int | None
    """Its number in its series, where reports number it."""
    kind: str
    parties: tuple[str, ...]
    when: str
    """The day of the round itself (EDTF), "" where none is told."""
    where: str
    status: RoundStatus
    """Never to be told without the word it stands on, which `sentence` has. contested: two sides contradict each other."""
    changed_by: str | None
    """Who is said to have called it off, put it off or refused it. Said by whom: `sentence`."""
    delegates: tuple[str, ...]
    agenda: tuple[Quote, ...]
    on_record: tuple[OnRecord, ...]
    nothing_on_record: tuple[str, ...]
    """Parties to the round of whom no report says anything on it; that is no denial either."""
    history: tuple[HistoryStep, ...]
    rulings: tuple[Ruling, ...]
    confidence: float | None
    """The chance that it was read right, of its surest mention, 0 to 1; null where none was worked out."""
    reports: tuple[str, ...]
    """The ids of the reports that tell of it."""

    def lines(self) -> Iterator[str]:
        """The round in words."""
        yield f"- round [{self.id}]: {self.sentence}{doubt(self.confidence)}"
        if self.delegates:
            yield f"  who: {on_one_line(', '.join(self.delegates))}"
        if self.agenda:
            yield f"  agenda: {'; '.join(each.in_words() for each in self.agenda)}"
        for one in self.on_record:
            words = "; ".join(each.in_words() for each in one.quotes)
            yield f"  on record: {one.sentence}{f': {words}' if words else ''}"
        if self.nothing_on_record:
            yield f"  nothing on record from {listed([in_sentence(each) for each in self.nothing_on_record])}"
        if len(self.history) > 1:
            yield f"  history: {'; '.join(f'{each.sentence} [{each.report}]' for each in self.history)}"
        yield from (f"  decided by {ruling_in_words(each)}" for each in self.rulings)


def round_shape(one: Round) -> RoundShape:
    """A round for an answer."""
    return RoundShape(
        id=short(one.id),
        sentence=round_sentence(one),
        number=one.number,
        kind=one.kind,
        parties=one.parties,
        when=one.when,
        where=place_in_words(one.where),
        status=one.status,
        changed_by=one.changed_by,
        delegates=one.delegates,
        agenda=quotes(one.agenda, len(one.agenda)),
        on_record=tuple(map(on_record, one.positions)),
        nothing_on_record=tuple(unheard(one)),
        confidence=one.confidence,
        history=tuple(map(_step, one.history)),
        rulings=rulings(one.settled),
        reports=tuple(map(short, one.reports)),
    )


def round_sentence(one: Round) -> str:
    """“Talks (Russia and the United States), round 3, 16 June 2025, Istanbul, Türkiye: cancelled by …, says Russia (…).”.

    It can be read alone: it says what, between whom, when and where, how it stands, and on whose word.
    """
    return on_one_line(f"{round_head(one)}: {sentence(one, in_full=True).plain}.")


def round_head(one: Round) -> str:
    """“Talks (Russia and the United States), round 3, 16 June 2025, Istanbul, Türkiye”."""
    names = [in_sentence(party) if at else name_of(party) for at, party in enumerate(one.parties)]
    who = listed([*names[:MANY_PARTIES], *(["others"] if len(names) > MANY_PARTIES else [])])
    head = [KINDS.get(one.kind, one.kind.capitalize()) + (f" ({who})" if who else ""), round_in_words(one)]
    return on_one_line(", ".join(part for part in head if part))


def on_record(one: Position) -> OnRecord:
    """A position for an answer."""
    return OnRecord(
        party=one.party,
        outlet=one.outlet,
        stance=one.stance,
        status=one.status,
        day=one.as_of,
        speakers=one.speakers,
        sentence=position_with_details(one),
        quotes=quotes(one.evidence, MOST_QUOTES),
    )


def rulings(settled: tuple[Settled, ...]) -> tuple[Ruling, ...]:
    """What persons decided, for an answer."""
    return tuple(Ruling(field=each.field, value=str(each.value), by=each.by, reason=each.reason) for each in settled)


def ruling_in_words(one: Ruling) -> str:
    """“Ada Novak: status is held: the minutes are out”."""
    return on_one_line(f"{one.by}: {one.field} is {one.value}" + (f": {one.reason}" if one.reason else ""))


def _step(one: Step) -> HistoryStep:
    return HistoryStep(
        day=one.published,
        status=one.status,
        party=one.by,
        outlet=one.outlet,
        report=short(one.report),
        sentence=f"{in_words(one.published) or 'no date'}: {step_in_words(one)}",
    )
