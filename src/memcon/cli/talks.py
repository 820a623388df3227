"""``memcon talks``: all tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

import typer

from memcon.cli.asking import as_of as as_of_
from memcon.cli.asking import asked_at_desk, first_day, one_of
from memcon.cli.exits import ending_well
from memcon.cli.options import (
    AsOfOption,
    JsonOption,
    LedgerOption,
    LimitOption,
    PartyOption,
    RecordedOption,
    SinceOption,
)
from memcon.cli.output import print_json, print_page
from memcon.cli.parties import parties
from memcon.model import MeetingStatus

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.tracks.model import Track

STATUSES = (*get_args(MeetingStatus), "contested")


def talks(
    *,
    party: PartyOption = None,
    status: Annotated[
        list[str] | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help=f"Only talks that stand so: {', '.join(STATUSES)}.",
            show_default=False,
        ),
    ] = None,
    about: Annotated[
        str, typer.Option("--about", metavar="WORDS", help="Only on a matter named so.", show_default=False)
    ] = "",
    since: SinceOption = None,
    limit: LimitOption = 20,
    json: JsonOption = False,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Which talks there are: how each stands, what comes next, on whose word, and who has not confirmed it.

    The talks that were last reported on come first.
    """
    with ending_well(), asked_at_desk(ledger) as book:
        from memcon import desk  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.export.ledger.talks import talks_page  # noqa: PLC0415
        from memcon.export.tracks import to_json  # noqa: PLC0415

        then = as_of_(as_of, recorded_as_of)
        wanted = one_of(STATUSES, status, "--status")
        found = _fitting(
            desk.tracks(book, parties=parties(party), as_of=then), wanted, about, first_day(since, "--since") or ""
        )
        if json:
            print_json(to_json(track, then) for track in found)
        else:
            print_page(talks_page(found, limit))


def _fitting(tracks: Iterable[Track], statuses: tuple[str, ...], about: str, since: str) -> Iterator[Track]:
    from memcon.export.tracks import title_of  # noqa: PLC0415

    for track in tracks:
        named = " ".join([title_of(track), *track.about]).casefold()
        is_about = all(word in named for word in about.casefold().split())
        if is_about and track.last >= since and (not statuses or track.status in statuses):
            yield track
