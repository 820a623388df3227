"""``memcon search``: words in reports and in statements."""

from __future__ import annotations

from typing import Annotated

import typer

from memcon.cli.asking import asked, question
from memcon.cli.exits import ending_well
from memcon.cli.options import AsOfOption, JsonOption, LedgerOption, LimitOption, RecordedOption
from memcon.cli.output import print_json, print_page

_ALL = 1_000_000  # no desk reads more


def search(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="WORDS",
            help="What to look for: every word must be there, in any form; '\"a phrase\"' in this order; -word must not be.",
            show_default=False,
        ),
    ],
    *,
    limit: LimitOption = 10,
    json: JsonOption = False,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """Search the ledger: the statements and the reports in which words stand, best first."""
    with ending_well(), asked(ledger) as book:
        from memcon.export.ledger.hits import hits_page, to_json  # noqa: PLC0415 - what a mistake need not wait for

        then = question(as_of=as_of, recorded_as_of=recorded_as_of).as_of
        found = book.search(" ".join(words), as_of=then, limit=_ALL if json or not limit else limit + 1)
        if json:
            print_json(to_json(book, found, then))
        else:
            print_page(hits_page(book, found, then, limit))
