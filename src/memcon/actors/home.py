"""Which state a report speaks of when it names an institution and no state: "the Foreign Ministry", "officials", "the government"."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

import pycountry

from memcon.actors import gazetteer, syntax
from memcon.actors.cities import city_country
from memcon.actors.drafts import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.actors.drafts import Board, Found

# Weights by judgement: the outlet's own state and the dateline's weigh as a few mentions do, and yield to a state that the report is all about.
OUTLET, DATELINE, TITLE, SUBJECT, MENTION = 4.0, 3.0, 2.0, 1.0, 0.5
EARLY = 12  # tokens within which a dateline stands
NEAR = 2  # sentences back within which a state named as subject is the one spoken of


def home(board: Board) -> str | None:
    """The state that the whole report speaks of most, by mentions, dateline and outlet."""
    weight: defaultdict[str, float] = defaultdict(float, weights(board))
    for party in of_outlet(board):
        weight[party] += OUTLET
    for party in of_dateline(board):
        weight[party] += DATELINE
    for party in of_title(board):
        weight[party] += TITLE
    return max(weight, key=lambda party: weight[party]) if weight else None


def weights(board: Board) -> dict[str, float]:
    """How much the report speaks of each state, by mentions."""
    weight: defaultdict[str, float] = defaultdict(float)
    for mention in board.found:
        parties = () if mention.relays else mention.stands_for()
        if len(parties) == 1 and is_state(parties[0]):
            weight[parties[0]] += SUBJECT if board.doc[mention.head].dep_ in SUBJECTS else MENTION
    return dict(weight)


def of_outlet(board: Board) -> set[str]:
    """The state that the outlet's name tells ("The Lima Courier"), if any."""
    return _states(gazetteer.find(board.report.outlet) or _by_word(board.report.outlet))


def of_title(board: Board) -> set[str]:
    """The states that the headline names."""
    return _states(gazetteer.find(board.report.title))


def _states(hits: Iterable[gazetteer.Hit]) -> set[str]:
    return {h.entry.parties[0] for h in hits if len(h.entry.parties) == 1 and is_state(h.entry.parties[0])}


def spoken_from(board: Board, token: int) -> str | None:
    """The state where the token's sentence is set ("In Moscow, the foreign minister said …"), or ``None``."""
    start = board.span_of_sentence(token)[0]
    while start < token and board.doc[start].is_space:
        start += 1
    if board.doc[start].text not in {"In", "At"}:
        return None
    for index in range(start + 1, min(start + 4, token)):
        hit = board.hits.get(index)
        if (
            hit is not None
            and hit.entry.sort in {"seat", "house", "state", "region"}
            and is_state(hit.entry.parties[0])
        ):
            after = board.tokens_of(hit)[1]
            clause = after + 1 < token and board.doc[after + 1].lower_ == "where"  # it tells of somebody else there
            return hit.entry.parties[0] if after < token and board.doc[after].text == "," and not clause else None
    return None


def local_home(board: Board, token: int) -> str | None:
    """The state that the sentences just before the token speak of: the subject there, else the latest, else the report's."""
    setting = spoken_from(board, token)
    if setting is not None:
        return setting
    sentence = board.sentence[token]
    near = [f for f in board.back(token, NEAR) if board.quoted(f.head) == -1 and not f.relays]
    near = [f for f in near if len(f.stands_for()) == 1 and is_state(f.stands_for()[0])]
    if not near:
        return home(board)
    return max(near, key=lambda f: _nearness(board, f, sentence)).stands_for()[0]


@lru_cache(maxsize=1024)
def is_state(party: str) -> bool:
    """Whether the party is a state by its code."""
    return party in gazetteer.data("states") or pycountry.countries.get(alpha_3=party) is not None


def _nearness(board: Board, mention: Found, sentence: int) -> tuple[float, int]:
    subject = board.doc[mention.head].dep_ in SUBJECTS
    return (
        board.sentence[mention.head] - sentence + (1.5 if subject else 0.0) + (0.5 if not mention.as_place else 0.0),
        mention.head,
    )


def _by_word(name: str) -> tuple[gazetteer.Hit, ...]:
    return tuple(hit for word in name.split() for hit in gazetteer.find(word))


def of_dateline(board: Board) -> set[str]:
    """The state from which the report was filed, if it says so."""
    if board.report.dateline is not None:
        place = board.report.dateline.place
        named = gazetteer.find(place)
        country = None if named else city_country(place.partition(",")[0])
        return _states(named[-1:]) if country is None else {country}
    early = (
        hit
        for index, hit in board.hits.items()
        if index < EARLY and syntax.in_dateline(board.doc, index) and hit.entry.parties
    )
    return _states(list(early)[:1])
