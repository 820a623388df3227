"""Days, parties, words and reports as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.parties import in_sentence, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memcon.ledger import Heading
    from memcon.tracks.model import Evidence, TrackReport
    from memcon.web.parts.links import Links

QUOTES = "“”\"'‘’ "
_TITLE = 240  # characters of a title that a list shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day or span: EDTF, and in words (``""`` where nothing can be said)."""

    edtf: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyRef:
    """A party by code, name, its name inside a sentence, and where its page is."""

    code: str
    name: str
    in_sentence: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRef:
    """A report as a reference: outlet, day, title. `copy_of` is the report whose text it repeats, `number` its place in a list."""

    id: str
    title: str
    outlet: str
    published: Day
    href: str
    number: int = 0
    copy_of: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of a report and every place where they stand: `reports` are numbers of references, `hrefs` lead to the words."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where words stand: code points of a report's text, and the page that shows them marked."""

    report: str
    start: int
    end: int
    number: int
    label: str
    href: str


def day(edtf: str) -> Day:
    """A day as pages show it."""
    return Day(edtf=edtf, words=in_words(edtf))


def party(code: str, links: Links) -> PartyRef:
    """A party as pages show it."""
    return PartyRef(code=code, name=calm(name_of(code)), in_sentence=calm(in_sentence(code)), href=links.party(code))


def parties(codes: Iterable[str], links: Links) -> tuple[PartyRef, ...]:
    """Parties as pages show them."""
    return tuple(party(code, links) for code in codes)


def brief(text: str, most: int = _TITLE) -> str:
    """`text` calm, on one line, and cut where it is too long for a list."""
    line = " ".join(calm(text[: most * 4]).split())
    return line if len(line) <= most and len(text) <= most * 4 else f"{line[:most].rstrip()}…"


def heading(one: Heading, links: Links, number: int = 0) -> ReportRef:
    """A report of the ledger as a reference."""
    return ReportRef(
        id=one.id,
        title=brief(one.title) or "(no title)",
        outlet=brief(one.outlet, 80) or "unnamed outlet",
        published=day(one.published),
        href=links.report(one.id),
        number=number,
    )


@dataclass(frozen=True, slots=True)
class References:
    """The reports that a page rests on, numbered by their days, so that each claim can say where it stands."""

    reports: tuple[ReportRef, ...]
    numbers: Mapping[str, int]
    links: Links

    def words(self, evidence: Iterable[Evidence]) -> tuple[Words, ...]:
        """Each wording once, with every place where it stands."""
        by_words: dict[str, list[Place]] = {}
        for one in evidence:
            text = " ".join(calm(one.text).split()).strip(QUOTES)
            by_words.setdefault(text, []).append(self._place(one))
        return tuple(Words(text=text, places=tuple(places)) for text, places in by_words.items())

    def report(self, ident: str) -> ReportRef | None:
        """A report by id, if the page rests on it."""
        return self.reports[self.numbers[ident] - 1] if ident in self.numbers else None

    def _place(self, one: Evidence) -> Place:
        number = self.numbers.get(one.report, 0)
        known = self.report(one.report)
        return Place(
            report=one.report,
            start=one.start,
            end=one.end,
            number=number,
            label=f"{known.outlet}, {known.published.words or 'no date'}: {known.title}" if known else "report",
            href=self.links.report(one.report, start=one.start, end=one.end),
        )


def references(reports: Iterable[TrackReport], links: Links) -> References:
    """`reports` numbered from 1 by their days."""
    ordered = sorted(reports, key=lambda one: (one.published, one.id))
    numbers = {one.id: number for number, one in enumerate(ordered, start=1)}
    refs = tuple(
        ReportRef(
            id=one.id,
            title=brief(one.title) or "(no title)",
            outlet=brief(one.outlet, 80) or "unnamed outlet",
            published=day(one.published),
            href=links.report(one.id),
            number=numbers[one.id],
            copy_of=numbers.get(one.copy_of or ""),
        )
        for one in ordered
    )
    return References(refs, numbers, links)
