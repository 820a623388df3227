"""The cast in the making: actors and mentions that later steps may still join, complete or resolve."""

from __future__ import annotations

import bisect
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memcon.actors import gazetteer
from memcon.actors.ambiguous import settled
from memcon.actors.unlisted import with_unlisted
from memcon.language.annotate import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from memcon.actors.cast import Reference
    from memcon.language.quotations import Quotation
    from memcon.model import ActorKind, Report

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True, eq=False)
class Draft:
    """An actor in the making. `words` counts the forms of its name, `gender` is ``"f"``, ``"m"`` or ``None``.

    `first` is the head of its first mention, `owner` a token whose party it shares once that is known ("his" in "his envoy John Doe").
    """

    name: str
    kind: ActorKind
    party: str | None = None
    role: str | None = None
    gender: str | None = None
    unnamed: bool = False
    owner: int | None = None
    first: int = sys.maxsize
    words: Counter[str] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)


@dataclass(slots=True, eq=False)
class Found:
    """A mention in the making: tokens ``[start, end)``, its head, whom it points to and for which parties."""

    start: int
    end: int
    head: int
    reference: Reference
    draft: Draft | None = None
    parties: tuple[str, ...] = ()
    as_place: bool = False
    relays: bool = False

    def stands_for(self) -> tuple[str, ...]:
        """Its parties: its own, or its actor's."""
        if self.parties or self.draft is None or self.draft.party is None:
            return self.parties
        return (self.draft.party,)


def _head(mention: Found) -> int:
    return mention.head


class Board:
    """What has been found in a report so far."""

    def __init__(self, doc: Doc, report: Report, quotations: tuple[Quotation, ...]) -> None:
        self.doc, self.report, self.quotations = doc, report, quotations
        self.drafts: dict[tuple[str, ...], Draft] = {}
        self.found: list[Found] = []
        self.headed: dict[int, Found] = {}
        self.inside: dict[int, Found] = {}
        self._idx = [token.idx for token in doc]
        self._quoted = [(q.start, q.end) for q in quotations]
        self.sentence: list[int] = []
        self.bounds: list[tuple[int, int]] = []
        for number, sent in enumerate(doc.sents):
            self.sentence += [number] * (sent.end - sent.start)
            self.bounds.append((sent.start, sent.end))
        self.paragraph = _paragraphs(doc, self.bounds)
        self._order: list[Found] = []
        self._named_by: defaultdict[str, list[Draft]] = defaultdict(list)
        self._offices: defaultdict[str, list[Draft]] = defaultdict(list)
        self.hits: dict[int, gazetteer.Hit] = {}
        self.all_hits = settled(text_of(doc), with_unlisted(text_of(doc), gazetteer.names_of(text_of(doc))))
        self.movement_hits = tuple(hit for hit in self.all_hits if hit.entry.sort == "movement")
        self.movements = frozenset(party for hit in self.movement_hits for party in hit.entry.parties)
        self.named = frozenset(party for hit in self.all_hits for party in hit.entry.parties)
        for hit in self.all_hits:
            for index in range(self.token_at(hit.start), self.token_at(hit.end - 1) + 1):
                self.hits.setdefault(index, hit)

    def token_at(self, char: int) -> int:
        """Index of the token that holds or precedes the code point."""
        return max(0, bisect.bisect_right(self._idx, char) - 1)

    def tokens_of(self, hit: gazetteer.Hit) -> tuple[int, int]:
        """The tokens ``[start, end)`` of a name of the gazetteer."""
        return self.token_at(hit.start), self.token_at(hit.end - 1) + 1

    def quoted(self, token: int) -> int:
        """Number of the quotation in which the token stands, -1 outside all."""
        char = self._idx[token]
        at = bisect.bisect_right(self._quoted, (char, sys.maxsize)) - 1
        return at if at >= 0 and self._quoted[at][0] <= char < self._quoted[at][1] else -1

    def add(self, mention: Found) -> Found:
        """Keep a mention; the first with a given head stays that head's."""
        self.found.append(mention)
        bisect.insort(self._order, mention, key=_head)
        if mention.draft is not None:
            mention.draft.first = min(mention.draft.first, mention.head)
        self.headed.setdefault(mention.head, mention)
        for index in range(mention.start, mention.end):
            known = self.inside.get(index)
            if known is None or known.end - known.start > mention.end - mention.start:
                self.inside[index] = mention
        return mention

    def draft(self, key: tuple[str, ...], fresh: Draft) -> Draft:
        """The actor of that key; `fresh` where there is none yet."""
        return self.drafts.setdefault(key, fresh)

    def words(self, start: int, end: int) -> str:
        """The text of tokens ``[start, end)``, line breaks as blanks."""
        return " ".join(self.doc[start:end].text.split())

    def back(self, token: int, far: int) -> Iterator[Found]:
        """Mentions whose head comes before the token, the nearest first, up to `far` sentences back."""
        here = self.sentence[token]
        for at in range(bisect.bisect_left(self._order, token, key=_head) - 1, -1, -1):
            mention = self._order[at]
            if here - self.sentence[mention.head] > far:
                return
            yield mention

    def onward(self, token: int, far: int) -> Iterator[Found]:
        """Mentions whose head is the token or comes after it, in order, up to `far` sentences on."""
        here = self.sentence[token]
        for at in range(bisect.bisect_left(self._order, token, key=_head), len(self._order)):
            mention = self._order[at]
            if self.sentence[mention.head] - here > far:
                return
            yield mention

    def span_of_sentence(self, token: int) -> tuple[int, int]:
        """The tokens ``[start, end)`` of the token's sentence."""
        return self.bounds[self.sentence[token]]

    def know_by(self, draft: Draft, words: Iterable[str]) -> None:
        """Let a person be found by these words of his name."""
        for word in words:
            if draft not in self._named_by[word]:
                self._named_by[word].append(draft)

    def persons_named(self, word: str) -> list[Draft]:
        """The persons with that word in their name, in the order in which they were found."""
        return self._named_by.get(word, [])

    def learn(self, draft: Draft, nouns: Iterable[str]) -> None:
        """Keep the words of a person's office, lower case."""
        for noun in nouns:
            if noun not in draft.nouns:
                draft.nouns.add(noun)
                self._offices[noun].append(draft)

    def holders_of(self, noun: str) -> list[Draft]:
        """The persons whose office the report or the list of known offices gives with that word."""
        return self._offices.get(noun, [])

    def _modifies(self, token: Token) -> bool:
        """Whether a word before "and" can only qualify the noun after it ("Russian and Iranian officials")."""
        hit = self.hits.get(token.i)
        return (
            token.pos_ == "ADJ"
            or (hit is not None and hit.entry.sort == "adjective")
            or (hit is None and not token.text[:1].isupper())
        )

    def phrase_start(self, head: Token) -> int:
        """Where the noun phrase of `head` begins: its determiners and modifiers to the left, without gaps."""
        start = head.i
        for child in reversed(list(head.lefts)):
            hyphen = child.dep_ == "punct" and child.text in {"-", "–"}
            if (child.dep_ not in PHRASE and not hyphen) or child.right_edge.i != start - 1:
                break
            if any(
                t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBN", "VBG"} for t in self.doc[child.left_edge.i : start]
            ):
                break
            joint = next((t.i for t in reversed(self.doc[child.left_edge.i : start]) if t.dep_ == "cc"), None)
            if joint is not None and not self._modifies(child):
                start = joint + 1  # "Iran and world powers": two phrases
                break
            start = child.left_edge.i
        while start < head.i and (self.doc[start].is_space or self.doc[start].is_punct):
            start += 1
        return start


def _paragraphs(doc: Doc, bounds: list[tuple[int, int]]) -> list[int]:
    """The number of the paragraph that each sentence stands in."""
    numbers, number = [], 0
    for start, end in bounds:
        text = doc[start:end].text_with_ws
        number += "\n" in text[: len(text) - len(text.lstrip())]
        numbers.append(number)
        number += "\n" in text[len(text.rstrip()) :]
    return numbers


PHRASE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "predet", "neg"})
