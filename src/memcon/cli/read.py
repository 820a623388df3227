"""``memcon read``: reports in, memos or records out, or what was found into the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from memcon.bulk.workers import records
from memcon.cli import reading
from memcon.cli.asking import in_step
from memcon.cli.exits import Exit, ending_well
from memcon.cli.options import LedgerOption, OutOption, PipelineOption
from memcon.cli.output import destination, writer
from memcon.cli.sieve import Sieve
from memcon.cli.terminal import Bar
from memcon.errors import InputError
from memcon.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from memcon.model import Record, Report
    from memcon.settings import Settings


def read(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files or folders: text, HTML, PDF, JSON Lines, RSS or Atom, WARC, each also packed by gzip; “-” is standard input.",
            show_default=False,
        ),
    ],
    *,
    ledger: LedgerOption = None,
    json: Annotated[
        bool, typer.Option("--json", help="Print the record of each report as a line of JSON, not a memo.")
    ] = False,
    out: OutOption = None,
    pipeline: PipelineOption = None,
    again: Annotated[
        bool, typer.Option("--again", help="Read also what this ledger has from this very program already.")
    ] = False,
    workers: Annotated[
        int, typer.Option("--workers", metavar="N", min=1, max=256, help="Read with so many processes at once.")
    ] = 1,
    only_diplomacy: Annotated[
        bool,
        typer.Option(
            "--only-diplomacy",
            help="Leave out, unread, what is plainly not about diplomacy; says how many reports that were.",
        ),
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Name each report that is left out.")] = False,
    progress: Annotated[
        bool, typer.Option("--progress", help="Say every 30 seconds how far it is, for logs: rate and time left.")
    ] = False,
) -> None:
    """Read news reports: who said what, who met whom, what depends on what, and on whose word.

    Prints a memo for each report or, with a ledger, leaves what it found there and says what is new. What cannot be
    read gets one line on standard error, and the rest goes on.
    """
    with ending_well():
        settings = _settings(pipeline, ledger)
        with destination(out, is_json=json) as stream, Bar(lines=progress).shown(lambda: reading.count(paths)) as bar:
            sieve = Sieve(bar, is_on=only_diplomacy, tells=verbose)
            if settings.ledger:
                _into_ledger(paths, settings, stream, sieve, json=json, again=again, workers=workers)
            else:
                write = _json_writer(stream) if json else _memo_writer(stream)
                _print(paths, settings, write, sieve, workers=workers)
        if bar.has_failed:
            raise typer.Exit(Exit.SOME_FAILED)


def _settings(pipeline: str | None, ledger: str | None) -> Settings:
    settings = from_environment()
    return replace(settings, pipeline=pipeline or settings.pipeline, ledger=ledger or settings.ledger)


def _print(
    paths: list[str], settings: Settings, write: Callable[[Record], None], sieve: Sieve, *, workers: int
) -> None:
    bar = sieve.bar
    for _, _, result in records(_readable(paths, settings, sieve), settings, workers=workers):
        if isinstance(result, InputError):
            bar.fail(result)
            continue
        with bar.away():
            write(result)
        bar.advance()
    sieve.sum_up()


def _readable(paths: list[str], settings: Settings, sieve: Sieve) -> Iterator[tuple[str, Report]]:
    """The reports of `paths` that are to be read; those that cannot be got are told of."""
    for path, found in reading.reports(paths, settings):
        if isinstance(found, InputError):
            sieve.bar.fail(found)
        elif sieve.lets_through(path, found):
            yield path, found


def _into_ledger(
    paths: list[str], settings: Settings, stream: TextIO, sieve: Sieve, *, json: bool, again: bool, workers: int
) -> None:
    from memcon.cli.remembering import remember  # noqa: PLC0415 - SQLAlchemy is slow to load
    from memcon.export.ledger.reading import what_is_new  # noqa: PLC0415
    from memcon.ledger import open_ledger  # noqa: PLC0415

    bar = sieve.bar
    with open_ledger(settings.ledger or "") as ledger:
        show = _beside(bar, _json_writer(stream)) if json else None
        tally = remember(paths, settings, ledger, sieve, again=again, workers=workers, show=show)
        with bar.away():
            in_step(ledger)
            if json:
                sieve.sum_up()
            else:
                writer(stream)(what_is_new(ledger, tally.remembered, tally.before, sieve.left_out))


def _beside(bar: Bar, write: Callable[[Record], None]) -> Callable[[Record], None]:
    def write_beside(record: Record) -> None:
        with bar.away():
            write(record)

    return write_beside


def _json_writer(stream: TextIO) -> Callable[[Record], None]:
    from memcon.export.records import to_line  # noqa: PLC0415

    def write(record: Record) -> None:
        stream.write(f"{to_line(record)}\n")
        stream.flush()

    return write


def _memo_writer(stream: TextIO) -> Callable[[Record], None]:
    """Writes memos, with a line between one and the next."""
    from memcon.export.memo import memo, parting  # noqa: PLC0415

    write = writer(stream)
    is_first = True

    def write_memo(record: Record) -> None:
        nonlocal is_first
        if not is_first:
            stream.write(parting(write.width))
        is_first = False
        write(memo(record))

    return write_memo
