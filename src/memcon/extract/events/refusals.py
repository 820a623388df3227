"""Refusals told as a negated act: "we will not negotiate", "is not ready to talk"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.clause.modality import has_condition, is_verbal
from memcon.extract.clause.sides import SideFinder, carrier
from memcon.extract.clause.verb_group import verb_group

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.triggers import Trigger
    from memcon.extract.reading import Reading
    from memcon.model import Event, EventStatus, Statement


def refusal(reading: Reading, trigger: Trigger, event: Event, statements: tuple[Statement, ...]) -> Event | None:
    """“We will not negotiate”, "did not agree", "is not ready to talk": a refusal by the one who would do it; else ``None``."""
    token = trigger.token
    if event.status not in {"denied", "conditional"} or not _refuses(trigger):
        return None
    who = _refuser(reading, token, statements)
    if not who:
        return None
    others = tuple(p for p in (*event.initiators, *event.recipients) if p not in who)
    if trigger.act.code == "054":
        return (
            replace(event, type="REJECT", code="120", initiators=who, recipients=others, status="ongoing")
            if others
            else None
        )
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
        return absent and group.modal in {"future", "would"}
    if trigger.act.code == "054" and is_verbal(token):
        return absent and not group.perfect
    if trigger.act.code == "057" and is_verbal(token):
        return group.negated and group.modal in {"future", "would"}
    if group.perfect:
        return False  # "has not agreed" leaves open what "did not agree" refuses
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
