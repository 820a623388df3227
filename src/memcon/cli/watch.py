"""``memcon watch``: sources asked again and again, and what is new in them recorded."""

from __future__ import annotations

import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from memcon.bulk.one import record
from memcon.cli import reading
from memcon.cli.exits import Exit, ending_well
from memcon.cli.options import LedgerOption, PipelineOption
from memcon.cli.output import print_json, print_page
from memcon.cli.terminal import complain
from memcon.errors import InputError, MemconError
from memcon.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger
    from memcon.model import Record, Report, Run
    from memcon.reports import RawReport
    from memcon.settings import Settings
    from memcon.watch import Sources
    from memcon.watch.clock import SystemClock
    from memcon.watch.polling import Means
    from memcon.watch.state import State

_PATIENCE = 10.0  # seconds that a write waits for another program's; after that the watch waits without a lock


def watch(
    file: Annotated[
        Path,
        typer.Argument(metavar="SOURCES", help="The file of sources (sources.toml).", show_default=False),
    ],
    *,
    ledger: LedgerOption = None,
    once: Annotated[
        bool, typer.Option("--once", help="Poll each source that is due once, and leave; 1 if some failed.")
    ] = False,
    status: Annotated[bool, typer.Option("--status", help="Print how each source stands, and leave.")] = False,
    json: Annotated[bool, typer.Option("--json", help="With --status: print JSON, one object a line.")] = False,
    state: Annotated[
        Path | None,
        typer.Option(
            "--state",
            metavar="FILE",
            help="Keep how far the watch is in FILE (else beside SOURCES, as sources.watch.db).",
            show_default=False,
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Let all sources be on private and local networks.")
    ] = False,
    pipeline: PipelineOption = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="A line also for polls that bring nothing.")] = False,
) -> None:
    """Poll feeds and pages, for weeks if need be, and record what is new in the ledger.

    One line on standard error for each thing that happens. The interrupt key or SIGTERM ends it after the current
    report; it goes on where it was when it is started again.
    """
    with ending_well():
        if json and not status:
            raise MemconError("--json goes with --status: a watch prints nothing on standard output")
        sources = _sources(file, allow_private=allow_private)
        path = state or file.with_suffix(".watch.db")
        if status:
            _print_status(sources, path, json=json)
            return
        settings = from_environment()
        settings = replace(settings, pipeline=pipeline or settings.pipeline, ledger=ledger or settings.ledger)
        raise typer.Exit(_watch(sources, path, settings, once=once, verbose=verbose))


def _sources(file: Path, *, allow_private: bool) -> Sources:
    """The sources of a file; each thing that is wrong in it gets its line."""
    from memcon.watch import read_sources  # noqa: PLC0415 - pydantic is slow to load
    from memcon.watch.failures import SourcesError  # noqa: PLC0415

    try:
        sources = read_sources(file)
    except SourcesError as error:
        for problem in error.problems:
            complain(MemconError(problem))
        raise typer.Exit(Exit.WRONG_USAGE) from None
    if not allow_private:
        return sources
    return replace(sources, sources=tuple(replace(one, allow_private=True) for one in sources.sources))


def _print_status(sources: Sources, path: Path, *, json: bool) -> None:
    from memcon.watch.status import standings, status_page, to_json  # noqa: PLC0415

    found = standings(sources, path)
    if json:
        print_json(map(to_json, found))
    else:
        print_page(status_page(found))


def _watch(sources: Sources, path: Path, settings: Settings, *, once: bool, verbose: bool) -> Exit:
    from memcon.ledger import open_ledger  # noqa: PLC0415 - each of these is slow to load, and help needs none
    from memcon.watch import Watch  # noqa: PLC0415
    from memcon.watch.clock import SystemClock  # noqa: PLC0415
    from memcon.watch.fetching import Fetcher, user_agent  # noqa: PLC0415
    from memcon.watch.state import State, alone  # noqa: PLC0415

    if settings.ledger is None:
        raise MemconError("no ledger is named (give --ledger FILE, or set MEMCON_LEDGER)")
    clock = SystemClock()
    with clock.heeding_signals(), alone(path), State(path) as state:
        reader = _Reader(settings)
        with open_ledger(settings.ledger, patience=_PATIENCE) as ledger:
            means = _means(state, ledger, reader, clock, verbose=verbose)
            fetcher = Fetcher(agent=user_agent(sources.contact))
            what = f"{len(sources.sources)} sources into {ledger.name}, state in {path}"
            means.log.say("", f"{'one round over' if once else 'watching'} {what}")
            is_well = Watch(sources.sources, means, fetcher).run(once=once)
            means.log.say("", "stopped" if clock.stopping else "round over")
    if not once:
        return Exit.ALL_WELL  # it is meant to be ended by a signal
    return Exit.INTERRUPTED if clock.stopping else Exit.ALL_WELL if is_well else Exit.SOME_FAILED


def _means(state: State, ledger: Ledger, reader: _Reader, clock: SystemClock, *, verbose: bool) -> Means:
    from memcon.watch.log import Log  # noqa: PLC0415
    from memcon.watch.polling import Means  # noqa: PLC0415
    from memcon.watch.recording import Recorder  # noqa: PLC0415
    from memcon.watch.robots import Robots  # noqa: PLC0415

    log = Log(_write, clock, verbose)
    recorder = Recorder(ledger, reader, state, log, clock)
    chance = random.Random().random  # noqa: S311 - it spreads polls; no secret hangs on it
    return Means(state=state, recorder=recorder, robots=Robots(clock), clock=clock, log=log, chance=chance)


def _write(line: str) -> None:
    try:
        sys.stderr.write(f"{line}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        raise
    except OSError:
        return  # a disk that is full of logs is no reason to record nothing


class _Reader:
    """Reads with the language pipeline of the settings, which is loaded at once: a watch must not find out in the night."""

    def __init__(self, settings: Settings) -> None:
        from memcon.language.load import load  # noqa: PLC0415 - spaCy takes a second to load
        from memcon.pipeline import run_of  # noqa: PLC0415

        self._settings = settings
        self.run: Run = run_of(load(settings.pipeline, settings.encoder))

    def reports(self, raw: RawReport) -> Iterator[Report | InputError]:
        """The reports in what was fetched."""
        from memcon.reports import read_report  # noqa: PLC0415

        return reading.unfailing(raw.name, read_report(raw, settings=self._settings))

    def record(self, name: str, report: Report) -> Record | InputError:
        """What is found in a report."""
        return record(name, report, self._settings)
