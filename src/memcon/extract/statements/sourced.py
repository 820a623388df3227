"""Contents without a verb of saying: around “according to”, and what is “reportedly” so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters, subtree_span
from memcon.extract.statements.cue_clause import Content, says_something
from memcon.extract.statements.ends import end_of_content

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Cue
    from memcon.model import Span


def around_source(cue: Cue, cues: tuple[Cue, ...], reading: Reading) -> Content | None:
    """“According to X, …”, “…, according to X.”: the rest of the sentence or clause."""
    doc, sent = reading.doc, cue.head.sent
    start, end = _source_phrase(cue, doc)
    if start <= sent.start + 1:
        after = characters(doc, end, end_of_content(cue, end, cues, reading))
        return _content(cue, after)
    lead = characters(doc, _clause_start(doc, sent.start, start), start)
    if (end < sent.end and doc[end - 1].text == ",") or (end < sent.end and doc[end].text == ","):
        after = characters(doc, end, sent.end)
        if after is not None and says_something(doc, after) and lead is not None and doc[start - 1].text == ",":
            return Content(spans=(lead, after), sense=cue.senses[0])
    return _content(cue, lead)


def _content(cue: Cue, span: Span | None) -> Content | None:
    return Content(spans=(span,), sense=cue.senses[0]) if span is not None else None


def _clause_start(doc: Doc, start: int, stop: int) -> int:
    """Start of the clause before an "according to": after the last semicolon."""
    for index in range(stop - 1, start, -1):
        if doc[index].text == ";":
            return index + 1
    return start


def _source_phrase(cue: Cue, doc: Doc) -> tuple[int, int]:
    """Tokens of "according to the ministry": to its comma, or to the end of the noun phrase."""
    last = cue.tail
    noun = next((c for c in last.children if c.dep_ in {"pobj", "dobj"}), None)
    end = noun.right_edge.i + 1 if noun is not None else cue.end
    if cue.start <= cue.head.sent.start + 1:
        comma = next((t.i for t in doc[cue.end : cue.head.sent.end] if t.text == "," and not _in_apposition(t)), None)
        if comma is not None and (comma < end or noun is None or comma <= end + 6):
            end = max(comma + 1, cue.end)
    return cue.start, end


def _in_apposition(comma: Token) -> bool:
    following = comma.doc[comma.i + 1 : comma.i + 2]
    return bool(following) and (
        comma.head.dep_ == "appos"
        or any(c.dep_ == "appos" and c.left_edge.i == comma.i + 1 for c in comma.head.children)
    )


def hearsay(cue: Cue, reading: Reading) -> Content | None:
    """“has reportedly agreed …”: the clause that the adverb stands in, around it."""
    head = cue.head.head
    doc = reading.doc
    if head.dep_ in {"acl", "relcl", "amod", "pcomp"} or head.i == cue.head.i:
        span = characters(doc, cue.end, max(cue.end, head.right_edge.i + 1))
        return _content(cue, span)
    start, end = subtree_span(head)
    before = characters(doc, max(start, cue.head.sent.start), cue.start)
    after = characters(doc, cue.end, min(end, cue.head.sent.end))
    spans = tuple(span for span in (before, after) if span is not None)
    return Content(spans=spans, sense=cue.senses[0]) if spans else None
