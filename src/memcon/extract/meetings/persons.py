"""The persons who take part in a meeting, by the words of one mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality import is_verbal
from memcon.extract.clause.sides import carrier, subject_token
from memcon.extract.clause.verb_group import is_passive
from memcon.extract.meetings.nouns import objects_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading

_PERSONS = frozenset({"person"})


def persons_of(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """The actors, persons and unnamed officials, that take part, in the order of the text."""
    token = reading.doc[mention.head]
    tokens: dict[int, None] = {}
    for phrase in _participants(token, mention):
        for part in (phrase, *phrase.conjuncts):
            if part.i >= phrase.i:
                tokens[part.i] = None
    found: dict[str, None] = {}
    for i in sorted(set(tokens) - set(mention.partners[1:])):
        at = reading.cast.headed(i) or reading.cast.at(i)
        if at is not None and at.actor is not None and reading.cast.actor(at.actor).kind in _PERSONS:
            found[at.actor] = None
    return tuple(found)


def _participants(token: Token, mention: Mention) -> Iterator[Token]:
    """The words that name those who meet."""
    links = {"with", "between", "among", "by"} | (
        {"to"} if mention.kind in {"call", "talks"} and is_verbal(token) else set()
    )
    yield from objects_of(token, links | ({"of"} if not is_verbal(token) and mention.kind != "visit" else set()))
    if is_verbal(token):
        yield from (c for c in token.children if c.dep_ == "dobj" and mention.kind != "visit")
        who = subject_token(token)
        if who is not None:
            yield who
        return
    yield from (c for c in token.lefts if c.dep_ == "poss")
    verb = carrier(token)
    if verb is not None:
        who = subject_token(verb)
        if who is not None and who.i != token.i and not is_passive(verb):
            yield who
        yield from objects_of(verb, {"with"})
