"""The status of an event and the code that goes with it, where the act and its day say more than its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.clause.modality import has_condition, is_verbal, status_of
from memcon.extract.clause.verb_group import verb_group
from memcon.extract.events.headlines import headline_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.lexicon import Act
    from memcon.extract.events.triggers import Trigger
    from memcon.model import Event, EventStatus, Statement

_CHARGED = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_TRYING = frozenset({"seek", "try", "attempt", "work", "strive", "press", "continue"})


def code_of(act: Act, status: EventStatus) -> str:
    """The CAMEO code of an act, by whether it took place."""
    return act.future if act.future and status in {"planned", "proposed", "conditional", "hypothetical"} else act.code


def status_of_event(trigger: Trigger) -> EventStatus:
    """The status of a trigger's act: what is said is done by saying it; the rest is as its words have it."""
    token, act = trigger.token, trigger.act
    if headline_verb(token) or token.tag_ == "MD" or act.frame == "obliged":
        return "occurred"
    if token.pos_ == "ADJ":
        return _readiness(token)
    status = status_of(token, standing=act.standing or None)
    if status == "planned" and act.frame == "third" and is_verbal(token):
        return _tried(token)
    if act.speech and not is_verbal(token):
        return status if status in {"denied", "alleged", "hypothetical"} else "occurred"
    if act.code == "173" and status == "occurred" and _still_held(token):
        return "ongoing"
    if act.type == "AGREE" and status == "occurred" and has_condition(token):
        return "conditional"
    return status


def _still_held(token: Token) -> bool:
    """“Detained since March”, "has held them for two years": to this day."""
    since = (c.lower_ == "since" for c in token.children)
    lasting = (
        is_verbal(token)
        and verb_group(token).perfect
        and any(c.lower_ == "for" and any(o.ent_type_ == "DATE" for o in c.children) for c in token.children)
    )
    return any(since) or lasting


def _readiness(adjective: Token) -> EventStatus:
    """“is ready to”: said, so it is done; "is not ready": denied; "would be ready if": conditional."""
    verb = adjective.head
    status = status_of(verb) if is_verbal(verb) else "occurred"
    if status in {"occurred", "ongoing"} and has_condition(adjective):
        return "conditional"
    return status if status in {"denied", "conditional", "hypothetical", "alleged"} else "occurred"


def _tried(verb: Token) -> EventStatus:
    """“is seeking to mediate”: an effort that is made is a mediation under way; any other infinitive is to come."""
    over = verb.head
    if verb.dep_ in {"xcomp", "advcl", "conj"} and over.lemma_ in _TRYING:
        status = status_of(over, standing=True)
        return status if status in {"ongoing", "occurred"} else "planned"
    return "planned"


def charged(event: Event, source: Statement | None) -> Event:
    """The event, alleged where it is told in a charge: by its victim, or by a third party against the one who is said to have done it."""
    told = source is not None and source.act == "accuse" and event.type in _CHARGED and event.status == "occurred"
    if not told or source is None or source.party not in event.recipients:
        return event
    return replace(event, status="alleged")


def to_come(event: Event, published: str, act: Act) -> Event:
    """The event, planned where its day is after the report's own: "talks on June 9" in a report of June 7."""
    first = event.when.partition("/")[0].rstrip("~?%")
    if (
        event.status not in {"occurred", "ongoing"}
        or event.type != "CONSULT"
        or not first[:1].isdigit()
        or not published
    ):
        return event
    if first[: len(published)] <= published[: len(first)]:
        return event
    return replace(event, status="planned", code=code_of(act, "planned"))
