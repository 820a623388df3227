"""Whether ``memcon watch`` and ``memcon serve`` go on for long without an error, and without growing.

    python -m benchmarks.soak [--minutes 15] [--reports 5000] [--readers 4] [--pretend]

A site on the loopback publishes reports over the first half of the time, edits every tenth of the newest over the second, withdraws
every tenth of its oldest pages, and readers ask the pages for whatever they link to. It publishes no faster than ``memcon watch`` takes up: what is out
and not recorded yet always stands in the feeds and the index, which show the newest entries alone. So a report that is missing was
lost by memcon, on however slow a machine; the first half lasts until all is recorded, up to six times as long as it should.

Printed are errors, what was recorded, and each program's resident memory and open files after warming up and at the end, both with
all reports recorded, so that the ledger is as large then and now. With --pretend no text is parsed. Exit status 1 where there was an
error, where something is missing, or where a program grew by more than a tenth and 40 MB, or by 8 files.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from benchmarks.soak_site import FEEDS, PAGED, SHOWN, Site, source_of, title_of
from memcon.desk.checking import check as check_desk
from memcon.ledger import open_ledger
from tests.shown import PROJECT
from tests.watch.server import served

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

SLACK_MB, SLACK_FILES, SHARE = 40, 8, 0.10
_SLOWEST = 6  # times as long as it should, publishing may take
_WITHDRAWN = 0.3  # of the time, from which on one of ten of the oldest pages is withdrawn when it is recorded
_WARMED = 0.05  # of the time, after all is recorded
_LAG = 20  # seconds that a page may go on showing what was just edited, on a busy machine
PATHS = ("/", "/tracks", "/statements", "/changes", "/reports", "/search?q=talks", "/parties", "/index.json", "/feeds/changes.atom",
         "/feeds/statements.json", "/calendar.ics", "/health", "/tracks.json?party=Estonia", "/openapi.json")  # fmt: skip


def main() -> None:
    """Run, print, and end with 1 where something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--reports", type=int, default=5_000)
    parser.add_argument("--readers", type=int, default=4)
    parser.add_argument("--pretend", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="memcon-soak-") as folder:
        wrong = soak(
            Path(folder),
            seconds=given.minutes * 60,
            reports=given.reports,
            readers=given.readers,
            pretend=given.pretend,
        )
    for line in wrong:
        print(f"WRONG: {line}")
    sys.exit(1 if wrong else 0)


@dataclass
class Program:
    """A program under watch: its process, its lines, and what it was measured at."""

    name: str
    process: subprocess.Popen[str]
    lines: list[str] = field(default_factory=list)
    measured: list[tuple[int, float, int]] = field(default_factory=list)

    def listen(self) -> None:
        """Take its lines as they come."""
        self.lines += self.process.stderr or ()

    def measure(self, at: float) -> None:
        """Note its resident memory in MB and its open files."""
        with suppress(OSError):
            status = Path(f"/proc/{self.process.pid}/status").read_text("utf-8")
            resident = int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) / 1024
            self.measured.append((int(at), resident, len(os.listdir(f"/proc/{self.process.pid}/fd"))))  # noqa: PTH208 - a count

    def growth(self, since: float) -> Iterator[str]:
        """What grew from then on: the most of the first quarter after it, against the least of the last quarter."""
        later = [one for one in self.measured if one[0] >= since]
        if len(later) < 4:
            yield f"{self.name} was measured {len(later)} times only"
            return
        quarter = max(1, len(later) // 4)
        before, after = later[:quarter], later[-quarter:]
        memory = max(one[1] for one in before), min(one[1] for one in after)
        files = max(one[2] for one in before), min(one[2] for one in after)
        print(
            f"{self.name}: {memory[0]:.0f} MB and {files[0]} files after warming up, {memory[1]:.0f} MB and {files[1]} files at the end"
        )
        if memory[1] > memory[0] * (1 + SHARE) + SLACK_MB:
            yield f"{self.name} grew from {memory[0]:.0f} to {memory[1]:.0f} MB"
        if files[1] > files[0] + SLACK_FILES:
            yield f"{self.name} had {files[0]} files open, and {files[1]} at the end"


def soak(folder: Path, *, seconds: float, reports: int, readers: int, pretend: bool) -> list[str]:
    """Run both programs for so long; what is wrong, a line each."""
    site, ledger = Site(pretend=pretend), folder / "desk.db"
    open_ledger(ledger).close()
    with served(site) as server:  # type: ignore[arg-type]  # it is only asked for paths
        sources = _sources(folder, server.base)
        module = "tests.cli.pretending" if pretend else "memcon"
        watching = ("-m", module, "watch", str(sources), "--ledger", str(ledger), "--allow-private")
        serving = ("-m", "memcon", "serve", "--ledger", str(ledger), "--port", "0")
        with _running("watch", *watching) as watch, _running("serve", *serving) as serve:
            base = _address(serve)
            course = _live(site, watch, serve, base, seconds=seconds, reports=reports, readers=readers)
    return [
        *dict.fromkeys(course.faults),
        *_complaints(watch, serve),
        *_compared(site, ledger, watch),
        *_grown(watch, serve, seconds, course),
    ]


def _sources(folder: Path, base: str) -> Path:
    common = 'interval = "10s"\ndelay = "0s"\nrecheck = "10s"\nmax_reports = 500\n'
    tables = [
        f'[[source]]\nname = "feed {one}"\nkind = "feed"\naddress = "{base}/feed/{one}"\n{common}'
        for one in range(FEEDS)
    ]
    links = r"links = '/page/\d+$'"
    tables.append(f'[[source]]\nname = "pages"\nkind = "index"\naddress = "{base}/index"\n{links}\n{common}')
    path = folder / "sources.toml"
    path.write_text("\n".join(tables), encoding="utf-8")
    return path


@contextmanager
def _running(name: str, *arguments: str) -> Iterator[Program]:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(PROJECT / "src"), str(PROJECT)))}
    command = [sys.executable, *arguments]
    with subprocess.Popen(  # noqa: S603 - our own programs
        command, cwd=PROJECT, env=environment, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
    ) as process:
        program = Program(name, process)
        listener = threading.Thread(target=program.listen, daemon=True)
        listener.start()
        try:
            yield program
        finally:
            process.terminate()
            process.wait(120)
            listener.join(10)


def _address(serve: Program) -> str:
    for _ in range(1200):
        for line in serve.lines:
            if "serves at" in line:
                return line.split("serves at ")[1].split()[0]
        time.sleep(0.1)
    raise RuntimeError(f"memcon serve does not answer: {serve.lines}")


@dataclass
class Course:
    """How the run goes: when all was recorded and when it ended, in seconds from its begin; what readers met, and pages they got."""

    settled: float | None = None
    ended: float = 0.0
    faults: list[str] = field(default_factory=list)
    visits: list[int] = field(default_factory=list)  # of each reader
    over: threading.Event = field(default_factory=threading.Event)


def _live(
    site: Site, watch: Program, serve: Program, base: str, *, seconds: float, reports: int, readers: int
) -> Course:
    """Publish, edit, withdraw and read for so long, or until all is recorded and half as long again."""
    began, course = time.monotonic(), Course(visits=[0] * readers)
    threads = [threading.Thread(target=_read, args=(base, course, number)) for number in range(readers)]
    for thread in threads:
        thread.start()
    while not course.over.is_set():
        course.ended = time.monotonic() - began
        _go_on(site, course, _recorded(watch), seconds=seconds, reports=reports)
        for program in (watch, serve):
            program.measure(course.ended)
            if program.process.poll() is not None:
                course.faults.append(f"{program.name} ended after {course.ended:.0f} s")
                course.over.set()
        time.sleep(min(1.0, seconds / 60))
    for thread in threads:
        thread.join(60)
    return course


def _go_on(site: Site, course: Course, recorded: Collection[int], *, seconds: float, reports: int) -> None:
    """Publish until all is recorded, then edit for half of the time; withdraw the oldest pages as soon as some time has passed."""
    passed, half = course.ended, seconds / 2
    if passed > _WITHDRAWN * seconds:
        site.withdrawn |= {one for one in recorded if one % (PAGED * 10) == 0 and one < reports // 4}
    if course.settled is None:
        _publish(site, recorded, int(reports * min(1.0, passed / half)))
        if passed > half and len(recorded) >= reports:
            course.settled = passed
        elif passed > half * _SLOWEST:
            course.faults.append(f"after {passed:.0f} s {len(recorded):,} of {reports:,} reports are recorded")
            course.over.set()
        return
    _edit(site, (passed - course.settled) / half, reports)
    if passed > course.settled + half:
        course.over.set()


def _recorded(watch: Program) -> set[int]:
    """The numbers of the reports that are recorded, by the log."""
    found = (re.search(r": new: “Round (\d+) ", line) for line in list(watch.lines))
    return {int(one[1]) for one in found if one}


def _publish(site: Site, recorded: Collection[int], upto: int) -> None:
    """Bring out reports up to a number, as far as all that is not recorded stays in sight."""
    room = site.room(recorded)
    for number in range(len(site.versions), upto):
        if room[source_of(number)] <= 0:
            return
        room[source_of(number)] -= 1
        site.versions[number] = 0


def _edit(site: Site, share: float, reports: int) -> None:
    """One of ten of the newest reports is edited, by what share of the second half is over."""
    step = int(share * 4)  # 0 to 3, so that edits go on to the end
    for number in range(max(0, reports - FEEDS * SHOWN // 2), reports):
        if number % 10 == step:
            site.versions[number] = 1


def _read(base: str, course: Course, number: int) -> None:
    """Ask for pages, and for what they link to."""
    paths, origin, at = list(PATHS), PATHS[0], number
    with httpx.Client(base_url=base, timeout=60) as client:
        while not course.over.is_set():
            path = paths[at % len(paths)]
            try:
                answer = client.get(path)
                if answer.status_code == 404 and _is_gone(client, origin, path):
                    paths = list(PATHS)
                    continue
                answer.raise_for_status()
                course.visits[number] += 1
            except httpx.HTTPError as error:
                course.faults.append(f"a reader: {type(error).__name__}: {error}"[:200])
            else:
                found = re.findall(r'href="(/(?:tracks|rounds|reports|actors|parties)/[^"?#]+)"', answer.text)
                if found:
                    paths, origin = [*PATHS, *found[number::5][:20]], path
            at += 1
            time.sleep(0.05)


def _is_gone(client: httpx.Client, origin: str, path: str) -> bool:
    """Whether an edit took away what `origin` led to: it leads there no more, within the seconds that pages may lag."""
    for _ in range(_LAG):
        if path not in client.get(origin).text:
            return True
        time.sleep(1)
    return False


def _complaints(watch: Program, serve: Program) -> Iterator[str]:
    """The lines that tell of a fault; that a page is withdrawn is none."""
    for line in watch.lines:
        if re.search(r"failed|not recorded|Traceback|Error", line) and "withdrawn" not in line:
            yield f"watch: {line.strip()}"
    yield from (f"serve: {line.strip()}" for line in serve.lines if "serves at" not in line)


def _compared(site: Site, ledger: Path, watch: Program) -> Iterator[str]:
    """Whether what was published was recorded, once, and the ledger is whole."""
    with open_ledger(ledger) as book:
        titles = [one.title for one in book.reports()]
        edited = sum(len(book.versions(one.id)) - 1 for one in book.reports())
        withdrawn = sum("withdrawn" in line for line in watch.lines)
        print(
            f"{len(site.versions):,} published, {len(titles):,} recorded; {edited} edits and {withdrawn} withdrawals seen"
        )
        missing = {title_of(one) for one in site.versions if one not in site.withdrawn} - set(titles)
        if missing or len(titles) != len(set(titles)):
            yield f"{len(missing)} reports are missing, {len(titles) - len(set(titles))} are there twice"
        if not edited or not withdrawn:
            yield "no edit or no withdrawal was seen"
        yield from book.check()
        yield from check_desk(book)


def _grown(watch: Program, serve: Program, seconds: float, course: Course) -> Iterator[str]:
    """What grew after all was recorded and pages were warm."""
    print(f"{sum(course.visits):,} pages read in {course.ended:.0f} s")
    if course.settled is not None:
        print(f"all was recorded after {course.settled:.0f} s")
        for program in (watch, serve):
            yield from program.growth(course.settled + seconds * _WARMED)


if __name__ == "__main__":
    main()
