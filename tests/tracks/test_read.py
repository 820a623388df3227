"""From sentences, as the program reads them, to tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memcon.extract import find
from memcon.ids import report_id
from memcon.language.load import load
from memcon.model import Record, Report, Run
from memcon.settings import DEFAULT_PIPELINE
from tests.tracks.made import tracks

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.tracks import Track

Reads = list[tuple[str, str]]


@pytest.fixture(scope="module")
def read() -> Callable[[Reads], tuple[Track, ...]]:
    """The tracks of reports, each a day and a text."""
    nlp = load(DEFAULT_PIPELINE)

    def record(day: str, text: str) -> Record:
        identity = report_id(title="", published=day, outlet="Courier", url="", text=text)
        report = Report(
            id=identity, source_id=None, title="", published=day, outlet="Courier", url="", language="en", text=text
        )
        return find(nlp(text), report, Run(memcon="test", pipeline=DEFAULT_PIPELINE))

    return lambda reads: tracks(*(record(day, text) for day, text in reads))


def shown(found: tuple[Track, ...]) -> list[tuple[set[str], str, list[tuple[int | None, str, str]]]]:
    """Parties, matter, and the rounds' numbers, days and status of each track that has rounds."""
    return [
        (set(one.parties), one.key.matter, [(each.number, each.when, each.status) for each in one.rounds])
        for one in found
        if one.rounds
    ]


@pytest.mark.parametrize(
    ("reads", "wanted"),
    [
        (
            [
                ("2026-03-02", "Bolivia and Chile will hold a second round of talks on tariffs in Lima on March 10, the Foreign Ministry said Monday."),
                ("2026-03-11", "Bolivia and Chile held a second round of talks on tariffs in Lima on Tuesday."),
            ],
            [({"BOL", "CHL"}, "trade", [(2, "2026-03-10", "held")])],
        ),
        (
            [
                ("2026-03-02", "Peru and Ecuador held talks on a prisoner exchange in Quito on Sunday."),
                ("2026-03-03", "Peru and Ecuador held talks on import tariffs in Lima on Monday."),
            ],
            [
                ({"PER", "ECU"}, "trade", [(None, "2026-03-02", "held")]),
                ({"PER", "ECU"}, "prisoners", [(None, "2026-03-01", "held")]),
            ],
        ),
        (
            [
                ("2018-05-16", "The ninth round of the Astana talks on Syria was held on May 14-15. Russia, Turkey and Iran sent envoys."),
                ("2018-07-10", "The tenth round of the Astana talks on Syria is scheduled for July 30-31 in Sochi, Russia."),
            ],
            [({"RUS", "TUR", "IRN"}, "Syria", [(9, "2018-05-14/2018-05-15", "held"), (10, "2018-07-30/2018-07-31", "planned")])],
        ),
    ],
)  # fmt: skip
def test_sentences(
    read: Callable[[Reads], tuple[Track, ...]],
    reads: Reads,
    wanted: list[tuple[set[str], str, list[tuple[int | None, str, str]]]],
) -> None:
    """What plain sentences of agency copy add up to."""
    assert shown(read(reads)) == wanted
