"""Where a content ends: with its sentence, unless another attribution takes over before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import own_subject, tense_of
from memcon.extract.statements.cues import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Cue


def end_of_content(cue: Cue, start: int, cues: tuple[Cue, ...], reading: Reading) -> int:
    """The content runs to the end of its sentence, unless another cue of the same speaker takes over before."""
    doc, sent = reading.doc, cue.head.sent
    end = sent.end
    colon = _colon_before_quotation(doc, start, end)
    if colon is not None:
        end = colon
    enclosing = _enclosing_end(cue, start)
    if enclosing is not None:
        end = min(end, enclosing)
    for other in cues:
        if other.start <= max(start, cue.end) or other.start >= end:
            continue
        stop = _takes_over(cue, other, doc)
        if stop is not None and stop > start:
            return stop
    return end


def _colon_before_quotation(doc: Doc, start: int, end: int) -> int | None:
    """Where a clause gives way to a quotation of its own: “said the offer was off: “We are done.””."""
    for token in doc[start : max(start, end - 1)]:
        if token.text == ":" and doc[token.i + 1].text in {"“", '"', "''", "«"}:
            return int(token.i)
    return None


def _enclosing_end(cue: Cue, start: int) -> int | None:
    """A statement inside another's clause ends with the clause that its own verb heads."""
    head = cue.head
    if cue.kind == "noun" and head.dep_ == "nsubj" and head.head.lemma_ == "be" and start > head.head.i:
        return int(head.head.right_edge.i) + 1
    if cue.kind == "noun" and start > head.right_edge.i and head.doc[start].dep_ == "mark":  # a "that" hung elsewhere
        return int(head.doc[start].head.right_edge.i) + 1
    if cue.kind == "noun" or head.dep_ in {"relcl", "acl", "advcl", "amod"}:
        return max(head.right_edge.i + 1, cue.tail.right_edge.i + 1)
    return None


def _takes_over(cue: Cue, other: Cue, doc: Doc) -> int | None:
    """Where the content of `cue` stops because `other` begins a new attribution: ", adding", "and said", ", according to", ", X reported."."""
    before = doc[other.start - 1]
    if other.kind == "source":
        return before.i if before.text == "," else other.start
    if other.kind != "verb":
        return None
    if (
        other.head.tag_ == "VBG"
        and before.text in {",", "and", "while", "by", "before", "also"}
        and other.head.dep_ in {"advcl", "conj", "acl", "xcomp", "ROOT", "dep", "pcomp", "prep", "ccomp", "relcl"}
    ):
        return before.i
    if before.text in {"and", "but"} or (before.pos_ == "ADV" and doc[before.i - 1].text in {"and", "but"}):
        goes_on = other.head.dep_ == "conj" and other.head.head.i == cue.head.i
        says = other.head.lemma_ in lexicon().goes_on and other.head.tag_ in {"VBD", "VBZ", "VBP"}
        turns = other.head.dep_ == "conj" and tense_of(other.head.head) != tense_of(other.head) == tense_of(cue.head)
        if own_subject(other.head) is None and (goes_on or says or turns):
            return before.i if before.text in {"and", "but"} else before.i - 1
    return _own_clause(other, doc) or _clause_of_another(cue, other, doc) or _trailing_clause(other, doc)


def _clause_of_another(cue: Cue, other: Cue, doc: Doc) -> int | None:
    """“, but the envoy said …”, “, while Fiji denies …”: a clause in which somebody else says something, in the tense of the cue."""
    subject = own_subject(other.head)
    if subject is None or subject.i > other.head.i or other.head.lemma_ not in lexicon().goes_on:
        return None
    mark = doc[subject.left_edge.i - 1]
    joined = mark.lower_ in {"but", "while", "though", "although", "and"} and doc[mark.i - 1].text == ","
    return int(mark.i) - 1 if joined and tense_of(other.head) == tense_of(cue.head) else None


def _own_clause(other: Cue, doc: Doc) -> int | None:
    """“, though she noted …”, “, but he warned …”: the same speaker, as a pronoun, in a clause of its own."""
    subject = own_subject(other.head)
    if (
        subject is None
        or subject.lower_ not in {"he", "she", "they", "it"}
        or subject.i > other.head.i
        or subject.i + 3 < other.head.i
    ):
        return None
    mark = doc[subject.i - 1]
    if mark.lower_ == "which" and doc[mark.i - 1].text == ",":  # "…, which he said would …"
        return int(mark.i) - 1
    if (
        other.head.lemma_ in lexicon().goes_on
        and mark.lower_ in {"but", "though", "although", "and", "while"}
        and doc[mark.i - 1].text == ","
    ):
        return int(mark.i) - 1
    return None


def _trailing_clause(other: Cue, doc: Doc) -> int | None:
    """“, the agency reported on Friday.” at the end of the sentence."""
    subject = own_subject(other.head)
    if subject is None or subject.i > other.head.i + 4 or other.head.dep_ in {"relcl", "acl"}:
        return None
    first = min(subject.left_edge.i, other.start)
    if first == 0 or doc[first - 1].text not in {",", "”", '"'}:
        return None
    rest = [
        t
        for t in doc[other.end : other.head.sent.end]
        if t.dep_ in {"nsubj", "nsubjpass", "dobj", "ccomp"} and t.i != subject.i and t.head.i == other.head.i
    ]
    verbs = [
        t
        for t in doc[other.end : other.head.sent.end]
        if t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP", "MD"}
    ]
    return None if rest or verbs else first - 1
