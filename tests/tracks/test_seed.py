"""The report that this program began with: talks on embassies, called off on one side's word. Read through a ledger."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memcon.language.load import load
from memcon.ledger import NOW, AsOf, open_ledger
from memcon.model import Report
from memcon.pipeline import record_of
from memcon.reports import read_path
from memcon.settings import DEFAULT_PIPELINE, Settings
from memcon.tracks import Source, Track, assemble, notes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger
    from memcon.tracks import Position, Round

SEED = Path(__file__).resolve().parents[3] / "shared/seed/report.txt"
pytestmark = pytest.mark.skipif(not SEED.exists(), reason="the seed report (../shared/seed) is not here")


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """A ledger that has read the seed report alone."""
    report = next(one for one in read_path(SEED, settings=Settings()) if isinstance(one, Report))
    with open_ledger(tmp_path_factory.mktemp("seed") / "ledger.db") as made:
        made.remember(record_of(report, load(DEFAULT_PIPELINE)), now=datetime(2025, 6, 17, tzinfo=UTC))
        yield made


def tracks(ledger: Ledger, as_of: AsOf = NOW) -> tuple[Track, ...]:
    """The tracks of the ledger as of then."""
    notes = []
    for heading in ledger.reports(as_of=as_of):
        report = ledger.report(heading.id)
        assert report is not None
        source = Source(
            id=heading.id, source_id=heading.source_id, title=heading.title, outlet=heading.outlet, published=heading.published,
            day=heading.day, text=report.text,
        )  # fmt: skip
        notes.append(notes_of(source, [one.sighting for one in ledger.sightings(report=heading.id, as_of=as_of)]))
    return assemble(notes)


def embassies(ledger: Ledger) -> Track:
    """The one track of the two sides on their missions."""
    (found,) = [one for one in tracks(ledger) if one.key.matter == "missions"]
    return found


def of(party: str, one: Round) -> Position:
    """The position of a party."""
    return next(each for each in one.positions if each.party == party)


def test_rounds(ledger: Ledger) -> None:
    """Two rounds held in Istanbul, and the next, which is off; the track is suspended."""
    track = embassies(ledger)
    assert (set(track.parties), track.status) == ({"USA", "RUS"}, "suspended")
    assert [(one.when, one.where and one.where.name, one.status) for one in track.rounds] == [
        ("2025-02-27", "Istanbul", "held"), ("2025-04-10", "Istanbul", "held"), ("", None, "cancelled"),
    ]  # fmt: skip


def test_the_next_round(ledger: Ledger) -> None:
    """Planned on one side's word, cancelled by the other on its word too; the other has not commented, twice."""
    one = embassies(ledger).rounds[-1]
    assert (one.changed_by, [(step.status, step.by, step.published) for step in one.history]) == (
        "USA", [("planned", "RUS", "2025-06-09"), ("cancelled", "RUS", "2025-06-16")],
    )  # fmt: skip
    russia, america = of("RUS", one), of("USA", one)
    assert (russia.stance, russia.status, russia.as_of) == ("asserts", "cancelled", "2025-06-16")
    assert (america.stance, america.status, america.as_of, len(america.evidence)) == ("declined", None, "2025-06-16", 2)
    assert any("diplomatic missions" in span.text for span in one.agenda)


def test_the_condition(ledger: Ledger) -> None:
    """Flights hang on a truce: set by the one side, on the other's word."""
    (one,) = embassies(ledger).conditions
    assert ("direct flights" in one.what, "ceasefire" in one.requires, one.set_by, one.said_by) == (
        True,
        True,
        "USA",
        "RUS",
    )


def test_before_the_report(ledger: Ledger) -> None:
    """As of the day before it was published, none of it is known."""
    assert tracks(ledger, AsOf(published="2025-06-15")) == ()
    assert tracks(ledger, AsOf(published="2025-06-16")) == tracks(ledger)
