"""``memcon changes``: what became known since a day."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.asking import asked_at_desk, hidden_line, question, tell_hidden
from memcon.cli.exits import ending_well
from memcon.cli.options import (
    AsOfOption,
    AtLeastOption,
    JsonOption,
    LedgerOption,
    LimitOption,
    PartyOption,
    RecordedOption,
)
from memcon.cli.output import print_json, print_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.export.ledger.told import Told


def changes(
    *,
    since: Annotated[
        str, typer.Option("--since", metavar="DAY", help="From what was published on DAY or later.", show_default=False)
    ],
    party: PartyOption = None,
    at_least: AtLeastOption = None,
    limit: LimitOption = 10,
    json: JsonOption = False,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """What became known since a day: talks called off, silences and denials, new rounds, rounds held, conditions, statements.

    The most weighty comes first. What several reports have from one text is told once.
    """
    with ending_well(), asked_at_desk(ledger) as book:
        from memcon.export.ledger import changes as found  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.export.ledger.changes_page import changes_page  # noqa: PLC0415
        from memcon.export.ledger.layout import ended  # noqa: PLC0415
        from memcon.export.ledger.told import to_json  # noqa: PLC0415
        from memcon.questions import answers  # noqa: PLC0415
        from memcon.questions.bar import bar_of  # noqa: PLC0415

        wanted = question(party=party, since=since, at_least=at_least, as_of=as_of, recorded_as_of=recorded_as_of)
        bar = bar_of(book, wanted)
        new = answers.changes(book, wanted, bar)
        statements = _once(answers.statements(book, wanted.but(parties=wanted.parties[:1]), bar))
        if json:
            print_json(found.to_json(change) for change in new)
            print_json({"kind": "statement", **to_json(one)} for one in statements)
            tell_hidden(bar)
        else:
            page = changes_page(book, new, statements, wanted.as_of, since=wanted.since or "", limit=limit)
            print_page(ended(page, partial(hidden_line, bar)))


def _once(statements: Iterator[Told]) -> Iterator[Told]:
    """Each claim once, whichever reports repeat it."""
    seen: set[str] = set()
    for one in statements:
        if one.sighting.claim not in seen:
            seen.add(one.sighting.claim)
            yield one
