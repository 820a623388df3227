"""The text as the rules see it: words, numbers and signs with their places, whatever the tokenizer of the pipeline does."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from memcon.language.annotate import text_of
from memcon.language.times.lexicon import Lexicon, lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

_WORD = re.compile(r"\n\s*\n|[AaPp]\.\s?[Mm]\.|\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})
_BREAK = "\n"


class Word(NamedTuple):
    """One word, number or sign: `low` is its lower case (a paragraph's end is a line feed), `[start, end)` its place."""

    low: str
    raw: str
    start: int
    end: int


class Words:
    """The words of one text, read without fear of the end: past either end there are empty words.

    A plain sequence for the rules, with the lexicon at hand.
    """

    __slots__ = ("_all", "_count", "_doc", "_lows", "_places", "_sentences", "lexicon", "text")

    def __init__(self, doc: Doc) -> None:
        self.text = text_of(doc)
        self.lexicon: Lexicon = lexicon()
        self._all = read_words(self.text)
        self._lows = [word.low for word in self._all]
        self._count = len(self._all)
        self._doc = doc
        self._sentences = doc.has_annotation("SENT_START")
        self._places = [token.idx for token in doc]

    def __len__(self) -> int:
        return len(self._all)

    def low(self, i: int) -> str:
        """Lower case of word `i`, or ``""``."""
        return self._lows[i] if 0 <= i < self._count else ""

    def lows(self, i: int, n: int) -> tuple[str, ...]:
        """Lower case of the `n` words from `i` on."""
        if i >= 0 and i + n <= self._count:
            return tuple(self._lows[i : i + n])
        return tuple(self.low(i + k) for k in range(n))

    def beside(self, i: int, name: str) -> bool:
        """Whether word `i` is of the list `name` of words that decide what stands beside them."""
        return self.low(i) in self.lexicon.beside[name]

    def raw(self, i: int) -> str:
        """Word `i` as written, or ``""``."""
        return self._all[i].raw if 0 <= i < len(self._all) else ""

    def start(self, i: int) -> int:
        """Where word `i` begins in the text."""
        return self._all[i].start

    def end(self, i: int) -> int:
        """Where word `i` ends in the text."""
        return self._all[i].end

    def near(self, i: int) -> bool:
        """Whether word `i` stands close up to the word before it."""
        return 0 < i < len(self._all) and self._all[i - 1].end == self._all[i].start

    def capital(self, i: int) -> bool:
        """Whether word `i` begins with a capital."""
        return self.raw(i)[:1].isupper()

    def token(self, i: int) -> Token | None:
        """The pipeline's token in which word `i` begins."""
        if not (0 <= i < len(self._all) and self._places):
            return None
        return self._doc[max(0, bisect_right(self._places, self._all[i].start) - 1)]

    def sentence_start(self, i: int) -> int:
        """Where the sentence of word `i` begins in the text; the place of the word itself where the text has no sentences."""
        token = self.token(i)
        if token is None or not self._sentences:
            return self.start(i)
        return token.sent.start_char

    def tag(self, i: int) -> str:
        """The part-of-speech tag of word `i` (Penn Treebank), or ``""``."""
        token = self.token(i)
        return token.tag_ if token is not None else ""

    def entity(self, i: int) -> str:
        """The label of the named entity that word `i` is in, or ``""``."""
        token = self.token(i)
        return token.ent_type_ if token is not None else ""

    def may_begin(self, i: int) -> bool:
        """Whether a time can begin with word `i` at all: few words can, and the rules need not look at the others.

        Of the small words that begin most phrases ("the", "to", "as"), the word after tells.
        """
        low = self.low(i)
        if low in self.lexicon.determiners:
            return _is_among(self.low(i + 1), self.lexicon.goes_on) or self._opens_phrase(i)
        return self._opens_phrase(i) if low in self.lexicon.only_opens else _is_among(low, self.lexicon.begins)

    def _opens_phrase(self, i: int) -> bool:
        """Whether a phrase of the lexicon, of any table, begins at word `i`."""
        return any(self.lows(i, n) in self.lexicon.phrases for n in self.lexicon.lengths.get(self.low(i), ()))

    def phrase(self, i: int, table: Mapping[tuple[str, ...], object]) -> int:
        """How many words from `i` are the longest phrase of `table`; 0 if none is."""
        return next((n for n in self.lexicon.lengths.get(self.low(i), ()) if self.lows(i, n) in table), 0)


def _is_among(low: str, words: frozenset[str]) -> bool:
    return low[:1].isdecimal() or low in words or low.endswith(("days", "ties"))


def read_words(text: str) -> list[Word]:
    """Cut `text` into words; a blank line is a word of its own, so that no expression runs over it."""
    return [
        Word(_BREAK if m[0].isspace() else m[0].translate(_QUOTES).lower(), m[0], m.start(), m.end())
        for m in _WORD.finditer(text)
    ]
