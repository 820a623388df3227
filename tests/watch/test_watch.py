"""The watch over scripted hosts: what is new, edited, withdrawn, failing and back; restarts, outages, and weeks in a second."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from memcon.errors import LedgerError
from tests.watch import made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memcon.ledger import Ledger

HOUR, DAY, WEEK = 3_600.0, 86_400.0, 604_800.0
FIRST, SECOND = "https://courier.example/world/1", "https://courier.example/world/2"


def index_source(**changes: Any) -> Any:
    """An index of the courier's."""
    given = {"name": "courier", "kind": "index", "address": made.INDEX, "links": r"/world/\d+$"} | changes
    return made.source(**given)


def test_a_feed_is_recorded_once(tmp_path: Path) -> None:
    """What a feed brings is recorded; asked for again it is not read again, and a restart goes on from there."""
    answers = {made.FEED: made.feed(made.entry(1), made.entry(2))}
    with made.desk(tmp_path, made.source(), answers=answers, until=2 * HOUR) as desk:
        assert desk.watch.run()
        assert desk.titles() == ["Round 1 on the Dam Called Off", "Round 2 on the Dam Called Off"]
        assert len(desk.said("wire: new: “Round")) == 2
        assert 8 <= desk.script.counts[made.FEED] <= 10
    answers[made.FEED] = made.feed(made.entry(1), made.entry(2), made.entry(3))
    with made.desk(tmp_path, made.source(), answers=answers, until=HOUR, ahead=timedelta(days=1)) as desk:
        assert desk.watch.run()
        assert desk.reader.parsed == ["Round 3 on the Dam Called Off"]


def test_an_edited_report_is_a_version(tmp_path: Path) -> None:
    """Other words at a known address are recorded as a version, and the line shows the difference in short."""
    before = made.page("Talks Called Off")
    after = made.page("Talks Called Off", made.TEXT[0].replace("called off", "put off"), *made.TEXT[1:])
    answers: dict[str, Any] = {made.PAGE: before}
    one = made.source(name="ministry", kind="page", address=made.PAGE)
    with made.desk(tmp_path, one, answers=answers) as desk:
        answers[made.PAGE] = lambda: before if desk.clock.passed < HOUR else after
        desk.clock.until = 2 * HOUR
        assert desk.watch.run()
        [line] = desk.said("edited: “Talks Called Off”")
        assert "− Estonia has called off the round" in line
        assert "+ Estonia has put off the round" in line
        [standing] = desk.ledger.reports()
        assert len(desk.ledger.versions(standing.id)) == 2
        assert desk.state.source("ministry", made.PAGE).edited == 1


def test_a_withdrawn_page_is_noted_and_stays(tmp_path: Path) -> None:
    """A page that was there and is not found is noted once, asked for less and less often, and stays in the ledger."""
    one = made.source(name="ministry", kind="page", address=made.PAGE)
    answers: dict[str, Any] = {}
    with made.desk(tmp_path, one, answers=answers, until=40 * DAY) as desk:
        answers[made.PAGE] = lambda: (
            made.page("Talks") if desk.clock.passed < HOUR or desk.clock.passed > 30 * DAY else None
        )
        assert desk.watch.run()
        assert len(desk.said("withdrawn:")) == len(desk.said("is there again")) == 1
        asked = [when for when in desk.script.times(made.PAGE) if 2 * HOUR < when < 30 * DAY]
        assert 3 <= len(asked) <= 6
        assert desk.titles() == ["Talks"]
        assert desk.state.source("ministry", made.PAGE).withdrawn == 1


def test_an_index_leads_to_pages(tmp_path: Path) -> None:
    """The links that match are asked for, each once, a delay apart; an edit is seen when a page is looked at again."""
    answers: dict[str, Any] = {
        made.INDEX: made.index("/world/1", "/world/2", "/sport/3", "/world/2"),
        FIRST: made.page("One"),
    }
    with made.desk(tmp_path, index_source(), answers=answers, until=DAY) as desk:
        second = made.page("Two", *made.TEXT, "A second round was held in Tartu, the ministry said.")
        edited = second.replace(b"in Tartu", b"in Narva")
        answers[SECOND] = lambda: second if desk.clock.passed < 5 * HOUR else edited
        assert desk.watch.run()
        assert desk.titles() == ["One", "Two"]
        assert len(desk.said("edited: “Two”")) == 1
        assert set(desk.script.counts) == {made.INDEX, FIRST, SECOND}
        assert desk.script.counts[FIRST] < 8  # looked at again, each time after twice as long
        times = [when for when, _ in desk.script.asked]
        assert all(later - when >= 2 for when, later in pairwise(times))


def test_a_page_of_an_index_is_withdrawn(tmp_path: Path) -> None:
    """A page that an index led to, known and now not found, is noted; one never read that is not found has failed."""
    answers: dict[str, Any] = {made.INDEX: made.index("/world/1", "/world/2")}
    with made.desk(tmp_path, index_source(interval=6 * HOUR), answers=answers, until=60 * DAY) as desk:
        answers[FIRST] = lambda: made.page("One") if desk.clock.passed < HOUR / 2 else made.answer(410, address=FIRST)
        assert desk.watch.run() is False
        assert len(desk.said(f"withdrawn: {FIRST} answers 410 (gone)")) == 1
        assert len(desk.said(f"{SECOND} answers 404 (not found)")) == 1
        assert desk.script.counts[SECOND] == 6  # then it is given up
        assert desk.script.counts[FIRST] < 10
        assert desk.titles() == ["One"]
        assert {each.standing for each in desk.state.pages("courier").values()} == {"gone", "given up"}


def test_followed_entries(tmp_path: Path) -> None:
    """A feed may lead to pages: the page is read, not the entry, and again as soon as the entry says that it was edited."""
    answers: dict[str, Any] = {}
    with made.desk(tmp_path, made.source(follow=True, recheck=0), answers=answers, until=3 * DAY) as desk:
        dated = made.entry(1).replace("<pubDate>Mon, 24", "<pubDate>Tue, 25")
        answers[made.FEED] = lambda: made.feed(made.entry(1) if desk.clock.passed < 2 * DAY else dated)
        answers["https://wire.example/1"] = made.page("One")
        assert desk.watch.run()
        assert desk.titles() == ["One"]
        assert desk.script.counts["https://wire.example/1"] == 2


def test_more_than_one_poll_may_ask_for(tmp_path: Path) -> None:
    """What is beyond `max_reports` waits for the next poll; nothing is left out."""
    paths = [f"/world/{number}" for number in range(7)]
    pages = {f"https://courier.example{path}": made.page(f"On {path}", *made.TEXT, path) for path in paths}
    answers = {made.INDEX: made.index(*paths)} | pages
    with made.desk(tmp_path, index_source(max_reports=3, recheck=0), answers=answers, until=HOUR) as desk:
        assert desk.watch.run()
        assert len(desk.titles()) == 7
        polls = desk.script.times(made.INDEX)
        assert sum(when < polls[1] for when, address in desk.script.asked if "/world/" in address) == 3


def test_robots_are_heeded(tmp_path: Path) -> None:
    """What robots.txt forbids is not asked for; its Crawl-delay is kept; it is asked for once a day."""
    robots = b"User-agent: *\nCrawl-delay: 30\nDisallow: /world/2\n"
    answers = {
        "https://courier.example/robots.txt": robots, made.INDEX: made.index("/world/1", "/world/2"), FIRST: made.page("One"),
    }  # fmt: skip
    with made.desk(tmp_path, index_source(), answers=answers, until=3 * DAY) as desk:
        assert desk.watch.run() is False
        assert SECOND not in desk.script.counts
        assert len(desk.said("is not to be read by programs, says its robots.txt")) == 1
        assert 3 <= len(desk.script.times("https://courier.example/robots.txt")) <= 4
        assert desk.script.times(FIRST)[0] - desk.script.times(made.INDEX)[0] >= 30


def test_no_robots_no_reading(tmp_path: Path) -> None:
    """Where robots.txt cannot be had nothing is read; where it is not there all may be."""
    robots = "https://wire.example/robots.txt"
    answers: dict[str, Any] = {
        made.FEED: made.feed(made.entry(1)),
        robots: made.answer(503, address=robots, retry_after="7200"),
    }
    with made.desk(tmp_path, made.source(), answers=answers, until=HOUR) as desk:
        assert desk.watch.run() is False
        assert made.FEED not in desk.script.counts
        assert len(desk.script.asked) == 1
        assert desk.said("next tried in 2 h")


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_is_honoured(tmp_path: Path, status: int) -> None:
    """A host that asks to be left alone is, by all sources that are on it."""
    answers: dict[str, Any] = {made.FEED: made.answer(status, retry_after="36000")}
    other = made.source(name="other", address="https://wire.example/other", interval=600)
    answers[other.address] = made.feed(made.entry(2))
    with made.desk(tmp_path, made.source(), other, answers=answers, until=9 * HOUR) as desk:
        assert desk.watch.run() is False
        assert desk.script.counts[made.FEED] == 1
        assert desk.script.counts[other.address] <= 1
        assert len(desk.said("asked to be left alone")) <= 1


def test_a_busy_host_ends_the_poll_and_loses_no_page(tmp_path: Path) -> None:
    """A page that answers “too many” ends the poll; it and the rest are asked for later, and what came before is kept."""
    answers: dict[str, Any] = {made.INDEX: made.index("/world/1", "/world/2"), FIRST: made.page("One")}
    with made.desk(tmp_path, index_source(), answers=answers, until=5 * HOUR) as desk:
        busy = made.answer(429, address=SECOND, retry_after="3600")
        answers[SECOND] = lambda: made.page("Two", *made.TEXT, "More.") if desk.clock.passed > 3_600 else busy
        assert desk.watch.run() is False
        assert desk.titles() == ["One", "Two"]
        assert desk.state.source("courier", made.INDEX).new == 2


def test_one_report_never_stops_the_rest(tmp_path: Path) -> None:
    """An entry that memcon fails on gets one line, is not parsed again, and the others are recorded."""
    answers: dict[str, Any] = {}
    with made.desk(tmp_path, made.source(), answers=answers, until=DAY) as desk:
        desk.reader.record = _failing(desk.reader.record, "Round 2")  # type: ignore[method-assign]
        answers[made.FEED] = lambda: made.feed(*(made.entry(n) for n in range(3)), f"<!-- {desk.clock.passed} -->")
        assert desk.watch.run() is False
        assert desk.titles() == ["Round 0 on the Dam Called Off", "Round 1 on the Dam Called Off"]
        assert len(desk.said("memcon failed on it")) == 1


def _failing(record: Callable[..., Any], title: str) -> Callable[..., Any]:
    from memcon.errors import InputError  # noqa: PLC0415 - beside its use

    def fails(name: str, report: Any) -> Any:
        return InputError(name, "memcon failed on it") if title in report.title else record(name, report)

    return fails


def test_a_fault_in_one_source_leaves_the_others(tmp_path: Path) -> None:
    """Even a fault of memcon's own becomes a line, and is tried again."""
    answers = {made.FEED: made.feed(made.entry(1)), made.PAGE: made.page("Fatal")}
    one = made.source(name="ministry", kind="page", address=made.PAGE)
    with made.desk(tmp_path, one, made.source(), answers=answers, until=HOUR, fails_on="Fatal") as desk:
        assert desk.watch.run() is False
        assert desk.titles() == ["Round 1 on the Dam Called Off"]
        assert desk.said("ministry: failed (2): memcon failed: RuntimeError")


def test_weeks_with_a_source_that_fails_and_comes_back(tmp_path: Path) -> None:
    """Five weeks: one source is down for three of them and is asked seldom meanwhile; the other is never disturbed."""
    feeds = {made.FEED: 0, "https://gulf.example/rss": 0}
    up = made.source(name="gulf", address="https://gulf.example/rss", interval=HOUR)
    answers: dict[str, Any] = {}
    with made.desk(tmp_path, made.source(interval=HOUR), up, answers=answers, until=5 * WEEK) as desk:
        for address in feeds:
            answers[address] = lambda: made.feed(made.entry(int(desk.clock.passed / WEEK)))
        working = answers[made.FEED]
        answers[made.FEED] = lambda: made.unreached() if WEEK < desk.clock.passed < 4 * WEEK else working()
        assert desk.watch.run() is False
        down = [when for when in desk.script.times(made.FEED) if WEEK < when < 4 * WEEK]
        assert 60 <= len(down) <= 150  # every six hours or so
        assert len(desk.said("wire: failed (")) == len(down)
        assert len(desk.said("wire: answers again")) == 1
        assert 840 <= desk.script.counts[up.address] <= 900  # 5 weeks of hours, less a tenth at most
        assert not desk.said("gulf: failed")
        assert len(desk.titles()) == 5
        state = desk.state.source("wire", made.FEED)
        assert (state.failures, state.new, state.problem) == (0, 1, "")  # all other rounds came by the other feed


@pytest.mark.parametrize("jump", [timedelta(days=-400), timedelta(days=400)], ids=["back", "on"])
def test_the_wall_clock_jumps(tmp_path: Path, jump: timedelta) -> None:
    """Somebody sets the clock, meanwhile or between two runs: polls go on at their interval."""
    answers = {made.FEED: made.feed(made.entry(1))}
    with made.desk(tmp_path, made.source(interval=HOUR), answers=answers, until=10 * HOUR) as desk:
        sleep = desk.clock.sleep

        def sleep_and_jump(seconds: float) -> None:
            sleep(seconds)
            if desk.clock.passed > 5 * HOUR:
                desk.clock.ahead = jump

        desk.clock.sleep = sleep_and_jump  # type: ignore[method-assign]
        assert desk.watch.run()
        assert 10 <= desk.script.counts[made.FEED] <= 12
    with made.desk(tmp_path, made.source(interval=HOUR), answers=answers, until=10 * HOUR) as desk:
        assert desk.watch.run()
        assert 9 <= desk.script.counts[made.FEED] <= 12


class Locked:
    """A ledger to which another program writes until `until`."""

    def __init__(self, ledger: Ledger, clock: Any, until: float) -> None:
        self._ledger, self._clock, self._until = ledger, clock, until

    def remember(self, *records: Any, **more: Any) -> Any:
        """Fails while it is locked."""
        if self._clock.passed < self._until:
            raise LedgerError("desk.db", "another program is writing to it")
        return self._ledger.remember(*records, **more)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)


@pytest.mark.parametrize("kind", ["feed", "index"])
def test_a_locked_ledger_loses_nothing(tmp_path: Path, kind: str) -> None:
    """While the ledger cannot be written nothing counts as seen; afterwards all is there, and hosts were hardly asked."""
    answers = {made.FEED: made.feed(made.entry(1), made.entry(2))}
    answers |= {made.INDEX: made.index("/world/1"), FIRST: made.page("One")}
    one = made.source() if kind == "feed" else index_source()
    with made.desk(tmp_path, one, answers=answers, until=5 * HOUR) as desk:
        recorder = desk.watch._means.recorder
        recorder.ledger = Locked(desk.ledger, desk.clock, 2 * HOUR)  # type: ignore[assignment]
        assert desk.watch.run() is False
        assert len(desk.titles()) == (2 if kind == "feed" else 1)
        assert 5 <= len(desk.said("not recorded: ledger desk.db: another program")) <= 40
        assert len([when for when, _ in desk.script.asked if when < 2 * HOUR]) < 60


def test_another_ledger_gets_all(tmp_path: Path) -> None:
    """A ledger that was made anew, or is another one, is noticed: what the state holds of answers is forgotten."""
    answers = {made.FEED: made.feed(made.entry(1))}
    with made.desk(tmp_path, made.source(), answers=answers, until=HOUR) as desk:
        desk.watch.run()
    for file in tmp_path.glob("desk.db*"):
        file.unlink()
    with made.desk(tmp_path, made.source(), answers=answers, until=HOUR) as desk:
        assert desk.watch.run()
        assert desk.said("the ledger is not the one")
        assert desk.titles() == ["Round 1 on the Dam Called Off"]


def test_stopped_in_the_middle(tmp_path: Path) -> None:
    """A watch that is to stop ends after the current report, and the next one records what is missing, and only that."""
    answers = {made.FEED: made.feed(*map(made.entry, range(5)))}
    with made.desk(tmp_path, made.source(), answers=answers) as desk:
        record = desk.reader.record

        def stops(name: str, report: Any) -> Any:
            desk.clock.until = desk.clock.passed if len(desk.reader.parsed) == 1 else desk.clock.until
            return record(name, report)

        desk.reader.record = stops  # type: ignore[method-assign]
        assert desk.watch.run()
        assert len(desk.titles()) == 2
        assert desk.state.source("wire", made.FEED).new == 2
    with made.desk(tmp_path, made.source(), answers=answers, until=HOUR) as desk:
        assert desk.watch.run()
        assert len(desk.reader.parsed) == 3
        assert len(desk.titles()) == 5


def test_one_round(tmp_path: Path) -> None:
    """``--once`` polls what is due, each once; the next round has nothing to do before its time."""
    answers: dict[str, Any] = {made.FEED: made.feed(made.entry(1))}
    bad = made.source(name="bad", address="https://bad.example/rss", interval=HOUR)
    with made.desk(tmp_path, made.source(interval=HOUR), bad, answers=answers) as desk:
        assert desk.watch.run(once=True) is False
        assert desk.script.counts == {made.FEED: 1, bad.address: 1}
    with made.desk(tmp_path, made.source(interval=HOUR), bad, answers=answers, ahead=timedelta(minutes=10)) as desk:
        assert desk.watch.run(once=True) is False
        assert desk.script.counts == {bad.address: 1}
    with made.desk(tmp_path, made.source(interval=HOUR), answers=answers, ahead=timedelta(minutes=60)) as desk:
        assert desk.watch.run(once=True)
        assert desk.script.counts == {made.FEED: 1}


def test_a_long_round_is_still_one(tmp_path: Path) -> None:
    """What becomes due while a round waits for a slow host is left to the next round, and nobody spins meanwhile."""
    slow = index_source(delay=600, recheck=0)
    answers = {made.INDEX: made.index("/world/1", "/world/2"), FIRST: made.page("One"), SECOND: made.page("Two")}
    answers[made.FEED] = made.feed(made.entry(1))
    with made.desk(tmp_path, slow, made.source(interval=10), answers=answers) as desk:
        assert desk.watch.run(once=True)
        assert desk.script.counts == {made.INDEX: 1, FIRST: 1, SECOND: 1, made.FEED: 1}
        assert len(desk.clock.sleeps) < 10


def test_a_host_of_many_sources_is_asked_with_pauses(tmp_path: Path) -> None:
    """Sources on one host share its pauses; others do not wait for them."""
    slow = [made.source(name=f"s{n}", address=f"https://wire.example/{n}.xml", delay=600) for n in range(3)]
    other = made.source(name="other", address="https://gulf.example/rss")
    answers = {one.address: made.feed(made.entry(number)) for number, one in enumerate([*slow, other])}
    with made.desk(tmp_path, *slow, other, answers=answers, until=0.9 * HOUR) as desk:
        assert desk.watch.run()
        on_one = [when for when, address in desk.script.asked if "wire" in address]
        assert all(later - when >= 600 for when, later in pairwise(on_one))
        assert desk.script.times(other.address)[0] < 10


def test_overrules(tmp_path: Path) -> None:
    """The source's outlet stands in for the report's own; its language is believed, not the feed's."""
    spanish = made.feed("<language>es</language>", made.entry(1))
    one = made.source(outlet="The Wire", language="en")
    with made.desk(tmp_path, one, answers={made.FEED: spanish}) as desk:
        assert desk.watch.run(once=True)
        assert [report.outlet for report in desk.ledger.reports()] == ["The Wire"]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (made.page("No Feed"), "is no feed"),
        (b"<rss><channel><item><tit", "cut off or malformed"),
        (b"", "is no feed"),
        (b"\0\1\2\3" * 100, "is no feed"),
    ],
    ids=["page", "cut", "empty", "binary"],
)
def test_what_is_no_feed(tmp_path: Path, body: bytes, words: str) -> None:
    """A feed that is none has failed, with a line that says so, and is tried again."""
    with made.desk(tmp_path, made.source(), answers={made.FEED: body}, until=HOUR) as desk:
        assert desk.watch.run() is False
        assert words in desk.said("failed (1)")[0]
        assert desk.script.counts[made.FEED] > 3


def test_an_empty_feed_is_well(tmp_path: Path) -> None:
    """A feed without entries is a feed."""
    with made.desk(tmp_path, made.source(), answers={made.FEED: made.feed()}, until=HOUR) as desk:
        assert desk.watch.run()
