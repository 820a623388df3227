"""Lemmas that were worked out before are looked up.

spaCy's lemmatizer by rules keeps the lemmas of inflected words, but works out anew, at each word, that a word is in its base form;
and it looks for a word it has not met in lists of tens of thousands, from the first on. What it gives depends on the word, its part of
speech and its features alone, so one look-up serves for all words met before, and sets for the others: the lemmas are the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.lang.en.lemmatizer import EnglishLemmatizer

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Token

MOST = 200_000  # words kept; then it begins anew, so that a process that reads for weeks stays small


class Remembered:
    """A function from a token to its lemmas, with what it gave before."""

    def __init__(self, work_out: Callable[[Token], list[str]]) -> None:
        self._work_out = work_out
        self._known: dict[tuple[int, int, int], list[str]] = {}

    def __call__(self, token: Token) -> list[str]:
        """The lemmas of `token`, the likeliest first."""
        key = (token.orth, token.pos, token.morph.key)  # type: ignore[attr-defined]  # not in spaCy's stubs
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST:
                self._known.clear()
            found = self._known[key] = self._work_out(token)
        return found


def remember(nlp: Language) -> None:
    """Let the English lemmatizer of `nlp`, if it goes by rules, remember what it worked out."""
    for _, pipe in nlp.pipeline:
        if type(pipe) is EnglishLemmatizer and pipe.mode == "rule":
            pipe.lemmatize = Remembered(pipe.lemmatize)
            index = pipe.lookups.get_table("lemma_index", {})
            for part in list(index):
                index[part] = frozenset(index[part])
