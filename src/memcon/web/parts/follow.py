"""How what a page shows can be followed and taken away: feeds, a calendar, files, memos; each answers the page's own question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.formats.registry import FORMATS
from memcon.web.parts.links import Links

if TYPE_CHECKING:
    from memcon.questions.question import Question

_NOW = Links()  # who follows something wants what comes, whatever day is looked at
_MEMOS = {"pdf": "PDF", "html": "HTML", "md": "Markdown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file to take away: its format, what is in it, and where it is got."""

    name: str
    what: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """Addresses: feeds as Atom and JSON Feed, a calendar of rounds (``""``: none), files as of the day looked at, memos."""

    atom: str
    json_feed: str
    calendar: str
    files: tuple[File, ...]
    memos: tuple[File, ...] = ()


def of_talks(question: Question, links: Links, *, memo: str = "") -> Follow:
    """Changes of the talks that fit, and their rounds; `memo` is the address of the page that there is a memo of."""
    asked = question.but(who=(), acts=())
    return Follow(
        atom=_NOW.asking("/feeds/changes.atom", asked),
        json_feed=_NOW.asking("/feeds/changes.json", asked),
        calendar=_NOW.asking("/calendar.ics", asked.but(since=None)),
        files=_files(question, links),
        memos=tuple(
            File(name=words, what="a memo to print or send", href=links.to(f"{memo}/memo.{kind}"))
            for kind, words in _MEMOS.items()
            if memo
        ),
    )


def of_statements(question: Question, links: Links) -> Follow:
    """Statements that fit."""
    asked = question.but(statuses=())
    return Follow(
        atom=_NOW.asking("/feeds/statements.atom", asked),
        json_feed=_NOW.asking("/feeds/statements.json", asked),
        calendar="",
        files=_files(asked, links),
    )


def _files(question: Question, links: Links) -> tuple[File, ...]:
    is_on_a_word = bool(question.who or question.acts)
    return tuple(
        File(name=one.name, what=one.what, href=links.asking(f"/export/{one.name}", question))
        for one in FORMATS.values()
        if not (is_on_a_word and one.name == "tracks")
    )
