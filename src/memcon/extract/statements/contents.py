"""What is said at a cue: which words of the report are the content.

Three ways, tried in this order: a quotation that the cue introduces or closes; a clause after or before the cue; the object or phrase that the
cue's sense takes. The parse tells which words belong to the cue; commas, quotation marks and following cues tell where a content ends, since the
parse is least sure there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters, is_negated, trimmed
from memcon.extract.statements.clauses import clause_content
from memcon.extract.statements.cue_clause import Content
from memcon.extract.statements.ends import end_of_content
from memcon.extract.statements.phrases import by_sense, unsaid
from memcon.extract.statements.quoted import quotation_of_sentence_before, quotations_at
from memcon.extract.statements.sourced import around_source, hearsay
from memcon.extract.statements.wordlists import listed
from memcon.model import Span

if TYPE_CHECKING:
    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Cue
    from memcon.extract.statements.speakers import Speaker


def content_of(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> Content | None:
    """The content at `cue`, or ``None`` where nothing is said. Inside a quotation it ends with the quotation."""
    content = _unclipped(cue, speaker, cues, reading)
    if content is not None and not content.quoted:
        content = replace(content, spans=tuple(_closed(span, reading) for span in content.spans))
    around = next((q for q in reading.quotations if q.start <= cue.head.idx < q.end), None)
    if content is None or around is None:
        return content
    clipped = (trimmed(reading.report.text, max(s.start, around.start), min(s.end, around.end)) for s in content.spans)
    spans = tuple(span for span in clipped if span is not None)
    return replace(content, spans=spans) if spans else None


_MARKS = 3  # characters: a full stop and a closing mark


def _closed(span: Span, reading: Reading) -> Span:
    """The span with the closing mark of a quotation that begins in it and ends just behind it."""
    for quotation in reading.quotations:
        inside = span.start <= quotation.outer_start < span.end
        if inside and span.end < quotation.outer_end <= span.end + _MARKS:
            return Span(span.start, quotation.outer_end)
    return span


def _unclipped(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> Content | None:
    if cue.kind == "hearsay":
        return hearsay(cue, reading)
    if cue.kind == "source":
        return around_source(cue, cues, reading)
    clause = min((sense for sense in cue.senses if "clause" in sense.takes), key=lambda sense: sense.open, default=None)
    saying = next((sense for sense in cue.senses if sense.open and {"clause", "quotation"} & set(sense.takes)), None)
    says = saying is not None and "clause" in saying.takes
    if saying is not None and (cue.kind != "noun" or reading.doc[cue.end : cue.end + 1].text in {":", ",", "that"}):
        quoted = quotations_at(cue, speaker, cues, reading)
        if quoted:
            return Content(spans=quoted, sense=clause or saying, quoted=True)
    infinitive = by_sense(cue, "to", reading)
    if infinitive is not None:
        return infinitive
    if clause is not None:
        spans = clause_content(cue, speaker, cues, reading)
        if spans:
            return Content(spans=spans, sense=clause)
    for takes in ("small", "about", "thing"):
        found = by_sense(cue, takes, reading)
        if found is not None:
            return found
    if speaker.document is not None and cue.kind == "verb" and cue.head.lemma_ in listed("shows"):
        shown = characters(reading.doc, cue.end, end_of_content(cue, cue.end, cues, reading))
        if shown is not None:
            return Content(spans=(shown,), sense=cue.senses[0])
    if cue.kind == "verb" and is_negated(cue.head):
        matter = unsaid(cue, reading)
        if matter is not None:
            return Content(spans=(matter,), sense=cue.senses[0])
    if clause is not None and says and cue.kind == "verb":
        quoted = quotation_of_sentence_before(cue, speaker, reading)
        if quoted:
            return Content(spans=quoted, sense=clause, quoted=True)
    return None
