"""A feed as JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from memcon.export.feeds.atom import moment
from memcon.export.feeds.fit import legal, line

if TYPE_CHECKING:
    from memcon.export.feeds.model import Feed, FeedItem

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """`feed` in UTF-8, a member a line."""
    value = {
        "version": VERSION,
        "title": line(feed.title),
        "description": line(feed.subtitle),
        "home_page_url": legal(feed.home),
        "feed_url": legal(feed.address),
        "language": "en",
        "authors": [{"name": "memcon"}],
        "items": [item_json(each) for each in feed.items],
    }
    kept = {name: each for name, each in value.items() if each or name in {"title", "items"}}
    return f"{json.dumps(kept, ensure_ascii=False, indent=1)}\n".encode()


def item_json(item: FeedItem) -> dict[str, Any]:
    """An item; what it does not have is left out."""
    value = {
        "id": item.id,
        "url": legal(item.url),
        "external_url": next((legal(each.address) for each in item.sources if each.address), ""),
        "title": line(item.title),
        "content_html": legal(item.html),
        "content_text": legal(item.text),
        "date_published": moment(item.published),
        "date_modified": moment(item.updated),
        "tags": [line(each) for each in item.tags if line(each)],
    }
    return {name: each for name, each in value.items() if each or name == "content_html"}
