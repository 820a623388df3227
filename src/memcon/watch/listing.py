"""What a feed or an index page leads to: addresses, each with a fingerprint of how it was listed. Pure."""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import feedparser  # type: ignore[import-untyped]

from memcon.reports.decode import decode
from memcon.reports.markup import parse
from memcon.reports.sniff import sniff
from memcon.reports.streams import HEAD
from memcon.watch.addresses import LONGEST, joined, problem_of
from memcon.watch.failures import FetchError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.watch.fetching import Answer
    from memcon.watch.sources import Source

MOST = 1_000  # links of one listing that are looked at


@dataclass(frozen=True, slots=True)
class Link:
    """A page that is listed. A `fingerprint` that changed says that the page was edited; ``""`` says nothing."""

    address: str
    fingerprint: str = ""


def listed(source: Source, answer: Answer) -> tuple[Link, ...]:
    """The links of a listing in its order, each once. Raises `FetchError` where it is none."""
    found = _entries(answer) if source.kind == "feed" else _links(source, answer)
    by_address = {link.address: link for link in reversed(list(found)) if link.address and not problem_of(link.address)}
    return tuple(reversed(by_address.values()))[:MOST]


def is_empty(answer: Answer) -> bool:
    """Whether a feed has no entries. Raises `FetchError` where the answer is no feed."""
    return not _feed(answer).entries


def digest(body: bytes) -> str:
    """What tells whether an answer is the same as another, to the byte."""
    return hashlib.sha256(body).hexdigest()[:32]


def charset_of(answer: Answer) -> str:
    """The charset that an answer's head declares, or ``""``."""
    for part in answer.headers.get("content-type", "").split(";")[1:]:
        name, _, value = part.strip().partition("=")
        if name.strip().lower() == "charset":
            return value.strip(" \"'")[:40]
    return ""


def _feed(answer: Answer) -> Any:
    if sniff(answer.body[:HEAD], "feed.xml") != "feed":
        raise FetchError(answer.address, "is no feed (give the address of RSS or Atom, or set kind to page or index)")
    # As a stream, for a string that looks like an address or a path feedparser would go and fetch.
    feed = feedparser.parse(io.BytesIO(answer.body), sanitize_html=False, resolve_relative_uris=False)
    if feed.bozo and not feed.entries and not feed.version:
        raise FetchError(answer.address, "is a feed that is cut off or malformed before its first entry")
    return feed


def _entries(answer: Answer) -> Iterator[Link]:
    for entry in _feed(answer).entries:
        # As a plain dictionary: feedparser would give one date for the other, with a warning.
        told = [str(dict.get(entry, name) or "") for name in ("title", "updated", "published")]
        yield Link(joined(answer.address, str(entry.get("link") or "")), digest(repr(told).encode("utf-8", "replace")))


def _links(source: Source, answer: Answer) -> Iterator[Link]:
    tree = parse(decode(answer.body, declared=charset_of(answer)).replace("\0", ""))
    if tree is None or source.links is None:
        raise FetchError(answer.address, "is no page with links in it")
    bases = tree.xpath("//base/@href")
    base = joined(answer.address, str(bases[0])) if bases else answer.address
    for link in tree.xpath("//a/@href"):
        address = joined(base or answer.address, str(link)) if len(link) <= LONGEST else ""
        if address and source.links.search(address):
            yield Link(address)
