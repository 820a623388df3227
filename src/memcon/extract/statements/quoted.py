"""Quotations at a cue: those that it closes (“…,” she said) and those that it opens (she said: “…”)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import trimmed
from memcon.extract.statements.cue_clause import first_of_clause, has_object, token_at
from memcon.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Cue
    from memcon.extract.statements.speakers import Speaker
    from memcon.language.quotations import Quotation


_TITLE = 5  # words


_LONG_QUOTATION = 4  # words from which a quotation can be a content by itself


def quotations_at(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> tuple[Span, ...]:
    """The quotations that the cue closes ("“…,” she said") or opens ("she said: “…”")."""
    before, after = _before(cue, speaker, reading), _after(cue, speaker, cues, reading)
    spans = [Span(q.start, q.end) for q in (*before, *after)]
    return tuple(content for span in spans if (content := trimmed_quote(reading.report.text, span)) is not None)


def quotation_of_sentence_before(cue: Cue, speaker: Speaker, reading: Reading) -> tuple[Span, ...]:
    """““We will wait.” The envoy told the agency.”: a quotation before a sentence that says only who said it."""
    first = first_of_clause(cue, speaker)
    if any(t.is_alpha for t in reading.doc[cue.head.sent.start : first]) or has_object(cue):
        return ()
    at = reading.doc[first].idx
    for index, quotation in enumerate(reading.quotations):
        if quotation.outer_end <= at and not _words_between(reading.doc, quotation.outer_end, first):
            return tuple(
                found
                for q in _with_continued(index, reading)
                if (found := trimmed_quote(reading.report.text, Span(q.start, q.end))) is not None
            )
    return ()


def trimmed_quote(text: str, span: Span) -> Span | None:
    """A quotation without the comma or full stop that belongs to the outer sentence; its own "?" and "!" stay."""
    start, end = span.start, span.end
    while end > start and text[end - 1] in ", \t\n":
        end -= 1
    return trimmed(text, start, end)


def _before(cue: Cue, speaker: Speaker, reading: Reading) -> list[Quotation]:
    """A quotation that ends just before the speaker and the cue, with those that it continues."""
    first = first_of_clause(cue, speaker)
    at = reading.doc[first].idx
    for index, quotation in enumerate(reading.quotations):
        if quotation.outer_end > at or _words_between(reading.doc, quotation.outer_end, first):
            continue
        closes = not _ends_a_sentence(reading, quotation) or _sentence_opens_with(cue, quotation, reading)
        if closes and _is_long(quotation, reading):
            return _with_continued(index, reading)
    return []


def _ends_a_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Whether the quotation ends with a full stop, so that what follows is a sentence of its own."""
    text = reading.report.text
    return text[quotation.end - 1] in ".…" or (text[quotation.outer_end : quotation.outer_end + 1] == ".")


def _sentence_opens_with(cue: Cue, quotation: Quotation, reading: Reading) -> bool:
    return reading.doc[cue.head.sent.start].idx < quotation.outer_end


def _with_continued(index: int, reading: Reading) -> list[Quotation]:
    first = index
    while first > 0 and reading.quotations[first].continues:
        first -= 1
    return list(reading.quotations[first : index + 1])


def _after(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> list[Quotation]:
    """A quotation that follows the cue with only the speaker, the addressee, the day and the place between."""
    last = max(
        cue.end, (speaker.token.right_edge.i + 1) if speaker.token is not None and speaker.token.i > cue.head.i else 0
    )
    limit = cue.head.sent.end
    for index, quotation in enumerate(reading.quotations):
        if quotation.outer_start < reading.doc[cue.head.i].idx:
            continue
        opening = token_at(reading.doc, quotation.outer_start)
        if opening is None or opening > limit or (opening == limit and reading.doc[limit - 1].text not in {":", ","}):
            return []
        if any(cue.end <= other.start < opening and other.kind == "verb" for other in cues):
            return []
        if (
            _only_circumstances(cue, last, opening, reading)
            and _is_long(quotation, reading)
            and _fills_clause(quotation, limit, reading)
        ):
            return _following(index, reading)
        return []
    return []


def _following(index: int, reading: Reading) -> list[Quotation]:
    found = [reading.quotations[index]]
    for quotation in reading.quotations[index + 1 :]:
        if not quotation.continues:
            break
        found.append(quotation)
    return found


def _fills_clause(quotation: Quotation, limit: int, reading: Reading) -> bool:
    """Whether nothing of weight follows the quotation in its sentence: else it is a quoted part of a longer clause."""
    end = token_at(reading.doc, quotation.outer_end)
    if end is None or end >= limit:
        return True
    rest = [t for t in reading.doc[end:limit] if not t.is_punct and not t.is_space]
    return (
        len(rest) == 0
        or reading.doc[end].text in {",", ";", ".", "—", "–", "-"}
        or reading.doc[end].lower_ in {"and", "adding", "while", "in", "on", "during", "after"}
    )


def _only_circumstances(cue: Cue, start: int, stop: int, reading: Reading) -> bool:
    """Whether the tokens between the cue and a quotation tell only when, where and to whom."""
    for token in reading.doc[start:stop]:
        if token.is_punct or token.is_space or token.lower_ == "that":
            if token.lower_ == "that" and stop - token.i > 1 + sum(t.is_punct for t in reading.doc[token.i : stop]):
                return False
            continue
        if token.dep_ in {"nsubj", "nsubjpass", "ROOT"} and token.i > cue.end and token.head.i != cue.head.i:
            return False
        if token.pos_ in {"VERB", "AUX"} and token.tag_ not in {"VBG", "VBN"}:
            return False
    return True


def _is_long(quotation: Quotation, reading: Reading) -> bool:
    words = reading.report.text[quotation.start : quotation.end].split()
    if len(words) <= _TITLE and all(word[:1].isupper() for word in words) and words[-1][-1] not in ",.?!":
        return False  # the title of a programme or a book
    return len(words) >= _LONG_QUOTATION or (len(words) > 1 and reading.report.text[quotation.end - 1] in ",.?!")


def _words_between(doc: Doc, start_character: int, token: int) -> bool:
    first = token_at(doc, start_character)
    if first is None:
        return True
    return any(not t.is_punct and not t.is_space and t.lower_ not in {"and", "but", "as"} for t in doc[first:token])
