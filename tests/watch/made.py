"""A watch without a network: a clock that is set, hosts that answer from a script, a reader that parses nothing."""

from __future__ import annotations

from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from memcon.ledger import open_ledger
from memcon.model import Record, Run
from memcon.reports import read_report
from memcon.settings import Settings
from memcon.watch import Source, Watch
from memcon.watch.failures import UnreachedError
from memcon.watch.fetching import Answer
from memcon.watch.log import Log
from memcon.watch.polling import Means
from memcon.watch.recording import Recorder
from memcon.watch.robots import Robots
from memcon.watch.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memcon.errors import InputError
    from memcon.ledger import Ledger
    from memcon.model import Report
    from memcon.reports import RawReport
    from memcon.watch.fetching import Ask

RUN = Run(memcon="0.1.0", pipeline="none 1.0")
START = datetime(2031, 3, 1, 9, 0, tzinfo=UTC)
FEED, INDEX, PAGE = "https://wire.example/rss", "https://courier.example/world", "https://ministry.example/statement"
TEXT = (
    "Estonia has called off the round of talks with Latvia on the dam, Foreign Minister Mart Kallas said on Monday.",
    "Latvia's Foreign Ministry has not commented on the decision, which came a day before the round was to open in Riga.",
    "“There will be no talks until the sluice opens,” Kallas told reporters in Tallinn after a meeting of the cabinet.",
)


def source(**changes: Any) -> Source:
    """A feed, unless `changes` say otherwise."""
    return Source(**{"name": "wire", "kind": "feed", "address": FEED, "delay": 2, **changes})


def page(title: str, *paragraphs: str) -> bytes:
    """A news page."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs or TEXT)
    return f"""<!DOCTYPE html><html><head><title>{title}</title>
<meta property="article:published_time" content="2031-02-24T10:00:00Z"></head>
<body><article><h1>{title}</h1>{body}</article></body></html>""".encode()


def entry(number: int, text: str = "") -> str:
    """An entry of a feed; the words of each are its own."""
    text = text or " ".join(TEXT).replace("dam", f"dam at kilometre {number}")
    return (
        f"<item><title>Round {number} on the Dam Called Off</title><link>https://wire.example/{number}</link>"
        f"<pubDate>Mon, 24 Feb 2031 10:00:00 GMT</pubDate><description>{text}</description></item>"
    )


def feed(*entries: str) -> bytes:
    """An RSS feed."""
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{"".join(entries)}</channel></rss>'.encode()


def index(*paths: str) -> bytes:
    """A page with links."""
    links = "".join(f'<li><a href="{path}#top">Read</a></li>' for path in paths)
    return f"<!DOCTYPE html><html><body><a href='/about'>About</a><ul>{links}</ul></body></html>".encode()


class MadeClock:
    """A clock that moves when somebody sleeps, and stops the watch `until` seconds after its start."""

    def __init__(self, until: float = float("inf")) -> None:
        self.passed, self.until, self.ahead = 0.0, until, timedelta()
        self.sleeps: list[float] = []

    def monotonic(self) -> float:
        """Seconds since the start."""
        return self.passed

    def now(self) -> datetime:
        """The wall clock, which may have been put `ahead`."""
        return START + timedelta(seconds=self.passed) + self.ahead

    def sleep(self, seconds: float) -> None:
        """Let time pass."""
        assert seconds >= 0
        self.sleeps.append(seconds)
        self.passed += min(seconds, max(0.0, self.until - self.passed) + 1)

    @property
    def stopping(self) -> bool:
        """Whether its time has come."""
        return self.passed >= self.until


@dataclass
class Script:
    """Hosts that answer by a script: an address has bytes, an `Answer`, an error, or a function that gives one of them.

    ETags are those of the bytes, and asked for again, what did not change is 304. What is not in the script is not found.
    """

    clock: MadeClock
    answers: dict[str, Any] = field(default_factory=dict)
    asked: list[tuple[float, str]] = field(default_factory=list)
    last: Ask | None = None

    def get(self, ask: Ask) -> Answer:
        """The answer to one request, which takes a tenth of a second."""
        self.asked.append((self.clock.passed, ask.address))
        self.last = ask
        self.clock.passed += 0.1
        found = self.answers.get(ask.address)
        found = found() if callable(found) else found
        if isinstance(found, Exception):
            raise found
        if isinstance(found, Answer):
            return found
        if found is None:
            return Answer(address=ask.address, status=404)
        tag = f'"{hash(found)}"'
        is_same = ask.headers.get("If-None-Match") == tag
        return Answer(
            address=ask.address, status=304 if is_same else 200, headers={"etag": tag}, body=b"" if is_same else found
        )

    def times(self, address: str) -> list[float]:
        """When an address was asked for."""
        return [when for when, asked in self.asked if asked == address]

    @property
    def counts(self) -> Counter[str]:
        """How often each address was asked for, but for robots.txt."""
        return Counter(address for _, address in self.asked if not address.endswith("/robots.txt"))


def answer(status: int, *, address: str = FEED, **headers: str) -> Answer:
    """An answer without a body."""
    return Answer(
        address=address, status=status, headers={name.replace("_", "-"): value for name, value in headers.items()}
    )


def unreached(address: str = FEED) -> UnreachedError:
    """A host that cannot be reached."""
    return UnreachedError(address, "cannot be reached: no route to host")


@dataclass
class MadeReader:
    """Reads formats as always, and finds nothing in any report; counts those it was given to parse."""

    run: Run = RUN
    parsed: list[str] = field(default_factory=list)
    fails_on: str = ""

    def reports(self, raw: RawReport) -> Iterator[Report | InputError]:
        """The reports in what was fetched."""
        return read_report(raw, settings=Settings())

    def record(self, name: str, report: Report) -> Record | InputError:
        """An empty record."""
        if self.fails_on and self.fails_on in report.title:
            raise RuntimeError(f"a fault in {name}")
        self.parsed.append(report.title)
        return Record(
            report=report, actors=(), statements=(), events=(), meetings=(), conditions=(), times=(), notes=(), run=self.run
        )  # fmt: skip


@dataclass
class Desk:
    """A watch with its clock, script, log lines and ledger, over files that stay from one to the next."""

    watch: Watch
    clock: MadeClock
    script: Script
    reader: MadeReader
    ledger: Ledger
    state: State
    lines: list[str]

    def said(self, words: str) -> list[str]:
        """The log lines with `words` in them."""
        return [line for line in self.lines if words in line]

    def titles(self) -> list[str]:
        """The titles of all reports that stand, sorted."""
        return sorted(report.title for report in self.ledger.reports())


@contextmanager
def desk(
    folder: Path,
    *sources: Source,
    answers: dict[str, Any],
    until: float = float("inf"),
    ahead: timedelta = timedelta(),
    fetcher: Any = None,
    fails_on: str = "",
) -> Iterator[Desk]:
    """A watch over `sources`; the ledger and the state are in `folder`. A `fetcher` asks real hosts, in the script's place."""
    clock = MadeClock(until)
    clock.ahead = ahead
    script, reader, lines = Script(clock, answers), MadeReader(fails_on=fails_on), list[str]()
    with State(folder / "sources.watch.db") as state, open_ledger(folder / "desk.db", patience=0.1) as ledger:
        log = Log(lines.append, clock, verbose=True)
        recorder = Recorder(ledger, reader, state, log, clock)
        means = Means(state=state, recorder=recorder, robots=Robots(clock), clock=clock, log=log, chance=lambda: 0.5)
        yield Desk(Watch(sources, means, fetcher or script), clock, script, reader, ledger, state, lines)
