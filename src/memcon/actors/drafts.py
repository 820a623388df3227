"""The cast in the making: actors and mentions that later steps may still join, complete or resolve."""

from __future__ import annotations

import bisect
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from memcon.actors import gazetteer

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from memcon.actors.cast import Reference
    from memcon.language.quotations import Quotation
    from memcon.model import ActorKind, Report

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


@dataclass(slots=True)
class Draft:
    """An actor in the making. `words` counts the forms of its name, `gender` is ``"f"``, ``"m"`` or ``None``.

    `owner` is a token whose party it shares once that is known ("his" in "his envoy John Doe").
    """

    name: str
    kind: ActorKind
    party: str | None = None
    role: str | None = None
    gender: str | None = None
    unnamed: bool = False
    owner: int | None = None
    words: Counter[str] = field(default_factory=Counter)
    nouns: set[str] = field(default_factory=set)


@dataclass(slots=True)
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
        self.sentence = [0] * len(doc)
        for number, sent in enumerate(doc.sents):
            self.sentence[sent.start : sent.end] = [number] * (sent.end - sent.start)
        self.hits: dict[int, gazetteer.Hit] = {}
        self.all_hits = _settled(gazetteer.find(doc.text))
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
        at = bisect.bisect_right(self._quoted, (char, len(self.doc.text) + 1)) - 1
        return at if at >= 0 and self._quoted[at][0] <= char < self._quoted[at][1] else -1

    def add(self, mention: Found) -> Found:
        """Keep a mention; the first with a given head stays that head's."""
        self.found.append(mention)
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

    def before(self, token: int) -> list[Found]:
        """Mentions whose head comes before the token, in the order of the text."""
        return sorted((f for f in self.found if f.head < token), key=lambda f: f.head)

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


def _settled(hits: tuple[gazetteer.Hit, ...]) -> tuple[gazetteer.Hit, ...]:
    """The names of a text, those that several states share ("the Senate") given to the state that the text names most."""
    named = Counter(
        p
        for hit in hits
        if hit.entry.sort in {"state", "adjective", "seat", "house", "region", "people"}
        for p in hit.entry.parties
    )
    return tuple(_settle(hit, named) if hit.entry.sort == "shared" else hit for hit in hits)


def _settle(hit: gazetteer.Hit, named: Counter[str]) -> gazetteer.Hit:
    state = max(hit.entry.parties, key=lambda party: named[party])
    return replace(hit, entry=replace(hit.entry, sort="national", parties=(state,)))


PHRASE = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "advmod", "predet", "neg"})
