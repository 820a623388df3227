"""Silences on record: turns that say that somebody said nothing, where no verb of saying is negated.

"No immediate comment was available from the ministry", "the embassy could not be reached for comment", "a request for comment went unanswered",
"there was no comment from Accra". A silence is kept as such and never turned into a denial.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

COMMENT = frozenset(
    {"comment", "response", "reaction", "confirmation", "statement", "word", "reply", "explanation", "answer"}
)
_REACHED = frozenset({"reach", "contact"})
_UNANSWERED = frozenset({"unanswered", "unreturned"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A turn of silence: its cue tokens ``[start, end)``, who is silent, and the tokens that tell on what."""

    start: int
    end: int
    silent: Token | None
    about: tuple[int, int]


def find_silences(doc: Doc) -> Iterator[Silence]:
    """Every silence of the report told by a noun or by "reached for comment"."""
    for token in doc:
        lemma = token.lemma_.lower()
        if lemma in COMMENT and _no(token) is not None:
            yield from _no_comment(token)
        elif lemma in _REACHED and _for_comment(token) is not None and _negated(token):
            yield from _not_reached(token)
        elif lemma == "available" and _for_comment(token) is not None and _negated(token.head):
            yield from _not_available(token)
        elif lemma == "draw" and token.tag_ == "VBN" and _negated(token):
            yield from _not_drawn(token)
        elif token.lower_ in _UNANSWERED:
            yield from _unanswered(token)


def _no(noun: Token) -> Token | None:
    return next((c for c in noun.children if c.lower_ == "no" and c.dep_ == "det"), None)


def _negated(verb: Token) -> bool:
    return any(c.dep_ == "neg" for c in verb.children) or any(c.lower_ == "unable" for c in verb.ancestors)


def _no_comment(noun: Token) -> Iterator[Silence]:
    """“no comment (was available) from X”, “X had no comment”."""
    determiner = _no(noun)
    if determiner is None:
        return
    verb = noun.head
    if noun.dep_ in {"nsubj", "nsubjpass", "attr", "dobj"} and verb.pos_ in {"VERB", "AUX"}:
        silent = _behind(noun, verb, {"from", "by"})
        if (
            silent is None
            and noun.dep_ == "dobj"
            and verb.lemma_ in {"have", "offer", "give", "make", "issue", "provide"}
        ):
            silent = next((c for c in verb.children if c.dep_ == "nsubj"), None)
        if silent is not None:
            start, end = min(determiner.i, verb.i if noun.dep_ == "dobj" else determiner.i), max(noun.i, verb.i) + 1
            yield Silence(
                start=start, end=end, silent=silent, about=_on(noun, verb, (determiner.left_edge.i, noun.i + 1))
            )


def _behind(noun: Token, verb: Token, prepositions: set[str]) -> Token | None:
    for child in (*noun.children, *verb.children, *(g for c in verb.children if c.dep_ == "acomp" for g in c.children)):
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            return next((g for g in child.children if g.dep_ == "pobj"), None)
    return None


def _on(noun: Token, verb: Token, otherwise: tuple[int, int]) -> tuple[int, int]:
    """What the silence is about ("on the talks"), or else the words of the silence itself."""
    for child in (*noun.children, *verb.children):
        if child.dep_ == "prep" and child.lower_ in {"on", "about", "regarding", "concerning"}:
            matter = next((g for g in child.children if g.dep_ == "pobj"), None)
            if matter is not None:
                return matter.left_edge.i, matter.right_edge.i + 1
    return otherwise


def _for_comment(token: Token) -> Token | None:
    for child in token.children:
        if child.lower_ == "for" and child.dep_ == "prep":
            return next((g for g in child.children if g.lemma_ == "comment"), None)
    return None


def _not_reached(verb: Token) -> Iterator[Silence]:
    """“The embassy could not (immediately) be reached for comment”."""
    silent = next((c for c in verb.children if c.dep_ in {"nsubjpass", "dobj"}), None)
    comment = _for_comment(verb)
    if silent is not None and comment is not None:
        yield Silence(start=verb.i, end=verb.i + 1, silent=silent, about=(comment.head.i, comment.right_edge.i + 1))


def _not_drawn(verb: Token) -> Iterator[Silence]:
    """“The envoy would not be drawn on whether …”."""
    silent = next((c for c in verb.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
    matter = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ in {"on", "about"}), None)
    if silent is not None and matter is not None and matter.i + 1 <= matter.right_edge.i:
        start = min([verb.i, *(c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"})])
        yield Silence(start=start, end=verb.i + 1, silent=silent, about=(matter.i + 1, matter.right_edge.i + 1))


def _not_available(adjective: Token) -> Iterator[Silence]:
    silent = next((c for c in adjective.head.children if c.dep_ == "nsubj"), None)
    comment = _for_comment(adjective)
    if silent is not None and comment is not None:
        yield Silence(
            start=adjective.i, end=adjective.i + 1, silent=silent, about=(comment.head.i, comment.right_edge.i + 1)
        )


def _unanswered(word: Token) -> Iterator[Silence]:
    """“Requests for comment to the embassy went unanswered”."""
    subject = next((c for c in word.head.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or "comment" not in {t.lemma_ for t in subject.subtree}:
        return
    silent = next(
        (
            g
            for t in subject.subtree
            if t.dep_ == "prep" and t.lower_ in {"to", "with"}
            for g in t.children
            if g.dep_ == "pobj"
        ),
        None,
    )
    if silent is not None:
        yield Silence(
            start=word.i, end=word.i + 1, silent=silent, about=(subject.left_edge.i, subject.right_edge.i + 1)
        )
