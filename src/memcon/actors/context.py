"""For which party somebody acts of whom the words beside him tell none: "Foreign Minister John Doe", "the army", "an official".

Every party that the report speaks of is weighed by where it stands: in the sentence itself, in the one before, in the paragraph, the headline,
the dateline, in the outlet's name and in the report as a whole. Whom the words deal with ("accused Dublin") is no party of the speaker.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from memcon.actors import home, lexicon, rebels
from memcon.actors.drafts import SUBJECTS
from memcon.actors.salience import FAR_PHRASE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from memcon.actors.drafts import Board, Found

Evidence = dict[str, dict[str, float]]
# How much each kind of evidence weighs. Fitted (a choice among the parties named, with a pull towards weights set by judgement) to the persons
# and bodies without a party of two dozen invented agency reports, as many of other outlets, and half of the training gold; rounded.
# What has no weight here was found to tell nothing.
WEIGHTS = {
    "where": 9.0,
    "setting": 6.0,
    "body": 5.0,
    "topic last": 1.8,
    "topic before": 1.9,
    "subject last": 1.1,
    "outlet": 1.6,
    "whole": 1.9,
    "most": 0.7,
    "topic last paragraph": 0.9,
    "title": 0.6,
    "other before": 0.4,
    "adjective before": 0.4,
    "other last": 0.5,
    "other last but one": 0.2,
    "dateline": 0.6,
    "subject before": 0.4,
    "subject last paragraph": 0.4,
    "subject next": 0.3,
    "dealt with": -1.0,
    "taken": -3.0,
    "place near": -0.3,
    "other next": -0.4,
    "other after": -0.2,
    "person before": -0.2,
    "person after": -0.3,
    "person next": -0.3,
}
NEARER = {
    "whole": 1.0,
    "most": 0.4,
    "outlet": 0.8,
    "title": 0.3,
    "subject before": 1.0,
    "topic before": 2.0,
    "topic last": 2.0,
    "subject last": 1.6,
}  # for bodies
OF_MOVEMENTS = rebels.REBELS | {"movement"}
ONE_EACH = frozenset({"president", "premier", "king", "queen", "chancellor"})  # offices of which a state has one
DEALS = frozenset({"accuse", "blame", "urge", "warn", "thank", "criticize", "criticise", "condemn", "denounce", "tell", "ask", "demand", "inform", "remind", "advise", "threaten", "praise", "welcome", "hail", "reject", "summon", "meet"})  # fmt: skip
STATE_BODIES = frozenset({"ministry", "government", "parliament", "army", "military", "cabinet", "administration", "navy", "police", "court", "senate", "embassy", "judiciary", "presidency", "majlis", "congress", "assembly", "party", "department", "treasury", "office", "opposition", "press", "media", "guard", "side", "regime", "consulate", "service", "staff", "command", "leadership", "legislature", "bureau", "monarchy", "junta", "state", "delegation", "team", "board", "chamber"})  # fmt: skip


def party_at(board: Board, token: Token, words: Iterable[str] = (), *, states: bool = False) -> str | None:
    """The party for which somebody at the token most likely acts, a state where `states`; ``None`` where the report speaks of none."""
    found = evidence(board, token, tuple(words))
    weights = {**WEIGHTS, **NEARER} if states else WEIGHTS
    weighed = {
        p: sum(weights.get(k, 0.0) * v for k, v in kinds.items())
        for p, kinds in found.items()
        if not states or home.is_state(p)
    }
    return max(weighed, key=lambda party: weighed[party]) if weighed else None


def evidence(board: Board, token: Token, words: Iterable[str] = ()) -> Evidence:
    """What speaks for each party at the token: by party, the kinds of evidence with their amounts.

    `words` are those of the office, lower case: a body of that kind named before ("mission spokesman") is evidence.
    """
    found: defaultdict[str, defaultdict[str, float]] = defaultdict(lambda: defaultdict(float))
    whole = home.weights(board)
    total = sum(whole.values()) or 1.0
    for party, weight in whole.items():
        found[party]["whole"] = weight / total
    most = home.home(board)
    if most is not None:
        found[most]["most"] = 1.0
    for party in _of_body(board, token, words):
        found[party]["body"] = 1.0
    for party in _taken(board, token, words):
        found[party]["taken"] = 1.0
    for party in where(board, token):
        found[party]["where"] = 1.0
    for party in home.of_outlet(board):
        found[party]["outlet"] = 1.0
    for party in home.of_dateline(board):
        found[party]["dateline"] = 1.0
    for party in home.of_title(board):
        found[party]["title"] = 1.0
    setting = home.spoken_from(board, token.i)
    if setting is not None:
        found[setting]["setting"] = 1.0
    for mention in board.found:
        parties = mention.stands_for()
        if len(parties) != 1 or mention.relays or mention.start <= token.i < mention.end:
            continue
        kind = _kind(board, token, mention)
        if kind is not None:
            found[parties[0]][kind] = max(found[parties[0]][kind], 1.0)
    return {party: dict(kinds) for party, kinds in found.items()}


def _of_body(board: Board, token: Token, words: Iterable[str]) -> tuple[str, ...]:
    """The party of the body named last that the words of an office mean ("mission spokesman", "an alliance official")."""
    kinds = {word for word in words if word in lexicon.words("body")} - STATE_BODIES
    if not kinds:
        return ()
    for mention in board.back(token.i, FAR_PHRASE):
        draft = mention.draft
        if (
            draft is not None
            and draft.kind == "body"
            and draft.nouns & kinds
            and not mention.relays
            and mention.stands_for()
        ):
            return mention.stands_for()[:1]
    return ()


def _taken(board: Board, token: Token, words: Iterable[str]) -> set[str]:
    """The states of which another person holds that very office ("Foreign Minister" beside "the Irish foreign minister, John Doe")."""
    office = _office(words)
    if office is None:
        return set()
    others = (
        d for d in board.drafts.values() if d.kind == "person" and d.party is not None and d.role and d.first != token.i
    )
    return {
        d.party
        for d in others
        if d.party is not None and _office((d.role or "").lower().replace("-", " ").split()) == office
    }


def _office(words: Iterable[str]) -> str | None:
    """The office by which one person is known, of those that a state gives to one; ``None`` for other offices."""
    held = tuple(words)
    if {"former", "ex", "deputy", "vice", "then", "late"} & set(held):
        return None
    if "minister" in held:
        at = held.index("minister")
        return f"{held[at - 1]} minister" if at else None
    return next((word for word in held if word in ONE_EACH), None)


def where(board: Board, token: Token) -> tuple[str, ...]:
    """The party that opens a clause of place: "In Bern, where the movement's leaders live, a spokesman …"."""
    start, _ = board.span_of_sentence(token.i)
    while start < token.i and board.doc[start].is_space:
        start += 1
    opening = next((t.i for t in board.doc[start : min(start + 8, token.i)] if t.lower_ == "where"), None)
    if opening is None or board.doc[start].lower_ != "in":
        return ()
    for at in range(opening + 1, token.i):
        if board.doc[at].lower_ in OF_MOVEMENTS and board.movements:
            meant = rebels.movement_meant(board, board.doc[at])
            return (meant,) if meant is not None else ()
        known = board.headed.get(at) or board.inside.get(at)
        if known is not None and len(known.stands_for()) == 1 and not known.as_place:
            return known.stands_for()
    return ()


def _kind(board: Board, token: Token, mention: Found) -> str | None:
    """Where a mention stands as seen from the token, and as what."""
    head = board.doc[mention.head]
    here, there = board.sentence[token.i], board.sentence[mention.head]
    subject = head.dep_ in SUBJECTS or (head.dep_ == "poss" and head.head.dep_ in SUBJECTS)
    if mention.as_place:
        return "place near" if 0 <= here - there <= 1 else None
    role = _role(board, mention, subject=subject)
    if board.quoted(mention.head) != -1 and board.quoted(token.i) == -1:
        role = "quoted"
    if there == here:
        if _dealt_with(token, head):
            return "dealt with"
        side = "before" if mention.head < token.i else "after"
        return f"{role} {side}"
    if there == here - 1:
        return f"{role} last" if board.paragraph[here] == board.paragraph[there] else f"{role} last paragraph"
    if there == here - 2:
        return f"{role} last but one"
    if there == here + 1 and board.paragraph[here] == board.paragraph[there]:
        return f"{role} next"
    return None


def _role(board: Board, mention: Found, *, subject: bool) -> str:
    if mention.draft is not None and mention.draft.kind == "person":
        return "person"
    if subject:
        start, _ = board.span_of_sentence(mention.head)
        first = all(board.headed[at].as_place for at in range(start, mention.start) if at in board.headed)
        return "topic" if first else "subject"
    return "adjective" if mention.reference == "adjective" else "other"


def _dealt_with(token: Token, head: Token) -> bool:
    """Whether the one at the token deals with the other: "X accused Dublin", "told Dublin", "his Irish counterpart"."""
    verb = token.head
    while verb.dep_ in {"appos", "conj", "compound", "nmod"} and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    verbs = [verb, *(c for c in verb.conjuncts if c.pos_ == "VERB")]
    for each in verbs:
        if head.head == each and head.dep_ in {"dobj", "dative", "pobj"}:
            return True
        if head.dep_ == "pobj" and head.head.head == each and head.head.lower_ in {"to", "with", "against"}:
            return True
        if (
            head.dep_ in {"compound", "amod", "poss", "nmod"}
            and head.head.head == each
            and head.head.dep_ == "dobj"
            and each.lemma_ in DEALS
        ):
            return True
    return head.head.lower_ == "counterpart"
