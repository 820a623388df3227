"""A visit to a page: the ledger, the talks at a glance, what is asked for, and as of when."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from memcon.questions.bar import Bar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from memcon.ledger import Ledger
    from memcon.questions.question import Question
    from memcon.web.glance import Glance, Glances
    from memcon.web.login import Session
    from memcon.web.parts.links import Links


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """What a page is made from. `values` are the words of the address that are no part of the question, each by its last value.

    `bar` takes away what is less sure than is asked for, and counts it.
    """

    ledger: Ledger
    glances: Glances
    question: Question
    links: Links
    today: date
    values: Mapping[str, str] = field(default_factory=dict)
    session: Session | None = None
    can_review: bool = False
    bar: Bar = field(default_factory=Bar)

    @property
    def glance(self) -> Glance:
        """All talks at a glance, as of when and above which bar is asked."""
        return self.glances.at(self.question.as_of, self.bar.at_least)

    def number(self, word: str, default: int = 1, most: int = 100_000) -> int:
        """A whole number of the address; what is none is `default`."""
        given = self.values.get(word, "")
        return min(max(1, int(given)), most) if given.isascii() and given.isdigit() and len(given) < 9 else default
