"""Where a clause of a condition begins and ends, by linear order: the parse alone loses too many edges.

A clause is a half-open range of token indices, without the punctuation, conjunctions and attribution at its edges.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from memcon.extract.conditions.lexicon import condition_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from memcon.extract.reading import Reading

Range: TypeAlias = tuple[int, int]

_QUOTES = frozenset({'"', "“", "”", "``", "''", "«", "»"})
_BREAKS = frozenset({";", ":", "—", "–", "--", "...", "…"})
_CONTRAST = frozenset({"but", "while", "whereas", "although", "though", "however", "yet"})
_RELATIVE = frozenset({"which", "who", "whom", "whose", "where"})
_EDGE_LEFT = frozenset(
    {
        "that",
        "to",
        "then",
        "and",
        "but",
        "or",
        "so",
        ",",
        "”",
        "“",
        '"',
        "'",
        "’",
        "‘",
        ":",
        ";",
        "-",
        "–",
        "—",
        "…",
        "...",
        "(",
        ")",
    }
)
_EDGE_RIGHT = frozenset(
    {",", ".", "”", "“", '"', "'", "‘", ":", ";", "-", "–", "—", "and", "but", "or", "(", "…", "...", "!", "?", "also"}
)
_TAIL = 16  # tokens within which the cue of ", Reuters reported on Friday" stands


def trim(doc: Doc, start: int, end: int) -> Range | None:
    """The range without what hangs over its edges; ``None`` where no word is left."""
    while start < end and (doc[start].is_space or doc[start].lower_ in _EDGE_LEFT):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].lower_ in _EDGE_RIGHT):
        end -= 1
    return (start, end) if any(doc[i].is_alpha for i in range(start, end)) else None


def left_edge(reading: Reading, at: int) -> int:
    """Where the clause that ends before token `at` begins: after a cue, "that", a break, a contrast, or an opening mark."""
    doc = reading.doc
    low = max(doc[at].sent.start, _quote_start(reading, at))
    for i in range(at - 1, low - 1, -1):
        token = doc[i]
        if token.text in _BREAKS or (token.lower_ in _CONTRAST and i < at - 1) or _complementizer(token):
            return i + 1
        if is_cue(token) and i < at - 2:
            return i + 1
    return low


def right_edge(reading: Reading, at: int) -> int:
    """Where the clause that token `at` stands in ends: before an attribution, a break, a relative or participle clause."""
    doc = reading.doc
    high = min(doc[at].sent.end, _quote_end(reading, at))
    for i in range(at + 1, high):
        token = doc[i]
        if token.text in _BREAKS or token.lower_ == "otherwise":
            return i
        if (token.text == "," or token.text in _QUOTES) and i + 1 < high and _outside(doc, i + 1, high):
            return i
    return high


def is_cue(token: Token) -> bool:
    """Whether the token is a verb of saying in use as one."""
    return (
        token.lemma_.lower() in condition_words().reporting
        and token.tag_ in {"VBD", "VBZ", "VBP", "VBG", "VBN"}
        and token.pos_ == "VERB"
    )


def starts_clause(doc: Doc, at: int, end: int) -> bool:
    """Whether a subject and its verb follow within a short way."""
    if at < end and doc[at].lower_ in {"then", "it", "we", "i", "he", "she", "they", "there", "this", "that"}:
        return True
    for i in range(at, min(at + 12, end)):
        if doc[i].text == "," or doc[i].lower_ in {"and", "or"}:
            return False
        if doc[i].tag_ in {"MD", "VBZ", "VBP", "VBD"}:
            return i > at
    return False


def _complementizer(token: Token) -> bool:
    if token.lower_ != "that" or token.tag_ not in {"IN", "WDT"} or token.i == 0:
        return False
    return token.dep_ == "mark" or is_cue(token.nbor(-1))


def _outside(doc: Doc, at: int, high: int) -> bool:
    """Whether what follows a comma at `at` is no part of the clause before it."""
    token = doc[at]
    if token.lower_ in _RELATIVE | _CONTRAST or (token.lower_, doc[min(at + 1, high - 1)].lower_) in {
        ("also", "known"),
        ("or", "it"),
    }:
        return True
    if token.tag_ == "VBG":
        return True
    if token.lower_ in {"and", "or"} and starts_clause(doc, at + 1, high):
        return True
    for i in range(at, min(at + _TAIL, high)):
        if is_cue(doc[i]) and doc[i].tag_ != "VBG":
            return doc[i].tag_ != "VBN"
        if doc[i].pos_ in {"VERB", "AUX"} or doc[i].lower_ in {"if", "unless", "until", "that"}:
            return False
    return False


def _quote_start(reading: Reading, at: int) -> int:
    """First token of the quotation that `at` stands in, or that ends just before it."""
    doc = reading.doc
    place = doc[at].idx
    for quotation in reading.quotations:
        inside = quotation.start < place < quotation.end  # not at its first word: `"A will follow" "once B"`
        if inside or 0 <= place - quotation.outer_end <= 1:
            return _token_from(doc, quotation.start, at)
    return 0


def _quote_end(reading: Reading, at: int) -> int:
    doc = reading.doc
    place = doc[at].idx
    for quotation in reading.quotations:
        if quotation.start <= place < quotation.end:
            i = at
            while i < len(doc) and doc[i].idx < quotation.end:
                i += 1
            return i
    return len(doc)


def _token_from(doc: Doc, offset: int, before: int) -> int:
    i = before
    while i > 0 and doc[i - 1].idx >= offset:
        i -= 1
    return i
