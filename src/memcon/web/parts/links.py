"""Addresses of pages. Each keeps the day as of which one looks and the bar, so that a link never leads back to the present unasked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from memcon.ledger.model import NOW, AsOf

if TYPE_CHECKING:
    from memcon.questions.question import Question


@dataclass(frozen=True, slots=True)
class Links:
    """Addresses of pages as of a time, and of what is at least so sure."""

    as_of: AsOf = NOW
    at_least: float | None = None

    def track(self, ident: str, *, compare: str = "") -> str:
        """A track, or what changed in it since the day `compare`."""
        return self.to(f"/tracks/{quote(ident)}", compare=compare)

    def round(self, ident: str) -> str:
        """A round."""
        return self.to(f"/rounds/{quote(ident)}")

    def party(self, code: str) -> str:
        """A party."""
        return self.to(f"/parties/{quote(code, safe='')}")

    def pair(self, code: str, other: str) -> str:
        """Two parties."""
        return self.to(f"/pairs/{quote(code, safe='')}/{quote(other, safe='')}")

    def actor(self, anchor: str) -> str:
        """Who is named at a place of a report."""
        return self.to(f"/actors/{quote(anchor, safe='')}")

    def report(self, ident: str, *, start: int | None = None, end: int | None = None) -> str:
        """A report; with `start` and `end` (code points) the words there are marked, and shown first."""
        if start is None or end is None:
            return self.to(f"/reports/{quote(ident)}")
        return self.to(f"/reports/{quote(ident)}", mark=f"{start}-{end}") + "#marked"

    def asking(self, path: str, question: Question, **more: str) -> str:
        """A list, with what is asked for."""
        at_least = question.at_least if self.at_least is None else self.at_least
        asked = question.but(as_of=self.as_of, at_least=at_least)
        pairs = [*asked.pairs(), *((k, v) for k, v in more.items() if v)]
        return path + (f"?{urlencode(pairs)}" if pairs else "")

    def to(self, path: str, **more: str) -> str:
        """`path` with `more` in its address."""
        pairs = [(word, value) for word, value in more.items() if value]
        if self.at_least is not None:
            pairs.append(("at-least", f"{self.at_least:g}"))
        if self.as_of.published:
            pairs.append(("as-of", self.as_of.published))
        if self.as_of.recorded:
            pairs.append(("recorded-as-of", self.as_of.recorded.isoformat()))
        return path + (f"?{urlencode(pairs)}" if pairs else "")
