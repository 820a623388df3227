"""Words to search for: what the user types, as terms that both stores understand, and where they stand in a text. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from memcon.ledger.claims import tokens

_TERM = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_WORD = re.compile(r"\w+")
_AROUND = 90  # characters shown on each side of the first word found: two lines of a terminal in all


@dataclass(frozen=True, slots=True)
class Query:
    """Terms that must all stand in a text, and terms of which none may; a term of several words is a phrase."""

    wanted: tuple[tuple[str, ...], ...]
    unwanted: tuple[tuple[str, ...], ...]


def parse(words: str) -> Query:
    """The query that `words` mean: each word must stand; ``"a phrase"`` in this order; ``-word`` must not."""
    found = [(bool(minus), tuple(tokens(phrase or word))) for minus, phrase, word in _TERM.findall(words)]
    return Query(
        tuple(term for minus, term in found if term and not minus),
        tuple(term for minus, term in found if term and minus),
    )


def searchable(text: str) -> str:
    """`text` as it is indexed: folded words, so that both stores find the same."""
    return " ".join(tokens(text))


def excerpt(text: str, query: Query) -> str:
    """The words around the first place in `text` where a term stands, on one line; its beginning where none does."""
    at = _first(text, query)
    start, end = max(0, at - _AROUND), min(len(text), at + _AROUND)
    if start:
        start = text.find(" ", start, at) + 1 or start
    if end < len(text):
        end = max(text.rfind(" ", at, end), at + 1)
    shown = " ".join(text[start:end].split())
    return ("…" if start else "") + shown + ("…" if end < len(text) else "")


def _first(text: str, query: Query) -> int:
    stems = {word[: max(4, len(word) - 3)] for term in query.wanted for word in term}
    for match in _WORD.finditer(text):
        if any(word.startswith(stem) for word in tokens(match[0]) for stem in stems):
            return match.start()
    return 0
