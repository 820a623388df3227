"""The clause that attributes: where it begins, what hangs on it, which words end a phrase of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import own_subject
from memcon.extract.statements.cues import lexicon
from memcon.extract.statements.speakers import quoting_verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.extract.statements.cues import Cue, Sense
    from memcon.extract.statements.speakers import Speaker
    from memcon.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The words said: their spans, and the sense of the cue by which they were found (``None`` for quotations)."""

    spans: tuple[Span, ...]
    sense: Sense | None
    quoted: bool = False


SUBJECT = frozenset({"nsubj", "nsubjpass"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def first_of_clause(cue: Cue, speaker: Speaker) -> int:
    """Where the attributing clause begins: at the cue or at its speaker, whichever comes first."""
    first = cue.start
    quoting = quoting_verb(cue.head)
    if quoting is not None:
        by = own_subject(quoting)
        return min(quoting.i, by.left_edge.i if by is not None else quoting.i)
    for child in cue.head.children:
        if child.dep_ in {"aux", "auxpass", "advmod", "neg"} and child.i < first:
            first = child.i
    if speaker.token is not None and speaker.token.i < cue.head.i and speaker.token.sent == cue.head.sent:
        own = own_subject(cue.head)
        if own is not None and own.i == speaker.token.i:
            first = min(first, own.left_edge.i)
    return first


def right_children(cue: Cue) -> Iterator[Token]:
    """The dependents of the cue that stand after it, in order."""
    tokens = dict.fromkeys((cue.tail, cue.head, *cue.tail.doc[cue.start : cue.end]))
    children = {child.i: child for token in tokens for child in token.children if child.i >= cue.end}
    for index in sorted(children):
        yield children[index]


def has_object(cue: Cue) -> bool:
    """Whether the cue has an object of its own, the one told aside (“told reporters”)."""
    return cue.head.lemma_ not in {"tell", "inform", "remind"} and any(
        c.dep_ in {"dobj", "xcomp", "ccomp", "attr"} for c in right_children(cue)
    )


def phrase_end(token: Token, cue: Cue) -> int:
    """End of the phrase of `token`, before a participle that goes on with the attribution (", adding that …")."""
    end = int(token.right_edge.i) + 1
    doc = token.doc
    for index in range(token.i + 1, end):
        word = doc[index]
        if (
            word.text == ","
            and index + 1 < end
            and doc[index + 1].tag_ == "VBG"
            and doc[index + 1].lemma_ in lexicon().goes_on
        ):
            return index
    return min(end, int(cue.head.sent.end))


def is_temporal(preposition: Token) -> bool:
    """Whether a preposition tells a time."""
    return any(child.ent_type_ in {"DATE", "TIME"} for child in preposition.children)


def says_something(doc: Doc, span: Span) -> bool:
    """Whether the words of `span` hold a finite verb."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words is not None and is_finite(doc, words.start, words.end)


def is_finite(doc: Doc, start: int, end: int) -> bool:
    """Whether the tokens ``[start, end)`` hold a finite verb."""
    return any(t.tag_ in FINITE for t in doc[start:end])


def token_at(doc: Doc, character: int) -> int | None:
    """Index of the first token at or after a character; ``None`` past the end."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < character:
            low = middle + 1
        else:
            high = middle
    return low if low < len(doc) else None
