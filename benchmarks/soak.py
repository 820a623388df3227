"""Whether ``memcon watch`` and ``memcon serve`` go on for long without an error, and without growing.

    python -m benchmarks.soak [--minutes 15] [--reports 5000] [--readers 4] [--pretend]

A site on the loopback publishes reports over the first half of the time, edits every tenth and withdraws every tenth of its pages, and
goes on editing to the end; readers ask the pages for whatever they link to. Printed are errors, what was recorded, and each
program's resident memory and open files when the half is over and at the end. With --pretend no text is parsed. Exit status 1 where
there was an error, where something is missing, or where a program grew by more than a tenth and 40 MB, or by 8 files.
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

from memcon.desk.checking import check as check_desk
from memcon.ledger import open_ledger
from tests.ledger import made
from tests.shown import PROJECT
from tests.watch.server import served

if TYPE_CHECKING:
    from collections.abc import Iterator

FEEDS, SHOWN, PAGED = 6, 150, 8  # feeds, entries that each shows at a time; one report in so many is a page of its own
STATES = (
    "Estonia",
    "Latvia",
    "Bolivia",
    "Chile",
    "Ghana",
    "Togo",
    "Nepal",
    "Bhutan",
    "Malta",
    "Cyprus",
    "Peru",
    "Ecuador",
)
SLACK_MB, SLACK_FILES, SHARE = 40, 8, 0.10
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
class Site:
    """What is published: reports by number, each with how often it was edited; those that were withdrawn."""

    pretend: bool = False
    versions: dict[int, int] = field(default_factory=dict)
    withdrawn: set[int] = field(default_factory=set)

    def get(self, path: str) -> bytes | None:
        """What an address has: a feed, the index, or a page."""
        kind, _, name = path.strip("/").partition("/")
        if kind == "feed":
            numbers = [one for one in sorted(self.versions) if one % PAGED and one % FEEDS == int(name)]
            return _feed("".join(self._entry(one) for one in numbers[-SHOWN:]))
        if kind == "index":
            numbers = [one for one in sorted(self.versions) if one % PAGED == 0 and one not in self.withdrawn]
            links = "".join(f"<li><a href='/page/{one}'>Read</a></li>" for one in numbers[-200:])
            return f"<!DOCTYPE html><html><body><ul>{links}</ul></body></html>".encode()
        if kind == "page" and int(name) not in self.withdrawn:
            return self._page(int(name))
        return None

    def _entry(self, number: int) -> str:
        text = "\n\n".join(self._text(number))
        return (
            f"<item><title>{_title(number)}</title><link>https://wire.example/{number}</link>"
            f"<pubDate>Mon, 24 Feb 2031 10:00:00 GMT</pubDate><description>{text}</description></item>"
        )

    def _page(self, number: int) -> bytes:
        paragraphs = "".join(f"<p>{one}</p>" for one in self._text(number))
        head = f'<title>{_title(number)}</title><meta property="article:published_time" content="2031-02-24T10:00:00Z">'
        return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>{_title(number)}</h1>{paragraphs}</article></body></html>".encode()

    def _text(self, number: int) -> tuple[str, ...]:
        """Its paragraphs; what is pretended to be found stands in those that it always stands in."""
        if self.pretend:
            more = f"It was round {number} at kilometre {number}, put off {self.versions[number]} times."
            return (*made.TEXT.split("\n\n"), more)
        return _text(number, self.versions[number])


def _feed(entries: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{entries}</channel></rss>'.encode()


def _title(number: int) -> str:
    return f"Round {number} on the Dam Called Off"


def _text(number: int, version: int) -> tuple[str, ...]:
    one, other = STATES[number % len(STATES)], STATES[(number // len(STATES) + number + 1) % len(STATES)]
    edited = f" The talks were put off {version} times, the ministry said." * bool(version)
    return (
        f"{one} has called off the round of talks with {other} on the dam at kilometre {number}, Foreign Minister Mart Kallas said on Monday.",
        f"{other}'s Foreign Ministry has not commented on the decision, which came a day before round {number} was to open in Riga.",
        f"“There will be no talks until the sluice at kilometre {number} opens,” Kallas told reporters in Tallinn.{edited}",
    )


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
            faults, visits = _live(site, (watch, serve), base, seconds=seconds, reports=reports, readers=readers)
    return [
        *faults,
        *_complaints(watch, serve),
        *_compared(site, ledger, watch),
        *_grown(watch, serve, seconds, visits),
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


def _live(
    site: Site, programs: tuple[Program, ...], base: str, *, seconds: float, reports: int, readers: int
) -> tuple[list[str], int]:
    """Publish, edit, withdraw and read for so long; the faults that readers met, and how many pages they got."""
    began, faults, visits = time.monotonic(), list[str](), [0] * readers
    until = began + seconds
    threads = [threading.Thread(target=_read, args=(base, until, faults, visits, number)) for number in range(readers)]
    for thread in threads:
        thread.start()
    while (passed := time.monotonic() - began) < seconds:
        _publish(site, passed, seconds=seconds, reports=reports)
        for program in programs:
            program.measure(passed)
            if program.process.poll() is not None:
                faults.append(f"{program.name} ended after {passed:.0f} s")
                until = began
        time.sleep(min(1.0, seconds / 60))
    for thread in threads:
        thread.join(60)
    return list(dict.fromkeys(faults)), sum(visits)


def _publish(site: Site, passed: float, *, seconds: float, reports: int) -> None:
    """What is out by now: all reports at half time; then one of ten is edited, and one of ten pages is withdrawn."""
    share = min(1.0, passed / (seconds / 2))
    for number in range(len(site.versions), int(reports * share)):
        site.versions[number] = 0
    if share == 1.0:
        step = int((passed / seconds - 0.5) * 8)  # 0 to 3, so that edits go on to the end
        for number in range(max(0, reports - FEEDS * SHOWN // 2), reports):
            if number % 10 == step:
                site.versions[number] = 1
    if passed > seconds * 0.3:
        site.withdrawn |= {one for one in range(reports // 4) if one % (PAGED * 10) == 0}


def _read(base: str, until: float, faults: list[str], visits: list[int], number: int) -> None:
    """Ask for pages, and for what they link to."""
    paths, origin, at = list(PATHS), PATHS[0], number
    with httpx.Client(base_url=base, timeout=60) as client:
        while time.monotonic() < until:
            path = paths[at % len(paths)]
            try:
                answer = client.get(path)
                if answer.status_code == 404 and _is_gone(client, origin, path):
                    paths = list(PATHS)
                    continue
                answer.raise_for_status()
                visits[number] += 1
            except httpx.HTTPError as error:
                faults.append(f"a reader: {type(error).__name__}: {error}"[:200])
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
        missing = {_title(one) for one in site.versions if one not in site.withdrawn} - set(titles)
        if missing or len(titles) != len(set(titles)):
            yield f"{len(missing)} reports are missing, {len(titles) - len(set(titles))} are there twice"
        if not edited or not withdrawn:
            yield "no edit or no withdrawal was seen"
        yield from book.check()
        yield from check_desk(book)


def _grown(watch: Program, serve: Program, seconds: float, visits: int) -> Iterator[str]:
    print(f"{visits:,} pages read in {seconds:.0f} s")
    for program in (watch, serve):
        yield from program.growth(seconds * 0.55)


if __name__ == "__main__":
    main()
