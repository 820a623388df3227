"""What a statement does, where its cue ("said", "added") leaves that open: read off the words of its content.

The questions are asked in the order of how sure their answer is: a hope, a denial, an offer, a rejection, a demand, blame, a threat, a pledge;
what answers none of them is an assertion. Whose side the content's subject is on decides most of them: "they must" demands, "we will" pledges.
The lists are data: ``lexicon/acts.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, cast

from memcon.actors import parties_of_phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from memcon.actors.cast import Cast
    from memcon.model import Act

_FIRST = frozenset({"we", "i", "us", "our", "my", "ours", "ourselves"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks, for telling the own side from the others."""

    actor: str | None
    party: str | None
    cast: Cast

    def owns(self, token: Token) -> bool:
        """Whether the noun phrase headed by `token` is the speaker or the speaker's side."""
        if token.lower_ in _FIRST:
            return True
        mention = self.cast.headed(token.i)
        if mention is not None and self.actor is not None and mention.actor == self.actor:
            return True
        return self.party is not None and self.party in parties_of_phrase(token, self.cast)

    def others(self, token: Token) -> bool:
        """Whether the noun phrase stands for another party alone."""
        parties = parties_of_phrase(token, self.cast)
        return bool(parties) and self.party not in parties and token.lower_ not in _FIRST


@lru_cache(maxsize=1)
def _turns() -> dict[str, re.Pattern[str]]:
    """For each act the turns that show it, as one pattern over lower-case lemmas and words."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/acts.toml").read_text("utf-8"))
    return {
        f"{act}.{kind}": re.compile(r"(?<![\w-])(?:" + "|".join(re.escape(turn) for turn in sorted(turns, key=len, reverse=True)) + r")(?!\w)")
        for act, lists in data.items()
        for kind, turns in lists.items()
    }


def shows(name: str, words: str) -> bool:
    """Whether the list `name` ("accuse.strong") has a turn in `words`."""
    return _turns()[name].search(words) is not None


def act_of_content(tokens: Sequence[Token], voice: Voice) -> Act:
    """The act of a statement in which `voice` says `tokens`."""
    plain = _joined(token.lower_ for token in tokens if not token.is_space)
    both = plain + " ¶ " + _joined(token.lemma_.lower() for token in tokens if not token.is_space)
    own = speaks_of_own_side(tokens, voice)
    for act, holds in (
        ("hope", shows("hope.turns", plain) and not shows("hope.not", plain)),
        ("deny", shows("deny.turns", both)),
        ("propose", own and shows("propose.own", both) or shows("propose.any", both)),
        ("reject", shows("reject.turns", both) or (own and shows("reject.own", both))),
        ("demand", _demands(plain, tokens, own=own)),
        ("accuse", _blames(both, tokens, voice, own=own)),
        ("warn", _warns(both, plain, own=own)),
        ("pledge", own and _own_plan(tokens, voice)),
        ("confirm", shows("confirm.turns", plain)),
        ("accept", own and shows("accept.turns", both)),
    ):
        if holds:
            return cast("Act", act)
    return "assert"


def _joined(words: object) -> str:
    return " ".join(cast("list[str]", words)).replace(" n't", " not").replace(" n’t", " not").replace(" ca not", " cannot").replace("’", "'")


def speaks_of_own_side(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether the main subject of the content is the speaker or the speaker's own side."""
    subject = main_subject(tokens)
    return subject is not None and voice.owns(subject)


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


def _demands(plain: str, tokens: Sequence[Token], *, own: bool) -> bool:
    """Somebody else must do something; or the own side wants or insists on it."""
    if own:
        return shows("demand.own", plain) and not shows("demand.not", plain)
    if shows("demand.not", plain):
        return False
    return shows("demand.modals", plain) or shows("demand.turns", plain) or _begins_with_order(tokens)


def _begins_with_order(tokens: Sequence[Token]) -> bool:
    first = next((token for token in tokens if not token.is_punct and not token.is_space), None)
    return first is not None and first.tag_ == "VB" and first.dep_ in {"ROOT", "ccomp"}


def _blames(words: str, tokens: Sequence[Token], voice: Voice, *, own: bool) -> bool:
    """Words for wrong, done by another party."""
    strong = shows("accuse.strong", words) and not shows("accuse.not", words)
    if strong and not own:
        return True
    if not (strong or shows("accuse.weak", words)):
        return False
    return any(token.dep_ in {"nsubj", "poss", "pobj", "nsubjpass"} and voice.others(token) and _does_wrong(token) for token in tokens)


def _does_wrong(token: Token) -> bool:
    """Whether the party is the doer: a subject or an owner, or behind "by"."""
    if token.dep_ == "pobj":
        return token.head.lower_ == "by"
    return token.dep_ != "nsubjpass" or True


def _warns(both: str, plain: str, *, own: bool) -> bool:
    """A threat, or harm to come under a condition."""
    if shows("warn.strong", both):
        return True
    return shows("warn.weak", both) and shows("warn.future", plain) or (own and shows("warn.own", plain))


def _own_plan(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether the own side's main verb tells of what it will do or has resolved to do."""
    subject = main_subject(tokens)
    if subject is None:
        return False
    verb = subject.head
    if any(child.dep_ == "neg" for child in verb.children) and verb.lemma_ in {"be", "have", "know"}:
        return False
    words = _joined([child.lower_ for child in verb.children if child.dep_ == "aux"] + [verb.lemma_.lower()])
    near = _joined(t.lower_ for t in tokens if verb.left_edge.i <= t.i <= verb.i + 3 and t.i > subject.i)
    return shows("pledge.modals", words) or shows("pledge.turns", near)
