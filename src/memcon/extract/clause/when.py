"""When an act happens: the time expression that governs a verb or a noun, as EDTF.

A time of the act's own phrase ("talks on Monday", "the June meeting") comes first, then one of its verb's, then one of its clause,
then one of its sentence. Cut-off forms ("before", "since", "by", "until") become open intervals.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from memcon.extract.clause.modality import clause_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.model import Time

_BEFORE_NOUN = frozenset({"nummod", "amod", "compound", "nmod", "poss"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE = frozenset({"before", "until", "till", "by"})
_MAX_STEPS = 8


def _never(_: Token) -> bool:
    return False


def when_of(reading: Reading, token: Token) -> str:
    """The day or span of the act that `token` names; ``""`` where the sentence gives none."""
    time = time_of(reading, token)
    return edtf_of(reading, time) if time is not None else ""


def time_of(reading: Reading, token: Token, barred: Callable[[Token], bool] = _never) -> Time | None:
    """The time expression that governs `token`, or ``None``; those whose head is `barred` are left out."""
    times = [t for t in times_in(reading, token) if t.edtf and not barred(head_of(reading, t))]
    for near in (_of_phrase, _of_verb, _of_clause):
        chosen = [t for t in times if near(head_of(reading, t), token)]
        if chosen:
            return min(chosen, key=lambda t: abs(t.start - token.idx))
    return None


def times_in(reading: Reading, token: Token) -> Iterator[Time]:
    """The time expressions of the token's sentence."""
    sent = token.sent
    start, end = sent.start_char, sent.end_char
    for time in reading.times:
        if start <= time.start < end:
            yield time


def edtf_of(reading: Reading, time: Time) -> str:
    """The time's day or span, cut open where the preposition says so: "by June" is "../2025-06"."""
    value = time.edtf
    before = re.search(r"(\w+)\W*$", reading.report.text[max(0, time.start - 20) : time.start])
    word = before.group(1).lower() if before else ""
    first = re.match(r"\w+", reading.report.text[time.start : time.end])
    inner = first.group().lower() if first else ""
    if "/" in value:
        return value
    if word in _BEFORE and inner not in _BEFORE:
        return f"../{value}"
    if word == "since" and inner != "since":
        return f"{value}/.."
    return value


def head_of(reading: Reading, time: Time) -> Token:
    """The token of the time expression that hangs on a word outside it."""
    span = reading.doc.char_span(time.start, time.end, alignment_mode="expand")
    return span.root if span is not None else reading.doc[0]


def _governor(head: Token) -> Token:
    """What a time hangs on: over its preposition, over another time beside it."""
    node = head
    while node.head.i != node.i and node.dep_ == "conj":
        node = node.head
    above = node.head
    while above.dep_ == "prep" or above.pos_ == "ADP":
        if above.head.i == above.i:
            break
        above = above.head
    return above


def _of_phrase(head: Token, token: Token) -> bool:
    """“talks on Monday”, "the Monday meeting", and what hangs on the act's own object ("visit to Iran in May")."""
    above = _governor(head)
    if above.i == token.i:
        return True
    if token.pos_ in _VERBAL:
        return False
    return above.i > token.i and token.is_ancestor(above) and above.pos_ not in _VERBAL


def _names_a_thing(head: Token) -> bool:
    """“The 2015 deal”: the year tells which thing is meant, and not when the verb's act took place."""
    above = head.head
    return _is_year(head) and head.dep_ in _BEFORE_NOUN and above.pos_ in _NOUNS and head.i < above.i


def _is_year(token: Token) -> bool:
    return token.text.isdigit() and len(token.text) == len("2015")


def _of_verb(head: Token, token: Token) -> bool:
    """A time that hangs on the act's verb, its light verb or a word between."""
    if _names_a_thing(head):
        return False
    above = _governor(head)
    verb = clause_of(token)
    if above.i == verb.i:
        return not _belongs_to_cue(head, verb, token)
    if verb.dep_ == "xcomp" and above.i == verb.head.i:
        return head.i > verb.i
    if verb.lemma_ == "be" and above.dep_ == "xcomp" and above.head.i == verb.i:
        return True  # "a second round is to follow on Wednesday"
    return verb.is_ancestor(above) and clause_of(above).i == verb.i


def _belongs_to_cue(head: Token, verb: Token, token: Token) -> bool:
    """“said Monday” is the day of the saying."""
    return verb.lemma_ in {"say", "tell", "add"} and token.i != verb.i and head.i > verb.i


def _of_clause(head: Token, token: Token) -> bool:
    """A time of the sentence that no other verb takes for itself, or that stands within a few words of the act."""
    if _names_a_thing(head):
        return False
    verb = clause_of(token)
    other = clause_of(_governor(head))
    if other.i == verb.i:
        return True
    if other.lemma_ in {
        "say",
        "tell",
        "add",
        "announce",
        "report",
        "quote",
        "note",
        "stress",
        "write",
        "state",
        "confirm",
    }:
        return False
    return (
        abs(head.i - token.i) <= _MAX_STEPS
        and (other.is_ancestor(verb) or verb.is_ancestor(other))
        and other.dep_ != "relcl"
        and verb.dep_ != "relcl"
    )
