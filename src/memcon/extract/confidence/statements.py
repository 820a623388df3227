"""What tells for or against a statement: its cue, who speaks, how much is said, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.confidence.seen import LONG, MANY, odds, there

if TYPE_CHECKING:
    from memcon.extract.confidence.seen import Seen, Traits
    from memcon.model import Statement

_PLAIN = frozenset({"say", "tell", "add", "note", "state"})
_NOT_FINITE = frozenset({"VB", "VBG", "VBN"})
_AGAINST = frozenset({"accuse", "warn", "demand", "reject", "deny"})
_NOTS = frozenset({"not", "n't", "n’t", "no", "never", "nobody", "nothing", "none", "neither", "nor"})
_SHORT = 4  # words of a content


def traits_of_statement(one: Statement, of_it: Seen) -> Traits:
    """The traits of a statement."""
    return _of_cue(one, of_it) | _of_speaker(one, of_it) | _of_content(one, of_it) | _of_encoder(one, of_it)


def _of_cue(one: Statement, of_it: Seen) -> Traits:
    words, sentence = of_it.words(one.cue), of_it.sentence(one.cue)
    head = words.root if len(words) else None
    return there(
        {
            "the cue is a plain verb of saying": head is not None and head.lemma_.lower() in _PLAIN,
            "the cue is no finite verb": head is not None and head.tag_ in _NOT_FINITE,
            "the cue stands in quotation marks": of_it.is_quoted(one.cue),
            "the act is a charge, demand or refusal": one.act in _AGAINST,
            "the act is a pledge": one.act == "pledge",
            "the sentence is long": len(sentence) > LONG,
            "the sentence has many statements": of_it.crowd.get(sentence.start, 0) >= MANY,
        }
    )


def _of_speaker(one: Statement, of_it: Seen) -> Traits:
    words = of_it.words(one.speaker_span) if one.speaker_span is not None else ()
    mention = of_it.reading.cast.headed(words.root.i) if len(words) else None  # type: ignore[union-attr]  # a tuple is empty
    kind = of_it.reading.cast.actor(one.speaker).kind if one.speaker is not None else ""
    return there(
        {
            "nobody is named as speaker": one.speaker is None,
            "the speaker has no party": one.party is None,
            "the speaker is a pronoun": mention is not None and mention.reference == "pronoun",
            "the speaker is a body": kind == "body",
            "the speaker is an unnamed group": kind == "group",
            "where it was said is given": one.channel is not None,
            "no words for the speaker name the party": one.party is not None and not _is_named(one, of_it),
        }
    )


def _is_named(one: Statement, of_it: Seen) -> bool:
    """Whether some mention of the speaker holds a name of its party: “Chile's foreign minister”, “the Kenyan envoy”."""
    if one.speaker is None:
        return False
    spans = of_it.reading.cast.actor(one.speaker).mentions
    return (
        any(
            one.party in mention.parties
            and mention.actor != one.speaker
            and any(s.overlaps(mention.span) for s in spans)
            for mention in of_it.reading.cast.mentions
        )
        or of_it.reading.cast.actor(one.speaker).kind == "state"
    )


def _of_content(one: Statement, of_it: Seen) -> Traits:
    words = [token for span in one.content for token in of_it.words(span)]
    named = frozenset().union(*(of_it.parties_in(of_it.words(span)) for span in one.content))
    is_plain = one.act == "assert"
    outer = (span for other in of_it.record.statements if other is not one for span in other.content)
    return there(
        {
            "all of the content is quoted": one.form == "direct",
            "the content is a word or three": len(words) < _SHORT,
            "a plain assertion that holds a not": is_plain and any(token.lower_ in _NOTS for token in words),
            "a plain assertion of what will or must be": is_plain and any(token.tag_ == "MD" for token in words),
            "a plain assertion about another party": is_plain and bool(named - {one.party}),
            "a plain assertion that is quoted in part": is_plain and one.form == "mixed",
            "it stands inside another statement": any(span.holds(one.cue) for span in outer),
        }
    )


def _of_encoder(one: Statement, of_it: Seen) -> Traits:
    scores, cue = of_it.reading.scores, [token.i for token in of_it.words(one.cue)]
    if scores is None or not cue:
        return {}
    content = [token.i for span in one.content for token in of_it.words(span)]
    return {
        "the encoder sees a cue": odds(max(map(scores.cue, cue))),
        "the encoder sees this act": odds(scores.act(cue, content)[one.act]),
    }
