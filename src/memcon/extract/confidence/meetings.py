"""What tells for or against a meeting: whether its parties are named beside it, how its day and status are known, how often it is mentioned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.confidence.seen import LONG, MANY, odds, there

if TYPE_CHECKING:
    from memcon.extract.confidence.seen import Seen, Traits
    from memcon.model import Meeting

_DAY = 10  # characters of a day in EDTF
_FULL = 5  # meetings of a report from which it is about many
_PAIR = 2


def traits_of_meeting(one: Meeting, of_it: Seen) -> Traits:
    """The traits of a meeting."""
    return _of_parties(one, of_it) | _of_day(one, of_it) | _of_mentions(one, of_it) | _of_encoder(one, of_it)


def _of_parties(one: Meeting, of_it: Seen) -> Traits:
    parties = set(one.parties)
    named = [of_it.parties_in(of_it.sentence(span)) for span in one.mentions]
    return there(
        {
            "only one party is known": len(parties) == 1,
            "it has two parties": len(parties) == _PAIR,
            "two of its parties are named in one sentence with it": any(len(each & parties) >= _PAIR for each in named),
            "not all parties are named beside it": bool(parties.difference(*named)),
            "somebody is named as there": bool(one.delegates),
        }
    )


def _of_day(one: Meeting, of_it: Seen) -> Traits:
    return there(
        {
            "its day is named beside it": of_it.is_day_named(one.when, [of_it.sentence(span) for span in one.mentions]),
            "its day is open on one side": ".." in one.when,
            "its day is known to the month or year": 0 < len(one.when.rstrip("~")) < _DAY,
            "the status is planned": one.status == "planned",
            "the status is under way": one.status == "under-way",
            "it is told by somebody": one.source is not None,
        }
    )


def _of_mentions(one: Meeting, of_it: Seen) -> Traits:
    words = of_it.words(one.mentions[0]) if one.mentions else ()
    head = words.root if len(words) else None  # type: ignore[union-attr]  # a tuple is empty
    return there(
        {
            "it is mentioned many times": len(one.mentions) >= MANY,
            "its first mention heads the sentence": head is not None and head.dep_ == "ROOT",
            "its first mention stands alone, as in a headline": head is not None and not any(head.lefts),
            "its first mention stands in quotation marks": bool(one.mentions) and of_it.is_quoted(one.mentions[0]),
            "the sentence is long": head is not None and len(head.sent) > LONG,
            "the report has many meetings": len(of_it.record.meetings) >= _FULL,
            "the report is a digest": of_it.is_digest,
        }
    )


def _of_encoder(one: Meeting, of_it: Seen) -> Traits:
    scores = of_it.reading.scores
    mentions = [[token.i for token in of_it.words(span)] for span in one.mentions]
    if scores is None or not all(mentions):
        return {}
    chances = scores.meetings()
    return {
        "the encoder sees a meeting": odds(max(float(chances[n]) for each in mentions for n in each)),
        "the encoder sees this status": odds(max(scores.meeting_status(each)[one.status] for each in mentions)),
    }
