"""A change as pages show it: what became known, on whose word, about which round, and the words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.calm import calm
from memcon.export.ledger.talks import round_in_words
from memcon.export.parties import on_whose_word
from memcon.export.tracks import title_of
from memcon.export.wording import capitalized
from memcon.web.parts.words import Day, ReportRef, Words, brief, day, heading, references

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memcon.export.ledger.changes import Change
    from memcon.ledger import Ledger
    from memcon.web.parts.links import Links

_REPORTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeView:
    """Something that became known on a day (published): `what` with `on_whose_word`, about `title`."""

    kind: str
    day: Day
    what: str
    on_whose_word: str
    title: str
    href: str
    about: str
    about_href: str
    words: tuple[Words, ...]
    reports: tuple[ReportRef, ...]
    more_reports: int


def change_views(ledger: Ledger, changes: Sequence[Change], links: Links) -> Iterator[ChangeView]:
    """`changes` as pages show them."""
    known = ledger.headings({each for one in changes for each in one.reports[:_REPORTS]})
    for one in changes:
        refs = references(one.track.reports, links)
        words = refs.words(one.evidence)[:2]
        yield ChangeView(
            kind=one.kind,
            day=day(one.day),
            what=capitalized(calm(one.what)),
            on_whose_word=_word(one),
            title=brief(title_of(one.track)),
            href=links.track(one.track.id),
            about=round_in_words(one.round) if one.round else "",
            about_href=links.round(one.round.id) if one.round else "",
            words=() if one.kind == "condition" else words,
            reports=tuple(heading(known[each], links) for each in one.reports[:_REPORTS] if each in known),
            more_reports=max(0, len(one.reports) - _REPORTS),
        )


def _word(one: Change) -> str:
    """On whose word; a silence or a denial names its party itself."""
    if one.kind in {"silence", "denial"}:
        return ""
    return on_whose_word(one.party)
