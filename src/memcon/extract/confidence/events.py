"""What tells for or against an event: its trigger and type, where its sides are named, its day and status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.confidence.seen import odds, there

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.confidence.seen import Seen, Traits
    from memcon.model import Event

_BIDS = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN"})
_VAGUE = frozenset({"AGREE", "COOPERATE", "CONCEDE", "MOBILIZE"})
_UNREAL = frozenset({"hypothetical", "conditional", "alleged"})
_CROWDED = 4  # parties that a sentence names


def traits_of_event(one: Event, of_it: Seen) -> Traits:
    """The traits of an event."""
    words = of_it.words(one.trigger)
    if not len(words):
        return {}
    head = words.root
    return _of_trigger(one, head, of_it) | _of_sides(one, head, of_it) | _of_encoder(one, head, of_it)


def _of_trigger(one: Event, head: Token, of_it: Seen) -> Traits:
    near = [head, *head.ancestors][:3]
    return there(
        {
            "the trigger is a noun": head.pos_ in {"NOUN", "PROPN"},
            "the trigger heads the sentence": head.dep_ == "ROOT",
            "the trigger stands in a relative clause": any(each.dep_ in {"relcl", "acl"} for each in near),
            "the trigger stands in quotation marks": of_it.is_quoted(one.trigger),
            "the trigger is the cue of a statement": any(s.cue.overlaps(one.trigger) for s in of_it.record.statements),
            "the trigger names a meeting": any(
                span.overlaps(one.trigger) for meeting in of_it.record.meetings for span in meeting.mentions
            ),
            "the type is a bid or a refusal": one.type in _BIDS,
            "the type is accord, cooperation or concession": one.type in _VAGUE,
            "the status is ongoing": one.status == "ongoing",
            "the status is planned": one.status == "planned",
            "the status is unreal": one.status in _UNREAL,
            "its day is named beside it": of_it.is_day_named(one.when, [head.sent]),
        }
    )


def _of_sides(one: Event, head: Token, of_it: Seen) -> Traits:
    doers, others, named = set(one.initiators), set(one.recipients), of_it.parties_in(head.sent)
    before, after = of_it.parties_between(head.sent.start, head.i), of_it.parties_between(head.i, head.sent.end)
    voice = next((s.party for s in of_it.record.statements if s.id == one.source), None)
    same = [
        e
        for e in of_it.record.events
        if (e.type, e.initiators, e.recipients) == (one.type, one.initiators, one.recipients)
    ]
    return there(
        {
            "a side is missing": not doers or not others,
            "both sides are the same": doers == others,
            "who acts is not named in the sentence": bool(doers - named),
            "who is acted on is not named in the sentence": bool(others - named),
            "the sentence names its sides and nobody else": doers | others == named,
            "the sentence names many parties": len(named) >= _CROWDED,
            "one side stands before the trigger, the other behind": bool(doers & before and others & after),
            "it is told by one of its sides": voice is not None and voice in doers | others,
            "it is told by somebody": one.source is not None,
            "the report has another such event": len(same) > 1,
        }
    )


def _of_encoder(one: Event, head: Token, of_it: Seen) -> Traits:
    scores = of_it.reading.scores
    if scores is None:
        return {}
    return {
        "the encoder sees a trigger": odds(scores.trigger(head.i)),
        "the encoder sees this type": odds(scores.type(head.i)[one.type]),
        "the encoder sees this status": odds(scores.status(head.i)[one.status]),
    }
