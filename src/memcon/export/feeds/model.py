"""A feed and its items, as every writer of them takes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSource:
    """A report behind an item: `page` is where memcon shows it, `address` where its outlet has it; each may be ``""``.

    `name` is it in words: “The Baltic Courier, 24 February 2031: “Round on the Dam Called Off””.
    """

    name: str
    page: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One thing to tell. `id` is a ``urn:uuid:`` that stays the same for ever.

    `published` is the day of the report that had it first (midnight, UTC), `updated` the time at which that report was
    recorded. `text` and `html` say the same; `html` holds nothing from outside but as escaped text. `url` is its page, or ``""``.
    """

    id: str
    title: str
    published: datetime
    updated: datetime
    text: str
    html: str
    url: str = ""
    sources: tuple[FeedSource, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed, newest first. `address` is its own, `home` that of the page for people; each may be ``""``."""

    id: str
    title: str
    updated: datetime
    items: tuple[FeedItem, ...]
    subtitle: str = ""
    address: str = ""
    home: str = ""
