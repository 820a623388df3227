"""Whether a report may be about diplomacy at all, told from its words before any of it is parsed.

It is told by the names of parties and by the words of ``data/diplomacy.toml``, a sentence at a time; a report is left out only where
plainly nothing in it is between parties. What it costs is a thousandth of reading the report.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from memcon.actors import gazetteer
from memcon.actors.gazetteer import Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from memcon.model import Report

List: TypeAlias = Literal["alone", "diplomacy", "acts"]
_LISTS: tuple[List, ...] = ("alone", "diplomacy", "acts")  # enough where no party, one, two are named
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?…])(?<![A-Z]\.)[”\"’')\]]*\s+(?=[\"“‘(\[]*[A-ZÀ-Þ])|\n\s*\n")
_PARTIES = frozenset(get_args(Sort)) - {"outlet", "region"}  # sorts of names that are a party's


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words, the beginnings of words, and phrases by their first word, all in lower case."""

    whole: frozenset[str]
    stems: tuple[str, ...]
    phrases: Mapping[str, tuple[str, ...]]

    def has(self, word: str) -> bool:
        """Whether `word` is one of them, alone."""
        return word in self.whole or word.startswith(self.stems)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """``diplomacy.toml``: its lists of words, and how many sentences, or which share of them, are enough."""

    lists: Mapping[List, Words]
    sentences: int
    share: float


def is_diplomatic(report: Report) -> bool:
    """Whether `report` may be about diplomacy: enough of its sentences, the title among them, tell of something between parties."""
    text = f"{report.title}\n\n{report.text}" if report.title else report.text
    speaking = [*_speaking(text)]
    needed = max(lexicon().sentences, lexicon().share * len(speaking))
    return sum(speaking) >= needed


def _speaking(text: str) -> Iterator[bool]:
    """Of each sentence, whether it speaks of diplomacy."""
    ends = [*(gap.start() for gap in _SENTENCE_END.finditer(text)), len(text)]
    named: list[set[str]] = [set() for _ in ends]
    for hit in gazetteer.find(text):
        if hit.entry.sort in _PARTIES:
            named[min(bisect_right(ends, hit.start), len(ends) - 1)].update(hit.entry.parties)
    start = 0
    for end, parties in zip(ends, named, strict=True):
        yield _between(text[start:end].lower(), len(parties))
        start = end


def _between(sentence: str, parties: int) -> bool:
    """Whether a sentence in lower case, which names so many parties, speaks of diplomacy."""
    words = _WORD.findall(sentence)
    lists = _LISTS[: 1 + min(parties, 2)]
    return any(_is_of(name, word) for name in lists for word in words) or any(
        _has_phrase(words, sentence, name) for name in lists
    )


def _has_phrase(words: Iterable[str], sentence: str, name: List) -> bool:
    phrases = lexicon().lists[name].phrases
    return any(phrase in sentence for word in words for phrase in phrases.get(word, ()))


@lru_cache(maxsize=100_000)
def _is_of(name: List, word: str) -> bool:
    return lexicon().lists[name].has(word)


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    data = tomllib.loads(files("memcon.bulk").joinpath("data/diplomacy.toml").read_text("utf-8"))
    return Lexicon(
        lists={name: _words(data[name]["words"]) for name in _LISTS},
        sentences=data["enough"]["sentences"],
        share=data["enough"]["share"],
    )


def _words(forms: list[str]) -> Words:
    phrases: dict[str, list[str]] = {}
    for form in forms:
        if " " in form:
            phrases.setdefault(form.split()[0], []).append(form.removesuffix("*"))
    single = [form for form in forms if " " not in form]
    return Words(
        whole=frozenset(form for form in single if not form.endswith("*")),
        stems=tuple(form.removesuffix("*") for form in single if form.endswith("*")),
        phrases={first: tuple(found) for first, found in phrases.items()},
    )
