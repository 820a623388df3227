"""Statements as the items of a feed: who said what, each claim once."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from memcon import ids
from memcon.export.days import in_words
from memcon.export.feeds.content import Content, Quoted, as_html, as_text
from memcon.export.feeds.fit import line, shortened
from memcon.export.feeds.model import FeedItem
from memcon.export.feeds.order import newest_first
from memcon.export.feeds.reports import midnight, source_of
from memcon.export.ledger.said import content as words_of
from memcon.export.ledger.said import who
from memcon.export.parties import name_of
from memcon.export.wording import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.export.ledger.told import Told

LIMIT = 100
_TITLE = 160  # characters of words in a title


def statement_items(statements: Iterable[Told], *, base: str = "", limit: int = LIMIT) -> tuple[FeedItem, ...]:
    """The first `limit` of `statements` (the newest report first; 0: all), a claim that several reports have once."""
    once = _once(statements)
    items = (_item(one, base) for one in (islice(once, limit) if limit else once))
    return newest_first(((each, 0) for each in items), limit)


def _once(statements: Iterable[Told]) -> Iterator[Told]:
    seen: set[str] = set()
    for one in statements:
        if one.sighting.claim not in seen:
            seen.add(one.sighting.claim)
            yield one


def _item(one: Told, base: str) -> FeedItem:
    body, said = one.sighting.body, in_words(one.sighting.said)
    act, speaker, words = ACTS[body["act"]], line(who(one).plain), line(words_of(one).plain)
    source = source_of(one.report, base)
    lines = (f"{speaker}{f', {said}' if said else ''}: {act}.", words)
    content = Content(lines=lines, quoted=(Quoted(source=source),))
    tags = [act, *(name_of(each) for each in one.sighting.parties)]
    return FeedItem(
        id=ids.urn(one.sighting.claim),
        title=f"{speaker} · {act}: {shortened(words, _TITLE)}",
        published=midnight(one.standing.day) or one.standing.recorded,
        updated=one.standing.recorded,
        text=as_text(content),
        html=as_html(content),
        url=source.page,
        sources=(source,),
        tags=tuple(dict.fromkeys(map(line, tags))),
    )
