"""``memcon said``: statements by who, party, act and words."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from memcon.cli.asking import asked, hidden_line, question, tell_hidden
from memcon.cli.exits import ending_well
from memcon.cli.options import (
    ActOption,
    AsOfOption,
    AtLeastOption,
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
    at_least: AtLeastOption = None,
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
        from memcon.export.ledger.layout import ended  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.export.ledger.said import statements_page  # noqa: PLC0415
        from memcon.export.ledger.told import to_json  # noqa: PLC0415
        from memcon.questions import answers  # noqa: PLC0415
        from memcon.questions.bar import bar_of  # noqa: PLC0415

        wanted = question(
            who=who, party=party, act=act, about=about, since=since,
            at_least=at_least, as_of=as_of, recorded_as_of=recorded_as_of,
        )  # fmt: skip
        bar = bar_of(book, wanted)
        every = answers.statements(book, wanted, bar)
        if json:
            print_json(map(to_json, every))
            tell_hidden(bar)
        else:
            print_page(ended(statements_page(every, limit), partial(hidden_line, bar)))
