"""What a thing is called ("called Fiji a “pariah”"), where the parse runs object and predicate together: told by the words that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from memcon.extract.statements.cues import Cue


_QUOTES = frozenset({"“", '"', "''", "``", "”", "‘", "’"})


def named_after(cue: Cue) -> tuple[int, int] | None:
    """“called Fiji a “pariah””, “called him useless”, where the parse runs object and predicate together: told by the words that follow."""
    doc, stop = cue.head.doc, int(cue.head.sent.end)
    at = cue.end
    if (
        cue.head.lemma_ == "consider"
        or cue.end != cue.head.i + 1
        or at >= stop
        or doc[at].pos_ not in {"PROPN", "NOUN", "PRON", "DET", "ADJ"}
    ):
        return None
    if doc[at].pos_ == "PRON" or (doc[at].lower_ in {"her", "his"} and doc[at + 1 : at + 2].text in _QUOTES):
        at += 1
    else:
        at = _after_noun_phrase(doc, at, stop)
    return (cue.end, _predicate_end(doc, at, stop)) if at < stop and _begins_predicate(doc[at]) else None


def _after_noun_phrase(doc: Doc, at: int, stop: int) -> int:
    noun = False
    while (
        at < stop
        and doc[at].pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "VERB"}
        and doc[at].text not in _QUOTES
    ):
        if noun and doc[at].pos_ in {"DET", "VERB"}:
            break
        noun = noun or doc[at].pos_ in {"NOUN", "PROPN"}
        at += 1
    return at if noun else stop


def _begins_predicate(token: Token) -> bool:
    return token.text in _QUOTES or token.pos_ == "ADJ" or token.lower_ in {"a", "an", "the"}


def _predicate_end(doc: Doc, at: int, stop: int) -> int:
    closing = next((t.i for t in doc[at + 1 : stop] if t.text in _QUOTES and t.i > at + 1), None)
    if closing is not None and any(t.text in _QUOTES for t in doc[at : at + 3]):
        return closing + 1
    head = doc[at]
    while head.dep_ in {"det", "amod", "compound", "advmod", "poss", "nmod"} and head.head.i > head.i:
        head = head.head
    return min(int(head.right_edge.i) + 1, stop)
