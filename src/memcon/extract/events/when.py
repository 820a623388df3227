"""The day of an act whose own words give none: the day on which it was said, the report's own, or that of what was told before.

News dates what it tells once and goes on; a digest in the present tense tells what happened on its own day, and by a past tense, a noun or a
gerund what had come to pass by then.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.extract.clause.modality import is_verbal
from memcon.extract.clause.sides import occasion_of
from memcon.extract.clause.verb_group import is_plain_present, verb_group
from memcon.extract.events.headlines import headline_verb

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.model import Event, Statement

_SPOKEN = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"})
_ON_RECORD = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN"})
_SPEAKING = frozenset({"say", "add", "tell", "state", "note", "remark", "make", "announce", "stress"})
_CARRYING = frozenset(
    {
        "hold",
        "conduct",
        "launch",
        "carry",
        "stage",
        "mount",
        "begin",
        "start",
        "open",
        "resume",
        "sign",
        "announce",
        "pay",
        "make",
        "issue",
        "host",
    }
)
_HISTORY = frozenset({"earlier", "previously", "already", "before", "ago", "since"})
_BACK = 4  # told acts that are looked back on
_DIGEST = 900  # characters of a report that is read as a digest where its first sentence is in the present tense


@dataclass(frozen=True, slots=True)
class Calendar:
    """Gives acts of one report their day."""

    reading: Reading
    statements: tuple[Statement, ...]

    def dated(self, token: Token, event: Event, told: Sequence[Event]) -> Event:
        """The event with the day that its telling gives, where its sentence has none."""
        if not event.when and event.status == "ongoing" and _carried_now(token) and _begins(token.head):
            return replace(event, when=self.reading.report.published)
        if event.when or event.status not in {"occurred", "alleged"}:
            return event
        return replace(event, when=self._day(token, event, told))

    def _day(self, token: Token, event: Event, told: Sequence[Event]) -> str:
        cue = next((s for s in self.statements if s.cue.overlaps(event.trigger)), None)
        source = next((s for s in self.statements if s.id == event.source), None)
        published = self.reading.report.published
        if cue is not None and event.type in _SPOKEN:
            return self.said(cue) or (published if self._now(token) else "")
        if source is not None:
            return self._of_content(token, event, source)
        if self._now(token):
            return published
        if self.is_digest:
            return f"../{published}" if published else ""
        if _perfect(token):
            return _until(published)
        return self._told_there(token, event) or _of_story(token, event, told)

    def _of_content(self, token: Token, event: Event, source: Statement) -> str:
        """The day of an act in a statement's content: its own for what is done by saying it, up to it for what is told as past."""
        said = self.said(source)
        past = is_verbal(token) and verb_group(token).past
        spoken = event.type in _ON_RECORD or (event.type in _SPOKEN and is_verbal(token) and not past)
        if spoken and source.party in event.initiators and not _perfect(token):
            return said
        if self.is_digest:
            last = said or self.reading.report.published
            return _until(last) if past or _perfect(token) else ""
        return _until(said) if past or _perfect(token) else ""

    def said(self, statement: Statement) -> str:
        """The day of a statement, or the last that the report gives for the same speaker's words before."""
        if statement.said:
            return statement.said
        before = [s for s in self.statements if s.cue.start < statement.cue.start and s.said]
        same = [s for s in before if s.speaker is not None and s.speaker == statement.speaker]
        return same[-1].said if same else ""

    @property
    def is_digest(self) -> bool:
        """Whether a short report tells in the present tense: "Norland imposes sanctions on Sudria"."""
        text = self.reading.report.text
        if len(text) > _DIGEST:
            return False
        first = next(iter(self.reading.doc.sents), None)
        return first is not None and (_present(first.root) or headline_verb(first.root) != "")

    def _now(self, token: Token) -> bool:
        """Whether the act is told in the present tense of a digest, by its own verb or a participle under it."""
        if headline_verb(token) or (self.is_digest and _carried_now(token)):
            return True
        if not is_verbal(token) or not self.reading.report.published:
            return False
        return _present(token) or (self.is_digest and token.tag_ in {"VB", "VBG", "VBN"} and not _perfect(token))

    def _told_there(self, token: Token, event: Event) -> str:
        """“spoke so in a meeting”, "he said during talks": the day of what was said there."""
        occasion = occasion_of(token)
        if event.type != "CONSULT" or occasion is None or occasion.lemma_ not in _SPEAKING:
            return ""
        at = [s for s in self.statements if s.cue.start <= occasion.idx + len(occasion)]
        near = next((s for s in reversed(at)), None)
        return self.said(near) if near is not None else ""


def _of_story(token: Token, event: Event, told: Sequence[Event]) -> str:
    """The day of the talks told just before, for more talks of the same party in the past tense that are not called earlier ones."""
    if event.type != "CONSULT" or any(c.lower_ in _HISTORY for c in token.sent[:3]):
        return ""
    if is_verbal(token) and not verb_group(token).past:
        return ""
    for before in reversed(told[-_BACK:]):
        same = (
            before.type == "CONSULT" and before.status == "occurred" and set(before.initiators) & set(event.initiators)
        )
        if same and before.when and "/" not in before.when and len(before.when) == len("2020-01-01"):
            return before.when
    return ""


def _carried_now(token: Token) -> bool:
    """“Norland conducts a raid", "talks begin": the noun of an act that the present tense of its verb tells."""
    verb = token.head
    return (
        not is_verbal(token)
        and token.dep_ in {"dobj", "nsubj", "nsubjpass"}
        and verb.lemma_ in _CARRYING
        and _present(verb)
    )


def _begins(verb: Token) -> bool:
    return verb.lemma_ in {"begin", "start", "open", "resume", "launch"}


def _until(day: str) -> str:
    return f"../{day}" if day and "/" not in day else ""


def _present(token: Token) -> bool:
    """The present tense of headlines and digests: "Norland imposes sanctions"."""
    if not is_verbal(token):
        return False
    group = verb_group(token)
    return is_plain_present(token) or (
        group.passive and any(w.tag_ in {"VBZ", "VBP"} for w in group.words) and not group.perfect
    )


def _perfect(token: Token) -> bool:
    return is_verbal(token) and verb_group(token).perfect and not verb_group(token).past
