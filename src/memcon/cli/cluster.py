"""``memcon cluster read``: reports in, on many machines, records out as Parquet, which ``memcon load`` puts into a ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.cli.exits import EXITS_IN_WORDS, Exit, ending_well
from memcon.cli.options import PipelineOption
from memcon.cli.terminal import Bar
from memcon.export.wording import counted
from memcon.settings import from_environment

if TYPE_CHECKING:
    from memcon.settings import Settings

cluster = typer.Typer(no_args_is_help=True, rich_markup_mode=None, epilog=EXITS_IN_WORDS)


@cluster.callback()
def _cluster() -> None:
    """Read on many machines, by Ray (install memcon[cluster])."""


@cluster.command(no_args_is_help=True, short_help="Read reports on many machines into Parquet.", epilog=EXITS_IN_WORDS)
def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="IN",
            help="Files or folders, paths or addresses (s3://…, gs://…): JSON Lines, Parquet, WARC, or whatever `memcon read` takes.",
            show_default=False,
        ),
    ],
    *,
    out: Annotated[
        str,
        typer.Option(
            "--out", "-o", metavar="DIR", help="The folder for the records, a path or an address.", show_default=False
        ),
    ],
    address: Annotated[
        str | None,
        typer.Option(
            "--address",
            metavar="ADDRESS",
            help="The Ray cluster (else one is made on this machine).",
            show_default=False,
        ),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers", metavar="N", min=1, help="So many processes at once (else one a core).", show_default=False
        ),
    ] = None,
    pipeline: PipelineOption = None,
    only_diplomacy: Annotated[
        bool, typer.Option("--only-diplomacy", help="Leave out, unread, what is plainly not about diplomacy.")
    ] = False,
) -> None:
    """Read reports on many machines; each chunk of the input becomes a file of records.

    What was read before is passed over, so that a run that was stopped goes on where it was. A process or machine that
    dies on the way costs nothing but the time: its chunk is read by another.
    """
    from memcon.bulk.cluster import plan, run  # noqa: PLC0415 - pyarrow is slow to load

    settings = from_environment()
    settings = replace(settings, pipeline=pipeline or settings.pipeline)
    with ending_well():
        bar = Bar(lines=True, what="chunks")
        todo, every = plan(paths, out, _how(settings, only_diplomacy=only_diplomacy))
        read_, failed, left_out = 0, 0, 0
        with bar.shown(lambda: len(todo)):
            if todo:
                for done in run(todo, settings, out, address=address, workers=workers, only_diplomacy=only_diplomacy):
                    read_, failed, left_out = read_ + done.read, failed + done.failed, left_out + done.left_out
                    bar.advance()
        there = f" ({every - len(todo)} of them were read before)" if every > len(todo) else ""
        left = f", {left_out} left out as not about diplomacy" if only_diplomacy else ""
        typer.echo(f"{counted(every, 'chunk')}{there}: {counted(read_, 'report')} read, {failed} failed{left}.")
        typer.echo(f"Load them: memcon load {out} --ledger LEDGER")
    if failed:
        raise typer.Exit(Exit.SOME_FAILED)


def _how(settings: Settings, *, only_diplomacy: bool) -> str:
    """By what is read: a better program reads again."""
    from memcon.language.load import load  # noqa: PLC0415 - spaCy takes a second to load
    from memcon.pipeline import run_of  # noqa: PLC0415

    return f"{run_of(load(settings.pipeline))}{' of diplomacy only' if only_diplomacy else ''}"
