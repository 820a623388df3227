"""``memcon said``: statements by who, party, act and words."""

from __future__ import annotations

from typing import Annotated, get_args

import typer

from memcon.cli.asking import as_of as as_of_
from memcon.cli.asking import asked, first_day, one_of
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
from memcon.model import Act


def said(
    *,
    who: Annotated[
        list[str] | None,
        typer.Option("--who", metavar="NAME", help="Only by this speaker; given again, by either.", show_default=False),
    ] = None,
    party: PartyOption = None,
    act: Annotated[
        list[str] | None,
        typer.Option(
            "--act",
            metavar="ACT",
            help="Only this act: assert, confirm, deny, decline, propose, demand, accept, reject, accuse, warn, pledge, hope.",
            show_default=False,
        ),
    ] = None,
    about: Annotated[
        str, typer.Option("--about", metavar="WORDS", help="Only with these words in it.", show_default=False)
    ] = "",
    since: SinceOption = None,
    limit: LimitOption = 20,
    json: JsonOption = False,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Who said what: statements, the newest report first.

    A silence (decline) is shown as such, never as a denial.
    """
    with ending_well(), asked(ledger) as book:
        from memcon.export.ledger.said import statements_page  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.export.ledger.told import to_json, told  # noqa: PLC0415

        then = as_of_(as_of, recorded_as_of)
        found = book.statements(
            who=who or (),
            party=parties(party),
            act=one_of(get_args(Act), act, "--act"),
            about=about,
            published_since=first_day(since, "--since"),
            as_of=then,
        )
        every = told(book, found, then)
        if json:
            print_json(map(to_json, every))
        else:
            print_page(statements_page(every, limit))
