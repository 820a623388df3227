"""For which party the holder of an office, a body or a group acts, by the words of its noun phrase.

The first state or body named before the head counts ("U.S. special envoy for Iran"), with what is coordinated with it ("Russian and Iranian
negotiators"); then what follows in "of" or "from". What follows in "to", "on" or "for" is dealt with, not acted for.
A movement goes before a state ("Yemen's Houthi rebels"), and a backer is no party ("Iranian-backed militia").
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from memcon.actors import rebels
from memcon.actors.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.drafts import Board
    from memcon.actors.gazetteer import Hit

AWAY = frozenset({"to", "on", "in", "at", "with", "against", "about", "over", "for", "near", "into", "under"})
SERVING = frozenset({"adviser", "advisor", "aide", "assistant", "counsel", "counselor", "counsellor"})
JOINTS = frozenset({"and", ",", "-", "–", "/", "or", "as", "well", "the", "'s", "’s", "&"})


def of_words(board: Board, start: int, end: int, *, spokesman: bool = False) -> tuple[str, ...]:
    """Parties named by the tokens ``[start, end)`` of a title or noun phrase."""
    if start < end and rebels.speaks_of_rebels(board, start, end):
        party = rebels.movement_meant(board, board.doc[start])
        if party is not None:
            return (party,)
    hits = list(_hits(board, start, end, spokesman=spokesman))
    if not hits:
        return ()
    if len(hits) > 1 and hits[0][2] == hits[1][1] and {h.entry.sort for h, _, _ in hits[:2]} == {"adjective"}:
        hits = hits[1:]  # "… by the U.S. Indian officials …": the first ended its sentence
    for place, (hit, _, _) in enumerate(hits):
        if hit.entry.sort == "movement":
            return _joined(board, hits[place:])
    return _joined(board, hits)


def of_phrase(board: Board, head: Token, start: int) -> tuple[str, ...]:
    """Parties of the noun phrase that begins at `start` and has this head: before the head, else in "of", "from" and the like after it."""
    spokesman = head.lower_.startswith("spokes")
    before = of_words(board, start, head.i + 1, spokesman=spokesman)
    if before:
        return before
    for prep in head.rights:
        if prep.dep_ == "prep" and _belongs(prep, head, spokesman=spokesman):
            seen: dict[str, None] = {}
            for noun in (t for t in prep.children if t.dep_ == "pobj"):
                for each in (noun, *noun.conjuncts):
                    seen.update(dict.fromkeys(of_phrase(board, each, board.phrase_start(each))))
            if seen:
                return tuple(seen)
    return ()


def of_coordinated(board: Board, head: Token, start: int) -> tuple[str, ...]:
    """Parties of the phrase, else of the phrase that it shares its modifiers with ("the Syrian government and opposition")."""
    own = of_phrase(board, head, start)
    if own or head.dep_ != "conj" or start != head.i or head.head.i > head.i:
        return own
    return of_words(board, board.phrase_start(head.head), head.head.i)


def _belongs(prep: Token, head: Token, *, spokesman: bool) -> bool:
    if prep.lower_ in {"of", "from"}:
        return True
    if prep.lower_ in {"for", "with"}:
        return spokesman or (
            prep.lower_ == "with" and head.lower_ in {"official", "officials", "expert", "analyst", "source", "sources"}
        )
    return prep.lower_ in {"in", "at"} and (
        head.lower_ in words("body") or head.lower_ in words("group") or head.lower_.endswith("s")
    )


def _hits(board: Board, start: int, end: int, *, spokesman: bool) -> list[tuple[Hit, int, int]]:
    found, away, at = [], False, start
    while at < end:
        token, hit = board.doc[at], board.hits.get(at)
        if hit is None:
            if token.lower_ in AWAY and token.pos_ in {"ADP", "SCONJ", "PART"}:
                away = not (spokesman and token.lower_ == "for") and not _serves(board, token)
            at += 1
            continue
        first, last = board.tokens_of(hit)
        prefix = (
            first > 1 and board.doc[first - 1].text == "-" and board.doc[first - 2].lower_ in {"pro", "anti", "non"}
        )
        if hit.entry.parties and hit.entry.sort != "outlet" and not away and not prefix and not _backer(board, last):
            found.append((hit, first, last))
        at = max(at + 1, last)
    return found


def _serves(board: Board, link: Token) -> bool:
    """Whether the word links somebody to whom he serves ("an adviser to the Irish premier")."""
    return link.lower_ == "to" and link.i > 0 and board.doc[link.i - 1].lower_ in SERVING


def _backer(board: Board, after: int) -> bool:
    """Whether the name before token `after` is only who backs, hosts or occupies ("Iranian-backed")."""
    if after + 1 >= len(board.doc):
        return False
    if board.doc[after].text in {"-", "–"}:
        return board.doc[after + 1].lower_ in words("backed")
    return board.doc[after - 1].lower_.rpartition("-")[2] in words("backed")


def _joined(board: Board, hits: list[tuple[Hit, int, int]]) -> tuple[str, ...]:
    """The parties of the first name and of those coordinated with it."""
    seen = dict.fromkeys(hits[0][0].entry.parties)
    for (_, _, last), (hit, first, _) in pairwise(hits):
        between = [t.lower_ for t in board.doc[last:first]]
        if (
            not between
            or not any(w in {"and", ",", "-", "–", "/", "&"} for w in between)
            or not JOINTS.issuperset(between)
        ):
            break
        seen.update(dict.fromkeys(hit.entry.parties))
    return tuple(seen)
