"""Which way a time without a year or a week looks: to the past or to the future, by the verb that governs it.

The parse gives the verb; auxiliaries, infinitives and words of planning ("scheduled for") give the direction.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from spacy.tokens import Token

Lean: TypeAlias = Literal["past", "future", ""]

_PLANNING = frozenset(
    "schedule plan set slate due expect intend aim agree propose promise vow pledge arrange want hope prepare threaten payable begin_again".split()
)
_WILL = frozenset({"will", "'ll", "’ll", "shall", "wo", "ca", "can", "may", "might", "could", "should", "must", "would", "'d"})
_DONE = frozenset("fail refuse manage begin start continue use appear seem come help decline get prove".split())
_SAYING = frozenset("say tell report show write add note claim state quote accord have know think believe remain".split())
_NAMING = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})
_AHEAD = frozenset({"until", "till", "before", "ahead", "by"})
_STEPS = 12


def lean(token: Token | None) -> Lean:
    """The direction at `token`: of the nearest verb above it that has one."""
    if token is None:
        return ""
    came = token
    for _ in range(_STEPS):
        if came.head is came:
            return _of_verb(came) if came.pos_ in {"VERB", "AUX"} else ""
        head = came.head
        if head.lower_ in _PLANNING or (head.lemma_.lower() in _PLANNING and head.tag_ == "VBN" and came.dep_ == "prep"):
            return "future"
        if head.pos_ in {"VERB", "AUX"} and head.dep_ not in {"aux", "auxpass"}:
            found = _of_verb(head, came)
            if found or head.dep_ not in {"xcomp", "conj", "acl", "advcl", "pcomp"}:
                return found
        came = head
    return ""


def _of_verb(verb: Token, came: Token | None = None) -> Lean:
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in auxiliaries}
    lemmas = {child.lemma_.lower() for child in auxiliaries}
    if words & _WILL:
        return "past" if "have" in lemmas else "future"
    if "have" in lemmas or words & {"had", "was", "were", "did"}:
        return "past" if not (words & {"was", "were"} and verb.lemma_ in _PLANNING) else "future"
    if "to" in words:
        return _of_infinitive(verb, came)
    return _of_finite(verb, lemmas)


def _of_infinitive(verb: Token, came: Token | None) -> Lean:
    if verb.head.lemma_.lower() in _DONE and verb.dep_ == "xcomp":
        return "past"
    return "" if came is not None and came.dep_ == "dobj" else "future"


def _of_finite(verb: Token, auxiliaries: set[str]) -> Lean:
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return "future" if verb.lemma_ in _PLANNING else "" if auxiliaries else "past"
    if verb.tag_ == "VBG":
        return "future" if "be" in auxiliaries else ""
    if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_.lower() not in _SAYING:
        return "future"
    return "past" if verb.lemma_.lower() in _SAYING else ""
