"""Quotations at a cue: those that it closes (“…,” she said) and those that it opens (she said: “…”)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import is_passive, trimmed
from memcon.extract.statements.cue_clause import first_of_clause, has_object, token_at
from memcon.extract.statements.cues import lexicon
from memcon.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

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
    start = _lead(before[0], cue, cues, reading) if before else None
    if start is not None:
        led = Span(start, before[0].outer_end)
        rest = (found for span in spans[1:] if (found := trimmed_quote(reading.report.text, span)) is not None)
        return (led, *rest)
    return tuple(content for span in spans if (content := trimmed_quote(reading.report.text, span)) is not None)


def _lead(quotation: Quotation, cue: Cue, cues: tuple[Cue, ...], reading: Reading) -> int | None:
    """Where a content that ends with `quotation` begins before it ("The talks are “far from over,” she said"); ``None`` where nothing leads to it."""
    sent = cue.head.sent
    first = token_at(reading.doc, quotation.outer_start)
    if first is None or not sent.start < first <= cue.start:
        return None
    lead = [t for t in reading.doc[sent.start : first] if not t.is_punct and not t.is_space]
    others = [c for c in cues if sent.start <= c.start < first and c is not cue]
    tells = not any(_attributes(c) for c in others) and any(t.dep_ in {"nsubj", "nsubjpass"} for t in lead)
    if not tells or lead[0].tag_ in {"VBN", "VBG"} or not _leads_to(reading.doc[first - 1]):
        return None
    return int(lead[0].idx)


def _attributes(cue: Cue) -> bool:
    """Whether a cue before a quotation has a statement of its own: it heads a main clause, and says more than what somebody thinks."""
    if cue.kind != "verb" or all(sense.mind for sense in cue.senses):
        return cue.kind == "source"
    if cue.head.tag_ == "VBG":
        return True
    finite = cue.head.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.tag_ in {"VBD", "VBZ", "VBP"} for c in cue.head.children if c.dep_ == "aux"
    )
    return (
        finite
        and not is_passive(cue.head)
        and (cue.head.dep_ not in {"relcl", "acl", "advcl"} or cue.head.lemma_ in lexicon().goes_on)
    )


def _leads_to(token: Token) -> bool:
    """Whether the word or mark before a quotation belongs to its clause: no colon, no other quotation that ends there."""
    return token.text not in {":", "”", ";", ".", "?", "!"}


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
        if closes and _is_long(quotation, reading) and not _belongs_to_another(quotation, cue, first, reading):
            return _with_continued(index, reading)
    return []


def _belongs_to_another(quotation: Quotation, cue: Cue, first: int, reading: Reading) -> bool:
    """“…called it “unhelpful,” saying that …”: a quotation before a participle that has a clause of its own, or a word quoted in mid-sentence."""
    joined = cue.head.tag_ == "VBG" or reading.doc[first - 1].lower_ in {"and", "but"}
    if joined and any(c.dep_ in {"ccomp", "xcomp"} and c.i > cue.head.i for c in cue.head.children):
        return True
    single = len(reading.report.text[quotation.start : quotation.end].split()) == 1
    return single and not _begins_a_sentence(quotation, reading)


def _begins_a_sentence(quotation: Quotation, reading: Reading) -> bool:
    before = reading.report.text[max(0, quotation.outer_start - 3) : quotation.outer_start].rstrip()
    return (
        not before
        or before[-1] in ".?!”\"'"
        or "\n" in reading.report.text[quotation.outer_start - 1 : quotation.outer_start]
    )


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
        or reading.doc[end].lower_ in {"and", "adding", "while", "when", "in", "on", "during", "after"}
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
    return len(words) >= _LONG_QUOTATION or (bool(words) and reading.report.text[quotation.end - 1] in ",.?!")


def _words_between(doc: Doc, start_character: int, token: int) -> bool:
    first = token_at(doc, start_character)
    if first is None:
        return True
    return any(not t.is_punct and not t.is_space and t.lower_ not in {"and", "but", "as"} for t in doc[first:token])
