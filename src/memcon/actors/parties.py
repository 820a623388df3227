"""What party a noun phrase stands for, by its own mention or by its modifiers."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.cast import Cast

MODIFIERS = ("amod", "nmod", "compound", "poss", "appos")


def parties_of_phrase(token: Token, cast: Cast) -> tuple[str, ...]:
    """The party or parties that the phrase headed by `token` stands for, its coordinated phrases included, each once."""
    seen = dict.fromkeys(_own(token, cast))
    for other in token.conjuncts:
        if other.i > token.i:
            seen.update(dict.fromkeys(_own(other, cast)))
    return tuple(seen)


def _own(token: Token, cast: Cast) -> tuple[str, ...]:
    mention = cast.headed(token.i) or cast.at(token.i)
    if mention and mention.parties:
        return mention.parties
    seen: dict[str, None] = {}
    for child in token.children:
        if child.dep_ in MODIFIERS:
            for each in (child, *child.conjuncts):
                seen.update(dict.fromkeys(_own(each, cast)))
    if not seen:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "from"}:
                for obj in child.children:
                    if obj.dep_ == "pobj":
                        seen.update(dict.fromkeys(parties_of_phrase(obj, cast)))
    return tuple(seen)
