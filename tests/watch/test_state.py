"""The state file: kept over restarts, held by one watch at a time, bounded, and clear about what is wrong with it."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from memcon.ledger.model import Head
from memcon.watch import state as module
from memcon.watch.clock import SystemClock
from memcon.watch.failures import StateError
from memcon.watch.hosts import Hosts
from memcon.watch.log import Log
from memcon.watch.recording import Seen, edit_in_words
from memcon.watch.robots import Robots
from memcon.watch.state import PageState, SourceState, State, alone
from tests.ledger.made import TEXT, report
from tests.watch import made

if TYPE_CHECKING:
    from pathlib import Path

WIRE = SourceState(
    name="wire", address=made.FEED, etag='"1"', modified="x", digest="d", failures=2, problem="down", last_success=made.START,
    last_failure=made.START, next_poll=made.START, new=3, edited=1, withdrawn=1, gone=1,
)  # fmt: skip


def page(number: int, *, days: int = 0, **changes: object) -> PageState:
    """A page of the wire's, listed so many days after the start."""
    when = made.START + timedelta(days=days)
    given = {
        "source": "wire",
        "address": f"https://wire.example/{number}",
        "first_seen": when,
        "listed": when,
        **changes,
    }
    return PageState(**given)  # type: ignore[arg-type]


def test_what_is_kept(tmp_path: Path) -> None:
    """Sources, pages and the ledger's last entry are there again, to the letter."""
    path = tmp_path / "s.db"
    pages = [page(1, next_try=made.START, tries=2, fingerprint="f"), page(2, standing="gone", asked=3)]
    with State(path) as state:
        state.list_pages(WIRE, pages)
        state.note_recorded(Head(seq=7, recorded=None, hash="h"))
    with State(path) as state:
        assert state.source("wire", made.FEED) == WIRE
        assert list(state.pages("wire").values()) == pages
        assert state.recorded() == (7, "h")
        assert state.count_waiting("wire") == 1


def test_another_address_is_another_source(tmp_path: Path) -> None:
    """A source whose address was changed begins anew."""
    with State(tmp_path / "s.db") as state:
        state.save(WIRE)
        assert state.source("wire", "https://wire.example/new") == SourceState(
            name="wire", address="https://wire.example/new"
        )


def test_forgetting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages no longer listed are forgotten, those waited for are not; of too many the oldest go."""
    monkeypatch.setattr(module, "MOST_PAGES", 3)
    done = {"standing": "recorded"}
    with State(tmp_path / "s.db") as state:
        old = [page(1, **done), page(2), page(3, next_try=made.START, **done)]
        state.list_pages(WIRE, [*old, page(4, days=50, **done)])
        state.forget_pages("wire", made.START + timedelta(days=30))
        assert {one[-1] for one in state.pages("wire")} == {"2", "3", "4"}
        state.list_pages(WIRE, [page(number, days=60, **done) for number in (5, 6)])
        state.forget_pages("wire", made.START)
        assert {one[-1] for one in state.pages("wire")} == {"4", "5", "6"}


def test_one_watch_at_a_time(tmp_path: Path) -> None:
    """A second watch over the same state is told so; when the first has ended it may begin."""
    path = tmp_path / "s.db"
    with alone(path), pytest.raises(StateError, match="another memcon watch uses it"), alone(path):
        pass
    with alone(path):
        pass


@pytest.mark.parametrize(
    "content", [b"no database at all, but some words" * 100, None], ids=["words", "another program's"]
)
def test_another_file(tmp_path: Path, content: bytes | None) -> None:
    """A file that is no state is left alone, with a line."""
    path = tmp_path / "s.db"
    if content is None:
        connection = sqlite3.connect(path)
        connection.execute("CREATE TABLE other (x)")
        connection.close()
    else:
        path.write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(StateError, match=r"^state .*s\.db: "):
        State(path)
    assert path.read_bytes() == before


def test_no_folder(tmp_path: Path) -> None:
    """A folder that is not there is said to be so."""
    with pytest.raises(StateError, match="see whether its folder is there"):
        State(tmp_path / "no" / "s.db")
    with pytest.raises(StateError, match="No such file"), alone(tmp_path / "no" / "s.db"):
        pass


def test_caches_are_bounded() -> None:
    """What is kept in memory for weeks does not grow."""
    seen, clock = Seen(3), made.MadeClock()
    assert [seen.add(one) for one in "abcda"] == [True, True, True, True, True]
    assert "b" not in seen
    hosts, robots = Hosts(clock), Robots(clock)
    for number in range(2_000):
        hosts.leave_alone(f"https://h{number}.example/", 10)
        steps = robots.of(f"https://h{number}.example/", made.source())
        next(steps)
        with pytest.raises(StopIteration):
            steps.send(made.answer(404))
    assert len(hosts._alone) == 1_000
    assert len(robots._kept) == 256


def test_hostile_words_stay_words() -> None:
    """Words from outside cannot drive the terminal, break the line, or fill the screen."""
    lines: list[str] = []
    Log(lines.append, made.MadeClock()).say("wire", "new: \x1b[2J\u202eTalks\r\nOff " + "x" * 2_000)
    assert lines[0].startswith("2031-03-01 09:00:00Z wire: new: [2J Talks Off xxx")
    assert lines[0].isprintable()
    assert len(lines[0]) < 450


def test_edits_in_words() -> None:
    """The first sentence that went and the first that came, and how many more."""
    before = report()
    after = report(
        TEXT.replace("has called off", "has put off").replace("on the dam", "on a dam") + " More is to come."
    )
    assert edit_in_words(before, after) == (
        "− Estonia has called off the round of talks with Latvia on the dam, Mart Kallas said Monday. "
        "+ Estonia has put off the round of talks with Latvia on a dam, Mart Kallas said Monday. (and 1 more)"
    )
    assert edit_in_words(before, report(published="2031-02-25")) == "its day or outlet only"
    assert edit_in_words(before, report(title="Round Put Off")) == "− Round on the Dam Called Off + Round Put Off"


def test_the_clock_is_woken() -> None:
    """A signal that comes before the sleep, or many of them, ends it all the same."""
    clock = SystemClock()
    with clock.heeding_signals():
        before = clock.monotonic()
        for _ in range(3):
            clock.stop()
        clock.sleep(30)
    assert clock.stopping
    assert clock.monotonic() - before < 30
