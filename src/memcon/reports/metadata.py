"""What a page says of itself: schema.org JSON-LD, Open Graph, Dublin Core and the other tags that news sites use."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from memcon.reports import dates
from memcon.reports.clean import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLE = re.compile(r"Article|Report|Blog|Posting|WebPage|CreativeWork")
# From the most to the least trusted; names from schema.org, Open Graph, Dublin Core, Parse.ly, Sailthru and Cxense.
_DAY_TAGS = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "publishdate", "publish-date", "publish_date", "publication_date", "pubdate", "publicationdate", "date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created", "article.published", "published_time",
    "originalpublicationdate", "displaydate", "release_date", "published-date", "og:pubdate",
)  # fmt: skip
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->|<base\s[^>]{0,200}?href=[\"'](https?://[^\"'<>\s]+)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Title, day of publication as written, address and site name of a page; ``""`` for what it does not say."""

    title: str
    published: str
    url: str
    site: str


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a parsed page."""
    tags = _meta_tags(tree)
    article = next(_articles(tree), {})
    return Metadata(
        title=one_line(_title(tree, tags, article)),
        published=one_line(_published(tree, tags, article)),
        url=_first_address(_canonical(tree), tags.get("og:url", "")),
        site=one_line(tags.get("og:site_name", "") or _publisher(article) or tags.get("application-name", "")),
    )


def saved_from(text: str) -> str:
    """The address that a browser notes in a page it saves, or ``""``."""
    match = _SAVED_FROM.search(text[:20_000])
    return _first_address(match[1] or match[2]) if match else ""


def _meta_tags(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        content = (tag.get("content") or "").strip()
        if name and content:
            tags.setdefault(name.strip().lower(), content)
    return tags


def _title(tree: HtmlElement, tags: dict[str, str], article: dict[str, Any]) -> str:
    headings = [text for one in tree.iter("h1") if (text := one_line(one.text_content()))]
    declared = tags.get("og:title") or _string(article.get("headline")) or tags.get("twitter:title") or ""
    if len(headings) == 1 and (not declared or one_line(declared).startswith(headings[0])):
        return headings[0]
    return declared or (headings[0] if headings else "") or _first_text(tree, "title")


def _published(tree: HtmlElement, tags: dict[str, str], article: dict[str, Any]) -> str:
    """The first of the page's dates of publication that can be read."""
    declared = [_string(article.get("datePublished")), *(tags.get(name, "") for name in _DAY_TAGS)]
    marked = (_time_tag(one) for one in tree.iter("time", "span", "abbr"))
    return next((day for day in chain(declared, marked) if day and dates.parse(one_line(day))), "")


def _time_tag(element: HtmlElement) -> str:
    """The day of an element that is marked as the page's own date of publication."""
    marked = element.get("itemprop") == "datePublished" or (
        element.tag == "time" and element.get("pubdate") is not None
    )
    return (element.get("datetime") or element.get("content") or element.text_content()) if marked else ""


def _articles(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _articles_in(value, depth=4)


def _articles_in(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, list) and depth:
        for one in value[:50]:
            yield from _articles_in(one, depth - 1)
    elif isinstance(value, dict):
        if "datePublished" in value and _ARTICLE.search(str(value.get("@type"))):
            yield value
        elif depth:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                yield from _articles_in(value.get(key), depth - 1)


def _publisher(article: dict[str, Any]) -> str:
    publisher = article.get("publisher")
    return _string(publisher.get("name")) if isinstance(publisher, dict) else ""


def _canonical(tree: HtmlElement) -> str:
    return next(
        (one.get("href") or "" for one in tree.iter("link") if (one.get("rel") or "").lower() == "canonical"), ""
    )


def _first_address(*values: str) -> str:
    return next((value.strip() for value in values if re.match(r"https?://[^\s/]+\.[^\s/]+", value.strip())), "")


def _first_text(tree: HtmlElement, tag: str) -> str:
    return next((text for one in tree.iter(tag) if (text := one_line(one.text_content()))), "")


def _string(value: Any) -> str:
    return value if isinstance(value, str) else ""
