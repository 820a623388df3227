"""``memcon talks``: all tracks."""

from __future__ import annotations

from functools import partial

from memcon.cli.asking import asked_at_desk, hidden_line, question, tell_hidden
from memcon.cli.exits import ending_well
from memcon.cli.options import (
    AboutOption,
    AsOfOption,
    AtLeastOption,
    JsonOption,
    LedgerOption,
    LimitOption,
    PartyOption,
    RecordedOption,
    SinceOption,
    StatusOption,
)
from memcon.cli.output import print_json, print_page


def talks(
    *,
    party: PartyOption = None,
    status: StatusOption = None,
    about: AboutOption = "",
    since: SinceOption = None,
    at_least: AtLeastOption = None,
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
        from memcon.export.ledger.layout import ended  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.export.ledger.talks import talks_page  # noqa: PLC0415
        from memcon.export.tracks import to_json  # noqa: PLC0415
        from memcon.questions import answers  # noqa: PLC0415
        from memcon.questions.bar import bar_of  # noqa: PLC0415

        wanted = question(
            party=party, status=status, about=about, since=since,
            at_least=at_least, as_of=as_of, recorded_as_of=recorded_as_of,
        )  # fmt: skip
        bar = bar_of(book, wanted)
        found = answers.tracks(book, wanted, bar)
        if json:
            print_json(to_json(track, wanted.as_of) for track in found)
            tell_hidden(bar)
        else:
            print_page(ended(talks_page(found, limit), partial(hidden_line, bar)))
