"""A feed as Atom (RFC 4287)."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

import memcon
from memcon.export.feeds.fit import legal, line

if TYPE_CHECKING:
    from datetime import datetime

    from memcon.export.feeds.model import Feed, FeedItem

MEDIA_TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """`feed` in UTF-8. Text from outside is text, never markup; what XML cannot hold is dropped."""
    root = etree.Element(f"{{{_NAMESPACE}}}feed", nsmap={None: _NAMESPACE})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", "en")
    _text(root, "id", feed.id)
    _text(root, "title", line(feed.title))
    if feed.subtitle:
        _text(root, "subtitle", line(feed.subtitle))
    _text(root, "updated", moment(feed.updated))
    _text(etree.SubElement(root, f"{{{_NAMESPACE}}}author"), "name", "memcon")
    _text(root, "generator", "memcon", version=memcon.__version__)
    _link(root, "self", feed.address, MEDIA_TYPE)
    _link(root, "alternate", feed.home, "text/html")
    for item in feed.items:
        _entry(root, item)
    etree.indent(root)
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="utf-8")
    return written + b"\n"


def moment(when: datetime) -> str:
    """A moment as RFC 3339 has it, in UTC, to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _entry(root: etree._Element, item: FeedItem) -> None:
    entry = etree.SubElement(root, f"{{{_NAMESPACE}}}entry")
    _text(entry, "id", item.id)
    _text(entry, "title", line(item.title))
    _text(entry, "updated", moment(item.updated))
    _text(entry, "published", moment(item.published))
    _link(entry, "alternate", item.url, "text/html")
    for source in item.sources:
        _link(entry, "via", source.address, title=source.name)
        _link(entry, "related", source.page, "text/html", title=source.name)
    for tag in item.tags:
        etree.SubElement(entry, f"{{{_NAMESPACE}}}category", term=line(tag))
    _text(entry, "summary", legal(item.text))
    _text(entry, "content", legal(item.html), type="html")


def _text(parent: etree._Element, name: str, words: str, **attributes: str) -> None:
    etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes).text = words


def _link(parent: etree._Element, rel: str, href: str, media_type: str = "", *, title: str = "") -> None:
    if not href:
        return
    given = {"rel": rel, "href": legal(href), "type": media_type, "title": line(title)}
    etree.SubElement(parent, f"{{{_NAMESPACE}}}link", {name: value for name, value in given.items() if value})
