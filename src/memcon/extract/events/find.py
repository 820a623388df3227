"""Finds events: what a party did, does, will or might do to another, on whose word.

Triggers come from the lexicon (`memcon.extract.events.triggers`), sides from the frames of their acts (`events_sides`), status, time and
place from `modality`, `when` and `where`. A second mention of the same act in a report is no second event.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.clause.modality import in_condition, is_verbal
from memcon.extract.clause.verb_group import verb_group
from memcon.extract.clause.when import when_of
from memcon.extract.clause.where import struck_at, where_of
from memcon.extract.events.dyads import dyads_of
from memcon.extract.events.learned import further, restated
from memcon.extract.events.of_meetings import with_meetings
from memcon.extract.events.refusals import refusal
from memcon.extract.events.sides import sides_by_context, sides_of_event
from memcon.extract.events.status import charged, code_of, status_of_event, to_come
from memcon.extract.events.told import Told
from memcon.extract.events.triggers import find_triggers, swallowed
from memcon.extract.events.when import Calendar
from memcon.model import Event, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.clause.sides import Sides
    from memcon.extract.events.triggers import Trigger
    from memcon.extract.reading import Reading
    from memcon.model import Meeting, Statement

_KILLING = frozenset({"kill", "wound", "injure", "hurt", "assassinate", "destroy", "slay", "target", "hit", "damage"})
_WAYS = frozenset(
    {
        "window",
        "place",
        "chance",
        "openness",
        "way",
        "path",
        "door",
        "idea",
        "opportunity",
        "venue",
        "ground",
        "basis",
        "hope",
        "support",
        "need",
        "condition",
    }
)
_TALKING = frozenset({"negotiate", "discuss", "talk", "confer", "consult"})
_TALKS = frozenset({"talk", "talks", "negotiation", "meeting", "dialogue", "summit", "round", "discussion"})
_ON_LAND = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "their", "its", "his", "her", "such"})


def find_events(
    reading: Reading, statements: tuple[Statement, ...], meetings: tuple[Meeting, ...] = ()
) -> tuple[Event, ...]:
    """Every event of the report, in the order of the text; talks that only `meetings` tells the parties of are among them."""
    acts = _with_sides(reading, statements)
    inner = frozenset(i for trigger, _ in acts for i in swallowed(trigger))
    told = tuple(_events(reading, statements, acts, inner))
    found = sorted(with_meetings(reading, told, meetings, inner), key=lambda event: event.trigger)
    return tuple(replace(event, id=f"e{n}") for n, event in enumerate(found, 1))


def _events(
    reading: Reading, statements: tuple[Statement, ...], acts: list[tuple[Trigger, Sides]], inner: frozenset[int]
) -> Iterator[Event]:
    seen = _Seen()
    told: list[Event] = []
    calendar = Calendar(reading, statements)
    for trigger, sides in acts:
        if trigger.token.i in inner and not (trigger.act.standing and trigger.act.frame == "war"):
            continue
        event = calendar.dated(trigger.token, _event(reading, trigger, sides, statements), told)
        if _told(event, trigger.token) and seen.is_new(event, trigger.token):
            told.append(event)
            yield restated(reading, event, trigger.token)


def _told(event: Event, token: Token) -> bool:
    """Whether an act is told and not only thought of: no "if they meet", no talks as an idea, no agreement that may be."""
    if event.type == "CONSULT":
        return not (in_condition(token) or _what_for(token) or _way_to(token) or _to_that_end(token)) and (
            event.status != "proposed" or is_verbal(token)
        )
    if event.type == "REJECT" and (event.status == "refused" or (event.status == "denied" and token.lemma_ == "rule")):
        return False
    if event.type == "ASSAULT" and _means(token):
        return False
    if event.type == "SUPPORT" and event.status == "ongoing" and not is_verbal(token):
        return False
    if event.type == "AGREE":
        return event.status not in {"hypothetical", "planned", "proposed"}
    if event.type == "RETREAT" and not is_verbal(token) and event.status in {"planned", "proposed"}:
        return event.code != "0871"
    return not (event.type == "RETREAT" and event.status == "ongoing" and not event.when and not is_verbal(token))


def _means(noun: Token) -> bool:
    """Whether an attack is that in which a verb has somebody killed or hurt: "killed in a raid" is one act."""
    over = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in {"in", "by", "during"} and over.lemma_ in _KILLING


def _way_to(noun: Token) -> bool:
    """Whether talks are what a chance, a place or an openness is for: "a window for talks", "its openness to dialogue"."""
    over = noun.head.head
    return noun.dep_ == "pobj" and noun.head.lower_ in {"for", "to", "of"} and over.lemma_ in _WAYS


def _to_that_end(verb: Token) -> bool:
    """Whether a verb only tells what those who meet do there: "met to discuss", "talks began to negotiate a truce"."""
    over = verb.head
    if not is_verbal(verb) or verb.tag_ != "VB" or verb.dep_ not in {"advcl", "xcomp"} or verb.lemma_ not in _TALKING:
        return False
    subject = next((c for c in over.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"} and c.lemma_ in _TALKS), None)
    return over.lemma_ in {"meet", "gather", "convene"} or subject is not None


def _what_for(noun: Token) -> bool:
    """Whether a visit is what somebody travels for: "landed in Muscat for a visit" is one act."""
    over = noun.head.head
    return (
        noun.lemma_ in {"visit", "trip", "tour"}
        and noun.dep_ == "pobj"
        and noun.head.lower_ in {"for", "on"}
        and over.lemma_ in {"arrive", "land", "travel", "come", "fly", "go", "visit", "head"}
    )


class _Seen:
    """The acts that a report has told of, so that a second mention is no second event.

    A finite verb tells an act, unless it repeats the word that told of it; a noun, gerund or participle with sides that are known harks back
    to one, where it is definite or that word, or names talks that it gives no day of their own.
    """

    def __init__(self) -> None:
        self.acts: set[tuple[object, ...]] = set()
        self.doers: set[tuple[str, tuple[str, ...]]] = set()

    def is_new(self, event: Event, token: Token) -> bool:
        """Whether the event is told for the first time; it is known afterwards."""
        code = event.code if event.type == "REJECT" else ""
        act = (event.type, code, event.status == "planned", frozenset(event.initiators), frozenset(event.recipients))
        worded = (*act, token.lemma_.lower(), event.source if is_verbal(token) else None)
        known = (act in self.acts and not _has_day(event, token)) or self._half_known(event)
        if is_verbal(token) and verb_group(token).finite:
            known = known and worded in self.acts
        noted = is_verbal(token) and token.tag_ in {"VBG", "VBN"} and not verb_group(token).finite
        talks = event.type == "CONSULT" and not is_verbal(token)
        new = not (known and (talks or noted or _definite(token) or worded in self.acts))
        self.acts |= {act, worded}
        self.doers |= {(event.type, event.initiators), (event.type, event.recipients)}
        return new

    def _half_known(self, event: Event) -> bool:
        """Whether an attack that names but one side is one that was told with both: "condemned the strikes"."""
        side = event.initiators or event.recipients
        return not (event.initiators and event.recipients) and (event.type, side) in self.doers


def _definite(token: Token) -> bool:
    return any(c.lower_ in _DEFINITE for c in token.children)


def _has_day(event: Event, token: Token) -> bool:
    """Whether talks are told apart by their day: "talks on June 9", not "the talks on June 9"."""
    return event.type == "CONSULT" and event.when != "" and not _definite(token)


def _with_sides(reading: Reading, statements: tuple[Statement, ...]) -> list[tuple[Trigger, Sides]]:
    """Triggers with their sides, in the order of the text; talks that name nobody are the report's first ones that do."""
    dyads = dyads_of(reading)
    told, first = Told(dyads), Told(dyads)
    found: list[tuple[Trigger, Sides]] = []
    open_ended: list[tuple[Trigger, ...]] = []
    fitting = list(find_triggers(reading.doc))
    known = {fits[0].token.i for fits in fitting}
    fitting = sorted([*fitting, *((new,) for new in further(reading, known))], key=lambda fits: fits[0].token.i)
    for fits in fitting:
        fitted = _fitted(reading, fits, statements, told)
        if fitted is None:
            open_ended.append(fits)
            continue
        told.add(fitted[0].act, fitted[1])
        first = first if first.talks else replace(first, talks=told.talks)
        found.append(fitted)
    late = (_fitted(reading, fits, statements, first) for fits in open_ended if fits[0].act.type == "CONSULT")
    return sorted([*found, *(each for each in late if each is not None)], key=lambda each: each[0].token.i)


def _fitted(
    reading: Reading, fits: tuple[Trigger, ...], statements: tuple[Statement, ...], told: Told
) -> tuple[Trigger, Sides] | None:
    """The first of the entries that fit a word for which sides can be named."""
    for trigger in fits:
        if trigger.act.void:
            return None
        sides = sides_of_event(reading, trigger, statements, told)
        if sides is not None:
            return trigger, sides
    for trigger in fits:
        sides = sides_by_context(reading, trigger, statements, told)
        if sides is not None:
            return trigger, sides
    return None


def _event(reading: Reading, trigger: Trigger, sides: Sides, statements: tuple[Statement, ...]) -> Event:
    token = trigger.token
    status = status_of_event(trigger)
    event = Event(
        id="",
        trigger=Span(token.idx, token.idx + len(token)),
        type=trigger.act.type,
        code=code_of(trigger.act, status),
        initiators=sides.initiators,
        recipients=sides.recipients,
        status=status,
        when=when_of(reading, token),
        where=where_of(reading, token) or (struck_at(reading, token) if trigger.act.type in _ON_LAND else None),
        source=source_of(token, statements),
    )
    told_in = next((s for s in statements if s.id == event.source), None)
    event = charged(event, told_in)
    return refusal(reading, trigger, event, statements) or to_come(event, reading.report.published, trigger.act)


def source_of(token: Token, statements: tuple[Statement, ...]) -> str | None:
    """The statement in whose content a trigger stands, the outer one where two nest."""
    holding = [s for s in statements if any(c.start <= token.idx < c.end for c in s.content)]
    if not holding:
        return None
    return max(
        holding, key=lambda s: (max(c.end for c in s.content) - min(c.start for c in s.content), -s.content[0].start)
    ).id
