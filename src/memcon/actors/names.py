"""Mentions of states, seats, organisations, movements, formats and outlets by name or adjective."""

from __future__ import annotations

import bisect
from itertools import takewhile
from typing import TYPE_CHECKING

from memcon.actors import affiliation, syntax
from memcon.actors.drafts import Draft, Found
from memcon.actors.home import is_state

if TYPE_CHECKING:
    from memcon.actors.drafts import Board
    from memcon.actors.gazetteer import Entry, Hit
    from memcon.model import ActorKind

KINDS: dict[str, ActorKind] = {
    "state": "state",
    "seat": "state",
    "adjective": "state",
    "people": "group",
    "format": "group",
}


def find_names(board: Board) -> None:
    """Put every name of the gazetteer on the board that stands for an actor or qualifies one."""
    for hit in dict.fromkeys(board.hits.values()):
        start, end = board.tokens_of(hit)
        if hit.entry.sort != "region" and all(index not in board.inside for index in range(start, end)):
            _put(board, hit, start, end)


def _put(board: Board, hit: Hit, start: int, end: int) -> None:
    entry, head = hit.entry, board.doc[start:end].root
    inner = hit.start != board.doc[start].idx or hit.end != board.doc[end - 1].idx + len(board.doc[end - 1])
    if inner or (entry.sort == "adjective" and _is_adjective(board, end - 1)):
        named = dict.fromkeys(p for h in _within(board, start, end) for p in h.entry.parties)
        board.add(Found(start, end, end - 1, "adjective", None, tuple(named)))
        return
    if entry.sort == "state" and syntax.in_dateline(board.doc, start):
        return
    if (entry.sort == "seat" and not syntax.city_acts(head)) or (entry.sort == "house" and syntax.says_where(head)):
        return
    place = entry.sort == "state" and syntax.says_where(head)
    if start > 0 and board.doc[start - 1].lower_ == "the" and not syntax.modifies_noun(head):
        start -= 1
    if entry.sort == "national":
        _put_national(board, hit, start, end, head.i)
        return
    draft = draft_of(board, entry, board.words(*board.tokens_of(hit)))
    parties = entry.parties if len(entry.parties) != 1 or draft.party != entry.parties[0] else ()
    board.add(Found(start, end, head.i, "name", draft, parties, as_place=place, relays=entry.sort == "outlet"))


def _put_national(board: Board, hit: Hit, start: int, end: int, head: int) -> None:
    """A body that one state alone has, unless the words before it name another state ("the Russian Foreign Office")."""
    first = min(start, board.phrase_start(board.doc[head]))
    named = affiliation.of_words(board, first, start)
    parties = named if len(named) == 1 else hit.entry.parties
    name = board.words(*board.tokens_of(hit))
    draft = board.draft(("national", *parties, hit.entry.name), Draft(name, "body", parties[0]))
    draft.words[name] += 1
    draft.nouns.update(name.lower().split())
    board.add(Found(first, end, head, "name", draft))


def _within(board: Board, start: int, end: int) -> list[Hit]:
    first, last = board.doc[start].idx, board.doc[end - 1].idx + len(board.doc[end - 1])
    at = bisect.bisect_left(board.all_hits, first, key=lambda hit: hit.start)
    return list(takewhile(lambda hit: hit.end <= last, board.all_hits[at : at + 8]))


def _is_adjective(board: Board, index: int) -> bool:
    token = board.doc[index]
    if token.text.strip(".").isupper():  # "US", "U.S.": a noun too
        return syntax.modifies_noun(token) and not _possessive(board, index)
    return not (token.dep_ in {"nsubj", "nsubjpass", "dobj", "pobj"} and not syntax.modifies_noun(token))


def _possessive(board: Board, index: int) -> bool:
    return index + 1 < len(board.doc) and board.doc[index + 1].tag_ == "POS"


def draft_of(board: Board, entry: Entry, words: str) -> Draft:
    """The actor that a name of the gazetteer stands for."""
    party = entry.parties[0] if len(entry.parties) == 1 else None
    if entry.sort == "people":
        return board.draft(("people", entry.name), Draft(words, "group", party))
    kind: ActorKind = KINDS.get(entry.sort, "body")
    if kind == "state" and party is not None and not is_state(party):
        kind = "body"
    key = ("name", kind, entry.name)
    draft = board.draft(key, Draft(entry.name, kind, party))
    draft.words[words] += 1 if entry.sort != "adjective" else 0
    draft.nouns.update(word.lower() for word in entry.name.split())
    return draft
