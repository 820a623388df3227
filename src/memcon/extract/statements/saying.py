"""When and where something was said: the day and the channel at a cue."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters, subtree_span

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Cue
    from memcon.extract.statements.speakers import Speaker


def said_on(verb: Token, reading: Reading) -> str:
    """The day (EDTF) that the report gives for the saying at `verb`, ``""`` where it gives none."""
    sent = verb.sent
    first, last = sent.start_char, sent.end_char
    for time in reading.times:
        if not time.edtf or time.end <= first or time.start >= last:
            continue
        words = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
        if words is not None and _hangs_on(words.root, verb):
            return time.edtf
    return ""


_DIGEST = 900  # characters: a longer report in the present tense is a story, not a digest of one day


def said_in_digest(verb: Token, reading: Reading) -> str:
    """The day of publication for a saying told in the present tense of a digest or headline ("Fiji rejects the plan"), else ``""``."""
    if len(reading.report.text) > _DIGEST or verb.tag_ not in {"VBZ", "VBP", "VBG", "VB"}:
        return ""
    first = next(iter(reading.doc.sents), None)
    return reading.report.published if first is not None and first.root.tag_ in {"VBZ", "VBP"} else ""


def _hangs_on(token: Token, verb: Token) -> bool:
    """Whether a time hangs on the verb itself, over prepositions and nouns of saying ("in a statement on Saturday")."""
    steps = 0
    while token.head.i != token.i and steps < 6:
        token = token.head
        if token.i == verb.i:
            return True
        if token.pos_ in {"VERB", "AUX"} and token.i != verb.i and token.tag_ != "VBN":
            return False
        steps += 1
    return False


@lru_cache(maxsize=1)
def channel_words() -> frozenset[str]:
    """Nouns that name where something was said ("interview", "website")."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/channels.toml").read_text("utf-8"))
    return frozenset(data["nouns"])


def channel_of(cue: Cue, speaker: Speaker, reading: Reading) -> str | None:
    """Where it was said, in the report's words: "told Interfax", "a statement on the ministry's website"."""
    if speaker.document is not None and speaker.token is not None:
        return _words(speaker.token, reading)
    if cue.head.lemma_ in {"tweet", "retweet"}:
        return cue.head.text
    if cue.head.lemma_ == "tell":
        hearer = next((c for c in cue.head.children if c.dep_ in {"dobj", "dative"} and c.i > cue.head.i), None)
        if hearer is not None and _is_channel(hearer):
            span = characters(reading.doc, cue.head.i, hearer.right_edge.i + 1)
            return reading.report.text[span.start : span.end] if span is not None else None
    for child in cue.head.children:
        if child.dep_ == "prep" and child.lower_ in {"in", "on", "at", "during", "through", "via", "to", "after", "by"}:
            noun = next((g for g in child.children if g.dep_ == "pobj"), None)
            if noun is not None and noun.lemma_.lower() in channel_words():
                return _words(noun, reading)
    return None


def _is_channel(noun: Token) -> bool:
    return noun.lemma_.lower() in channel_words() or noun.ent_type_ == "ORG"


def _tells_day(token: Token) -> bool:
    return token.ent_type_ in {"DATE", "TIME"} or any(c.ent_type_ in {"DATE", "TIME"} for c in token.children)


def _words(noun: Token, reading: Reading) -> str | None:
    days = [c for c in noun.children if c.dep_ in {"prep", "npadvmod"} and c.i > noun.i and _tells_day(c)]
    start, end = subtree_span(noun, without=[c.i for c in days])
    span = characters(reading.doc, start, end)
    return reading.report.text[span.start : span.end] if span is not None else None
