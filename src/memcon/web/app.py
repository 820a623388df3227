"""The application: each address with the page that answers it. `create_app` is all that a server needs."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import BaseRoute, Route

from memcon.web import answering, feeds, files, posts
from memcon.web.answers import Answers
from memcon.web.glance import Glances
from memcon.web.login import Door
from memcon.web.openapi import described
from memcon.web.pages.about import about_page
from memcon.web.pages.actor import actor_page
from memcon.web.pages.changes import changes_page
from memcon.web.pages.home import home
from memcon.web.pages.party import pair_page, parties_page, party_page, persons_page
from memcon.web.pages.report import report_page
from memcon.web.pages.reports import reports_page
from memcon.web.pages.review import review_page
from memcon.web.pages.round import round_page
from memcon.web.pages.statements import search_page, statements_page
from memcon.web.pages.track import track_page
from memcon.web.pages.tracks import tracks
from memcon.web.render import warm_up
from memcon.web.security import Guard

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from memcon.ledger import Ledger
    from memcon.web.render import Page

SMALL = 1024  # bytes below which compression gains nothing


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What the pages are served from.

    `base` is the address that visitors know the site by, without a slash at its end (``https://desk.example``). `hosts` are
    the names it goes by, ``None`` for any. `at_least` is the bar of pages that are asked for none. `is_kept_in_step` says that the server puts together what other programs add. `token` opens the review; without one there is none. `today` and `now` are clocks.
    """

    ledger: Ledger
    base: str = ""
    hosts: Collection[str] | None = None
    token: str | None = None
    is_kept_in_step: bool = False
    at_least: float = 0.0
    today: Callable[[], date] = lambda: datetime.now(UTC).date()
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    clock: Callable[[], float] = field(default=time.monotonic)


# Every page by its address; the words in braces go to the page's function.
PAGES: tuple[tuple[str, Callable[..., Page]], ...] = (
    ("/", home),
    ("/tracks", tracks),
    ("/tracks/{ident}", track_page),
    ("/rounds/{ident}", round_page),
    ("/parties", parties_page),
    ("/parties/{given}", party_page),
    ("/parties/{given}/persons", persons_page),
    ("/pairs/{given}/{other}", pair_page),
    ("/actors/{anchor}", actor_page),
    ("/statements", statements_page),
    ("/changes", changes_page),
    ("/search", search_page),
    ("/reports", reports_page),
    ("/reports/{ident}", report_page),
    ("/review", review_page),
    ("/about", about_page),
)


def create_app(site: Site) -> Starlette:
    """The application that serves `site`."""
    warm_up()
    app = Starlette(
        routes=list(_routes()),
        middleware=[
            Middleware(Guard, hosts=site.hosts),
            Middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=4),
        ],
        exception_handlers={404: answering.not_found, 405: answering.not_found, Exception: answering.failed},
    )
    app.state.site = site
    app.state.answers = Answers()
    app.state.glances = Glances(site.ledger)
    app.state.door = Door(site.token, site.clock) if site.token else None
    return app


def _routes() -> Iterator[BaseRoute]:
    yield Route("/static/{name}", answering.static_file)
    yield Route("/health", answering.health)
    yield Route("/openapi.json", described(PAGES))
    for path, make in PAGES:
        yield Route("/index.json" if path == "/" else f"{path}.json", answering.json_of(make))
        yield Route(path, answering.html_of(make))
    for of in ("changes", "statements"):
        for name in ("atom", "json"):
            yield Route(f"/feeds/{of}.{name}", feeds.feed_of(of, name))
    yield Route("/calendar.ics", feeds.calendar_of)
    yield Route("/export/{name}", files.export)
    yield Route("/tracks/{ident}/memo.{kind}", files.track_memo)
    yield Route("/days/{day}/memo.{kind}", files.day_memo)
    yield Route("/login", posts.login_form, methods=["GET"])
    yield Route("/login", posts.log_in, methods=["POST"])
    yield Route("/logout", posts.log_out, methods=["POST"])
    yield Route("/review", posts.judge, methods=["POST"])
