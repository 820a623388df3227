"""Phrases that need what was said before: "the minister", "his government", "the group", "the country", "officials"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import affiliation, context, descriptions, gazetteer, home, lexicon, plurals
from memcon.actors.drafts import SUBJECTS, Found
from memcon.actors.lexicon import words
from memcon.actors.salience import FAR, FAR_PHRASE, best_antecedent

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.descriptions import Pending
    from memcon.actors.drafts import Board, Draft

STATE_BODIES = frozenset({
    "ministry", "government", "parliament", "army", "military", "cabinet", "administration", "regime", "navy", "police", "court", "senate",
    "embassy", "judiciary", "presidency", "delegation", "majlis", "leadership", "legislature", "central", "treasury", "team",
})  # fmt: skip
FROM_ELSEWHERE = frozenset(
    {
        "western",
        "arab",
        "foreign",
        "international",
        "regional",
        "allied",
        "world",
        "african",
        "asian",
        "gulf",
        "other",
        "eastern",
    }
)
STATE_OFFICES = frozenset(
    {
        "official",
        "minister",
        "president",
        "premier",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "lawmaker",
        "ambassador",
        "governor",
        "mayor",
        "mp",
    }
)
UNIONS = frozenset({"bloc", "alliance", "agency", "watchdog", "body", "union", "league"})
GENERIC = UNIONS | {"group", "movement", "organization", "organisation", "militia", "faction", "network"}
ARMED = frozenset(
    {"insurgents", "militants", "rebels", "fighters", "separatists", "guerrillas", "gunmen", "militiamen", "jihadists"}
)
STATE_GROUPS = frozenset(
    {"officials", "authorities", "troops", "soldiers", "forces", "lawmakers", "prosecutors", "negotiators", "diplomats"}
)


def point_phrase(board: Board, phrase: Pending, token: Token) -> None:
    """Put on the board whom the phrase means; nothing where nobody fits."""
    number = plurals.number_of(board, phrase)
    if (
        (token.lower_ in words("plural") or board.doc[phrase.start].lower_ in plurals.EACH)
        and plurals.points_back(board, phrase)
        and number
    ):
        plurals.point_plural(board, token, phrase.start, number)
        return
    owner = _owner(board, phrase)
    if owner:
        descriptions.put(board, phrase, owner, owner="+")
        return
    {"person": _person, "group": _group, "body": _body, "state": _state}[phrase.sort](board, phrase, token)


def _owner(board: Board, phrase: Pending) -> tuple[str, ...]:
    """The parties of whoever owns it: "his government", "Trump's envoy", "the Assad government"."""
    for token in board.doc[phrase.start : phrase.head]:
        known = board.headed.get(token.i)
        if known is None or (token.i in board.hits and known.reference != "pronoun"):
            continue
        if known.stands_for() and (token.tag_ == "PRP$" or token.dep_ in {"poss", "compound", "nmod"}):
            return known.stands_for()
    return ()


def _person(board: Board, phrase: Pending, token: Token) -> None:
    """A person by office: one of the report's persons who holds it, else one who is not named."""
    parties = affiliation.of_phrase(board, token, phrase.start)
    first = board.doc[phrase.start]
    if first.lower_ not in {"a", "an", "one", "another", "some", "any", "every", "no", "each"}:
        adjectives = {
            t.lower_
            for t in board.doc[phrase.start : phrase.head]
            if t.pos_ in {"ADJ", "NOUN", "PROPN"} and t.i not in board.hits
        }
        best = best_antecedent(board, token, lambda _, f: _holds(f, token.lower_, adjectives, parties), far=FAR_PHRASE)
        if best is not None:
            board.add(Found(phrase.start, phrase.head + 1, token.i, "description", best.draft))
            return
        later = _later(board, token.lower_, adjectives, parties)
        if later is not None:
            board.add(Found(phrase.start, phrase.head + 1, token.i, "description", later))
            return
        if token.lower_ in words("anyone") and first.lower_ in {"the", "this", "that"}:
            best = best_antecedent(board, token, lambda _, f: _may_be(f, token.lower_, adjectives, parties))
            if best is not None:
                board.add(Found(phrase.start, phrase.head + 1, token.i, "description", best.draft))
                return
    if token.dep_ in SUBJECTS | {"agent", "pobj", "dobj", "dative", "poss", "conj", "appos", "ROOT"}:
        parties = parties or _of_body(board, phrase, token) or _state_of_office(board, phrase, token)
        descriptions.put(board, phrase, parties)


def _of_body(board: Board, phrase: Pending, token: Token) -> tuple[str, ...]:
    """The parties of the body named before that an unnamed person is of: "a ministry official", "a diplomat at the alliance"."""
    nouns = [t for t in board.doc[phrase.start : phrase.head] if t.dep_ in {"compound", "nmod", "amod"}]
    nouns += [
        n
        for prep in token.rights
        if prep.lower_ in {"at", "of", "in", "with", "for"}
        for n in prep.children
        if n.dep_ == "pobj"
    ]
    kinds = {noun.lower_ for noun in nouns if noun.lower_ in words("body") and noun.text.islower()}
    for mention in board.back(token.i, FAR_PHRASE) if kinds else ():
        draft = mention.draft
        if draft is not None and draft.kind == "body" and draft.nouns & kinds and mention.stands_for():
            return mention.stands_for()
    return ()


def _state_of_office(board: Board, phrase: Pending, token: Token) -> tuple[str, ...]:
    """The state of an unnamed holder of a state's office ("a government official"), by the sentences before."""
    if token.lower_ == "aide":
        return _of_last_person(board, token)
    if token.lower_ not in STATE_OFFICES or any(
        t.lower_ in FROM_ELSEWHERE for t in board.doc[phrase.start : phrase.head]
    ):
        return ()
    where = context.where(board, token)
    if where:
        return where
    party = home.local_home(board, token.i)
    return (party,) if party else ()


def _of_last_person(board: Board, token: Token) -> tuple[str, ...]:
    """The party of the person named last: "An aide later hinted that …"."""
    named = (f for f in board.back(token.i, FAR) if f.draft is not None and f.draft.kind == "person" and f.stands_for())
    last = next(named, None)
    return last.stands_for() if last is not None else ()


def _holds(mention: Found, noun: str, adjectives: set[str], parties: tuple[str, ...]) -> float | None:
    draft = mention.draft
    if draft is None or draft.kind != "person" or noun not in draft.nouns:
        return None
    if parties and draft.party not in parties:
        return None
    return 4.0 * len(adjectives & draft.nouns) - 1.0 * len(adjectives - draft.nouns)


def _may_be(mention: Found, noun: str, adjectives: set[str], parties: tuple[str, ...]) -> float | None:
    """The preference for a person of whom the report has not said that he holds the office ("the senior MP", "the security chief")."""
    draft = mention.draft
    if draft is None or draft.kind != "person" or (parties and draft.party not in parties):
        return None
    gender = lexicon.gender_of_words(noun)
    if gender and draft.gender and gender != draft.gender:
        return None
    return 2.0 * len(adjectives & draft.nouns)


def _later(board: Board, noun: str, adjectives: set[str], parties: tuple[str, ...]) -> Draft | None:
    """The one person named further on who holds the office ("The foreign minister said …, Orlov added")."""
    holders = [d for d in board.holders_of(noun) if adjectives <= d.nouns and (not parties or d.party in parties)]
    return holders[0] if len(holders) == 1 and (adjectives or noun not in words("anyone")) else None


def _group(board: Board, phrase: Pending, token: Token) -> None:
    if token.dep_ not in SUBJECTS | {"agent", "pobj", "dobj", "dative", "poss", "conj", "appos", "ROOT"}:
        return
    parties = _of_those(board, token) or _sender(board, token) or _armed(board, phrase, token)
    if (
        not parties
        and (token.lower_ in STATE_GROUPS or _of_state(board, phrase))
        and not any(t.lower_ in FROM_ELSEWHERE for t in board.doc[phrase.start : phrase.head])
    ):
        party = home.local_home(board, token.i)
        parties = (party,) if party else ()
    descriptions.put(board, phrase, parties)


def _armed(board: Board, phrase: Pending, token: Token) -> tuple[str, ...]:
    """The movement that "the insurgents" or "the rebels" are of: the one named last."""
    if token.lower_ not in ARMED or board.doc[phrase.start].lower_ not in {"the", "these", "those"}:
        return ()
    best = best_antecedent(board, token, _movement)
    return best.stands_for() if best is not None else ()


def _movement(_: Board, mention: Found) -> float | None:
    parties = mention.stands_for()
    return 0.0 if len(parties) == 1 and parties[0] in gazetteer.data("movements") else None


def _of_state(board: Board, phrase: Pending) -> bool:
    """Whether they are of a state as its opposition is ("opposition leaders"); Syria's is a side of its own."""
    return "SYR" not in board.named and any(t.lower_ == "opposition" for t in board.doc[phrase.start : phrase.head])


def _sender(board: Board, token: Token) -> tuple[str, ...]:
    """The parties of who sends them: "NATO will send troops"."""
    if token.dep_ != "dobj" or token.head.lemma_.lower() not in {
        "send",
        "dispatch",
        "deploy",
        "withdraw",
        "mass",
        "move",
        "station",
    }:
        return ()
    sender = next((board.headed[c.i] for c in token.head.children if c.dep_ == "nsubj" and c.i in board.headed), None)
    return sender.stands_for() if sender is not None else ()


def _of_those(board: Board, token: Token) -> tuple[str, ...]:
    """The parties in "officials from both countries"."""
    for prep in token.rights:
        for noun in prep.children if prep.dep_ == "prep" and prep.lower_ in {"of", "from"} else ():
            those = descriptions.Pending(noun.i, board.phrase_start(noun), "group")
            number = plurals.number_of(board, those)
            if noun.lower_ in words("plural") and plurals.points_back(board, those) and number:
                return plurals.last_parties(board, token.i, number)
    return ()


def _body(board: Board, phrase: Pending, token: Token) -> None:
    low = token.lower_
    definite = board.doc[phrase.start].lower_ in {"the", "this", "that"}
    if definite and low in GENERIC:
        best = best_antecedent(board, token, lambda _, f: _generic(f, low))
        if best is not None:
            board.add(Found(phrase.start, phrase.head + 1, token.i, "description", best.draft, best.parties))
            return
    known = [
        f
        for f in board.back(token.i, FAR_PHRASE)
        if f.draft is not None and f.draft.kind == "body" and low in f.draft.nouns
    ]
    if definite and known:
        board.add(Found(phrase.start, phrase.head + 1, token.i, "description", known[0].draft, known[0].parties))
        return
    parties = _sender(board, token)
    if not parties and (low in STATE_BODIES or (token.text[:1].isupper() and low in descriptions.OF_STATES)):
        party = context.party_at(board, token, states=True)
        parties = (party,) if party else ()
    if parties or token.dep_ in SUBJECTS | {"agent", "poss"} or token.text[:1].isupper():
        descriptions.put(board, phrase, parties)


def _generic(mention: Found, noun: str) -> float | None:
    """The preference that "the group" or "the bloc" gives to a body."""
    draft = mention.draft
    if draft is not None and draft.kind == "group" and noun == "group" and len(mention.parties) > 1:
        return 1.0
    if draft is None or draft.kind != "body" or (draft.nouns & STATE_BODIES and noun not in draft.nouns):
        return None
    party = draft.party or ""
    if noun in UNIONS:
        return 2.0 if party in gazetteer.data("organisations") else 1.0 if noun in draft.nouns else -2.0
    return 2.0 if party in gazetteer.data("movements") else 1.0 if noun in draft.nouns else 0.0


def _state(board: Board, phrase: Pending, token: Token) -> None:
    """The phrases "the country", "his country", "the Kingdom": the state spoken of."""
    first = board.doc[phrase.start].lower_
    if first not in {"the", "this", "that", "its", "our", "my"} or phrase.head - phrase.start > 2:
        return
    may_be = _states_so_called(board, phrase)
    general = token.lower_ in {"side", "neighbor", "neighbour", "capital"} or (token.lower_ == "state" and not may_be)
    if first in {"our", "my"} or general:
        return
    best = best_antecedent(board, token, lambda _, f: _is_of(f, may_be), far=FAR_PHRASE if may_be else FAR)
    if best is not None and best.draft is not None and best.draft.kind == "state":
        board.add(Found(phrase.start, phrase.head + 1, token.i, "description", best.draft))
    elif best is not None:
        descriptions.put(board, phrase, best.stands_for())


def _states_so_called(board: Board, phrase: Pending) -> frozenset[str]:
    """The states that a description may mean ("the island nation", "the kingdom"); none where it may mean any."""
    traits = gazetteer.data("traits")
    called = [set(traits[t.lower_]) for t in board.doc[phrase.start : phrase.head + 1] if t.lower_ in traits]
    return frozenset(set.intersection(*called)) if called else frozenset()


def _is_of(mention: Found, may_be: frozenset[str]) -> float | None:
    """The preference that a description gives to a state, or, where it says which sort of state, to anybody of such a one."""
    if may_be:
        parties = mention.stands_for()
        return 0.0 if len(parties) == 1 and parties[0] in may_be and not mention.relays else None
    return 0.0 if mention.draft is not None and mention.draft.kind == "state" else None
