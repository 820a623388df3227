"""The site of `benchmarks.soak`: feeds and an index that show their newest entries alone, and pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Collection

FEEDS, SHOWN, PAGED = 6, 150, 8  # feeds, entries that each shows at a time; one report in so many is a page of its own
INDEX, LISTED = FEEDS, 200  # the index, beside feeds 0 to 5; pages that it lists at a time
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
            numbers = [one for one in sorted(self.versions) if source_of(one) == int(name)]
            return _feed("".join(self._entry(one) for one in numbers[-SHOWN:]))
        if kind == "index":
            numbers = [one for one in sorted(self.versions) if source_of(one) == INDEX and one not in self.withdrawn]
            links = "".join(f"<li><a href='/page/{one}'>Read</a></li>" for one in numbers[-LISTED:])
            return f"<!DOCTYPE html><html><body><ul>{links}</ul></body></html>".encode()
        if kind == "page" and int(name) not in self.withdrawn:
            return self._page(int(name))
        return None

    def room(self, recorded: Collection[int]) -> list[int]:
        """How many reports more each source can show before one that is not recorded passes out of sight."""
        waiting = [0] * (FEEDS + 1)  # from the first one on that is not recorded
        for one in sorted(self.versions):
            if waiting[source_of(one)] or one not in recorded:
                waiting[source_of(one)] += 1
        return [(LISTED if source == INDEX else SHOWN) - each for source, each in enumerate(waiting)]

    def _entry(self, number: int) -> str:
        text = "\n\n".join(self._text(number))
        return (
            f"<item><title>{title_of(number)}</title><link>https://wire.example/{number}</link>"
            f"<pubDate>Mon, 24 Feb 2031 10:00:00 GMT</pubDate><description>{text}</description></item>"
        )

    def _page(self, number: int) -> bytes:
        paragraphs = "".join(f"<p>{one}</p>" for one in self._text(number))
        head = (
            f'<title>{title_of(number)}</title><meta property="article:published_time" content="2031-02-24T10:00:00Z">'
        )
        return f"<!DOCTYPE html><html><head>{head}</head><body><article><h1>{title_of(number)}</h1>{paragraphs}</article></body></html>".encode()

    def _text(self, number: int) -> tuple[str, ...]:
        """Its paragraphs; what is pretended to be found stands in those that it always stands in."""
        if self.pretend:
            more = f"It was round {number} at kilometre {number}, put off {self.versions[number]} times."
            return (*made.TEXT.split("\n\n"), more)
        return text_of(number, self.versions[number])


def source_of(number: int) -> int:
    """Where a report is published: a feed, or the index."""
    return number % FEEDS if number % PAGED else INDEX


def _feed(entries: str) -> bytes:
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>{entries}</channel></rss>'.encode()


def title_of(number: int) -> str:
    """Its title, by which it is told among those recorded."""
    return f"Round {number} on the Dam Called Off"


def text_of(number: int, version: int) -> tuple[str, ...]:
    """The paragraphs of a report that was edited so often: two states and a round of their own."""
    one, other = STATES[number % len(STATES)], STATES[(number // len(STATES) + number + 1) % len(STATES)]
    edited = f" The talks were put off {version} times, the ministry said." * bool(version)
    return (
        f"{one} has called off the round of talks with {other} on the dam at kilometre {number}, Foreign Minister Mart Kallas said on Monday.",
        f"{other}'s Foreign Ministry has not commented on the decision, which came a day before round {number} was to open in Riga.",
        f"“There will be no talks until the sluice at kilometre {number} opens,” Kallas told reporters in Tallinn.{edited}",
    )
