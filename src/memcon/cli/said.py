"""``memcon said``: statements by who, party, act and words."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.asking import asked, question
from memcon.cli.exits import ending_well
from memcon.cli.options import (
    ActOption,
    AsOfOption,
    JsonOption,
    LedgerOption,
    LimitOption,
    PartyOption,
    RecordedOption,
    SinceOption,
    WhoOption,
)
from memcon.cli.output import print_json, print_page


def said(
    *,
    who: WhoOption = None,
    party: PartyOption = None,
    act: ActOption = None,
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
        from memcon.export.ledger.told import to_json  # noqa: PLC0415
        from memcon.questions import answers  # noqa: PLC0415

        wanted = question(
            who=who, party=party, act=act, about=about, since=since, as_of=as_of, recorded_as_of=recorded_as_of
        )
        every = answers.statements(book, wanted)
        if json:
            print_json(map(to_json, every))
        else:
            print_page(statements_page(every, limit))
