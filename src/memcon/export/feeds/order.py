"""The order of a feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.export.feeds.model import FeedItem


def newest_first(items: Iterable[tuple[FeedItem, int]], limit: int) -> tuple[FeedItem, ...]:
    """The first `limit` (0: all) of items, each with its weight (0 weighs most).

    First by the day on which they were learned: an archive that is read in one go then stands by the days of its reports, and
    an old report that is read today stands where who follows the feed looks.
    """
    order = sorted(
        items,
        key=lambda each: (each[0].updated.date(), each[0].published, -each[1], each[0].updated, each[0].id),
        reverse=True,
    )
    return tuple(item for item, _ in (order[:limit] if limit else order))
