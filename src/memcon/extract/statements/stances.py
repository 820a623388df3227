"""Acts that lie in how a content is built: what is denied, refused, asked for or threatened without a word that says so.

“Our men had not crossed the river” denies, “we would sign nothing” rejects, “they would return only when the guns fall silent” demands,
“we will go to court unless they pay” warns. And what a thing is called tells what is done to it: an offer called absurd is turned down, a report
called a fairy tale is denied.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import tense_of
from memcon.extract.statements.wordlists import listed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from memcon.model import Act

_NONE = frozenset({"no", "nobody", "nothing", "none", "neither", "never"})
_NOT = frozenset({"not", "n't", "n’t", "never"})


def _neg(verb: Token) -> bool:
    return any(c.lower_ in _NOT for c in verb.children if c.dep_ in {"neg", "advmod"})


def _holds_none(verb: Token) -> bool:
    """Whether the clause has "no", "nobody" or "nothing" as its subject or object, or before it."""
    parts = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "pobj"}]
    return any(t.lower_ in _NONE for part in parts for t in (part, *part.children))


def denies_a_deed(verb: Token, *, insisted: bool) -> bool:
    """“had not set foot”, “did not fire”: a negated deed of one's own; after "insisted" any negated fact."""
    if "yet" in {c.lower_ for c in verb.children} or tense_of(verb) == "modal":
        return False
    if verb.lemma_ in listed("no_deeds") and verb.lemma_ not in {"be", "have", "hold"}:
        return False
    if insisted:
        return _neg(verb) or _holds_none(verb)
    done = any(c.lower_ in {"did", "has", "have", "had"} and c.dep_ == "aux" for c in verb.children)
    passive = any(c.dep_ == "auxpass" for c in verb.children)
    return _neg(verb) and done and not passive and verb.pos_ == "VERB" and verb.lemma_ not in listed("no_deeds")


def refuses(verb: Token) -> bool:
    """“would sign nothing”, “nobody will be handed over”: what will be done to nobody or not at all."""
    return tense_of(verb) == "modal" and _holds_none(verb) and any(c.lower_ in _WILL for c in verb.children)


_WILL = frozenset({"will", "would", "wo", "shall", "'ll", "’ll", "could", "can"})


def sets_condition(words: str, verb: Token) -> bool:
    """“would return only when …”: what one will do on a condition alone asks for the condition."""
    modal = any(c.lower_ in _WILL for c in verb.children)
    return modal and any(
        turn in words
        for turn in (
            " only if ",
            " only when ",
            " only after ",
            " only once ",
            " nothing short of ",
            " nothing less than ",
        )
    )


def threatens(words: str, verb: Token) -> bool:
    """“will go to court unless …”, “would pull out if …”: what one will do to the other if it does not give in."""
    modal = any(c.lower_ in _WILL for c in verb.children)
    if not modal or _neg(verb):
        return False
    leaves = verb.lemma_.lower() in listed("leaves")
    return " unless " in words or (leaves and any(turn in words for turn in (" if ", " should ", " until ")))


def act_of_naming(tokens: Sequence[Token], *, bad: bool, untrue: bool) -> Act | None:
    """What is done by calling a thing something bad or untrue: a report is denied, what was put forward is rejected, a deed is blamed."""
    named = _first_noun(tokens)
    if named in listed("reports") and (bad or untrue):
        return "deny"
    if named in listed("put_forward") and bad:
        return "reject"
    return "accuse" if bad else None


def _first_noun(tokens: Iterable[Token]) -> str:
    first = next((t for t in tokens if t.pos_ in {"NOUN", "PROPN"} and t.dep_ not in {"compound", "poss"}), None)
    return first.lemma_.lower() if first is not None else ""
