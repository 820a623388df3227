"""Feeds of what became known, and of statements: Atom (RFC 4287) and JSON Feed 1.1.

`change_items` and `statement_items` make typed items once; `atom` and `json_feed` write them. Both are pure.
"""

from memcon.export.feeds.atom import atom
from memcon.export.feeds.change_items import change_item, change_items
from memcon.export.feeds.jsonfeed import json_feed
from memcon.export.feeds.model import Feed, FeedItem, FeedSource
from memcon.export.feeds.statement_items import statement_items

__all__ = ["Feed", "FeedItem", "FeedSource", "atom", "change_item", "change_items", "json_feed", "statement_items"]
