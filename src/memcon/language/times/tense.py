"""Which way a time without a year or a week looks: to the past or to the future, by the verb that governs it.

"present" is a present tense: of a weekday it mostly tells what is planned ("leaves on Tuesday"), of a date less surely.
"due" is a day that was set for an act since called off or moved: it may lie on either side.

The parse gives the verb; auxiliaries, infinitives and words of planning ("scheduled for", "postponed until") give the direction.
Word lists are in ``times.toml``, section ``tense``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from memcon.language.times.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

Lean: TypeAlias = Literal["past", "present", "future", "due", ""]

_VERBS = frozenset({"VERB", "AUX"})
# A clause without a direction of its own borrows that of the next verb up.
_OPEN = frozenset({"xcomp", "conj", "acl", "advcl", "pcomp"})
_FINITE: Mapping[str, Lean] = {"VBD": "past", "MD": "future", "VBZ": "present", "VBP": "present"}
_REACH = 30  # words from a fronted time to its verb
_STEPS = 12


def lean(token: Token | None) -> Lean:
    """The direction at `token`: of the nearest verb above it that has one; ``""`` where nothing tells."""
    if token is None:
        return ""
    words = lexicon().tense
    if token.dep_ == "pobj" and token.head.lower_ == "since":
        return "past"
    if token.head.lower_ in lexicon().parts and token.dep_ in {"compound", "nmod", "poss"}:
        token = token.head
    if _appointed(token, words):
        return _set_for(token.head.head)
    fronted = _fronted(token)
    if fronted is not None:
        return _of_next_verb(fronted)
    came = token
    for steps in range(_STEPS):
        head = came.head
        if head is came:
            return _of_verb(came, token, 0, words) if came.pos_ in _VERBS else ""
        if _named(came):
            if head.lemma_.lower() not in words["appointments"]:
                return "past"
            if _lies_ahead(head):
                return "future"
        elif head.lower_ in words["scheduled"] and head.pos_ == "ADJ":
            return "future"
        elif head.pos_ in _VERBS and head.dep_ not in {"aux", "auxpass"}:
            found = _of_verb(head, came, steps, words)
            if found or head.dep_ not in _OPEN:
                return found
        came = head
    return ""


def _fronted(token: Token) -> Token | None:
    """The time of "In March, he said", hung by the parser on a verb before it, as where a heading runs into the sentence."""
    came = token
    for _ in range(_STEPS):
        if came.dep_ == "prep" and came.text[:1].isupper() and came.head.i < came.i and came.head.pos_ in _VERBS:
            return token
        if came.head is came or came.pos_ in _VERBS:
            return None
        came = came.head
    return None


def _of_next_verb(token: Token) -> Lean:
    """The direction of the first finite verb after `token`."""
    for word in token.doc[token.i + 1 : token.i + _REACH]:
        if word.tag_ in _FINITE:
            return "past" if word.tag_ == "VBZ" and word.lemma_ in lexicon().tense["saying"] else _FINITE[word.tag_]
    return ""


def comes(token: Token | None) -> bool:
    """Whether the time says when something came that the text reports as new: "the remarks come a week after"."""
    if token is None:
        return False
    words = lexicon().tense
    for above in token.ancestors:
        if above.pos_ in _VERBS and above.dep_ not in {"aux", "auxpass"} and above.i < token.i:
            return above.lemma_.lower() in words["coming"]
    return False


def _named(token: Token) -> bool:
    """Whether a day names a thing: "Friday's attack", "the Friday meeting"."""
    return (
        token.dep_ in {"poss", "compound", "nmod"}
        and token.ent_type_ in {"DATE", "TIME", ""}
        and token.head.pos_ in {"NOUN", "PROPN"}
    )


def _appointed(token: Token, words: Mapping[str, frozenset[str]]) -> bool:
    """A day that an act was set for, whatever its tense: "called a session for Thursday", "postponed until Tuesday"."""
    before = token.head if token.dep_ == "pobj" else None
    if before is None:
        return False
    verb = before.head.lemma_.lower()
    if before.lower_ == "for":
        return (
            token.ent_type_ in {"DATE", "TIME"}
            and token.tag_ in {"NNP", "NN"}
            and before.head.pos_ in {"NOUN", "VERB", "ADJ"}
        )
    return before.lower_ in {"until", "till", "to"} and verb in words["deferred"]


def _set_for(planned: Token) -> Lean:
    """A day set for something: to come, unless what was set for it has been dealt with ("talks set for Sunday were cancelled")."""
    thing = planned.head if planned.dep_ in {"acl", "relcl", "amod"} else planned
    verb = thing.head
    if (
        thing.pos_ in {"NOUN", "PROPN"}
        and thing.dep_ in {"nsubj", "nsubjpass", "dobj"}
        and (verb.tag_ == "VBD" or _had(verb))
    ):
        return "due" if planned is not thing or thing.dep_ != "dobj" else "future"
    return "future"


def _had(verb: Token) -> bool:
    return any(
        child.dep_ in {"aux", "auxpass"} and child.lower_ in {"was", "were", "had", "has", "have"}
        for child in verb.children
    )


def _lies_ahead(noun: Token) -> bool:
    """Whether the text is told before it: "ahead of Friday's summit"."""
    before = noun.head
    return noun.dep_ == "pobj" and before.lower_ == "of" and before.head.lower_ == "ahead"


def _of_verb(verb: Token, came: Token, steps: int, words: Mapping[str, frozenset[str]]) -> Lean:
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    forms = {child.lower_ for child in auxiliaries}
    lemmas = {child.lemma_.lower() for child in auxiliaries}
    scheduled = verb.tag_ in {"VBN", "VBD"} and verb.lemma_.lower() in words["scheduled"]
    if forms & words["will"]:
        return "past" if "have" in lemmas else "future"
    if scheduled and verb.tag_ == "VBN" and came.dep_ in {"prep", "npadvmod", "xcomp"}:
        return "future"
    if "have" in lemmas or forms & {"had", "was", "were", "did"}:
        return "past"
    if "to" in forms:
        return _of_infinitive(verb, came, words)
    return _of_finite(verb, lemmas, steps, words)


def _of_infinitive(verb: Token, came: Token, words: Mapping[str, frozenset[str]]) -> Lean:
    """What somebody is to do lies ahead, but for "failed to" and for an aim that the text does not put on a day of its own."""
    if verb.head.lemma_.lower() in words["carried_out"] and verb.dep_ == "xcomp":
        return "past"
    if came.dep_ == "dobj":
        return ""
    if verb.dep_ == "advcl" and verb.head.tag_ in {"VBD", "VBN"} and not _has_day(verb.head, verb):
        return ""
    return "future"


def _has_day(verb: Token, but: Token) -> bool:
    """Whether a verb has a day of its own beside the clause `but`."""
    own = [child for child in verb.children if child.i != but.i]
    return any(
        t.ent_type_ == "DATE" for child in own for t in (child, *child.children) if child.dep_ in {"prep", "npadvmod"}
    )


def _of_finite(verb: Token, auxiliaries: set[str], steps: int, words: Mapping[str, frozenset[str]]) -> Lean:
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return "" if auxiliaries else "past"
    if verb.tag_ == "VBG":
        return "future" if "be" in auxiliaries else ""
    if verb.tag_ in {"VBZ", "VBP"}:
        return "past" if lemma in words["saying"] else "present" if steps <= 3 else ""
    return ""
