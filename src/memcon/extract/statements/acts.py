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
from memcon.extract.clause.grammar import subject_of
from memcon.extract.statements.stances import act_of_naming, denies_a_deed, refuses, sets_condition, threatens
from memcon.extract.statements.wordlists import listed

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

    def acts(self, token: Token) -> bool:
        """Whether the noun phrase names another party as such, not only something of it ("the Syrian crisis")."""
        mention = self.cast.headed(token.i)
        return mention is not None and mention.actor is not None and self.others(token)

    def others(self, token: Token) -> bool:
        """Whether the noun phrase stands for another party alone."""
        parties = parties_of_phrase(token, self.cast)
        return bool(parties) and self.party not in parties and token.lower_ not in _FIRST


@lru_cache(maxsize=1)
def _turns() -> dict[str, re.Pattern[str]]:
    """For each act the turns that show it, as one pattern over lower-case lemmas and words."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/acts.toml").read_text("utf-8"))
    return {
        f"{act}.{kind}": re.compile(
            r"(?<![\w-])(?:" + "|".join(re.escape(turn) for turn in sorted(turns, key=len, reverse=True)) + r")(?!\w)"
        )
        for act, lists in data.items()
        for kind, turns in lists.items()
    }


def shows(name: str, words: str) -> bool:
    """Whether the list `name` ("accuse.strong") has a turn in `words`."""
    return _turns()[name].search(words) is not None


def act_of_content(tokens: Sequence[Token], voice: Voice, *, insisted: bool = False) -> Act:
    """The act of a statement in which `voice` says `tokens`; `insisted`: against somebody who says otherwise."""
    plain = _joined(token.lower_ for token in tokens if not token.is_space)
    both = plain + " ¶ " + _joined(token.lemma_.lower() for token in tokens if not token.is_space)
    own = speaks_of_own_side(tokens, voice)
    if _tells_of_saying(tokens, voice):
        return "assert"
    main = _main_verb(tokens)
    for act, holds in (
        ("hope", shows("hope.turns", plain) and not shows("hope.not", plain)),
        ("deny", shows("deny.turns", both)),
        ("demand", own and main is not None and sets_condition(f" {plain} ", main)),
        ("warn", own and main is not None and threatens(f" {plain} ", main)),
        ("propose", _offers(both, tokens, voice, own=own)),
        ("reject", shows("reject.turns", both) or (own and (shows("reject.own", both) or _will_not(tokens)))),
        ("reject", main is not None and refuses(main)),
        ("deny", main is not None and (own or insisted) and denies_a_deed(main, insisted=insisted)),
        ("demand", _demands(plain, tokens, voice, own=own)),
        ("accuse", _blames(both, tokens, voice, own=own)),
        ("warn", _warns(both, plain, own=own)),
        ("pledge", _plans(tokens, voice)),
        ("confirm", shows("confirm.turns", plain)),
        ("accept", own and (shows("accept.turns", both) or _main_verb_is("accept.verbs", tokens))),
    ):
        if holds:
            return cast("Act", act)
    return "assert"


def _joined(words: object) -> str:
    return (
        " ".join(cast("list[str]", words))
        .replace(" n't", " not")
        .replace(" n’t", " not")
        .replace(" ca not", " cannot")
        .replace("’", "'")
    )


def speaks_of_own_side(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether the main subject of the content is the speaker or the speaker's own side."""
    subject = main_subject(tokens)
    return subject is not None and voice.owns(subject)


def main_subject(tokens: Sequence[Token]) -> Token | None:
    """The subject of the content's main clause: the one nearest to the top of the parse, then to the left."""
    inside = {token.i for token in tokens}
    subjects = [token for token in tokens if token.dep_ in {"nsubj", "nsubjpass"} and token.head.i in inside]
    return min(subjects, key=lambda token: (_depth(token, inside), token.i), default=None)


_DEEPEST = 40  # no sentence is parsed so deep; a text that only repeats itself is


def _depth(token: Token, inside: set[int]) -> int:
    depth = 0
    while token.head.i in inside and token.head.i != token.i and depth < _DEEPEST:
        token, depth = token.head, depth + 1
    return depth


def _tells_of_saying(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether the content only tells what another said or answered: then the act is that other's, and this one asserts it."""
    subject = main_subject(tokens)
    if subject is None or subject.head.lemma_ not in listed("says") or subject.lower_ in _FIRST:
        return False
    mention = voice.cast.headed(subject.i)
    same = mention is not None and mention.actor is not None and mention.actor == voice.actor
    finite = subject.head.tag_ in {"VBD", "VBZ", "VBP"} or any(
        c.lemma_ == "have" and c.dep_ == "aux" for c in subject.head.children
    )
    return finite and not same and not any(c.tag_ == "MD" for c in subject.head.children)


def _main_verb(tokens: Sequence[Token]) -> Token | None:
    subject = main_subject(tokens)
    return subject.head if subject is not None else None


def act_of_name(tokens: Sequence[Token]) -> Act | None:
    """The act of calling a thing something ("called the request absurd"), ``None`` where the words do not tell."""
    words = _joined(t.lower_ for t in tokens) + " ¶ " + _joined(t.lemma_.lower() for t in tokens)
    if shows("naming.good", words) or shows("accuse.not", words):
        return None
    if shows("accuse.strong", words):
        return "accuse"
    return act_of_naming(tokens, bad=shows("naming.bad", words), untrue=shows("naming.untrue", words))


def _main_verb_is(name: str, tokens: Sequence[Token]) -> bool:
    subject = main_subject(tokens)
    return subject is not None and shows(name, subject.head.lemma_.lower())


def _will_not(tokens: Sequence[Token]) -> bool:
    """Whether the main verb says that the own side will not do something."""
    subject = main_subject(tokens)
    if subject is None:
        return False
    words = {child.lower_ for child in subject.head.children if child.dep_ in {"aux", "neg", "advmod"}}
    return bool(words & {"will", "would", "wo", "shall"}) and bool(words & {"not", "n't", "n’t", "never"})


def _offers(both: str, tokens: Sequence[Token], voice: Voice, *, own: bool) -> bool:
    """The own side offers, or is ready to do something with another."""
    if shows("propose.any", both) or (own and shows("propose.own", both)):
        return True
    return any(t.lower_ in listed("ready") and _is_own_readiness(t, voice) for t in tokens)


def _is_own_readiness(adjective: Token, voice: Voice) -> bool:
    """Whether it is the own side that is "ready to …", and not negated."""
    follows = adjective.doc[adjective.i + 1 : adjective.i + 4]  # a closing quotation mark may stand between
    if not any(t.lower_ in {"to", "for"} for t in follows):
        return False
    if any(c.dep_ == "neg" for t in (adjective, adjective.head) for c in t.children):
        return False
    subject = subject_of(adjective.head if adjective.head.pos_ in {"AUX", "VERB"} else adjective)
    if subject is None or subject.i > adjective.i:
        return True
    unknown = subject.pos_ == "PRON" and not parties_of_phrase(subject, voice.cast)
    return unknown or voice.owns(subject)


def _demands(plain: str, tokens: Sequence[Token], voice: Voice, *, own: bool) -> bool:
    """Somebody else must do something; or the own side wants or insists on it."""
    if shows("demand.not", plain):
        return False
    if own:
        return shows("demand.own", plain)
    subject = main_subject(tokens)
    if subject is not None and _is_subjunctive(subject.head):
        return True
    doer = subject is not None and (
        voice.acts(subject) or subject.lower_ in {"they", "he", "you"} or subject.lemma_.lower() in listed("doers")
    )
    return (doer and shows("demand.modals", plain)) or shows("demand.turns", plain) or _begins_with_order(tokens)


def _is_subjunctive(verb: Token) -> bool:
    """“(insists that) the budget include funds”: a bare verb under "that" demands."""
    bare = verb.tag_ == "VB" and not any(c.dep_ in {"aux", "auxpass"} for c in verb.children)
    return bare and any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.children)


def _begins_with_order(tokens: Sequence[Token]) -> bool:
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if not words:
        return False
    first = (
        words[1]
        if words[0].lower_ in {"do", "please"} and len(words) > 1 and words[1].lower_ not in {"we", "you", "they"}
        else words[0]
    )
    return first.tag_ == "VB" and (first.dep_ in {"ROOT", "ccomp"} or words[0].lower_ == "do")


def _blames(words: str, tokens: Sequence[Token], voice: Voice, *, own: bool) -> bool:
    """Words for wrong, done by another party."""
    counter = shows("accuse.not", words)
    if shows("accuse.strong", words) and not counter and (not own or _wrong_by_others(tokens, voice)):
        return True
    if counter or not shows("accuse.weak", words):
        return False
    return _wrong_by_others(tokens, voice) or _turns_on_others(words, tokens, voice)


def _wrong_by_others(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether some word for wrong has another party as its doer: the subject of its clause, or its owner."""
    for token in tokens:
        word = token.lemma_.lower()
        if not (shows("accuse.weak", word) or shows("accuse.strong", word) or shows("accuse.weak", token.lower_)):
            continue
        if token.pos_ == "NOUN" and token.lemma_ in {"force", "arm"}:  # "government forces" do no wrong by their name
            continue
        doers = [c for c in token.children if c.dep_ in {"poss", "amod", "compound"}]
        doers += _doers(token)
        if token.head.lower_ == "as":  # "described their offer as a ploy"
            doers += [c for t in token.head.head.children if t.dep_ == "dobj" for c in (t, *t.children)]
        if any(voice.others(doer) for doer in doers):
            return True
    return False


def _turns_on_others(words: str, tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether a turn of several words for wrong is said of another party, or of something that is another's."""
    if not any(" " in found for found in _turns()["accuse.weak"].findall(words)):
        return False
    subject = main_subject(tokens)
    said_of = [subject, *subject.children] if subject is not None else [t for t in tokens if t.dep_ in {"poss", "dobj"}]
    return any(voice.others(token) for token in said_of)


def _doers(token: Token) -> list[Token]:
    """The subject of the active clause that `token` stands in."""
    verb = _clause_head(token)
    if verb is None or any(c.dep_ == "auxpass" for c in verb.children):
        return []
    subject = subject_of(verb)
    return [subject] if subject is not None else []


def _clause_head(token: Token) -> Token | None:
    while token.pos_ not in {"VERB", "AUX"}:
        if token.head.i == token.i:
            return None
        token = token.head
    return token


def _warns(both: str, plain: str, *, own: bool) -> bool:
    """A threat, or harm to come under a condition."""
    if shows("warn.strong", both):
        return True
    return (shows("warn.weak", both) and shows("warn.future", plain)) or (own and shows("warn.own", plain))


def _plans(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether a main verb tells what the own side will do or has resolved to do."""
    inside = {token.i for token in tokens}
    subjects = [t for t in tokens if t.dep_ in {"nsubj", "nsubjpass"} and t.head.i in inside and _depth(t, inside) <= 1]
    first = main_subject(tokens)
    return any(
        voice.owns(subject) and _tells_plan(subject, tokens)
        for subject in dict.fromkeys([*subjects, *([first] if first else [])])
    )


def _tells_plan(subject: Token, tokens: Sequence[Token]) -> bool:
    verb = subject.head
    if any(child.dep_ == "neg" for child in verb.children) and verb.lemma_ in {"be", "have", "know"}:
        return False
    words = _joined([child.lower_ for child in verb.children if child.dep_ == "aux"] + [verb.lemma_.lower()])
    near = _joined(t.lower_ for t in tokens if subject.i < t.i <= verb.i + 3)
    return shows("pledge.modals", words) or shows("pledge.turns", near)


def announces_an_act(tokens: Sequence[Token], voice: Voice) -> bool:
    """Whether what is announced is the own side's act: a thing ("sanctions"), or what it has done or will do, no tale of the past."""
    subject = main_subject(tokens)
    if subject is None:
        return bool(tokens) and not any(t.tag_ in _FINITE for t in tokens)
    return voice.owns(subject) and subject.head.tag_ != "VBD"
