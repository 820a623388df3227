"""What is said at a cue: which words of the report are the content.

Three ways, tried in this order: a quotation that the cue introduces or closes; a clause after or before the cue; the object or phrase that the
cue's sense takes. The parse tells which words belong to the cue; commas, quotation marks and following cues tell where a content ends, since the
parse is least sure there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memcon.extract.grammar import characters, is_negated, is_passive, own_subject, subtree_span, trimmed
from memcon.extract.speakers import quoting_verb
from memcon.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from memcon.extract.cues import Cue, Sense
    from memcon.extract.reading import Reading
    from memcon.extract.speakers import Speaker
    from memcon.language.quotations import Quotation

_BETWEEN = frozenset({"ADP", "ADV", "DET", "PUNCT", "SPACE", "PART", "SCONJ", "NUM", "CCONJ"})
_TITLE = 5  # words
_LONG_QUOTATION = 4  # words from which a quotation can be a content by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The words said: their spans, and the sense of the cue by which they were found (``None`` for quotations)."""

    spans: tuple[Span, ...]
    sense: Sense | None
    quoted: bool = False


def content_of(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> Content | None:
    """The content at `cue`, or ``None`` where nothing is said. Inside a quotation it ends with the quotation."""
    content = _unclipped(cue, speaker, cues, reading)
    around = next((q for q in reading.quotations if q.start <= cue.head.idx < q.end), None)
    if content is None or around is None:
        return content
    clipped = (trimmed(reading.doc.text, max(s.start, around.start), min(s.end, around.end)) for s in content.spans)
    spans = tuple(span for span in clipped if span is not None)
    return replace(content, spans=spans) if spans else None


def _unclipped(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> Content | None:
    if cue.kind == "hearsay":
        return _hearsay(cue, reading)
    if cue.kind == "source":
        return _around_source(cue, cues, reading)
    clause = min((sense for sense in cue.senses if "clause" in sense.takes), key=lambda sense: sense.open, default=None)
    saying = next((sense for sense in cue.senses if sense.open and {"clause", "quotation"} & set(sense.takes)), None)
    says = saying is not None and "clause" in saying.takes
    if saying is not None:
        quoted = _quotations_at(cue, speaker, cues, reading)
        if quoted:
            return Content(spans=quoted, sense=clause or saying, quoted=True)
    infinitive = _by_sense(cue, "to", reading)
    if infinitive is not None:
        return infinitive
    if clause is not None:
        spans = _clause(cue, speaker, cues, reading)
        if spans:
            return Content(spans=spans, sense=clause)
    for takes in ("small", "about", "thing"):
        found = _by_sense(cue, takes, reading)
        if found is not None:
            return found
    if cue.kind == "verb" and is_negated(cue.head):
        unsaid = _unsaid(cue, reading)
        if unsaid is not None:
            return Content(spans=(unsaid,), sense=cue.senses[0])
    if clause is not None and says and cue.kind == "verb":
        quoted = _quotation_of_sentence_before(cue, speaker, reading)
        if quoted:
            return Content(spans=quoted, sense=clause, quoted=True)
    return None


def _has_object(cue: Cue) -> bool:
    return cue.head.lemma_ not in {"tell", "inform", "remind"} and any(c.dep_ in {"dobj", "xcomp", "ccomp", "attr"} for c in _right_children(cue))


def _unsaid(cue: Cue, reading: Reading) -> Span | None:
    """What somebody "has not commented on", "did not respond to": the phrase after the verb."""
    phrases = [c for c in _right_children(cue) if c.dep_ in {"prep", "dobj", "ccomp", "xcomp"} and not _temporal(c)]
    if not phrases:
        return None
    first = phrases[0]
    inner = next((c for c in first.children if c.dep_ == "pobj"), first) if first.dep_ == "prep" else first
    return characters(reading.doc, inner.left_edge.i, _phrase_end(first, cue))


def _quotation_of_sentence_before(cue: Cue, speaker: Speaker, reading: Reading) -> tuple[Span, ...]:
    """"“We will wait.” The envoy told the agency.": a quotation before a sentence that says only who said it."""
    first = _first_of_clause(cue, speaker)
    if any(t.is_alpha for t in reading.doc[cue.head.sent.start : first]) or _has_object(cue):
        return ()
    at = reading.doc[first].idx
    for index, quotation in enumerate(reading.quotations):
        if quotation.outer_end <= at and not _words_between(reading.doc, quotation.outer_end, first):
            return tuple(
                found
                for q in _with_continued(index, reading)
                if (found := trimmed_quote(reading.doc.text, Span(q.start, q.end))) is not None
            )
    return ()


# ---------------------------------------------------------------- quotations


def _quotations_at(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> tuple[Span, ...]:
    """The quotations that the cue closes ("“…,” she said") or opens ("she said: “…”")."""
    before, after = _before(cue, speaker, reading), _after(cue, speaker, cues, reading)
    spans = [Span(q.start, q.end) for q in (*before, *after)]
    return tuple(content for span in spans if (content := trimmed_quote(reading.doc.text, span)) is not None)


def trimmed_quote(text: str, span: Span) -> Span | None:
    """A quotation without the comma or full stop that belongs to the outer sentence; its own "?" and "!" stay."""
    start, end = span.start, span.end
    while end > start and text[end - 1] in ", \t\n":
        end -= 1
    return trimmed(text, start, end)


def _before(cue: Cue, speaker: Speaker, reading: Reading) -> list[Quotation]:
    """A quotation that ends just before the speaker and the cue, with those that it continues."""
    first = _first_of_clause(cue, speaker)
    at = reading.doc[first].idx
    for index, quotation in enumerate(reading.quotations):
        if quotation.outer_end <= at and not _words_between(reading.doc, quotation.outer_end, first) and _is_long(quotation, reading):
            if not _ends_a_sentence(reading, quotation) or _sentence_opens_with(cue, quotation, reading):
                return _with_continued(index, reading)
    return []


def _ends_a_sentence(reading: Reading, quotation: Quotation) -> bool:
    """Whether the quotation ends with a full stop, so that what follows is a sentence of its own."""
    text = reading.doc.text
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
    last = max(cue.end, (speaker.token.right_edge.i + 1) if speaker.token is not None and speaker.token.i > cue.head.i else 0)
    limit = cue.head.sent.end
    for index, quotation in enumerate(reading.quotations):
        if quotation.outer_start < reading.doc[cue.head.i].idx:
            continue
        opening = _token_at(reading.doc, quotation.outer_start)
        if opening is None or opening > limit or (opening == limit and reading.doc[limit - 1].text not in {':', ','}):
            return []
        if any(cue.end <= other.start < opening and other.kind == "verb" for other in cues):
            return []
        if _only_circumstances(cue, last, opening, reading) and _is_long(quotation, reading) and _fills_clause(quotation, limit, reading):
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
    end = _token_at(reading.doc, quotation.outer_end)
    if end is None or end >= limit:
        return True
    rest = [t for t in reading.doc[end:limit] if not t.is_punct and not t.is_space]
    return len(rest) == 0 or reading.doc[end].text in {",", ";", ".", "—", "–", "-"} or reading.doc[end].lower_ in {"and", "adding", "while", "in", "on", "during", "after"}


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
    words = reading.doc.text[quotation.start : quotation.end].split()
    if len(words) <= _TITLE and all(word[:1].isupper() for word in words) and words[-1][-1] not in ",.?!":
        return False  # the title of a programme or a book
    return len(words) >= _LONG_QUOTATION or (len(words) > 1 and reading.doc.text[quotation.end - 1] in ",.?!")


def _token_at(doc: Doc, character: int) -> int | None:
    """Index of the first token at or after a character; ``None`` past the end."""
    low, high = 0, len(doc)
    while low < high:
        middle = (low + high) // 2
        if doc[middle].idx < character:
            low = middle + 1
        else:
            high = middle
    return low if low < len(doc) else None


def _words_between(doc: Doc, start_character: int, token: int) -> bool:
    first = _token_at(doc, start_character)
    if first is None:
        return True
    return any(not t.is_punct and not t.is_space and t.lower_ not in {"and", "but", "as"} for t in doc[first:token])


def _first_of_clause(cue: Cue, speaker: Speaker) -> int:
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


# ---------------------------------------------------------------- clauses


def _clause(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> tuple[Span, ...]:
    after = _clause_after(cue, speaker, cues, reading)
    if after is not None:
        return (after,)
    says = any(sense.open for sense in cue.senses if "clause" in sense.takes)
    return _clause_before(cue, speaker, cues, reading) if says else ()


def _clause_after(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> Span | None:
    start = _complement_start(cue, speaker)
    if start is None:
        return None
    return characters(reading.doc, start, _end_of_content(cue, start, cues, reading))


def _complement_start(cue: Cue, speaker: Speaker) -> int | None:
    """First token of the clause that the cue takes after it."""
    tail, head = cue.tail, cue.head
    children = [c for t in dict.fromkeys((tail, head)) for c in t.children]
    clauses = [c for c in children if c.dep_ in {"ccomp", "acl", "relcl", "pcomp"} or (c.dep_ in {"xcomp", "dep", "advcl", "parataxis", "conj"} and _has_that(c))]
    for clause in sorted(clauses, key=lambda c: c.i):
        if clause.i >= cue.end and (clause.dep_ == "ccomp" or cue.kind != "noun" or _has_that(clause)):
            if cue.kind == "noun" and clause.dep_ in {"acl", "relcl"} and not _has_that(clause):
                continue
            if cue.kind != "noun" and clause.dep_ in {"acl", "relcl"} and not _has_that(clause):
                continue
            return _from_cue(max(cue.end, clause.left_edge.i), cue, speaker)
    if cue.kind == "noun":
        return _that_after(cue)
    if cue.kind == "adjective" or not any(sense.open for sense in cue.senses):
        return None
    return _finite_after(cue, speaker)


def _that_after(cue: Cue) -> int | None:
    """"reports this week that …": the "that" that the parse hangs elsewhere."""
    for token in cue.head.doc[cue.end : min(cue.end + 4, cue.head.sent.end)]:
        if token.lower_ == "that" and token.dep_ == "mark":
            return int(token.i)
        if token.is_punct or token.pos_ in {"VERB", "AUX"}:
            return None
    return None


def _from_cue(start: int, cue: Cue, speaker: Speaker) -> int:
    """A complement that the parse begins too late ("said the | talks would …") begins after the speaker instead."""
    if speaker.token is not None and cue.end <= start <= speaker.token.i:
        return speaker.token.right_edge.i + 1
    return start


def _has_that(clause: Token) -> bool:
    return any(child.lower_ in {"that", "whether", "if", "how", "why", "what"} and child.dep_ in {"mark", "advmod", "dobj", "nsubj", "attr"} for child in clause.children)


def _finite_after(cue: Cue, speaker: Speaker) -> int | None:
    """Where the parse gives no complement: after the cue and its circumstances, if a "that" or a subject with a finite verb follows."""
    sent, doc = cue.head.sent, cue.head.doc
    begin = max(cue.end, (speaker.token.right_edge.i + 1) if speaker.token is not None and speaker.token.i > cue.head.i else 0)
    for token in doc[begin : sent.end]:
        if token.lower_ == "that" and token.pos_ == "SCONJ":
            return int(token.i)
        if token.text in {";", ":"} or (token.text == "," and token.i > cue.end + 8) or _is_conjunct(token, cue):
            break
    start = _after_circumstances(begin, cue)
    rest = doc[start : sent.end]
    if start >= sent.end or doc[start].text in {",", ";", ".", "and", "but"} or doc[start].is_punct:
        return None
    subject = next((t for t in rest if t.dep_ in SUBJECT and t.i > start - 1), None)
    verb = next((t for t in rest if t.tag_ in {"VBD", "VBZ", "VBP", "MD"}), None)
    return start if subject is not None and verb is not None and subject.i < verb.i and not _is_conjunct(verb, cue) else None


def _is_conjunct(token: Token, cue: Cue) -> bool:
    return token.dep_ == "conj" and token.head.i == cue.head.i


def _after_circumstances(begin: int, cue: Cue) -> int:
    """Past the day, the place and the hearer ("on Monday", "in Geneva", "reporters")."""
    start = begin
    for child in cue.head.children:
        short = child.right_edge.i - child.left_edge.i < 6  # noqa: PLR2004 - words: a circumstance, not a clause
        if child.left_edge.i == start and short and child.dep_ in {"prep", "npadvmod", "advmod", "dobj", "dative", "tmod"}:
            start = int(child.right_edge.i) + 1
    return start


def _end_of_content(cue: Cue, start: int, cues: tuple[Cue, ...], reading: Reading) -> int:
    """The content runs to the end of its sentence, unless another cue of the same speaker takes over before."""
    doc, sent = reading.doc, cue.head.sent
    end = sent.end
    enclosing = _enclosing_end(cue, cues)
    if enclosing is not None:
        end = min(end, enclosing)
    for other in cues:
        if other.start <= max(start, cue.end) or other.start >= end:
            continue
        stop = _takes_over(cue, other, doc)
        if stop is not None and stop > start:
            return stop
    return end


def _enclosing_end(cue: Cue, cues: tuple[Cue, ...]) -> int | None:
    """A statement inside another's clause ends with the clause that its own verb heads."""
    head = cue.head
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
    if other.head.tag_ == "VBG" and before.text in {",", "and", "while", "by", "before", "also"} and other.head.dep_ in {"advcl", "conj", "acl", "xcomp", "ROOT", "dep", "pcomp", "prep", "ccomp", "relcl"}:
        return before.i
    if before.text in {"and", "but"} or (before.pos_ == "ADV" and doc[before.i - 1].text in {"and", "but"}):
        goes_on = other.head.dep_ == "conj" and other.head.head.i == cue.head.i
        says = other.head.lemma_ in _CONTINUERS and other.head.tag_ in {"VBD", "VBZ", "VBP"}
        if own_subject(other.head) is None and (goes_on or says):
            return before.i if before.text in {"and", "but"} else before.i - 1
    return _own_clause(cue, other, doc) or _trailing_clause(other, doc)


def _own_clause(cue: Cue, other: Cue, doc: Doc) -> int | None:
    """", though she noted …", ", but he warned …": the same speaker, as a pronoun, in a clause of its own."""
    subject = own_subject(other.head)
    if subject is None or subject.lower_ not in {"he", "she", "they", "it"} or subject.i > other.head.i or subject.i + 3 < other.head.i:
        return None
    mark = doc[subject.i - 1]
    if other.head.lemma_ in _CONTINUERS and mark.lower_ in {"but", "though", "although", "and", "while"} and doc[mark.i - 1].text == ",":
        return int(mark.i) - 1
    return None


def _trailing_clause(other: Cue, doc: Doc) -> int | None:
    """", the agency reported on Friday." at the end of the sentence."""
    subject = own_subject(other.head)
    if subject is None or subject.i > other.head.i + 4 or other.head.dep_ in {"relcl", "acl"}:
        return None
    first = min(subject.left_edge.i, other.start)
    if first == 0 or doc[first - 1].text not in {",", "”", '"'}:
        return None
    rest = [t for t in doc[other.end : other.head.sent.end] if t.dep_ in {"nsubj", "nsubjpass", "dobj", "ccomp"} and t.i != subject.i and t.head.i == other.head.i]
    verbs = [t for t in doc[other.end : other.head.sent.end] if t.pos_ in {"VERB", "AUX"} and t.tag_ in {"VBD", "VBZ", "VBP", "MD"}]
    return None if rest or verbs else first - 1


def _clause_before(cue: Cue, speaker: Speaker, cues: tuple[Cue, ...], reading: Reading) -> tuple[Span, ...]:
    """"…, he said (on Monday)." and "The talks, he said, would go on."."""
    if cue.kind != "verb" or cue.head.dep_ in {"relcl", "acl"} or _has_object(cue):
        return ()
    doc, sent = reading.doc, cue.head.sent
    first = _first_of_clause(cue, speaker)
    if speaker.token is not None and speaker.token.i > cue.head.i:  # "…, said the minister"
        first = min(first, cue.start)
    if first <= sent.start + 1 or doc[first - 1].text not in {",", "”", '"', "—", "–", "?", "!", "-", "’"}:
        return ()
    lead = characters(doc, int(sent.start), first)
    after = max(cue.end, (speaker.token.right_edge.i + 1) if speaker.token is not None and speaker.token.i > cue.head.i else 0)
    follows = next((t.i for t in doc[after : min(after + 8, sent.end)] if t.text == ","), None)
    tail = None
    if follows is not None and _finite(doc, follows + 1, sent.end) and not any(o.start == follows + 1 for o in cues):
        tail = characters(doc, follows + 1, _end_of_content(cue, follows + 1, cues, reading))
    if lead is not None and not _says_something(doc, lead):
        lead = None
    return tuple(span for span in (lead, tail) if span is not None)


def _says_something(doc: Doc, span: Span) -> bool:
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    return words is not None and _finite(doc, words.start, words.end)


def _finite(doc: Doc, start: int, end: int) -> bool:
    return any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} for t in doc[start:end])


# ---------------------------------------------------------------- objects and phrases


def _by_sense(cue: Cue, takes: str, reading: Reading) -> Content | None:
    for sense in cue.senses:
        if takes not in sense.takes:
            continue
        bounds = _BY[takes](cue, sense)
        if bounds is None:
            continue
        start, end = bounds
        span = characters(reading.doc, start, end)
        if span is not None:
            return Content(spans=(span,), sense=sense)
    return None


def _infinitive(cue: Cue, sense: Sense) -> tuple[int, int] | None:
    """"urged Ghana to wait", "offered to mediate": the infinitive with what stands between it and the cue."""
    for child in _right_children(cue):
        if child.dep_ in {"xcomp", "ccomp", "acl", "advcl", "relcl"} and _is_infinitive(child):
            start = _object_start(cue, child)
            return start, _phrase_end(child, cue)
        if child.dep_ == "prep" and cue.kind == "noun":
            inner = _inner_infinitive(child) if child.lower_ in {"from", "by"} else None
            if inner is not None:
                return inner.left_edge.i, _phrase_end(inner, cue)
            continue
        if child.dep_ in {"dobj", "pobj", "dative", "prep"} and (inner := _inner_infinitive(child)) is not None and cue.kind == "verb":
            return max(cue.end, child.left_edge.i), _phrase_end(inner, cue)
    return None


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _inner_infinitive(noun: Token) -> Token | None:
    """The infinitive that the parse hangs on the object: "called on [all parties to stop]"."""
    for child in noun.subtree:
        if child.dep_ in {"acl", "relcl", "xcomp", "ccomp", "advcl"} and _is_infinitive(child) and child.i > noun.i:
            return child
    return None


def _object_start(cue: Cue, infinitive: Token) -> int:
    between = [c for c in _right_children(cue) if c.i < infinitive.i and c.dep_ in {"dobj", "dative", "pobj", "prep", "nsubj"} and c.dep_ != "npadvmod"]
    starts = [c.left_edge.i for c in between if c.i >= cue.end and c.dep_ != "prep"]
    return max(cue.end, min([infinitive.left_edge.i, *starts]))


def _right_children(cue: Cue) -> Iterator[Token]:
    tokens = dict.fromkeys((cue.tail, cue.head, *cue.tail.doc[cue.start : cue.end]))
    children = {child.i: child for token in tokens for child in token.children if child.i >= cue.end}
    for index in sorted(children):
        yield children[index]


def _about(cue: Cue, sense: Sense) -> tuple[int, int] | None:
    """A phrase with one of the sense's prepositions: "warned of famine", "accused Fiji of spying", "called for calm"."""
    last = cue.tail.doc[cue.end - 1]
    if last.i != cue.head.i and last.lower_ in sense.prepositions:  # the preposition is part of the cue
        inner = [c for c in last.children if c.dep_ in {"pobj", "pcomp"}] or [c for c in _right_children(cue) if c.dep_ in {"dobj", "pobj", "pcomp"}]
        if inner:
            return max(cue.end, inner[0].left_edge.i), max(_phrase_end(c, cue) for c in inner)
        return None
    if is_passive(cue.head) or cue.head.dep_ in {"acl", "amod"} or cue.kind != "verb":
        objects: list[Token] = []
    else:
        objects = [c for c in _right_children(cue) if c.dep_ == "dobj"]
    prepositions = [c for c in _candidates(cue, objects) if c.dep_ in {"prep", "agent", "mark"} and c.lower_ in sense.prepositions and c.i >= cue.end]
    if not prepositions:
        return None
    start = min([c.left_edge.i for c in (*objects, prepositions[0]) if c.i >= cue.end])
    return max(cue.end, start), max(_phrase_end(c, cue) for c in (*objects, prepositions[0]))


def _candidates(cue: Cue, objects: list[Token]) -> Iterable[Token]:
    yield from _right_children(cue)
    for noun in objects:
        yield from (c for c in noun.children if c.i > noun.i)


def _small(cue: Cue, sense: Sense) -> tuple[int, int] | None:
    """"called the deal a mistake": the object with what it is said to be."""
    if is_passive(cue.head):
        return None
    clause = next((c for c in _right_children(cue) if c.dep_ in {"ccomp", "xcomp"} and any(g.dep_ in SUBJECT for g in c.children) and c.pos_ in {"NOUN", "ADJ", "PROPN"}), None)
    if clause is not None:
        return max(cue.end, clause.left_edge.i), _phrase_end(clause, cue)
    objects = [c for c in _right_children(cue) if c.dep_ in {"dobj", "oprd", "attr"}]
    if len(objects) < 2:
        return None
    return max(cue.end, objects[0].left_edge.i), _phrase_end(objects[-1], cue)


SUBJECT = frozenset({"nsubj", "nsubjpass"})
_COMPLEMENTS = frozenset({"dobj", "pobj", "attr", "oprd", "prep", "pcomp", "xcomp", "ccomp"})
_OF_THE_OBJECT = frozenset({"for", "as", "of", "on", "over", "against", "to", "from", "about", "with", "into"})


def _thing(cue: Cue, sense: Sense) -> tuple[int, int] | None:
    """The object, or the subject of a passive ("The offer was rejected")."""
    verb = cue.head
    if cue.kind == "noun":
        return None
    if is_passive(verb):
        subject = next((c for c in verb.children if c.dep_ in {"nsubjpass", "csubjpass"}), None)
        return subtree_span(subject) if subject is not None and subject.pos_ != "PRON" else None
    things = [c for c in _right_children(cue) if c.dep_ in {"dobj", "ccomp", "xcomp", "pcomp"} and not (c.ent_type_ in {"DATE", "TIME"})]
    if not things:
        return None
    end = _before_circumstance(things[0], _phrase_end(things[0], cue))
    for child in _right_children(cue):
        if child.dep_ == "prep" and child.i >= things[0].i and child.lower_ in _OF_THE_OBJECT and child.left_edge.i <= end and not _temporal(child):
            end = max(end, _phrase_end(child, cue))
    return max(cue.end, things[0].left_edge.i), end


def _before_circumstance(token: Token, end: int) -> int:
    """An object ends before what tells only under which circumstances ("during talks in …", "as the war went on")."""
    for index in range(token.i + 1, end):
        word = token.doc[index]
        if word.lower_ in {"during", "amid", "amidst"} and word.dep_ == "prep" and (word.head.i == token.i or word.head.pos_ == "VERB"):
            return index
        if word.lower_ in {"as", "while"} and word.dep_ == "mark":
            return index
    return end


def _temporal(preposition: Token) -> bool:
    return any(child.ent_type_ in {"DATE", "TIME"} for child in preposition.children)


_BY = {"to": _infinitive, "about": _about, "small": _small, "thing": _thing}


def _phrase_end(token: Token, cue: Cue) -> int:
    """End of the phrase of `token`, before a participle that goes on with the attribution (", adding that …")."""
    end = int(token.right_edge.i) + 1
    doc = token.doc
    for index in range(token.i + 1, end):
        word = doc[index]
        if word.text == "," and index + 1 < end and doc[index + 1].tag_ == "VBG" and doc[index + 1].lemma_ in _CONTINUERS:
            return index
    return min(end, int(cue.head.sent.end))


_CONTINUERS = frozenset({"say", "add", "note", "stress", "urge", "call", "accuse", "cite", "warn", "claim", "state", "insist", "tell", "announce", "argue", "explain", "describe", "emphasize", "reiterate", "suggest", "declare"})


# ---------------------------------------------------------------- hearsay and "according to"


def _around_source(cue: Cue, cues: tuple[Cue, ...], reading: Reading) -> Content | None:
    """"According to X, …", "…, according to X.": the rest of the sentence or clause."""
    doc, sent = reading.doc, cue.head.sent
    start, end = _source_phrase(cue, doc)
    if start <= sent.start + 1:
        after = characters(doc, end, _end_of_content(cue, end, cues, reading))
        return _content(cue, after)
    lead = characters(doc, _clause_start(doc, sent.start, start), start)
    if end < sent.end and doc[end - 1].text == "," or (end < sent.end and doc[end].text == ","):
        after = characters(doc, end, sent.end)
        if after is not None and _says_something(doc, after) and lead is not None and doc[start - 1].text == ",":
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
    return bool(following) and (comma.head.dep_ in {"appos"} or any(c.dep_ == "appos" and c.left_edge.i == comma.i + 1 for c in comma.head.children))


def _hearsay(cue: Cue, reading: Reading) -> Content | None:
    """"has reportedly agreed …": the clause that the adverb stands in, around it."""
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
