"""The reports that a dossier rests on, numbered, so that each claim can say in two characters where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from memcon.export.calm import calm
from memcon.export.ledger.layout import reference, short
from memcon.export.memo.layout import LABEL, QUOTED, grid, heading, indented

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rich.console import RenderableType

    from memcon.tracks.model import Evidence, TrackReport

NUMBER_WIDTH = 4
QUOTES = '“”"'


@dataclass(frozen=True, slots=True)
class References:
    """Numbers from 1, by the reports' days; a copy of a text has its own."""

    reports: tuple[TrackReport, ...]
    numbers: Mapping[str, int]

    def mark(self, *report_ids: str) -> str:
        """“[1][4]”."""
        known = sorted({self.numbers[each] for each in report_ids if each in self.numbers})
        return "".join(f"[{number}]" for number in known)

    def words(self, evidence: Iterable[Evidence]) -> Text:
        """Each wording once, with the reports that have it: “has not yet commented” [1][2]."""
        by_words: dict[str, list[str]] = {}
        for one in evidence:
            by_words.setdefault(" ".join(calm(one.text).split()), []).append(one.report)
        line = Text()
        for words, reports in by_words.items():
            line.append("; " if line else "")
            line.append(f"“{words.strip(QUOTES)}”", QUOTED).append(f" {self.mark(*reports)}", LABEL)
        return line

    def section(self) -> Iterator[RenderableType]:
        """SOURCES: the reports by their numbers."""
        yield heading("SOURCES")
        table = grid(first=NUMBER_WIDTH)
        for one in self.reports:
            line = Text(reference(one.outlet, one.published, one.title))
            if one.copy_of:
                line.append(f" (the text of {self.mark(one.copy_of) or short(one.copy_of)} again: one source)")
            table.add_row(Text(self.mark(one.id), LABEL), line.append(f" · {short(one.id)}", LABEL))
        yield indented(table)


def references(reports: Iterable[TrackReport]) -> References:
    """`reports` numbered."""
    ordered = tuple(sorted(reports, key=lambda one: (one.published, one.id)))
    return References(ordered, {one.id: number for number, one in enumerate(ordered, start=1)})
