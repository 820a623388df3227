"""The cast of a report: who is named, described or meant, for which party.

persons | names | descriptions | parties still missing | what points back
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import anaphora, context, holders
from memcon.actors.cast import Cast, Mention
from memcon.actors.descriptions import find_descriptions
from memcon.actors.drafts import Board
from memcon.actors.names import find_names
from memcon.actors.persons import find_persons, year
from memcon.model import Actor, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from memcon.actors.drafts import Draft, Found
    from memcon.language.quotations import Quotation
    from memcon.model import Report

# Callings of which nothing follows for a party. Any other person whose party nothing tells is taken for one of the state that the report
# is about: on the 233 agency-like items of the training gold that was right for nine in ten, and wrong for few.
NOT_OF_STATE = frozenset(
    [
        "analyst",
        "expert",
        "professor",
        "journalist",
        "economist",
        "historian",
        "activist",
        "author",
        "researcher",
        "fellow",
        "scholar",
        "lawyer",
        "ceo",
        "academic",
        "pundit",
        "strategist",
        "columnist",
        "editor",
        "blogger",
        "singer",
        "actor",
        "actress",
        "player",
        "coach",
        "correspondent",
        "reporter",
        "author",
        "institute",
        "university",
        "foundation",
        "watch",
        "amnesty",
        "crisis",
        "think",
        "bank",
        "investor",
        "trader",
    ]
)


def find_cast(doc: Doc, report: Report, quotations: tuple[Quotation, ...]) -> Cast:
    """Every actor of the report and every mention of one."""
    board = Board(doc, report, quotations)
    find_persons(board)
    _give_known_offices(board)
    find_names(board)
    pending = find_descriptions(board)
    anaphora.gender_from_names(board)
    _give_parties(board)
    anaphora.resolve(board, pending)
    _give_parties(board, owned=True)
    return _cast(board)


def _give_known_offices(board: Board) -> None:
    """Give well-known persons of whom the words next to the name told no party that of their office, and the words for it."""
    for key, draft in board.drafts.items():
        holder = holders.by_name(draft.name, year(board)) if key[0] == "person" and draft.party is None else None
        if holder is not None:
            draft.party = holder.party
            board.learn(draft, holder.office.split() if holder.years_from(year(board)) == 0 else ())


def _give_parties(board: Board, *, owned: bool = False) -> None:
    """Give the other persons that which the report around them speaks of; those that share another's only where that was not found (`owned`)."""
    for key, draft in board.drafts.items():
        if key[0] == "person" and draft.party is None and (owned or draft.owner is None):
            draft.party = _party_of_context(board, draft)


def _party_of_context(board: Board, draft: Draft) -> str | None:
    role = (draft.role or "").lower().replace("-", " ").split()
    if set(role) & NOT_OF_STATE:
        return None
    return context.party_at(board, board.doc[draft.first], role)


def _cast(board: Board) -> Cast:
    """Freeze the board: ids in the order of first mention, and look-ups by token."""
    found = sorted(board.found, key=lambda f: (f.start, -f.end, f.head))
    ids: dict[int, str] = {}
    drafts: dict[str, tuple[Draft, list[Span]]] = {}
    mentions: list[tuple[Found, Mention]] = []
    for each in found:
        span = Span(board.doc[each.start].idx, board.doc[each.end - 1].idx + len(board.doc[each.end - 1]))
        actor = None
        if each.draft is not None:
            actor = ids.setdefault(id(each.draft), f"a{len(ids) + 1}")
            drafts.setdefault(actor, (each.draft, []))[1].append(span)
        mention = Mention(
            span=span,
            head=each.head,
            actor=actor,
            parties=each.stands_for(),
            reference=each.reference,
            as_place=each.as_place,
            relays=each.relays,
        )
        mentions.append((each, mention))
    actors = tuple(_actor(name, draft, spans) for name, (draft, spans) in drafts.items())
    return _indexed(actors, mentions)


def _actor(actor_id: str, draft: Draft, spans: list[Span]) -> Actor:
    name = draft.name
    if draft.words and name not in draft.words and not draft.unnamed:
        name = max(draft.words, key=lambda w: (not w.isupper() or len(w) < 5, draft.words[w], len(w)))
    return Actor(
        id=actor_id, name=name, kind=draft.kind, party=draft.party, role=draft.role, mentions=tuple(sorted(set(spans)))
    )


def _indexed(actors: tuple[Actor, ...], mentions: list[tuple[Found, Mention]]) -> Cast:
    at: dict[int, Mention] = {}
    for each, mention in sorted(mentions, key=lambda pair: pair[0].start - pair[0].end):
        at.update(dict.fromkeys(range(each.start, each.end), mention))
    headed: dict[int, Mention] = {}
    for _, mention in mentions:
        headed.setdefault(mention.head, mention)
    return Cast(
        actors=actors,
        mentions=tuple(m for _, m in mentions),
        _at=at,
        _headed=headed,
        _by_id={actor.id: actor for actor in actors},
    )
