"""What holds of every ledger, whatever is read into it in whichever order: against a model of a few lines."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.ledger import AsOf, open_ledger
from memcon.ledger.sightings import of_record, words
from tests.ledger.made import TEXT, at, record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from memcon.ledger import Ledger
    from memcon.model import Record

PAGES = 3
DAYS = ("2031-02-20", "2031-02-21", "2031-02-22", "2031-02-23")
ACTS = ("assert", "confirm", "deny")
KINDS = ("events", "meetings", "conditions")


@dataclass(frozen=True, slots=True)
class Read:
    """A version of a page, with what one reading finds in it."""

    page: int
    version: int
    act: str
    leaves_out: frozenset[str]

    @property
    def record(self) -> Record:
        """As read."""
        text = f"{TEXT} Version {self.version}."
        day, url = DAYS[self.version], f"https://courier.example/{self.page}"
        found = record(text, act=self.act, published=day, url=url, title=f"Page {self.page}")  # type: ignore[arg-type]
        return replace(found, **dict.fromkeys(self.leaves_out, ()))  # type: ignore[arg-type]


READS = st.lists(
    st.builds(
        Read,
        page=st.integers(1, PAGES),
        version=st.integers(0, len(DAYS) - 1),
        act=st.sampled_from(ACTS),
        leaves_out=st.frozensets(st.sampled_from(KINDS)),
    ),
    min_size=1,
    max_size=7,
)


def state(ledger: Ledger, as_of: AsOf | None = None) -> set[str]:
    """The ids of all that stands."""
    return {one.sighting.id for one in ledger.sightings(as_of=as_of or AsOf())}


def expected(reads: Sequence[Read], published: str | None) -> set[str]:
    """What stands after `reads`: of each version its last reading, of each page its newest version that is out."""
    last = {(read.page, read.version): read for read in reads}
    newest: dict[int, Read] = {}
    for (page, version), read in sorted(last.items()):
        if published is None or DAYS[version] <= published:
            newest[page] = read
    return {one.id for read in newest.values() for one in of_record(read.record)}


def remembered(ledger: Ledger, reads: Sequence[Read]) -> list[datetime]:
    """Read them one by one; the time of each, a minute apart."""
    times = [at(9) + timedelta(minutes=number) for number in range(len(reads))]
    for now, read in zip(times, reads, strict=True):
        ledger.remember(read.record, now=now)
    return times


@pytest.fixture(scope="session", params=[("files", 20), ("databases", 4)], ids=["sqlite", "postgresql"])
def holds(request: pytest.FixtureRequest) -> Callable[[Callable[[list[Read], st.DataObject], None]], None]:
    """Runs a property on many sequences of reads: fewer where a new ledger takes longer to make."""
    fixture, examples = request.param
    new_ledger = request.getfixturevalue(fixture)

    def run(property_: Callable[[Callable[[], Ledger], list[Read], st.DataObject], None]) -> None:
        @settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))
        @given(reads=READS, data=st.data())
        def check(reads: list[Read], data: st.DataObject) -> None:
            property_(lambda: open_ledger(new_ledger()), reads, data)

        check()

    return run  # type: ignore[return-value]


def test_every_state_is_as_the_model_says(holds: Callable[..., None]) -> None:
    """As of each time of recording, and each day of publication, what stands is what those reads say."""

    def property_(new: Callable[[], Ledger], reads: list[Read], _data: st.DataObject) -> None:
        with new() as ledger:
            times = remembered(ledger, reads)
            for number, recorded in enumerate(times, start=1):
                for published in (None, *DAYS):
                    then = AsOf(published=published, recorded=recorded)
                    assert state(ledger, then) == expected(reads[:number], published)
            assert state(ledger) == expected(reads, None)
            assert list(ledger.check()) == []

    holds(property_)


def test_as_of_never_changes(holds: Callable[..., None]) -> None:
    """Whatever is appended later, and with whatever clock, an answer as of a time that is past stays as it was."""

    def property_(new: Callable[[], Ledger], reads: list[Read], data: st.DataObject) -> None:
        cut = data.draw(st.integers(1, len(reads)))
        with new() as ledger:
            remembered(ledger, reads[:cut])
            recorded = ledger.head().recorded
            thens = [AsOf(recorded=recorded), *(AsOf(recorded=recorded, published=day) for day in DAYS)]
            before = [answers(ledger, then) for then in thens]
            for read in reads[cut:]:
                ledger.remember(read.record, now=at(data.draw(st.integers(0, 23))))
            assert [answers(ledger, then) for then in thens] == before

    holds(property_)


def answers(ledger: Ledger, then: AsOf) -> list[object]:
    """All that can be asked, as of then."""
    return [
        list(ledger.sightings(as_of=then)),
        list(ledger.sightings(party=("EST", "LVA"), as_of=then)),
        list(ledger.statements(who="Kallas", as_of=then)),
        list(ledger.statements(about="dam", as_of=then)),
        list(ledger.reports(as_of=then)),
        {hit.report.id for hit in ledger.search("dam", as_of=then)},
        list(ledger.decisions(as_of=then)),
    ]


def test_order_does_not_matter(holds: Callable[..., None]) -> None:
    """The same readings of different reports, in any order, leave the same standing."""

    def property_(new: Callable[[], Ledger], reads: list[Read], data: st.DataObject) -> None:
        once = list({(read.page, read.version): read for read in reads}.values())
        with new() as one, new() as other:
            remembered(one, once)
            remembered(other, data.draw(st.permutations(once)))
            assert state(one) == state(other)
            assert [heading.id for heading in one.reports()] != [] or not once

    holds(property_)


def test_withdraw_then_add(holds: Callable[..., None]) -> None:
    """What vanishes and is found again leaves the ledger in the state that it was in."""

    def property_(new: Callable[[], Ledger], reads: list[Read], data: st.DataObject) -> None:
        with new() as ledger:
            remembered(ledger, reads)
            before = state(ledger)
            last = data.draw(st.sampled_from(reads))
            again = {(read.page, read.version): read for read in reads}[last.page, last.version]
            ledger.remember(replace(again.record, statements=(), meetings=(), actors=()), now=at(12))
            ledger.remember(again.record, now=at(13))
            assert state(ledger) == before

    holds(property_)


def test_reading_all_again_adds_nothing(holds: Callable[..., None]) -> None:
    """The last reading of everything, once more, leaves not one entry."""

    def property_(new: Callable[[], Ledger], reads: list[Read], _data: st.DataObject) -> None:
        with new() as ledger:
            remembered(ledger, reads)
            head = ledger.head()
            for read in {(read.page, read.version): read for read in reads}.values():
                ledger.remember(read.record, now=at(14))
            assert ledger.head() == head

    holds(property_)


def test_evidence_is_in_its_report(holds: Callable[..., None]) -> None:
    """Each span of each sighting is the words at that place of its report."""

    def property_(new: Callable[[], Ledger], reads: list[Read], _data: st.DataObject) -> None:
        with new() as ledger:
            remembered(ledger, reads)
            for one in ledger.sightings():
                report = ledger.report(one.sighting.report_id)
                assert report is not None
                assert all(report.text[start:end] == said for start, end, said in words(one.sighting.body))

    holds(property_)
