"""The desk's pages over a ledger of two reports made by hand, asked without a network."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Any

import pytest
from starlette.testclient import TestClient

from memcon import desk
from memcon.ledger import open_ledger
from memcon.web.app import Site, create_app
from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from httpx import Response

    from memcon.ledger import Ledger

TOKEN = "a-token-that-nobody-guesses"  # noqa: S105 - of a test
LATER = made.TEXT + " The two sides were to meet in Riga."
BASE = "http://testserver"


@dataclass
class Clock:
    """Seconds, as a test sets them."""

    seconds: float = 0.0

    def __call__(self) -> float:
        """The seconds now."""
        return self.seconds


@dataclass
class Desk:
    """A visitor to the pages, the ledger behind them, and the clock of the door."""

    client: TestClient
    ledger: Ledger
    clock: Clock = field(default_factory=Clock)

    def get(self, path: str, *, code: int = 200, **headers: str) -> Response:
        """A page; `code` is the status that it must have."""
        found = self.client.get(path, headers=headers, follow_redirects=False)
        assert found.status_code == code, found.text
        return found

    def data(self, path: str) -> dict[str, Any]:
        """The data of a page."""
        head, question, rest = path.partition("?")
        found = self.get(f"{head if head != '/' else '/index'}.json{question}{rest}")
        assert found.headers["content-type"] == "application/json"
        return dict(found.json())

    def send(self, path: str, *, code: int = 303, origin: str | None = BASE, **fields: str) -> Response:
        """A form, as a browser sends it from a page of `origin`."""
        headers = {"Origin": origin} if origin else {}
        found = self.client.post(path, data=fields, headers=headers, follow_redirects=False)
        assert found.status_code == code, found.text
        return found

    def csrf(self) -> str:
        """What the forms of who is logged in carry."""
        page = self.get("/review").text
        return page.split('name="csrf" value="')[1].split('"')[0]

    def log_in(self, name: str = "Ada Novak") -> str:
        """Log in, and give what the forms carry."""
        self.send("/login", name=name, token=TOKEN)
        return self.csrf()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A report of 24 February, and another outlet's of the 26th."""
    other = {"outlet": "The Gulf Post", "url": "https://post.example/1", "published": "2031-02-26", "title": "No Talks"}
    with open_ledger(tmp_path / "desk.db") as book:
        book.remember(made.record(), now=made.at(9))
        book.remember(made.record(LATER, **other), now=made.at(10))
        desk.update(book)
        yield book


def visitor(ledger: Ledger, **changes: Any) -> Desk:
    """A visitor to the pages of `ledger`, on 1 March 2031."""
    clock, minutes = Clock(), count()
    given: dict[str, Any] = {
        "token": TOKEN,
        "hosts": ("testserver",),
        "clock": clock,
        "today": lambda: date(2031, 3, 1),
        "now": lambda: datetime(2031, 3, 2, 12, tzinfo=UTC) + timedelta(minutes=next(minutes)),
    }
    app = create_app(Site(ledger=ledger, **given | changes))
    return Desk(TestClient(app, base_url=BASE, raise_server_exceptions=False), ledger, clock)


@pytest.fixture
def pages(ledger: Ledger) -> Desk:
    """A visitor."""
    return visitor(ledger)


@pytest.fixture
def track(pages: Desk) -> str:
    """The id of the one track."""
    (line,) = pages.data("/tracks")["lines"]
    return str(line["id"])


@pytest.fixture
def round_id(pages: Desk, track: str) -> str:
    """The id of its one round."""
    (one,) = pages.data(f"/tracks/{track}")["rounds"]
    return str(one["id"])
