"""``memcon changes``: what became known since a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.asking import as_of as as_of_
from memcon.cli.asking import asked_at_desk, first_day
from memcon.cli.exits import ending_well
from memcon.cli.options import AsOfOption, JsonOption, LedgerOption, LimitOption, PartyOption, RecordedOption
from memcon.cli.output import print_json, print_page
from memcon.cli.parties import parties

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.export.ledger.told import Told
    from memcon.ledger import AsOf, Ledger


def changes(
    *,
    since: Annotated[
        str, typer.Option("--since", metavar="DAY", help="From what was published on DAY or later.", show_default=False)
    ],
    party: PartyOption = None,
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
        from memcon import desk  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.export.ledger import changes as found  # noqa: PLC0415
        from memcon.export.ledger.changes_page import changes_page  # noqa: PLC0415
        from memcon.export.ledger.told import to_json  # noqa: PLC0415

        then, day, wanted = as_of_(as_of, recorded_as_of), first_day(since, "--since") or "", parties(party)
        new = found.changes((t for t in desk.tracks(book, parties=wanted, as_of=then) if t.last >= day), day)
        statements = _statements(book, day, wanted, then)
        if json:
            print_json(found.to_json(change) for change in new)
            print_json({"kind": "statement", **to_json(one)} for one in statements)
        else:
            print_page(changes_page(book, new, statements, then, since=day, limit=limit))


def _statements(ledger: Ledger, since: str, wanted: tuple[str, ...], as_of: AsOf) -> Iterator[Told]:
    """The statements published since, each claim once, whichever reports repeat it."""
    from memcon.export.ledger.told import told  # noqa: PLC0415

    seen: set[str] = set()
    found = ledger.statements(party=wanted[:1], published_since=since, as_of=as_of)
    for one in told(ledger, found, as_of):
        if one.sighting.claim not in seen:
            seen.add(one.sighting.claim)
            yield one
