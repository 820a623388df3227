"""The list of talks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from memcon.web.parts.follow import Follow, of_talks
from memcon.web.parts.form import Form, form
from memcon.web.parts.paging import Paging, cut

if TYPE_CHECKING:
    from memcon.web.parts.rounds import TrackLine
    from memcon.web.visit import Visit

_PAGE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracks:
    """The talks that fit, those last reported on first."""

    template: ClassVar[str] = "tracks.html"
    title: str
    form: Form
    lines: tuple[TrackLine, ...]
    paging: Paging
    follow: Follow


def tracks(visit: Visit) -> Tracks:
    """The list of talks, filtered."""
    found = [one.line for one in visit.glance.summaries if one.outline.fits(visit.question)]
    visit.bar.hidden |= visit.glance.hidden(visit.question)
    lines, paging = cut(found, visit, "/tracks", _PAGE)
    return Tracks(
        title="Talks",
        form=form(visit),
        lines=tuple(lines),
        paging=paging,
        follow=of_talks(visit.question, visit.links),
    )
