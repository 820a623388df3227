"""Verbs of saying that the parse hangs on the wrong clause: the main verb with which they go on tells who speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import own_subject, tense_of
from memcon.extract.statements.cues import lexicon
from memcon.extract.statements.wordlists import listed

if TYPE_CHECKING:
    from spacy.tokens import Token


def said_beside(verb: Token) -> Token | None:
    """The "said" of "said the border was open and warned that …", where the parse joins "warned" to the clause that was said."""
    if verb.dep_ != "conj" or own_subject(verb) is not None or verb.lemma_ not in lexicon().goes_on:
        return None
    said = verb.head.head
    return said if verb.head.dep_ == "ccomp" and said.lemma_ in lexicon().goes_on and said.tag_ == verb.tag_ else None


_BEFORE_PARTICIPLE = frozenset(
    {",", "—", "–", "-", "”", '"', "''", "before", "after", "while", "by", "and", "also", "then"}
)


def main_beside(verb: Token) -> Token | None:
    """The main verb with which `verb` goes on, where the parse hangs it on a clause of what was said or done.

    “He told them that Fiji had left, adding …”: a participle after a comma is the main speaker's, unless the clause before it tells of a saying.
    “She hopes that Fiji will stay and warned …”: a verb joined by "and" goes on with the main verb of its own tense.
    """
    if own_subject(verb) is not None or verb.i == verb.sent.start:
        return None
    mains = [t for t in verb.sent if t.i < verb.i and t.pos_ in {"VERB", "AUX"} and _is_main(t)]
    if not mains or _is_main(verb):
        return None
    if verb.tag_ == "VBG":
        return mains[-1] if _trails(verb) and not _hangs_on_a_saying(verb, mains) else None
    if verb.dep_ != "conj" or verb.tag_ not in _FINITE_TAGS or tense_of(verb.head) == tense_of(verb):
        return None
    return next((t for t in reversed(mains) if tense_of(t) == tense_of(verb)), None)


_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP"})


_LONGEST = 40  # verbs joined in a row; a text that only repeats itself has more


def _is_main(verb: Token) -> bool:
    for _ in range(_LONGEST):
        if verb.dep_ != "conj" or verb.head.pos_ not in {"VERB", "AUX"}:
            break
        verb = verb.head
    return verb.dep_ == "ROOT"


def _trails(verb: Token) -> bool:
    at = verb.i - 1
    while at > verb.sent.start and verb.doc[at].pos_ == "ADV":
        at -= 1
    return verb.doc[at].lower_ in _BEFORE_PARTICIPLE


def _hangs_on_a_saying(verb: Token, mains: list[Token]) -> bool:
    """Whether the parse hangs a participle on a main verb, on another verb that attributes, or on the document that says it."""
    above = verb.head
    while above.dep_ == "conj" and above.tag_ == "VBG":
        above = above.head
    if above in mains or above.lemma_ in lexicon().verbs or above.lemma_.lower() in listed("documents"):
        return True
    return above.dep_ in {"relcl", "acl"} or (
        above.pos_ in {"NOUN", "PROPN"} and verb.doc[verb.i - 1].lower_ not in {",", "and"}
    )
