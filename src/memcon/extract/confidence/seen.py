"""A record beside what it was read from, as the traits of its items ask for it."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Span as Words

    from memcon.extract.reading import Reading
    from memcon.model import Record, Span

# What tells for or against an item, by name: a trait is there (1.0), or the encoder has log odds for it.
Traits: TypeAlias = dict[str, float]

DIGEST = 900  # characters under which a report is a digest
LONG = 40  # words from which a sentence is long
MANY = 3  # items of a sentence, parties of a side
_LEAST = 0.01  # of a chance of the encoder


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A record with its reading; `crowd` counts the statements in each sentence, by the number of its first token."""

    record: Record
    reading: Reading
    crowd: Mapping[int, int]

    def words(self, span: Span) -> Words:
        """The tokens that a span touches."""
        found = self.reading.doc.char_span(span.start, span.end, alignment_mode="expand")
        return self.reading.doc[0:0] if found is None else found

    def sentence(self, span: Span) -> Words:
        """The sentence in which a span begins."""
        words = self.words(span)
        return words[0].sent if len(words) else words

    def parties_in(self, words: Words) -> frozenset[str]:
        """The parties that are named there."""
        return self.parties_between(words.start, words.end)

    def parties_between(self, start: int, end: int) -> frozenset[str]:
        """The parties that the tokens ``[start, end)`` name."""
        return frozenset(self.reading.cast.parties_between(start, end))

    def is_quoted(self, span: Span) -> bool:
        """Whether a span stands in quotation marks."""
        return any(one.start <= span.start and span.end <= one.end for one in self.reading.quotations)

    def is_day_named(self, day: str, sentences: Iterable[Words]) -> bool:
        """Whether a time expression in one of the sentences gives that very day or span."""
        return bool(day) and any(
            one.edtf == day and any(each.start_char <= one.start < each.end_char for each in sentences)
            for one in self.record.times
        )

    @property
    def is_digest(self) -> bool:
        """Whether the report is a few sentences only."""
        return len(self.reading.report.text) < DIGEST


def seen(record: Record, reading: Reading) -> Seen:
    """The record and its reading, made ready to be asked."""
    bare = Seen(record=record, reading=reading, crowd={})
    return Seen(
        record=record, reading=reading, crowd=Counter(bare.sentence(one.cue).start for one in record.statements)
    )


def there(traits: Mapping[str, bool]) -> Traits:
    """The traits that are there."""
    return {name: 1.0 for name, is_there in traits.items() if is_there}


def odds(chance: float) -> float:
    """A chance of the encoder as log odds; its certainties are cut, so that one word does not settle all."""
    kept = min(max(chance, _LEAST), 1.0 - _LEAST)
    return math.log(kept / (1.0 - kept))
