"""Feeds and the calendar, at the addresses that readers subscribe to; each answers the question in its address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.errors import MemconError
from memcon.export import calendar
from memcon.export.feeds.atom import MEDIA_TYPE as ATOM
from memcon.export.feeds.atom import atom
from memcon.export.feeds.jsonfeed import MEDIA_TYPE as JSON_FEED
from memcon.export.feeds.jsonfeed import json_feed
from memcon.questions import feeds
from memcon.web.answering import base_of, kept, problem, visit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from memcon.export.feeds import Feed
    from memcon.web.visit import Visit

_FORMATS: Mapping[str, tuple[Callable[[Feed], bytes], str]] = {
    "atom": (atom, f"{ATOM}; charset=utf-8"),
    "json": (json_feed, f"{JSON_FEED}; charset=utf-8"),
}


def feed_of(of: feeds.Of, format_name: str) -> Callable[[Request], Response]:
    """The endpoint that gives the newest changes or statements, as Atom (``atom``) or JSON Feed (``json``)."""
    write, media_type = _FORMATS[format_name]

    def made(visit: Visit, base: str, address: str) -> bytes:
        return write(feeds.feed(visit.ledger, visit.question, of=of, base=base, address=address))

    return lambda request: _answer(request, made, media_type)


def calendar_of(request: Request) -> Response:
    """The rounds as a calendar to subscribe to."""

    def made(visit: Visit, base: str, address: str) -> bytes:
        return feeds.calendar_of(visit.ledger, visit.question, base=base, address=address)

    return _answer(request, made, f"{calendar.MEDIA_TYPE}; charset=utf-8")


def _answer(request: Request, made: Callable[[Visit, str, str], bytes], media_type: str) -> Response:
    """What is `made` for the question of the address, with the site's address and its own."""
    try:
        visit, base = visit_of(request), base_of(request)
        asked = visit.question.address()
        address = f"{base}{request.url.path}{f'?{asked}' if asked else ''}"
        return kept(request, visit, lambda: made(visit, base, address), media_type)
    except MemconError as error:
        return problem(request, error)
