"""What a statement does, where its cue ("said", "added") leaves that open: read off the words of its content.

The questions are asked in the order of how sure their answer is: a hope, a denial, an offer, a rejection, a demand, a threat, blame, a pledge;
what answers none of them is an assertion. The lists are data: ``lexicon/acts.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from memcon.model import Act

_FIRST = frozenset({"we", "i", "us", "our"})


@lru_cache(maxsize=1)
def _turns() -> dict[str, re.Pattern[str]]:
    """For each act the turns that show it, as one pattern over lower-case lemmas and words."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/acts.toml").read_text("utf-8"))
    return {
        f"{act}.{kind}": re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(turn) for turn in sorted(turns, key=len, reverse=True)) + r")(?![\w])")
        for act, lists in data.items()
        for kind, turns in lists.items()
    }


def shows(name: str, words: str) -> bool:
    """Whether the list `name` ("accuse.turns") has a turn in `words`."""
    return _turns()[name].search(words) is not None


def act_of_content(tokens: Sequence[Token], party: str | None, parties: Callable[[Token], tuple[str, ...]]) -> Act:
    """The act of a statement by `party` with the content `tokens`; `parties` tells for whom a noun phrase stands."""
    plain = " ".join(token.lower_ for token in tokens if not token.is_space)
    lemmas = " ".join(token.lemma_.lower() for token in tokens if not token.is_space)
    both = f"{plain} ¶ {lemmas}".replace(" n't", " not").replace(" n’t", " not")
    own = _own_side(tokens, party, parties)
    for act, holds in (
        ("hope", _hopes(both)),
        ("deny", shows("deny.turns", both)),
        ("reject", shows("reject.turns", both)),
        ("propose", own and shows("propose.turns", both)),
        ("demand", not own and (shows("demand.modals", plain) or _begins_with_order(tokens))),
        ("warn", shows("warn.turns", both)),
        ("accuse", _blames(both, tokens, party, parties)),
        ("pledge", own and shows("pledge.modals", plain)),
    ):
        if holds:
            return cast("Act", act)
    return "assert"


def _hopes(words: str) -> bool:
    return shows("hope.turns", words)


def _own_side(tokens: Sequence[Token], party: str | None, parties: Callable[[Token], tuple[str, ...]]) -> bool:
    """Whether the main subject of the content is the speaker's own side."""
    subject = main_subject(tokens)
    if subject is None:
        return False
    if subject.lower_ in _FIRST:
        return True
    return party is not None and party in parties(subject)


def main_subject(tokens: Sequence[Token]) -> Token | None:
    """The subject of the content's main clause: the one nearest to the top of the parse, then to the left."""
    inside = {token.i for token in tokens}
    subjects = [token for token in tokens if token.dep_ in {"nsubj", "nsubjpass"} and token.head.i in inside]
    return min(subjects, key=lambda token: (_depth(token, inside), token.i), default=None)


def _depth(token: Token, inside: set[int]) -> int:
    depth = 0
    while token.head.i in inside and token.head.i != token.i:
        token, depth = token.head, depth + 1
    return depth


def _begins_with_order(tokens: Sequence[Token]) -> bool:
    first = next((token for token in tokens if not token.is_punct), None)
    return first is not None and first.tag_ == "VB" and first.dep_ in {"ROOT", "ccomp"}


def _blames(words: str, tokens: Sequence[Token], party: str | None, parties: Callable[[Token], tuple[str, ...]]) -> bool:
    """Words for wrong, with another party named that could have done it."""
    if not shows("accuse.turns", words):
        return False
    others = {p for token in tokens for p in parties(token)} - {party}
    return bool(others)
