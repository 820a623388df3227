"""Changes as the items of a feed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from memcon import ids
from memcon.export.feeds import titles
from memcon.export.feeds.content import Content, Quoted, as_html, as_text
from memcon.export.feeds.fit import line
from memcon.export.feeds.model import FeedItem
from memcon.export.feeds.order import newest_first
from memcon.export.feeds.pages import round_page, track_page
from memcon.export.feeds.reports import midnight, source_of
from memcon.export.ledger.changes import WEIGHT
from memcon.export.ledger.talks import round_in_words
from memcon.export.parties import in_sentence
from memcon.export.tracks import title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memcon.export.ledger.changes import Change
    from memcon.ledger import Heading

LIMIT = 100
_REPORTS = 5  # that an item shows


def change_items(
    changes: Iterable[Change], reports: Mapping[str, Heading], *, base: str = "", limit: int = LIMIT
) -> tuple[FeedItem, ...]:
    """The newest `limit` of `changes` (0: all); `reports` are the headings of their reports, `base` the address of all pages.

    Newest is what this ledger learned on the latest day, then what was published last, then what weighs most.
    """
    each = [(change_item(one, reports, base=base), WEIGHT[one.kind]) for one in changes]
    return newest_first(each, limit)


def change_item(change: Change, reports: Mapping[str, Heading], *, base: str = "") -> FeedItem:
    """One change as an item."""
    known = [reports[each] for each in change.reports if each in reports]
    learned = min((each.recorded for each in known), default=datetime(1970, 1, 1, tzinfo=UTC))
    content = _content(change, known, base)
    page = round_page(base, change.round.id) if change.round else track_page(base, change.track.id)
    return FeedItem(
        id=ids.urn(change.id),
        title=titles.title(change),
        published=midnight(change.day) or learned,
        updated=learned,
        text=as_text(content),
        html=as_html(content),
        url=page,
        sources=tuple(quoted.source for quoted in content.quoted),
        tags=titles.tags(change),
    )


def _content(change: Change, known: list[Heading], base: str) -> Content:
    words: dict[str, list[str]] = {}
    for each in change.evidence:
        words.setdefault(each.report, []).append(each.text)
    shown = [
        Quoted(source=source_of(each, base), words=() if change.condition else tuple(words.get(each.id, ())))
        for each in known[:_REPORTS]
    ]
    return Content(lines=_lines(change), quoted=tuple(shown), more=max(0, len(known) - _REPORTS))


def _lines(change: Change) -> tuple[str, ...]:
    about = f"{_about(change)}."
    if (condition := change.condition) is None:
        return f"{titles.headline(change)}.", about
    by = (
        f"Set by {in_sentence(condition.set_by)}, {titles.teller(change)}"
        if condition.set_by
        else titles.headline(change)
    )
    return f"{_words(condition.what)} depends on {_words(condition.requires)}.", f"{by}.", about


def _about(change: Change) -> str:
    """“Chile–Bolivia: operations of diplomatic missions, round 3, 16–30 April 2026, Brasília, Brazil”."""
    told = round_in_words(change.round) if change.round else ""
    title = title_of(change.track)
    return line(f"{title}, {told}" if told else title)


def _words(words: str) -> str:
    return f"“{line(words).strip('“”')}”"
