"""``memcon feed`` and ``memcon calendar``: what answers a question, for readers of feeds and for diaries."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.asking import asked_at_desk, question
from memcon.cli.exits import ending_well
from memcon.cli.options import (
    AboutOption,
    ActOption,
    AddressOption,
    AsOfOption,
    AtLeastOption,
    BaseOption,
    LedgerOption,
    OutOption,
    PartyOption,
    RecordedOption,
    SinceOption,
    StatusOption,
    TrackOption,
    WhoOption,
)
from memcon.cli.output import destination

if TYPE_CHECKING:
    from pathlib import Path


class Format(StrEnum):
    """The formats of a feed."""

    ATOM = "atom"
    JSON = "json"


def feed(
    form: Annotated[Format, typer.Argument(metavar="FORMAT", help="atom, or json for JSON Feed.", show_default=False)],
    *,
    statements: Annotated[
        bool, typer.Option("--statements", help="Who said what, instead of what became known of talks.")
    ] = False,
    party: PartyOption = None,
    status: StatusOption = None,
    about: AboutOption = "",
    track: TrackOption = None,
    who: WhoOption = None,
    act: ActOption = None,
    since: SinceOption = None,
    at_least: AtLeastOption = None,
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, help="The N newest, 0 for all.")] = 100,
    base: BaseOption = "",
    address: AddressOption = "",
    out: OutOption = None,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Print a feed of what became known, the newest first; each item says on whose word it stands.

    Any question can be asked, and an item keeps its id for ever.
    """
    with ending_well(), asked_at_desk(ledger) as book:
        from memcon.export.feeds import atom, json_feed  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.questions import feeds  # noqa: PLC0415

        wanted = question(
            party=party, status=status, about=about, track=track, who=who, act=act, since=since, at_least=at_least,
            as_of=as_of, recorded_as_of=recorded_as_of,
        )  # fmt: skip
        of: feeds.Of = "statements" if statements else "changes"
        made = feeds.feed(book, wanted, of=of, base=base, address=address, limit=limit)
        _write(atom(made) if form is Format.ATOM else json_feed(made), out)


def calendar(
    *,
    party: PartyOption = None,
    status: StatusOption = None,
    about: AboutOption = "",
    track: TrackOption = None,
    since: SinceOption = None,
    at_least: AtLeastOption = None,
    base: BaseOption = "",
    address: AddressOption = "",
    out: OutOption = None,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Print a calendar (iCalendar) of the rounds that have or had a day, on whose word, with what was called off in it.

    Diaries that follow it see a round move and see it cancelled.
    """
    with ending_well(), asked_at_desk(ledger) as book:
        from memcon.questions import feeds  # noqa: PLC0415 - what a mistake need not wait for

        wanted = question(
            party=party,
            status=status,
            about=about,
            track=track,
            since=since,
            at_least=at_least,
            as_of=as_of,
            recorded_as_of=recorded_as_of,
        )
        _write(feeds.calendar_of(book, wanted, base=base, address=address), out)


def _write(made: bytes, out: Path | None) -> None:
    with destination(out, is_json=True) as stream:
        stream.write(made.decode())
