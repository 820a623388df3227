"""All tracks, one below the other: how each stands, its last round, what comes next, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.layout import listing, short
from memcon.export.ledger.positions import sentence
from memcon.export.memo.layout import LABEL, PARTY, grid
from memcon.export.memo.meetings import place_in_words
from memcon.export.tracks import title_of
from memcon.export.wording import MEETING_STATUSES, MEETING_STYLES, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from memcon.tracks.model import Round, Track

STATUS_WIDTH = 10
AHEAD = ("planned", "proposed", "under-way", "postponed", "cancelled", "suspended", "refused")


def talks_page(tracks: Iterable[Track], limit: int) -> Iterator[RenderableType]:
    """The first `limit` of `tracks` (0: all)."""
    return listing(map(_track, tracks), limit, none="No talks fit.")


def status_mark(status: str) -> Text:
    """The status in capitals, in its colour."""
    if status in MEETING_STATUSES:
        return Text(MEETING_STATUSES[status].upper(), MEETING_STYLES[status])  # type: ignore[index]
    return Text(status.upper(), "bold red")


def round_in_words(one: Round, *, number: bool = True) -> str:
    """“third round, 16 June 2025, Istanbul, Türkiye”."""
    count = f"round {one.number}" if number and one.number else ""
    parts = [count, in_words(one.when), calm(place_in_words(one.where))]
    return ", ".join(part for part in parts if part)


def told_so(one: Round) -> Text:
    """“10 April 2025, Istanbul, Türkiye: held, as The Moscow Times tells it.”."""
    head = round_in_words(one)
    line = Text(f"{head}: " if head else "")
    said = sentence(one)
    return line.append_text(said).append(".")


def standing_lines(track: Track) -> list[tuple[str, Text]]:
    """How the track stands: its last round that was held, and what was to come after it."""
    return [(name, told_so(one)) for name, one in rounds_shown(track)]


def _track(track: Track) -> RenderableType:
    table = grid(first=STATUS_WIDTH)
    table.add_row(status_mark(track.status), Text(title_of(track), PARTY))
    for name, line in standing_lines(track):
        table.add_row(Text(name, LABEL), line)
    table.add_row("", Text(_foot(track), LABEL))
    return table


def rounds_shown(track: Track) -> Iterator[tuple[str, Round]]:
    """What comes or was to come next, then the last round that was held."""
    held = max((at for at, one in enumerate(track.rounds) if one.headline == "held"), default=-1)
    ahead = [one for one in track.rounds[held + 1 :] if one.headline in AHEAD]
    if ahead:
        yield "next", ahead[-1]
    if held >= 0:
        yield "last held", track.rounds[held]


def _foot(track: Track) -> str:
    rounds = counted(len(track.rounds), "round")
    span = in_words(f"{track.first}/{track.last}" if track.first != track.last else track.last)
    return f"{rounds} · {counted(track.sources, 'source')}, {span} · {short(track.id)}"
