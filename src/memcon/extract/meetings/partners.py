"""Partners met one by one: "separate meetings with A and B", "met separately with A and B", "talks with both A and B" are a meeting each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.clause.modality import is_verbal
from memcon.extract.clause.sides import carrier
from memcon.extract.meetings.nouns import objects_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading

_APART = frozenset({"separate", "separately"})


def one_by_one(reading: Reading, mention: Mention) -> Iterator[Mention]:
    """The mention once for each partner where they are met one by one, else as it is."""
    token = reading.doc[mention.head]
    met = list(objects_of(token, {"with"}))
    both = [o for o in met if any(c.lower_ == "both" for c in o.lefts) and o.conjuncts]
    if mention.kind == "visit" or not met:
        yield mention
    elif both:
        yield from _each(mention, [both[0], *(c for c in both[0].conjuncts if c.i > both[0].i)])
    elif len(partners := _named_after(reading, met[0])) > 1 and _apart(token):
        for at in partners:
            yield replace(mention, partners=(at, *(i for i in partners if i != at)))
    else:
        yield mention


def _each(mention: Mention, partners: list[Token]) -> Iterator[Mention]:
    """The first with the noun, the others by their own words."""
    heads = [p.i for p in partners]
    for n, partner in enumerate(partners):
        others = (partner.i, *(i for i in heads if i != partner.i))
        start = min(
            (c.left_edge.i for c in partner.lefts if c.dep_ not in {"cc", "punct", "preconj"}), default=partner.i
        )
        own = replace(mention, start=start, end=partner.i + 1) if n else mention
        yield replace(own, partners=others)


def _apart(token: Token) -> bool:
    verb = token if is_verbal(token) else carrier(token)
    near = {c.lower_ for c in token.children} | ({c.lower_ for c in verb.children} if verb is not None else set())
    return bool(near & _APART)


def _named_after(reading: Reading, first: Token) -> list[int]:
    """The heads of the persons and parties named from the first partner to the end of the sentence, one a party."""
    found: dict[tuple[str, ...], int] = {}
    start, end = first.left_edge.i, first.sent.end
    for mention in reading.cast.mentions:
        if start <= mention.head < end and mention.parties and not mention.as_place:
            person = mention.actor is not None and reading.cast.actor(mention.actor).kind == "person"
            if person or mention.head == first.i or reading.doc[mention.head] in first.conjuncts:
                found.setdefault(mention.parties, mention.head)
    return sorted(found.values())
