"""Events that are speech: refusals told as a negated act, and the day on which something was said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.modality import has_condition, is_verbal
from memcon.extract.sides import SideFinder, carrier
from memcon.extract.verb_group import verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events_triggers import Trigger
    from memcon.extract.reading import Reading
    from memcon.model import Event, EventStatus, Statement

_SPOKEN = frozenset({"REQUEST", "AGREE", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"})


def refusal(reading: Reading, trigger: Trigger, event: Event, statements: tuple[Statement, ...]) -> Event | None:
    """“We will not negotiate”, "did not agree", "is not ready to talk": a refusal by the one who would do it; else ``None``."""
    token = trigger.token
    if event.status not in {"denied", "conditional"} or not _refuses(trigger):
        return None
    who = _refuser(reading, token, statements)
    if not who:
        return None
    others = tuple(p for p in (*event.initiators, *event.recipients) if p not in who)
    status: EventStatus = "conditional" if event.status == "conditional" or has_condition(token) else "occurred"
    code = "125" if event.type == "CONSULT" or event.code == "036" else "120"
    return (
        replace(event, type="REJECT", code=code, initiators=who, recipients=tuple(dict.fromkeys(others)), status=status)
        if others
        else None
    )


def _refuses(trigger: Trigger) -> bool:
    token, kind = trigger.token, trigger.act.type
    verb = token if is_verbal(token) else token.head if token.pos_ == "ADJ" else carrier(token)
    if verb is None:
        return False
    group = verb_group(verb)
    absent = any(c.lower_ == "no" for c in token.children) or group.negated
    if kind == "CONSULT":
        return absent and group.modal in {"future", "would"} and trigger.act.frame != "visit"
    return absent and group.negated and ((kind == "AGREE" and is_verbal(token)) or token.pos_ == "ADJ")


def _refuser(reading: Reading, token: Token, statements: tuple[Statement, ...]) -> tuple[str, ...]:
    finder = SideFinder(reading, statements)
    verb = token if is_verbal(token) else token.head if token.pos_ == "ADJ" else carrier(token)
    subject = (
        finder.subject(verb)
        if (verb is not None and verb.lemma_ != "be") or (token.pos_ == "ADJ" and verb is not None)
        else ()
    )
    return subject[:1] or finder.speaker_at(token)


def dated(reading: Reading, trigger: Trigger, event: Event, statements: tuple[Statement, ...]) -> Event:
    """The event with the day that its telling gives, where the sentence has none: what is said is done on the day it is said."""
    if event.when or event.status != "occurred":
        return event
    cue = next((s for s in statements if s.cue.overlaps(event.trigger)), None)
    if cue is not None and event.type in _SPOKEN:
        return replace(event, when=cue.said)
    source = next((s for s in statements if s.id == event.source), None)
    if (
        source is not None
        and event.type in {"REQUEST", "AGREE", "ACCUSE", "THREATEN"}
        and source.party in event.initiators
        and not _perfect(trigger.token)
    ):
        return replace(event, when=source.said)
    if source is None and _present(trigger.token) and reading.report.published:
        return replace(event, when=reading.report.published)
    if _perfect(trigger.token):
        last = source.said if source is not None else reading.report.published
        return replace(event, when=f"../{last}" if last and "/" not in last else "")
    return event


def _present(token: Token) -> bool:
    """The present tense of headlines and digests: "Norland imposes sanctions"."""
    if not is_verbal(token):
        return False
    group = verb_group(token)
    return token.tag_ in {"VBZ", "VBP"} or (
        group.passive and any(w.tag_ in {"VBZ", "VBP"} for w in group.words) and not group.perfect
    )


def _perfect(token: Token) -> bool:
    return is_verbal(token) and verb_group(token).perfect and not verb_group(token).past
