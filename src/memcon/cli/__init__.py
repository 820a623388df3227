"""The command line, a file a command. spaCy is loaded when a report is at hand, so that help and mistakes are answered at once."""

from __future__ import annotations

from typing import Annotated

import typer

import memcon
from memcon.cli.alerts import alerts
from memcon.cli.backup import backup
from memcon.cli.changes import changes
from memcon.cli.check import check
from memcon.cli.cluster import cluster
from memcon.cli.exits import EXITS_IN_WORDS
from memcon.cli.export import export
from memcon.cli.feeds import calendar, feed
from memcon.cli.loading import load
from memcon.cli.mcp import mcp
from memcon.cli.read import read
from memcon.cli.rebuild import rebuild
from memcon.cli.review import review
from memcon.cli.said import said
from memcon.cli.search import search
from memcon.cli.serve import serve
from memcon.cli.show import show
from memcon.cli.talks import talks
from memcon.cli.watch import watch

app = typer.Typer(
    name="memcon",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXITS_IN_WORDS,
)
app.command(no_args_is_help=True, short_help="Read reports: memos, records, or into a ledger.", epilog=EXITS_IN_WORDS)(
    read
)
app.add_typer(cluster, name="cluster", short_help="Read on many machines, by Ray.")
app.command(no_args_is_help=True, short_help="Load what a cluster read into a ledger.", epilog=EXITS_IN_WORDS)(load)
app.command(short_help="List the talks: how each stands, on whose word.", epilog=EXITS_IN_WORDS)(talks)
app.command(no_args_is_help=True, short_help="Show one thing as a dossier.", epilog=EXITS_IN_WORDS)(show)
app.command(short_help="List statements: who said what.", epilog=EXITS_IN_WORDS)(said)
app.command(no_args_is_help=True, short_help="Search for words.", epilog=EXITS_IN_WORDS)(search)
app.command(no_args_is_help=True, short_help="List what became known since a day.", epilog=EXITS_IN_WORDS)(changes)
app.command(short_help="Let assistants ask the ledger (MCP).", epilog=EXITS_IN_WORDS)(mcp)
app.command(no_args_is_help=True, short_help="Print a feed: Atom or JSON Feed.", epilog=EXITS_IN_WORDS)(feed)
app.command(short_help="Print a calendar of rounds.", epilog=EXITS_IN_WORDS)(calendar)
app.command(no_args_is_help=True, short_help="Post what becomes known to webhooks.", epilog=EXITS_IN_WORDS)(alerts)
app.command(no_args_is_help=True, short_help="Poll feeds and pages, and record what is new.", epilog=EXITS_IN_WORDS)(
    watch
)
app.command(
    no_args_is_help=True, short_help="Write it in the formats of others; memos to print.", epilog=EXITS_IN_WORDS
)(export)
app.add_typer(review, name="review", short_help="Judge what the program found; undo a judgement.")
app.command(short_help="Serve the ledger as web pages.", epilog=EXITS_IN_WORDS)(serve)
app.command(short_help="Make again all that is computed.", epilog=EXITS_IN_WORDS)(rebuild)
app.command(short_help="Check that a ledger is whole.", epilog=EXITS_IN_WORDS)(check)
app.command(no_args_is_help=True, short_help="Copy a ledger while it is in use.", epilog=EXITS_IN_WORDS)(backup)


def main() -> None:
    """Run the command that the arguments name; the entry point of ``memcon``."""
    app(prog_name="memcon")


def _print_version(value: bool) -> None:
    if value:
        typer.echo(f"memcon {memcon.__version__}")
        raise typer.Exit


@app.callback()
def _memcon(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Keep from the open press who said what to whom, who met whom, and on whose word."""
