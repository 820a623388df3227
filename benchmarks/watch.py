"""Whether a watch of weeks keeps its memory flat, over scripted hosts and a clock that is set.

``python -m benchmarks.watch [--weeks 6] [--sources 20]``: each source brings a report a day, links to pages and loses some, is
down for a week of three, and now and then edits; no text is parsed. Printed a week: what Python holds (`tracemalloc`), the
resident set, the state file, and how long a poll took.
"""

from __future__ import annotations

import argparse
import resource
import time
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.watch import made

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.watch import Source

DAY, WEEK = 86_400.0, 604_800.0
LISTED = 30  # entries that a source shows at a time


def main() -> None:
    """Watch, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--weeks", type=int, default=6)
    parser.add_argument("--sources", type=int, default=20)
    options = parser.parse_args()
    sources = [source(number) for number in range(options.sources)]
    answers: dict[str, Any] = {}
    tracemalloc.start()
    with TemporaryDirectory() as folder, made.desk(Path(folder), *sources, answers=answers) as desk:
        for number, one in enumerate(sources):
            script(desk, answers, number, one)
        for week in range(1, options.weeks + 1):
            began = time.perf_counter()
            desk.clock.until = week * WEEK
            desk.watch.run()
            show(desk, week, Path(folder), time.perf_counter() - began)


def source(number: int) -> Source:
    """Of three sources one is a feed, one a feed that is followed, one an index."""
    given = {"name": f"s{number}", "address": f"https://s{number}.example/list", "interval": 1_800}
    if number % 3 == 2:
        return made.source(kind="index", links=r"/\d+$", **given)
    return made.source(follow=number % 3 == 1, **given)


def script(desk: made.Desk, answers: dict[str, Any], number: int, one: Source) -> None:
    """What a source answers: a report a day, the last `LISTED` of them; every tenth is withdrawn after three days."""
    host = f"https://s{number}.example"

    def days() -> range:
        today = int(desk.clock.passed / DAY)
        return range(max(0, today - LISTED), today + 1)

    def listing() -> Any:
        if int(desk.clock.passed / WEEK) % 3 == 1 and number % 4 == 0:
            return made.unreached(one.address)
        if one.kind == "index":
            return made.index(*(f"/{day}" for day in days()))
        return made.feed(*(made.entry(day + 1_000 * number).replace("https://wire.example", host) for day in days()))

    answers[one.address] = listing
    for day in range(400):
        key = day if one.kind == "index" else day + 1_000 * number
        answers[f"{host}/{key}"] = page(desk, number, day)


def page(desk: made.Desk, number: int, day: int) -> Callable[[], bytes | None]:
    """A page that is edited on its second day and, one in ten, withdrawn on its fourth."""

    def answer() -> bytes | None:
        age = desk.clock.passed / DAY - day
        more = "It was put off once more, the ministry said." if age > 1 else "It was put off."
        return None if age > 3 and day % 10 == 0 else made.page(f"Talks {number}, day {day}", *made.TEXT, more)

    return answer


def show(desk: made.Desk, week: int, folder: Path, seconds: float) -> None:
    """A line for a week."""
    asked = len(desk.script.asked)
    for noted in (
        desk.script.asked,
        desk.reader.parsed,
        desk.clock.sleeps,
        desk.lines,
    ):  # the script's, not the watch's
        noted.clear()
    held, _ = tracemalloc.get_traced_memory()
    resident = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    reports = sum(1 for _ in desk.ledger.reports())
    state = (folder / "sources.watch.db").stat().st_size
    print(
        f"week {week}: {held / 1e6:6.1f} MB held, {resident:.0f} MB resident at most, state {state / 1e3:.0f} kB,"
        f" {reports} reports, {asked} requests, {seconds / asked * 1000:.1f} ms each",
        flush=True,
    )


if __name__ == "__main__":
    main()
