"""``memcon review``: what waits for a person's judgement, and the judgements, each by name and each to be taken back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from memcon.cli.asking import asked_at_desk, in_step, question
from memcon.cli.exits import EXITS_IN_WORDS, ending_well
from memcon.cli.options import AsOfOption, JsonOption, LedgerOption, LimitOption, RecordedOption
from memcon.cli.output import print_json, print_page
from memcon.errors import MemconError
from memcon.questions.parties import parties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.ledger import Decision, Ledger
    from memcon.questions.deciding import Judge

review = typer.Typer(rich_markup_mode=None, add_completion=False, epilog=EXITS_IN_WORDS)

IdArgument: TypeAlias = Annotated[
    str, typer.Argument(metavar="ID", help="What is judged: an id or its beginning.", show_default=False)
]
OtherArgument: TypeAlias = Annotated[
    str, typer.Argument(metavar="OTHER", help="The other one: an id or its beginning.", show_default=False)
]
ByOption: TypeAlias = Annotated[
    str, typer.Option("--by", metavar="NAME", help="Who judges; the ledger keeps the name.", show_default=False)
]
ReasonOption: TypeAlias = Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why.", show_default=False)]


@review.callback(invoke_without_command=True)
def waiting(
    context: typer.Context,
    *,
    party: Annotated[
        str | None,
        typer.Option(
            "--party",
            metavar="PARTY",
            help="Also the names of this party's persons joined in doubt.",
            show_default=False,
        ),
    ] = None,
    limit: LimitOption = 20,
    json: JsonOption = False,
    as_of: AsOfOption = None,
    recorded_as_of: RecordedOption = None,
    ledger: LedgerOption = None,
) -> None:
    """What waits for a person's judgement, and the judgements in force.

    A judgement is kept under the name of who made it, wins over the program, shows wherever it bears, and can be undone.
    """
    if context.invoked_subcommand:
        return
    with ending_well(), asked_at_desk(ledger) as book:
        from memcon import desk  # noqa: PLC0415 - what a mistake need not wait for
        from memcon.export.ledger.review import Waits, review_json, review_page  # noqa: PLC0415

        then = question(as_of=as_of, recorded_as_of=recorded_as_of).as_of
        waits = Waits(
            rounds=desk.waiting(book, then),
            doubts=[
                doubt
                for each in parties([party] if party else (), "--party")
                for doubt in desk.doubts(book, each, then)
            ],
            decisions=list(book.decisions(as_of=then)),
        )
        if json:
            print_json(review_json(waits))
        else:
            print_page(review_page(waits, limit))


@review.command(no_args_is_help=True)
def accept(
    ident: IdArgument, *, by: ByOption, reason: ReasonOption = "", json: JsonOption = False, ledger: LedgerOption = None
) -> None:
    """Accept what the program found: it no longer waits."""
    with ending_well(), asked_at_desk(ledger) as book:
        _done(book, _judge(book, by, reason).accept(ident), json=json)


@review.command(no_args_is_help=True)
def reject(
    ident: IdArgument, *, by: ByOption, reason: ReasonOption = "", json: JsonOption = False, ledger: LedgerOption = None
) -> None:
    """Reject a round, or one mention of it: there was no such meeting; or another item of a report: it is wrong."""
    with ending_well(), asked_at_desk(ledger) as book:
        _done(book, _judge(book, by, reason).reject(ident), json=json)


@review.command(no_args_is_help=True)
def correct(
    ident: IdArgument,
    changes: Annotated[
        list[str],
        typer.Argument(
            metavar="FIELD=VALUE",
            help="What is right: status=held, when=2025-06-16, where=Istanbul,TUR, number=3, title=…",
            show_default=False,
        ),
    ],
    *,
    by: ByOption,
    reason: ReasonOption = "",
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Correct a round, one report's mention of it, or the title of a track."""
    with ending_well(), asked_at_desk(ledger) as book:
        _done(book, _judge(book, by, reason).correct(ident, changes), json=json)


@review.command(no_args_is_help=True)
def join(
    ident: IdArgument,
    other: OtherArgument,
    *,
    by: ByOption,
    reason: ReasonOption = "",
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Join two tracks, rounds or persons that are one; a person goes by a sighting."""
    with ending_well(), asked_at_desk(ledger) as book:
        _done(book, _judge(book, by, reason).join(ident, other), json=json)


@review.command(no_args_is_help=True)
def split(
    ident: IdArgument,
    other: OtherArgument,
    *,
    by: ByOption,
    reason: ReasonOption = "",
    json: JsonOption = False,
    ledger: LedgerOption = None,
) -> None:
    """Take the mention of one report (OTHER) out of a round (ID), or one sighting of a person from another."""
    with ending_well(), asked_at_desk(ledger) as book:
        _done(book, _judge(book, by, reason).split(ident, other), json=json)


@review.command(no_args_is_help=True)
def undo(
    ident: IdArgument, *, by: ByOption, reason: ReasonOption = "", json: JsonOption = False, ledger: LedgerOption = None
) -> None:
    """Take a judgement back; undoing that restores it."""
    with ending_well(), asked_at_desk(ledger) as book:
        _done(book, _judge(book, by, reason).undo(ident), json=json)


def _judge(ledger: Ledger, by: str, reason: str) -> Judge:
    from memcon.questions.deciding import Judge  # noqa: PLC0415 - what a mistake need not wait for

    if not by.strip():
        raise MemconError("--by: a judgement needs the name of who makes it")
    return Judge(ledger, by=by, reason=reason, now=datetime.now(UTC))


def _done(ledger: Ledger, decisions: Iterable[Decision], *, json: bool) -> None:
    from memcon.export.ledger.decisions import decisions_page, to_json  # noqa: PLC0415

    in_step(ledger)
    if json:
        print_json(map(to_json, decisions))
    else:
        print_page(decisions_page(decisions))
