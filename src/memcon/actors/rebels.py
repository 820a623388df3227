"""Words for a movement that do not name it: "the rebels", "separatist fighters", "a guerrilla spokesman".

They mean the movement of which the report speaks: the one named last, else the first that it names further on. They never mean the state whose
name stands before them ("Burundi's largest rebel movement").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.drafts import Board

REBELS = frozenset(
    {"rebel", "rebels", "guerrilla", "guerrillas", "separatist", "separatists", "insurgent", "insurgents", "secessionist", "secessionists"}
)  # fmt: skip


def speaks_of_rebels(board: Board, start: int, end: int) -> bool:
    """Whether the words ``[start, end)`` speak of rebels and name none."""
    span = board.doc[start:end]
    return any(t.lower_ in REBELS for t in span) and not any(
        t.i in board.hits and board.hits[t.i].entry.parties[:1] and board.hits[t.i].entry.parties[0] in board.movements
        for t in span
    )


def movement_meant(board: Board, token: Token) -> str | None:
    """The movement that rebels spoken of at the token are of; ``None`` where the report names none."""
    before = after = None
    for hit in board.movement_hits:
        if hit.start < token.idx:
            before = hit
        elif after is None:
            after = hit
    if (
        before is not None
        and after is not None
        and board.sentence[board.token_at(after.start)] == board.sentence[token.i]
    ):
        near = board.sentence[board.token_at(before.start)] == board.sentence[token.i]
        return (before if near else after).entry.parties[0]
    chosen = before or after
    return chosen.entry.parties[0] if chosen is not None else None
