"""English clauses over a dependency parse: subjects, negation, the words of a phrase.

The parse is spaCy's (ClearNLP labels). It errs in about one clause of ten, so every function gives the nearest sound answer rather than none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "relcl", "acl", "pcomp", "csubj"})
_EDGE = " \t\n\r,;:—–-"


def subject_of(verb: Token) -> Token | None:
    """Who does `verb`: its own subject, or that of the verb that it hangs on (participles, infinitives, conjuncts, relative clauses)."""
    seen: set[int] = set()
    token: Token | None = verb
    while token is not None and token.i not in seen:
        seen.add(token.i)
        own = own_subject(token) if token is verb else surface_subject(token)
        if own is not None:
            return own
        beside = _object_beside(token)
        if beside is not None:
            return beside
        token = _governor(token)
        if token is not None and token.pos_ in {"NOUN", "PROPN", "PRON"}:
            return token  # "a statement saying", "Lavrov, saying"
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject in the verb's own clause, a passive verb's agent ("by") first."""
    agent = agent_of(verb)
    if agent is not None:
        return agent
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    if len(subjects) > 1 and subjects[0].tag_ in {"WDT", "WP"} and subjects[-1].i < verb.i:  # "which they say ended"
        return subjects[-1]
    for subject in subjects:
        if subject.dep_ != "csubj":
            return subject
    return subjects[0] if subjects else None


def surface_subject(verb: Token) -> Token | None:
    """The subject as it stands, in a passive too: in “was moved by the deal and said …” the one who was moved said it."""
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    for subject in subjects:
        if subject.dep_ != "csubj":
            return subject
    return own_subject(verb)


def tense_of(verb: Token) -> str:
    """“past”, “present” or “modal” of a verb or of what helps it ("has gone" is present); its tag where it is not finite."""
    helps = [c.tag_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    for tag in ["MD"] if "MD" in helps else [*helps, verb.tag_]:
        if tag in {"VBD", "VBZ", "VBP", "MD"}:
            return {"VBD": "past", "MD": "modal"}.get(tag, "present")
    return verb.tag_


def _object_beside(verb: Token) -> Token | None:
    """“despite the rebels rejecting …”: the noun that the parse makes the preposition's object."""
    if verb.tag_ != "VBG" or verb.dep_ not in {"pcomp", "acl"}:
        return None
    between = verb.doc[verb.i - 1] if verb.i > verb.sent.start else None
    if verb.dep_ == "pcomp" and between is not None and between.dep_ == "pobj" and between.head.i == verb.head.i:
        return between
    return None


def agent_of(verb: Token) -> Token | None:
    """Who does a passive verb: the object of its "by"."""
    for child in verb.children:
        if child.dep_ == "agent":
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    return None


def is_passive(verb: Token) -> bool:
    """Whether the verb is passive ("was quoted")."""
    return any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)


def is_negated(verb: Token) -> bool:
    """Whether the clause of `verb` is negated: "not", "never", "no", "has yet to"."""
    words = {child.lower_ for child in verb.children if child.dep_ in {"neg", "advmod"} or child.tag_ == "DT"}
    if words & {"not", "n't", "n’t", "never", "no", "nor", "neither", "hardly"}:
        return True
    subject = own_subject(verb)
    if subject is not None and (subject.lower_ in {"nobody", "none", "neither", "nothing"} or _has_no(subject)):
        return True
    beside = (*verb.children, *(verb.head.children if verb.dep_ == "xcomp" else ()))
    return any(child.lower_ == "yet" for child in beside) and verb.head.lemma_ in {"have", "be"}


def _has_no(noun: Token) -> bool:
    return any(child.lower_ in {"no", "neither"} and child.dep_ in {"det", "preconj"} for child in noun.children)


def _governor(verb: Token) -> Token | None:
    """The token whose subject is the subject of `verb`, if that can be told."""
    if (
        verb.dep_ in {"conj", "xcomp", "advcl", "pcomp", "prep", "acl", "relcl", "ccomp", "dep", "oprd", "acomp", "aux"}
        and verb.head.i != verb.i
    ):
        return verb.head
    return None


def subtree_span(token: Token, *, without: Iterable[int] = ()) -> tuple[int, int]:
    """First and last token (half open) of the phrase that `token` heads, less the subtrees of the children in `without`."""
    drop = set(without)
    lowest = highest = token.i
    for child in token.children:
        if child.i not in drop:
            lowest = min(lowest, child.left_edge.i)
            highest = max(highest, child.right_edge.i)
    return lowest, highest + 1


def characters(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens ``[start, end)`` as a span of the text without blanks, commas and dashes at its edges; ``None`` if nothing is left."""
    if start >= end:
        return None
    words = doc[start:end].text  # `doc.text` joins the whole report anew at each call
    inner, first = trimmed(words, 0, len(words)), doc[start].idx
    return Span(first + inner.start, first + inner.end) if inner is not None else None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """``[start, end)`` without blanks and outer punctuation at its edges; a final full stop goes too unless an abbreviation needs it."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if end - start > 1 and text[end - 1] == "." and not _abbreviation(text, start, end):
        end -= 1
    return Span(start, end) if start < end else None


def _abbreviation(text: str, start: int, end: int) -> bool:
    """Whether the last word is one like "U.S." or an ellipsis."""
    word = text[start : end - 1].rsplit(None, 1)[-1:] or [""]
    return "." in word[0]
