"""The form over a list: what can be asked for, and what is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.parties import name_of
from memcon.export.wording import ACTS as ACT_WORDS
from memcon.questions.words import ACTS, STATUSES
from memcon.web.parts.rounds import status

if TYPE_CHECKING:
    from memcon.web.visit import Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of several: its word in the address, in plain words, and whether it is chosen."""

    code: str
    words: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What is asked for, as a person filled it in."""

    parties: tuple[str, ...]
    who: str
    about: str
    since: str
    acts: tuple[Choice, ...]
    statuses: tuple[Choice, ...]
    is_empty: bool


def form(visit: Visit) -> Form:
    """The form as the address fills it in."""
    asked = visit.question
    return Form(
        parties=tuple(name_of(code) for code in asked.parties),
        who=asked.who[0] if asked.who else "",
        about=asked.about,
        since=asked.since or "",
        acts=tuple(Choice(code=each, words=ACT_WORDS[each], is_chosen=each in asked.acts) for each in ACTS),  # type: ignore[index]
        statuses=tuple(
            Choice(code=each, words=status(each).words, is_chosen=each in asked.statuses) for each in STATUSES
        ),
        is_empty=not (asked.parties or asked.who or asked.about or asked.since or asked.acts or asked.statuses),
    )
