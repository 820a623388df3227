"""The cast of a report: who is named, by which words, for which party."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from memcon.model import Actor, Span

Reference: TypeAlias = Literal["name", "short", "description", "pronoun", "adjective"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that point to an actor or a party.

    `span` is the whole phrase (title and name), `head` the index of its head token, `actor` an actor's id (``None`` for an adjective
    such as "Russian" in "Russian strikes"), `parties` what it stands for: one, several ("both countries"), or none known.
    `reference` says by what kind of words: a full name, a short form, a description ("the minister"), a pronoun, an adjective.
    `as_place` tells a state's name that only says where ("the crisis in Syria"); a city that does is no mention at all.
    `relays` tells an outlet, whose state is no party to what it reports.
    """

    span: Span
    head: int
    actor: str | None
    parties: tuple[str, ...]
    reference: Reference
    as_place: bool = False
    relays: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """The actors of one report and all the mentions of them, in the order of the text."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    _at: dict[int, Mention] = field(default_factory=dict, repr=False)
    _headed: dict[int, Mention] = field(default_factory=dict, repr=False)
    _by_id: dict[str, Actor] = field(default_factory=dict, repr=False)

    def at(self, token: int) -> Mention | None:
        """The mention that the token of this index stands in (the innermost), or ``None``."""
        return self._at.get(token)

    def headed(self, token: int) -> Mention | None:
        """The mention whose head is the token of this index, or ``None``."""
        return self._headed.get(token)

    def actor(self, actor_id: str) -> Actor:
        """The actor of that id."""
        return self._by_id[actor_id]

    def parties_between(self, start: int, end: int) -> tuple[str, ...]:
        """Parties named by the tokens ``[start, end)``, in the order of their first mention, each once; not those that only say where, nor outlets."""
        seen: dict[str, None] = {}
        for index in range(start, end):
            mention = self._at.get(index)
            if mention is not None and not mention.as_place and not mention.relays:
                seen.update(dict.fromkeys(mention.parties))
        return tuple(seen)
