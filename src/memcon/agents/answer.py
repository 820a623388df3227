"""What every answer has: structured fields, and the same in words, made from those fields alone so that the two agree.

The classes are pydantic's, since the protocol's library reads a schema off them with the docstrings of their fields.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ConfigDict

from memcon.agents.calming import on_one_line, quoted
from memcon.export.days import in_words
from memcon.export.ledger.layout import short
from memcon.export.sureness import of_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from memcon.ledger import AsOf, Heading
    from memcon.tracks.model import Evidence, TrackReport

T = TypeVar("T")
_SIGHTING = 16  # hexadecimal digits: sightings of one report share the first ones, so `short` would not tell them apart


class Shape(BaseModel):
    """A part of an answer."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Answer(Shape):
    """What a tool answers."""

    as_of: str = ""
    """From what was published by which day this answers; "" is all there is."""
    notes: tuple[str, ...] = ()
    """What whoever uses this answer must know of it."""

    def lines(self) -> Iterator[str]:
        """The answer in words, a line each."""
        raise NotImplementedError

    def in_words(self) -> str:
        """The whole answer in words."""
        head = [f"As published by {in_words(self.as_of)}:"] if self.as_of else []
        return "\n".join([*head, *self.lines(), *(f"Note: {on_one_line(note)}" for note in self.notes)])


class Page(Answer):
    """An answer of which there may be more."""

    next: int | None = None
    """Give it as `after` with the same question to go on; null where this is the end."""

    def in_words(self) -> str:
        """The whole page in words, and how to go on."""
        more = f"\nThere are more: ask the same again with after={self.next}." if self.next is not None else ""
        return super().in_words() + more


class Source(Shape):
    """A report as it is cited."""

    report: str
    """The report's id, for show_report."""
    outlet: str
    """Who published it."""
    day: str
    """The day of publication (EDTF), "" where none is known."""
    title: str
    address: str = ""
    """Where it was published, a web address or ""."""
    copy_of: str | None = None
    """The report whose text this one repeats: both are one source."""

    def in_words(self) -> str:
        """“Tehran Times, 16 June 2025, “Talks Off” [3f2a9c01be]”."""
        title = quoted(self.title) if self.title else ""
        parts = [on_one_line(self.outlet), in_words(self.day) or "no date", title]
        copy = f" (repeats the text of [{self.copy_of}]: one source)" if self.copy_of else ""
        return f"{', '.join(part for part in parts if part)} [{self.report}]{copy}"


class Quote(Shape):
    """Words of a report, exactly: the characters `start` to `end` of its text."""

    words: str
    report: str
    """The report's id."""
    start: int
    end: int

    def in_words(self) -> str:
        """““has not yet commented” [3f2a9c01be]”."""
        return f"{quoted(self.words)} [{self.report}]"


def sighting_id(ident: str) -> str:
    """The beginning of a sighting's id, by which words_behind finds it."""
    return ident[:_SIGHTING]


def source(one: Heading) -> Source:
    """A report of the ledger, to be cited."""
    return Source(report=short(one.id), outlet=one.outlet, day=one.published, title=one.title, address=one.url)


def track_source(one: TrackReport, headings: Mapping[str, Heading]) -> Source:
    """A report of a track, to be cited, with what it is a copy of."""
    found = headings.get(one.id)
    copy_of = one.copy_of and short(one.copy_of)
    if found is not None:
        return source(found).model_copy(update={"copy_of": copy_of})
    return Source(report=short(one.id), outlet=one.outlet, day=one.published, title=one.title, copy_of=copy_of)


def quotes(evidence: Iterable[Evidence], most: int) -> tuple[Quote, ...]:
    """The first `most` of the words that a claim rests on, each wording once."""
    by_words: dict[str, Evidence] = {}
    for one in evidence:
        by_words.setdefault(" ".join(one.text.split()), one)
    return tuple(
        Quote(words=one.text, report=short(one.report), start=one.start, end=one.end)
        for one in islice(by_words.values(), most)
    )


def cut(every: Iterable[T], after: int, limit: int) -> tuple[list[T], int | None]:
    """The `limit` things that follow the first `after`, and the `after` of those that follow, ``None`` where none does."""
    found = list(islice(every, after, after + limit + 1))
    return found[:limit], after + limit if len(found) > limit else None


def day_of(as_of: AsOf) -> str:
    """The day of an answer, as `Answer.as_of` has it."""
    return as_of.published or ""


def doubt(confidence: float | None) -> str:
    """“ (doubtful, 0.34: sooner misread than not)”, where it is."""
    sure = of_number(confidence)
    return f" ({sure.words}: sooner misread than not)" if sure.is_doubtful else ""
