"""``memcon read``: reports in, memos or records out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from memcon.cli.exits import Exit, ending_well
from memcon.cli.output import destination
from memcon.cli.terminal import Bar
from memcon.errors import InputError, MemconError
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
    json: Annotated[
        bool, typer.Option("--json", help="Print the record of each report as a line of JSON, not a memo.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Write to FILE, whole or not at all.", show_default=False),
    ] = None,
    pipeline: Annotated[
        str | None,
        typer.Option(
            "--pipeline",
            metavar="NAME",
            help="Read with this spaCy pipeline, a package or a folder (else MEMCON_PIPELINE).",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Read news reports: who said what, who met whom, what depends on what, and on whose word.

    Prints a memo for each report. What cannot be read gets one line on standard error, and the rest goes on.
    """
    with ending_well():
        settings = _settings(pipeline)
        with destination(out, is_json=json) as stream, Bar().shown(lambda: _count(paths)) as bar:
            write = _json_writer(stream) if json else _memo_writer(stream)
            for result in _results(paths, settings):
                if isinstance(result, InputError):
                    bar.fail(result)
                    continue
                with bar.away():
                    write(result)
                bar.advance()
        if bar.has_failed:
            raise typer.Exit(Exit.SOME_FAILED)


def _settings(pipeline: str | None) -> Settings:
    try:
        settings = from_environment()
    except ValueError as error:
        raise MemconError(f"settings: {error} (MEMCON_MAX_CHARACTERS is a whole number)") from error
    return replace(settings, pipeline=pipeline) if pipeline else settings


def _count(paths: list[str]) -> int | None:
    from memcon.reports import count  # noqa: PLC0415 - the readers of PDF and web pages are slow to load

    return count(paths)


def _results(paths: list[str], settings: Settings) -> Iterator[Record | InputError]:
    """The record of each report of `paths`, or why there is none."""
    from memcon.reports import read_path  # noqa: PLC0415

    for path in paths:
        for found in _unfailing(path, read_path(path, settings=settings)):
            yield found if isinstance(found, InputError) else _record(path, found, settings)


def _record(path: str, report: Report, settings: Settings) -> Record | InputError:
    from memcon.language.load import load  # noqa: PLC0415 - spaCy takes a second to load
    from memcon.pipeline import record_of  # noqa: PLC0415

    nlp = load(settings.pipeline)
    try:
        return record_of(report, nlp)
    except Exception as error:  # noqa: BLE001 - one report must not stop the batch
        return _failure(f"{path}: “{report.title}”" if report.title else path, error)


def _unfailing(path: str, reports: Iterator[Report | InputError]) -> Iterator[Report | InputError]:
    try:
        yield from reports
    except Exception as error:  # noqa: BLE001 - one input must not stop the batch
        yield _failure(path, error)


def _failure(source: str, error: Exception) -> InputError:
    """A fault of memcon's own, as one line that says where it lies."""
    if isinstance(error, InputError):
        return error
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f" at {Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
    problem = f"memcon failed on it: {type(error).__name__}{where}: {error}"
    return InputError(source, problem, "a fault of memcon: please report it with this line")


def _json_writer(stream: TextIO) -> Callable[[Record], None]:
    from memcon.export.records import to_line  # noqa: PLC0415

    def write(record: Record) -> None:
        stream.write(f"{to_line(record)}\n")
        stream.flush()

    return write


def _memo_writer(stream: TextIO) -> Callable[[Record], None]:
    """Writes memos: in colour to a terminal, as plain text elsewhere, with a line between one and the next."""
    from rich.console import Console  # noqa: PLC0415

    from memcon.export.memo import memo, memo_text, parting  # noqa: PLC0415

    console = Console(file=stream, highlight=False)
    is_first = True

    def write(record: Record) -> None:
        nonlocal is_first
        if not is_first:
            stream.write(parting(console.width))
        is_first = False
        if console.is_terminal:
            with console.capture() as printed:  # rich itself would end the run with 1 where the pipe is closed
                console.print(memo(record))
            stream.write(printed.get())
        else:
            stream.write(memo_text(record, width=console.width))
        stream.flush()

    return write
