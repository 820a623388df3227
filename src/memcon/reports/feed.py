"""RSS and Atom files: a report for each entry."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

import feedparser  # type: ignore[import-untyped]

from memcon.errors import InputError
from memcon.reports import furniture
from memcon.reports.clean import clean, has_words
from memcon.reports.decode import decode
from memcon.reports.markup import paragraphs_of
from memcon.reports.raw import Draft, RawReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


_MOST_ATTRIBUTES = 1_000  # of one tag; feeds have ten
_MOST_TAGS = 1_000_000  # a feed of 50,000 entries has fewer; the parser keeps each that is open


def read(raw: RawReport) -> Iterator[Draft | InputError]:
    """Yield a draft for each entry of a feed; after them, an error if the feed breaks off."""
    if raw.data.count(b"<") > _MOST_TAGS:
        yield InputError(raw.name, f"is a feed of more than {_MOST_TAGS:,} tags", "split it, or give its text")
        return
    if _most_attributes(raw) > _MOST_ATTRIBUTES:
        yield InputError(
            raw.name, f"is a feed with a tag of more than {_MOST_ATTRIBUTES:,} attributes", "give its text"
        )
        return
    # As a stream, for a string that looks like an address or a path feedparser would go and fetch.
    feed = feedparser.parse(io.BytesIO(raw.data), sanitize_html=False, resolve_relative_uris=False)
    broken = feed.bozo and _is_broken(feed)
    for number, entry in enumerate(feed.entries, 1):
        draft = _entry(entry, feed.feed, f"{raw.name}, entry {number}", raw.retrieved)
        if isinstance(draft, Draft) or number < len(feed.entries) or not broken:
            yield draft
    if broken:
        where = f"after entry {len(feed.entries)}" if feed.entries else "before its first entry"
        yield InputError(raw.name, f"is a feed that is cut off or malformed {where}", "get the file again")
    elif not feed.entries:
        yield InputError(raw.name, "is a feed with no entries", "give a feed that has some")


def _most_attributes(raw: RawReport) -> int:
    """The most attributes that one tag has, as far as the XML makes sense; feedparser takes ever longer for one more."""
    most = 0

    def begun(_: str, attributes: Mapping[str, str]) -> None:
        nonlocal most
        most = max(most, len(attributes))

    parser = expat.ParserCreate()
    parser.StartElementHandler = begun
    with suppress(expat.ExpatError, ValueError):  # feedparser says so, and makes the best of it
        parser.Parse(decode(raw.data), True)
    return most


def _is_broken(feed: Any) -> bool:
    """Whether the markup itself is broken; feedparser also frowns at a wrong media type or a charset mismatch."""
    return not isinstance(feed.bozo_exception, feedparser.CharacterEncodingOverride | feedparser.NonXMLContentType)


def _entry(entry: Any, feed: Any, source: str, retrieved: str) -> Draft | InputError:
    title = _text(entry.get("title"))
    bodies = [_text(part.get("value")) for part in entry.get("content") or ()] + [_text(entry.get("summary"))]
    paragraphs = max((furniture.body(paragraphs_of(body)) for body in bodies if body), key=_length, default=[])
    if not any(map(has_words, paragraphs)):
        return InputError(source, "has no text", "give a feed with summaries or full texts")
    return Draft(
        source=source,
        text="\n\n".join(paragraphs),
        title=" ".join(paragraphs_of(title)),
        published=_text(entry.get("published") or entry.get("created") or entry.get("updated")),
        site=_text((entry.get("source") or {}).get("title") or feed.get("title")),
        url=_text(entry.get("link")),
        language="" if not feed.get("language") else _text(feed.get("language")),
        retrieved=retrieved,
        source_id=_text(entry.get("id")) or None,
    )


def _length(paragraphs: list[str]) -> int:
    return sum(map(len, paragraphs))


def _text(value: Any) -> str:
    return clean(value).strip() if isinstance(value, str) and "<" not in value else str(value or "")
