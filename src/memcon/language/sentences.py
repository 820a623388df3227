"""Sentence boundaries of news, set before the parse, which then keeps them.

A parser of web and news text breaks at "Sen.", "(ret.)" and "cf."; sentence splitters from packages do too (`docs/design/`).
Here a boundary stands after terminal punctuation with its closing quotation marks and brackets, unless an abbreviation or a lower-case
word says that the sentence goes on; and at paragraph ends. The abbreviations are data: ``data/sentences.toml``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
from spacy.language import Language

from memcon.language.annotate import text_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

COMPONENT = "memcon_sentences"
TERMINAL = frozenset({".", "!", "?", "…", "..", "...", "....", "?!", "!?", "!!", "??"})
CLOSING = frozenset({"”", "’", "'", '"', ")", "]", "»", "''"})
OPENING = frozenset({"“", "‘", "(", "[", "«", "„", "``", "-", "–", "—", "•", "*"})
_MARKS = 6  # marks in a row that are looked through: more are no English
_SHORT_LINE = 90  # characters; a line under this without a full stop, before a capital, reads as a heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Abbreviations:
    """The lists of ``sentences.toml``, lower case and without the last full stop."""

    titles: frozenset[str]
    before_more: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]


@lru_cache(maxsize=1)
def abbreviations() -> Abbreviations:
    """The abbreviations of English news."""
    data = tomllib.loads(files("memcon.language").joinpath("data/sentences.toml").read_text("utf-8"))
    return Abbreviations(**{name: frozenset(words) for name, words in data.items()})


@Language.component(COMPONENT)
def set_boundaries(doc: Doc) -> Doc:
    """Mark every token as the start of a sentence or not."""
    words = [token for token in doc if not token.is_space]
    starts = _starts(words, doc) | _after_dateline(words)
    values = np.full(len(doc), -1, dtype=np.int64)
    values[sorted(starts | {0} if len(doc) else starts)] = 1
    # Token by token spaCy would look through the whole text each time for a parse that forbids it.
    return doc.from_array(["SENT_START"], values.astype(np.uint64))  # type: ignore[arg-type]  # as spaCy's own examples do


def _starts(words: list[Token], doc: Doc) -> set[int]:
    starts: set[int] = set()
    text = text_of(doc)
    before = words[0] if words else None
    for place, token in enumerate(words[1:], 1):
        if before is not None and (
            (token.i > before.i + 1 and _paragraph_between(before, token, text))
            or (_may_end(before.text) and _ends_before(words, place))
        ):
            starts.add(token.i)
        before = token
    return starts


def _may_end(word: str) -> bool:
    """Whether a sentence can end with a word at all: only a mark or a full stop ends one."""
    return word.endswith(".") or word in TERMINAL or word in CLOSING


_DASHES = frozenset({"–", "—", "-", "--", "---", "_"})
_DATELINE = 14  # tokens: a place, a day and an agency


def _after_dateline(words: list[Token]) -> set[int]:
    """A dateline at the head of the text ("BEIJING, Nov. 3 (Xinhua) --") is no part of the sentence after it: it would spoil the parse."""
    if not words or not words[0].text.isupper() or len(words[0].text) < 2:
        return set()
    for place, token in enumerate(words[1:_DATELINE], 1):
        if token.text in _DASHES and _stands_free(words, place):
            return {words[place + 1].i} if place + 1 < len(words) else set()
        if token.text in TERMINAL or (token.is_alpha and token.text.islower()):
            return set()
    return set()


def _stands_free(words: list[Token], place: int) -> bool:
    """Whether a dash has a blank before it or after it, unlike a hyphen."""
    return bool(words[place - 1].whitespace_) or bool(words[place].whitespace_)


def _paragraph_between(before: Token, token: Token, text: str) -> bool:
    """A blank line always parts; a single line break does after a full stop or a heading."""
    gap = text[before.idx + len(before) : token.idx]
    breaks = gap.count("\n") + gap.count("\u2029")
    if breaks != 1:
        return breaks > 1
    line = before.idx - text.rfind("\n", 0, before.idx)
    return before.text in TERMINAL | CLOSING | {":"} or (line < _SHORT_LINE and token.text[:1].isupper())


def _ends_before(words: list[Token], place: int) -> bool:
    """Whether a sentence ends just before ``words[place]``."""
    token = words[place]
    at = place - 1
    closers = 0
    while at > 0 and closers < _MARKS and words[at].text in CLOSING and _closes(words[at]):
        at, closers = at - 1, closers + 1
    last = words[at]
    if closers and (token.text in CLOSING and _closes(token)):
        return False
    if not _may_begin(words, place):
        return False
    if last.text in TERMINAL:
        return not _belongs_to_abbreviation(words, at, token)
    return last.text.endswith(".") and len(last.text) > 1 and _abbreviation_ends(last.text, token, quoted=closers > 0)


def _closes(token: Token) -> bool:
    """Whether a mark closes: it stands against the word before it. A straight mark with a blank before it opens."""
    if token.text not in {'"', "'"}:
        return True
    return token.i > 0 and not token.nbor(-1).whitespace_ and not token.nbor(-1).is_space


def _may_begin(words: list[Token], place: int) -> bool:
    """A sentence begins with a capital, a digit or an opening mark before one."""
    at, last = place, min(place + _MARKS, len(words) - 1)
    while at < last and (words[at].text in OPENING or words[at].text in {'"', "'"}):
        if words[at].text in {'"', "'"} and _closes(words[at]):
            return False
        at += 1
    first = words[at].text[:1]
    return first.isupper() or first.isdigit() or (first.isalpha() and not first.islower())


def _belongs_to_abbreviation(words: list[Token], at: int, token: Token) -> bool:
    """Whether the full stop ``words[at]`` was split off an abbreviation such as "ret" or "No"."""
    if words[at].text != "." or at == 0 or words[at - 1].whitespace_:
        return False
    word = words[at - 1].text.lower()
    known = abbreviations()
    if word in known.titles:
        return True
    if word in known.before_more:
        return (
            word not in {"no", "v", "c", "p", "al", "est", "art", "mar", "sat", "sun", "res"}
            or token.text[:1].isdigit()
        )
    return word in known.either and token.lower_ not in known.starters and word not in {"am", "pm", "co", "etc"}


def _abbreviation_ends(word: str, token: Token, *, quoted: bool) -> bool:
    """Whether a token that keeps its full stop ("U.S.", "Sen.", "J.") ends its sentence before `token`."""
    stem = word[:-1].lower()
    known = abbreviations()
    if stem in known.titles or stem in known.before_more:
        return False
    if quoted or token.text in OPENING | {'"'}:
        return len(stem) > 1
    if len(stem) == 1 and stem.isalpha():  # an initial
        return token.lower_ in known.starters and token.lower_ != "a"
    return token.lower_ in known.starters
