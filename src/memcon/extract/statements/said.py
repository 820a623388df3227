"""Whether a cue tells of something said: not of what could, should or will be said, nor of what was only asked or supposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import is_negated
from memcon.extract.statements.cues import Cue, lemma_of, lexicon
from memcon.extract.statements.wordlists import listed

if TYPE_CHECKING:
    from spacy.tokens import Token


_UNREAL = frozenset({"could", "may", "might", "should", "can", "must", "will", "shall", "'ll", "’ll"})


def is_said(cue: Cue) -> bool:
    """Whether the cue tells of something said, not of what could, should or will be said, or of what somebody means to say."""
    verb = cue.head
    if _is_supposed(verb) or _asks_for_silence(cue) or _calls_home(verb) or _aids(verb):
        return False
    if cue.kind not in {"verb", "shown"}:
        return True
    if lemma_of(verb) in {"go", "continue"} and verb.doc[cue.end : cue.end + 1].text == "to":
        return False
    if lemma_of(verb) in listed("only_finite") and not _is_main(verb):
        return False
    if all(sense.mind for sense in cue.senses) and not _is_finite(verb):
        return False
    if is_negated(verb) and lemma_of(verb) in listed("void_negated"):
        return False
    words = {child.lower_ for child in verb.children if child.dep_ in {"aux", "auxpass"}}
    if "to" in words and _has_yet(verb):
        return lemma_of(verb) in lexicon().negated
    if words & _UNREAL and not (is_negated(verb) and words & {"will", "can", "could"}):
        return False
    if "would" in words and not is_negated(verb) and verb.lemma_ not in {"like", "prefer"}:
        return False
    if "to" in words:
        return infinitive_is_said(verb)
    return verb.tag_ != "VB" or "do" in {child.lemma_ for child in verb.children} or verb.dep_ == "conj"


def is_real(cue: Cue) -> bool:
    """Whether a cue is under no "if" and no "might"."""
    return not _is_supposed(cue.head) and not any(
        child.lower_ in _UNREAL for child in cue.head.children if child.dep_ == "aux"
    )


_SUPPOSING = frozenset({"if", "unless", "until", "whether", "once", "lest"})


def _is_supposed(verb: Token) -> bool:
    """Whether the clause is under "if", "until" or such: then nothing has been said."""
    top = verb.head if verb.pos_ == "ADJ" and verb.head.pos_ == "AUX" else verb
    marks = {child.lower_ for child in top.children if child.dep_ in {"mark", "advmod"}}
    if marks & _SUPPOSING:
        return True
    return (
        top.dep_ == "conj"
        and top.head.pos_ in {"VERB", "AUX"}
        and bool({c.lower_ for c in top.head.children if c.dep_ == "mark"} & _SUPPOSING)
    )


def _calls_home(verb: Token) -> bool:
    """“recalled its ambassador”: nobody remembers anything."""
    return lemma_of(verb) == "recall" and any(
        c.lemma_.lower() in listed("called_home") for c in verb.children if c.dep_ in {"dobj", "nsubjpass"}
    )


def _aids(verb: Token) -> bool:
    """“supports the rebels”: help given, and no word said; "supports the accord" takes a side."""
    return lemma_of(verb) in {"support", "back"} and any(
        c.lemma_.lower() in listed("aided") or c.ent_type_ == "GPE" for c in verb.children if c.dep_ == "dobj"
    )


def _asks_for_silence(cue: Cue) -> bool:
    """“asked not to be named”: a condition of the report, nothing said on the matter."""
    after = [t.lower_ for t in cue.head.doc[cue.head.i + 1 : cue.end + 5]]
    return "be" in after and bool({"named", "identified", "quoted"} & set(after))


def _is_main(verb: Token) -> bool:
    """Whether the verb is finite and heads a main clause, or a clause reported."""
    return verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ in {"ROOT", "ccomp", "conj", "parataxis"}


def _has_yet(verb: Token) -> bool:
    """“has yet to reply”."""
    return is_negated(verb) and verb.dep_ == "xcomp" and verb.head.lemma_ in {"have", "be"}


def _is_finite(verb: Token) -> bool:
    """Whether the verb, or what helps it ("has found", "is showing"), is finite."""
    helps = (c for c in verb.children if c.dep_ in {"aux", "auxpass"})
    return verb.tag_ in {"VBD", "VBZ", "VBP"} or any(c.tag_ in {"VBD", "VBZ", "VBP"} for c in helps)


def infinitive_is_said(verb: Token) -> bool:
    """Whether an infinitive is said: “went on to say”, “seemed to blame”."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in listed("goes_on_to")
