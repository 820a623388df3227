"""A ledger of four invented reports: one round on two outlets' pages, an edited page, and one that means harm."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from memcon import desk
from memcon.ledger import open_ledger
from memcon.model import Actor, Span
from memcon.questions import answers
from memcon.questions.question import Question
from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from memcon.export.formats.holdings import Holdings
    from memcon.ledger import Ledger
    from memcon.model import Record

NOW = datetime(2031, 3, 2, 12, tzinfo=UTC)
LATER = made.TEXT + " The two sides were to meet in Riga."
OTHER = {"outlet": "The Gulf Post", "url": "https://post.example/1", "published": "2031-02-26", "title": "No Talks"}
# Formulas, markup of every kind, letters beyond 16 bits, and names that few fonts have.
HARM = (
    '=HYPERLINK("http://x.example","a") 😀 #read("/etc/passwd") <script>alert(1)</script> [a](javascript:alert(1))'
    " | *b* `c` $x$ ]] }} 习近平 محمد Ольга"
)
HOSTILE = f"{HARM}\n\n{made.TEXT}"


def hostile() -> Record:
    """A report whose words would do harm if anything ran them: in title, outlet, name, office, content and cue."""
    record = made.record(HOSTILE, title=HARM, outlet="@SUM(A1)", url="javascript:alert(1)", published="2031-02-27")
    first = HOSTILE.index(made.TEXT[:7])
    harm = Span(0, len(HARM))
    said, silent = record.statements
    bad = Actor(id="a3", name="-2+3 <b>习近平</b>", kind="person", party="EST", role="'=1+1", mentions=(harm,))
    said = replace(said, content=(harm, *said.content), speaker="a3", channel="+1", via="+cmd|' /C calc'!A0")
    assert first > harm.end
    meeting = replace(record.meetings[0], agenda=(harm,), delegates=("a3",))
    return replace(record, actors=(*record.actors, bad), statements=(said, silent), meetings=(meeting,))


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """The ledger, with its rounds put together; nothing writes to it."""
    path: Path = tmp_path_factory.mktemp("formats") / "desk.db"
    with open_ledger(path) as book:
        hours = itertools.count(9)
        for record in (made.record(), made.record(LATER, **OTHER), hostile(), made.other(4)):
            book.remember(record, now=made.at(next(hours)))
        desk.update(book)
        yield book


@pytest.fixture(scope="session")
def hold(ledger: Ledger) -> Callable[[Question], Holdings]:
    """What fits a question."""
    return lambda question: answers.holdings(ledger, question, NOW)


@pytest.fixture(scope="session")
def everything(hold: Callable[[Question], Holdings]) -> Holdings:
    """All that the ledger holds."""
    return hold(Question())
