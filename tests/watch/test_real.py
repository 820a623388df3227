"""The watch over a real server that publishes, edits, withdraws, redirects, refuses and lies; time alone is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from memcon.watch.fetching import Fetcher
from tests.watch import made
from tests.watch.server import Elsewhere, served

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.watch.server import Request

HOUR = 3_600.0
PRIVATE = "169.254.169.254"


def conditional(body: bytes) -> Any:
    """A page with an ETag, that answers 304 to who has it."""

    def behave(request: Request) -> None:
        tag = f'"{hash(body)}"'
        if request.headers.get("If-None-Match") == tag:
            request.send_response(304)
            request.end_headers()
        else:
            request.answer(200, body, ETag=tag, Last_Modified="Mon, 24 Feb 2031 10:00:00 GMT")

    return behave


def to(address: str, status: int = 302) -> Any:
    """A redirect."""
    return lambda request: request.answer(status, Location=address)


def test_a_life_of_a_page(tmp_path: Path) -> None:
    """Published, asked for by its ETag, edited, failing, busy, withdrawn: each is seen, and the ledger has both versions."""
    first, second = (
        made.page("Talks"),
        made.page("Talks", *made.TEXT[:2], "The talks will resume in Riga in May, he added."),
    )
    with served({"/page": conditional(first)}) as server:
        one = made.source(
            name="ministry", kind="page", address=f"{server.base}/page", allow_private=True, interval=HOUR
        )
        with made.desk(tmp_path, one, answers={}, fetcher=Fetcher()) as desk:

            def until(hours: float) -> None:
                desk.clock.until = hours * HOUR
                desk.watch.run()

            until(2.5)
            assert "If-None-Match" in server.asked[-1][1]
            assert server.asked[-1][1]["If-Modified-Since"] == "Mon, 24 Feb 2031 10:00:00 GMT"
            assert desk.reader.parsed == ["Talks"]
            server.paths["/page"] = conditional(second)
            until(5)
            assert desk.said("edited: “Talks”")
            server.paths["/page"] = lambda request: request.answer(500)
            until(6)
            assert desk.said("answers 500 (internal server error); next tried in 60 s")
            server.paths["/page"] = lambda request: request.answer(429, Retry_After="18000")
            before = len(server.asked)
            until(14)
            assert len(server.asked) - before <= 3
            assert desk.said("answers 429 (too many requests); next tried in 5 h")
            del server.paths["/page"]
            until(24)
            assert desk.said("withdrawn:")
            [standing] = desk.ledger.reports()
            assert len(desk.ledger.versions(standing.id)) == 2


def test_redirects(tmp_path: Path) -> None:
    """Redirects are followed, each hop by the same rules; too many, or to nowhere, have failed."""
    paths = {"/a": to("/b"), "/b": to("/c", 301), "/c": made.page("Moved"), "/loop": to("/loop"), "/no": to("ftp://x.example/"),
             "/none": lambda request: request.answer(302), "/closed": to("/shut/1"),
             "/robots.txt": b"User-agent: memcon\nDisallow: /shut/"}  # fmt: skip
    with served(paths) as server:
        sources = [
            made.source(name=path, kind="page", address=f"{server.base}/{path}", allow_private=True)
            for path in ("a", "loop", "no", "none", "closed")
        ]
        with made.desk(tmp_path, *sources, answers={}, fetcher=Fetcher()) as desk:
            assert desk.watch.run(once=True) is False
            assert [report.url for report in desk.ledger.reports()] == [f"{server.base}/c"]
            assert "redirects more than 5 times" in desk.said("loop: failed")[0]
            assert "has the scheme 'ftp'" in desk.said("no: failed")[0]
            assert "redirects to an address that makes no sense" in desk.said("none: failed")[0]
            assert "is not to be read by programs" in desk.said("closed: failed")[0]
            assert [path for path, _ in server.asked].count("/robots.txt") == 1


@pytest.mark.parametrize(
    "target",
    [
        f"http://{PRIVATE}/latest/meta-data",
        "http://127.0.0.1/",
        "http://inside.example/",
        "http://[::ffff:10.0.0.1]/",
        "http://2130706433/",
    ],
)
def test_redirects_inside_are_refused(tmp_path: Path, target: str) -> None:
    """A public page, and a chain of them, that redirects to a private address by whatever name: nothing is connected to."""

    def names(host: str, port: int, timeout: float) -> Sequence[str]:
        known = {"public.example": ["8.8.8.8"], "inside.example": ["192.168.1.1"], "2130706433": ["127.0.0.1"]}
        return known.get(host, [host])

    with served({"/": to("/again"), "/again": to(target)}) as server:
        network = Elsewhere(server)
        one = made.source(name="public", kind="page", address="http://public.example/")
        with made.desk(tmp_path, one, answers={}, fetcher=Fetcher(resolve=names, backend=network)) as desk:
            assert desk.watch.run(once=True) is False
            assert "in a private network" in desk.said("public: failed")[0]
            assert set(network.connected) == {"8.8.8.8"}


def test_links_inside_are_refused(tmp_path: Path) -> None:
    """An index on the internet cannot make memcon ask inside; its other links are read."""
    listing = made.index("http://inside.example/world/1", "/world/2")
    names = {"public.example": ["8.8.8.8"], "inside.example": ["10.0.0.1"]}
    with served({"/": listing, "/world/2": made.page("Two")}) as server:
        network = Elsewhere(server)
        one = made.source(name="public", kind="index", address="http://public.example/", links=r"/world/\d")
        fetcher = Fetcher(resolve=lambda host, *_: names[host], backend=network)
        with made.desk(tmp_path, one, answers={}, fetcher=fetcher) as desk:
            assert desk.watch.run(once=True) is False
            assert desk.titles() == ["Two"]
            assert desk.said("in a private network")
            assert set(network.connected) == {"8.8.8.8"}


def test_charset_of_the_head(tmp_path: Path) -> None:
    """The charset that the answer's head declares is believed where the page declares none."""
    text = "Foreign Minister Péter Szabó said on Monday that talks on the dam would resume in Győr in the coming week, at last."
    body = made.page("Talks", text, text.replace("Monday", "Tuesday")).decode().encode("iso-8859-2")
    behave = {"/": lambda request: request.answer(200, body, Content_Type="text/html; charset=ISO-8859-2")}
    with served(behave) as server:
        one = made.source(kind="page", address=f"{server.base}/", allow_private=True)
        with made.desk(tmp_path, one, answers={}, fetcher=Fetcher()) as desk:
            assert desk.watch.run(once=True)
            [heading] = desk.ledger.reports()
            report = desk.ledger.report(heading.id)
            assert report is not None
            assert "Győr" in report.text
