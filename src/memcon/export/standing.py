"""On whose word a thing stands: what a record's statements say of its meetings, and which party is silent.

Only offsets and ids of the record are used: a statement is *on* the meeting that its content mentions first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from memcon.model import Actor, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.model import Meeting, Record

# Characters from a speaker to its cue: auxiliaries, “not” and adverbs fit between, a clause does not;
# “of the United States did not immediately respond” has 30 between.
FURTHEST_CUE = 40
Thing = TypeVar("Thing", Actor, Statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A record with its actors and statements by id."""

    record: Record
    actors: dict[str, Actor]
    statements: dict[str, Statement]

    def words(self, span: Span) -> str:
        """The words of `span`, on one line."""
        return " ".join(self.record.report.text[span.start : span.end].split())

    def silence(self, statement: Statement) -> str:
        """The words of a `decline`, from its speaker to its cue, so that the *not* is among them: “has not yet commented”."""
        speaker, cue = statement.speaker_span, statement.cue
        is_before = speaker is not None and 0 <= cue.start - speaker.end <= FURTHEST_CUE
        return self.words(Span(speaker.end, cue.end)) if speaker and is_before else self.words(cue)

    def speaker(self, statement: Statement) -> Actor | None:
        """Who speaks, where the report names it."""
        return self.actors.get(statement.speaker or "")

    def name_beside_party(self, statement: Statement) -> str:
        """The speaker's name where it says more than the party's does: not for a state, and not “EU” for the EU."""
        speaker = self.speaker(statement)
        is_itself = (
            speaker is None or speaker.kind == "state" or speaker.name.casefold() == (statement.party or "").casefold()
        )
        return "" if speaker is None or is_itself else speaker.name

    def outer(self, inner: Statement) -> Statement | None:
        """The statement that `inner` is told in: its speaker relays `inner`, and its content holds the cue of it, and is longer."""
        for statement in self.record.statements:
            is_relay = statement.speaker is not None and statement.speaker == inner.via
            is_around = any(span.holds(inner.cue) for span in statement.content)
            if is_relay and is_around and _length(statement) > _length(inner):
                return statement
        return None

    def inner(self, outer: Statement) -> Iterator[Statement]:
        """The statements told in `outer`."""
        return (statement for statement in self.record.statements if self.outer(statement) is outer)

    def touching(self, meeting: Meeting) -> Iterator[Statement]:
        """The statements whose content mentions `meeting`, in the report's order."""
        return (statement for statement in self.record.statements if _mentioned(meeting, statement))

    def on(self, meeting: Meeting) -> Iterator[Statement]:
        """The statements *on* `meeting`: of all meetings, their content mentions it first."""
        for statement in self.touching(meeting):
            firsts = [_mentioned(each, statement) for each in self.record.meetings]
            if min(filter(None, firsts)) == _mentioned(meeting, statement):
                yield statement

    def silences(self, meeting: Meeting) -> dict[str, list[Statement]]:
        """The parties to `meeting` that gave nothing but no comment on it, each with the statements that put this on record."""
        on_record: dict[str, list[Statement]] = {}
        for statement in self.on(meeting):
            if statement.party in meeting.parties:
                on_record.setdefault(statement.party, []).append(statement)
        return {party: said for party, said in on_record.items() if all(each.act == "decline" for each in said)}

    def unheard(self, meeting: Meeting) -> tuple[str, ...]:
        """The parties to `meeting` that make no statement in the whole report, where it stands on another's word.

        The whole report, since a statement on the meeting may call it by a word that was not known for a mention of it.
        """
        source = self.statements.get(meeting.source or "")
        if source is None or source.party not in meeting.parties:
            return ()
        heard = {statement.party for statement in self.record.statements}
        return tuple(party for party in meeting.parties if party not in heard)


def standing_of(record: Record) -> Standing:
    """`record` made ready to be asked on whose word a thing stands."""
    return Standing(record=record, actors=_by_id(record.actors), statements=_by_id(record.statements))


def _mentioned(meeting: Meeting, statement: Statement) -> Span | None:
    """The first mention of `meeting` in the content of `statement`."""
    return min(
        (span for span in meeting.mentions if any(span.overlaps(part) for part in statement.content)), default=None
    )


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _by_id(things: Iterable[Thing]) -> dict[str, Thing]:
    return {thing.id: thing for thing in things}
