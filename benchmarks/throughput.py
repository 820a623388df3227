"""How fast reports are read, held against the models that they are read with, in the same run and on the same core.

``python -m benchmarks.throughput [--corpus FILE] [--reports 80] [--workers 2] [--memory 0]``

Speeds of one process count the seconds of the processor that it used, so that a busy machine does not show in them. Texts are
taken in turns, a few by each side and then a few by the next, so that a warm core favours none. ``--memory N`` reads N reports in
one process, the corpus again and again if need be, and prints what it holds on the way.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from memcon.export.records import to_line
from memcon.language import sentences
from memcon.language.annotate import parsed_text
from memcon.language.load import bare, load
from memcon.model import Report
from memcon.pipeline import record_of
from memcon.reports import read_report
from memcon.reports.raw import RawReport
from memcon.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.language import Language
    from spacy.tokens import Doc

    Reader = Callable[[bytes], int]

CORPUS = Path(__file__).resolve().parents[2] / "shared/corpora/tehran_times_2016_2020.jsonl"
SETTINGS = Settings()
SPACY, MODELS, WHOLE = "bare spaCy", "models alone", "whole"
OWN = "memcon_"  # so the names of the pipeline's components begin that are not spaCy's
TURN = 5  # reports that one side reads before the next has its turn
PETRARCH = 2_500  # stories an hour, PETRARCH2 with its parser (two instances of CoreNLP), as its authors give it
STARTS = 7
COMMANDS = (("--help",), ("talks", "--ledger"), ("said", "--act", "decline", "--ledger"))


def main() -> None:
    """Measure and print, one line a figure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="reports as JSON Lines")
    parser.add_argument("--reports", type=int, default=80)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--memory", type=int, default=0, metavar="N", help="read N reports and watch the memory")
    options = parser.parse_args()
    lines = spread(options.corpus.read_bytes().splitlines(), options.reports)
    print(f"{options.corpus.name}: {len(lines)} reports, {sum(map(words_of, lines)):,} words, {os.cpu_count()} cores")
    of_one_core(lines)
    with TemporaryDirectory() as folder:
        of_processes(lines, options.workers, Path(folder))
        start_up(lines, Path(folder))
    if options.memory:
        memory(options.corpus, options.memory)


def spread(lines: list[bytes], count: int) -> list[bytes]:
    """`count` of the lines, from everywhere in the file."""
    return lines[:: max(1, len(lines) // count)][:count]


def report_of(line: bytes) -> Report:
    """The one report of a line of JSON Lines."""
    return next(r for r in read_report(RawReport("corpus.jsonl", line), settings=SETTINGS) if isinstance(r, Report))


def words_of(line: bytes) -> int:
    """How many words the report of a line has, as blanks part them."""
    return len(report_of(line).text.split())


# One core ------------------------------------------------------------------------------------------------------------


def of_one_core(lines: list[bytes]) -> None:
    """Bare spaCy, the models alone, and the whole from bytes to a record's line."""
    nlp, spacy = load(SETTINGS.pipeline, SETTINGS.encoder), bare(SETTINGS.pipeline)
    models = [name for name in nlp.pipe_names if name.startswith(OWN) and name != sentences.COMPONENT]
    readers: dict[str, Reader] = {
        SPACY: lambda line: len(spacy(line.decode())),
        MODELS: lambda line: len(through(nlp, models, spacy(line.decode()))),
        WHOLE: lambda line: len(to_line(record_of(report_of(line), nlp))),
    }
    if not models:
        del readers[MODELS]
    seconds = in_turns(readers, lines)
    words = sum(map(words_of, lines))
    print(f"\none process, seconds of its processor (models: {', '.join(['spaCy', *models])})")
    for name, spent in seconds.items():
        print(f"  {name:13} {words / spent:8,.0f} words/s   {len(lines) / spent * 3600:8,.0f} reports/h")
    print(f"  whole / {MODELS}: {seconds.get(MODELS, seconds[SPACY]) / seconds[WHOLE]:.2f}")
    print(f"  whole / {SPACY}: {seconds[SPACY] / seconds[WHOLE]:.2f}")


def through(nlp: Language, models: list[str], doc: Doc) -> Doc:
    """`doc` after the models that come on top of spaCy's."""
    for name in models:
        doc = nlp.get_pipe(name)(doc)
    return doc


def in_turns(readers: dict[str, Reader], lines: list[bytes]) -> dict[str, float]:
    """Seconds of the processor that each reader took for all lines."""
    texts = [parsed_text(report_of(line).text).encode() for line in lines]
    given = {name: lines if name == WHOLE else texts for name in readers}
    for name, read in readers.items():  # lexicons are loaded, caches are warm
        read(given[name][0])
    seconds = dict.fromkeys(readers, 0.0)
    for start in range(0, len(lines), TURN):
        for name, read in readers.items():
            before = time.process_time()
            for each in given[name][start : start + TURN]:
                read(each)
            seconds[name] += time.process_time() - before
    return seconds


# Several processes ---------------------------------------------------------------------------------------------------


def of_processes(lines: list[bytes], workers: int, folder: Path) -> None:
    """``memcon read --json`` as its users call it, in one process and in several.

    By the clock of the machine, which is only telling where nothing else runs, and by what the processors spent: what the clock
    would show with a core free for each worker.
    """
    (folder / "corpus.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    print("\nmemcon read --json --workers N (start-up included)")
    spent: dict[int, tuple[float, float]] = {}
    for number in (1, workers):
        clock, processor = spent[number] = timed_reading(folder / "corpus.jsonl", number)
        by_clock, by_processor = len(lines) / clock * 3600, len(lines) / processor * 3600 * number
        print(
            f"  {number} process{'es' if number > 1 else ''}: {clock:.1f} s by the clock, {by_clock:,.0f} reports/h;"
            f" {processor:.1f} s of processors, {by_processor:,.0f} reports/h on {number} free core{'s' * (number > 1)}"
        )
    one, several = spent[1], spent[workers]
    print(
        f"  {workers} to 1: {one[0] / several[0]:.2f} by the clock, {workers * one[1] / several[1]:.2f} by processors"
    )
    hourly = len(lines) / several[0] * 3600, len(lines) / several[1] * 3600 * workers
    print(
        f"  against the {PETRARCH:,} stories an hour of PETRARCH2 with its parser: {hourly[0] / PETRARCH:.1f} times"
        f" by the clock, {hourly[1] / PETRARCH:.1f} times on {workers} free cores"
    )


def timed_reading(corpus: Path, workers: int) -> tuple[float, float]:
    """Seconds by the clock and of processors to read `corpus` with so many processes, of which each notes what it spent."""
    with TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "benchmarks.throughput_reading", str(corpus), str(workers), folder]
        began = time.monotonic()
        subprocess.run(command, check=True)  # noqa: S603 - our own command
        ended = time.monotonic()
        return ended - began, sum(float(note.read_text()) for note in Path(folder).iterdir())


def timed_run(arguments: list[str]) -> tuple[float, float]:
    """Seconds by the clock and seconds of processors of a run of memcon with its children."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [sys.executable, "-m", "memcon", *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - our own command
    after, ended = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    return ended - began, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def start_up(lines: list[bytes], folder: Path) -> None:
    """The quickest of some starts of commands that read no English."""
    ledger, few = str(folder / "ledger.db"), folder / "few.jsonl"
    few.write_bytes(b"\n".join(lines[:5]) + b"\n")
    timed_run(["read", str(few), "--ledger", ledger])
    print("\nstart-up, the quickest of some: by the clock, and of the processor")
    for command in COMMANDS:
        arguments = [*command, ledger] if command[-1] == "--ledger" else list(command)
        runs = [timed_run(arguments) for _ in range(STARTS)]
        clock, processor = min(run[0] for run in runs), min(run[1] for run in runs)
        print(f"  memcon {' '.join(command):28} {clock:.2f} s {processor:.2f} s")


# Memory --------------------------------------------------------------------------------------------------------------


def memory(corpus: Path, count: int) -> None:
    """What a process holds as it reads: flat after the first tenth, or it leaks."""
    nlp = load(SETTINGS.pipeline, SETTINGS.encoder)
    print(f"\nmemory of one process over {count:,} reports")
    for number, line in enumerate(endless(corpus, count), 1):
        record_of(report_of(line), nlp)
        if number % max(1, count // 10) == 0:
            print(f"  after {number:6,}: {resident() / 2**20:6.0f} MiB", flush=True)
    print(f"  most ever: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10:.0f} MiB")


def endless(corpus: Path, count: int) -> Iterator[bytes]:
    """`count` lines of the corpus, from the start again where it ends."""
    return islice(cycle(corpus.read_bytes().splitlines()), count)


def resident() -> int:
    """Bytes that the process holds in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


if __name__ == "__main__":
    main()
