"""Words that speak of a meeting: nouns ("a round of talks with Russia"), verbs ("met", "visited"), and how far each mention reaches.

Which words count is decided by `meetings_nouns` and `meetings_verbs`; what is said of the meeting is read by `meetings_status`,
`meetings_parties`, `meetings_time` and `meetings_agenda`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.meetings.lexicon import formats, words
from memcon.extract.meetings.nouns import PREMODIFIERS, elliptical_kind, is_definite, is_table, lemma_of, noun_kind
from memcon.extract.meetings.verbs import verb_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.extract.meetings.lexicon import Kind
    from memcon.extract.reading import Reading

_LINKS = frozenset(
    {"with", "between", "among", "of", "in", "at", "to", "involving", "by"}
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of a meeting: tokens ``[start, end)`` with their `head`, its `kind`, and whether it is a noun that points back.

    `definite` is "the talks", "this visit", "their meeting"; `indefinite` is "a meeting"; `bare` a noun with no determiner or modifier.
    `series` speaks of rounds as a whole ("the Astana process", "nine rounds of talks"). `beside` is the place or day token where the
    mention is the second of two named together. `verbal` is "met", "visited". `partners` are the heads of those met one by one, the one of this mention first.
    """

    start: int
    end: int
    head: int
    kind: Kind
    definite: bool = False
    bare: bool = False
    indefinite: bool = False
    series: bool = False
    beside: int | None = None
    partners: tuple[int, ...] = ()
    verbal: bool = False


def find_mentions(reading: Reading) -> Iterator[Mention]:
    """Every mention of a meeting, in the order of the text."""
    for token in reading.doc:
        kind = noun_kind(token) or elliptical_kind(token)
        if kind is not None:
            yield _noun_mention(token, kind)
        elif (told := verb_kind(reading, token)) is not None:
            yield Mention(
                start=token.i,
                end=_there(token) if token.lemma_ == "be" else token.i + 1,
                head=token.i,
                kind=told,
                verbal=True,
                definite=token.dep_ == "amod",
            )


def _there(verb: Token) -> int:
    """The end of "was in Muscat", "is due in Muscat": with the place, since the verb alone says nothing of a visit."""
    links = [*verb.rights, *(c for a in verb.rights if a.dep_ == "acomp" for c in a.rights)]
    ends = [o.i + 1 for link in links if link.dep_ == "prep" and link.lower_ in {"in", "at"} for o in link.children]
    return min(ends, default=verb.i + 1)


def _noun_mention(token: Token, kind: Kind) -> Mention:
    lefts = [c for c in token.lefts if c.dep_ in PREMODIFIERS]
    start = min([token.i, *(c.left_edge.i for c in lefts)])
    while start < token.i and token.doc[start].is_punct:
        start += 1
    head = token.head if is_table(token) else token
    start = min(start, *(c.left_edge.i for c in head.lefts if c.dep_ in PREMODIFIERS)) if head.i != token.i else start
    return Mention(
        start=start,
        end=_reach(head),
        head=token.i,
        kind=kind,
        definite=is_definite(head),
        bare=start == token.i,
        indefinite=any(c.lower_ in {"a", "an"} for c in head.lefts),
        series=_is_series(token),
    )


def _is_series(token: Token) -> bool:
    """Whether the word speaks of rounds as a whole: "nine rounds", "the Astana process", "the Astana talks"."""
    if token.lower_ == "rounds" or lemma_of(token) in words("nouns", "series"):
        return True
    return is_definite(token) and any(c.lower_ in formats() for c in token.lefts)


def _reach(token: Token) -> int:
    """The end of the mention: over "of talks", "with …", "between … and …", and a place or day that follows."""
    doc, end = token.doc, token.i + 1
    for child in sorted(token.rights, key=lambda c: c.i):
        if child.dep_ != "prep" or child.i > end:
            break
        if child.lower_ in _LINKS or (child.lower_ in {"on", "during"} and _is_day(child)):
            end = _edge(doc, child)
        else:
            break
    return end


def _edge(doc: Doc, preposition: Token) -> int:
    """The end of a prepositional phrase, before a relative clause, an apposition with a comma, or a participle."""
    limit = preposition.right_edge.i + 1
    for i in range(preposition.i + 1, limit):
        token = doc[i]
        if token.dep_ in {"relcl", "acl"} or token.text in {"(", "[", "“", '"', "–", "—"}:
            return token.left_edge.i if token.dep_ in {"relcl", "acl"} and token.left_edge.i > preposition.i + 1 else i
        if token.text == "," and not any(
            c.dep_ == "conj" and c.i > i for t in doc[preposition.i : i] for c in t.children
        ):
            return i
    return limit


def _is_day(preposition: Token) -> bool:
    return any(o.ent_type_ in {"DATE", "TIME"} for o in preposition.children)
