"""Records and tracks as lines: what is written is read back, and nothing in it points nowhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from memcon.export import records
from memcon.export.formats.jsonl import record_lines, track_lines
from memcon.export.ledger.report import record_from
from memcon.questions.question import Question, asked
from memcon.reports import read_path
from memcon.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memcon.export.formats.holdings import Holdings
    from memcon.ledger import Ledger
    from memcon.model import Record


def exported(holdings: Holdings) -> list[Record]:
    """The records of an export, read back."""
    return [records.from_line(line) for line in record_lines(holdings)]


def test_what_is_exported_is_read_back(everything: Holdings) -> None:
    """Each line gives the record that it was written from."""
    before = [record_from(one.report, one.standing) for one in everything.filed()]
    assert len(before) == 4
    assert exported(everything) == before


def test_references_and_spans_hold(everything: Holdings) -> None:
    """Every id that is named is there, no two things share one, and every span lies in its text."""
    ids: list[str] = []
    for line in record_lines(everything):
        value = json.loads(line)
        text = value["report"]["text"]
        own = {kind: {each["id"] for each in value[kind]} for kind in ("actors", "statements", "events", "meetings")}
        ids += [each for kind in own.values() for each in kind]
        for each in value["statements"]:
            assert each["speaker"] in own["actors"]
            assert text[each["cue"]["start"] : each["cue"]["end"]] in {"said", "has not commented"}
        for each in (*value["events"], *value["meetings"], *value["conditions"]):
            assert each["source"] in own["statements"]
        assert all(set(each["delegates"]) <= own["actors"] for each in value["meetings"])
    assert len(ids) == len(set(ids))


def test_the_texts_read_again_are_the_same_reports(everything: Holdings, tmp_path: Path) -> None:
    """Reading the exported reports gives their ids again."""
    path = tmp_path / "reports.jsonl"
    every = list(everything.filed())
    names = ("title", "published", "outlet", "url", "language", "text")
    path.write_text("".join(json.dumps({name: getattr(one.report, name) for name in names}) + "\n" for one in every))
    again = [getattr(one, "id", one) for one in read_path(path, settings=Settings())]
    assert again == [one.report.id for one in every]


@pytest.mark.parametrize(
    ("words", "reports", "statements", "events", "meetings", "conditions"),
    [
        ({}, 4, 8, 4, 4, 4),
        ({"party": ["EST"]}, 4, 4, 4, 4, 4),
        ({"party": ["LVA"]}, 4, 8, 4, 4, 0),  # the events and meetings with Latvia stand on Estonia's word
        ({"party": ["EST", "LVA"]}, 4, 4, 4, 4, 0),
        ({"party": ["USA"]}, 0, 0, 0, 0, 0),
        ({"act": ["decline"]}, 4, 4, 0, 0, 0),
        ({"who": ["Kallas"]}, 3, 3, 3, 3, 3),
        ({"who": ["Kallas"], "party": ["LVA"]}, 3, 3, 3, 3, 0),
        ({"about": ["javascript"]}, 1, 1, 1, 1, 1),
        ({"status": ["cancelled"]}, 4, 4, 0, 4, 0),
        ({"status": ["held"]}, 0, 0, 0, 0, 0),
        ({"since": ["2031-02-26"]}, 2, 4, 2, 2, 2),
        ({"as-of": ["2031-02-24"]}, 1, 2, 1, 1, 1),
    ],
    ids=str,
)
def test_what_fits_and_what_it_refers_to(
    words: dict[str, list[str]],
    reports: int,
    statements: int,
    events: int,
    meetings: int,
    conditions: int,
    hold: Callable[[Question], Holdings],
) -> None:
    """Each word of a question narrows, and what is left takes along what it stands on."""
    values = [json.loads(line) for line in record_lines(hold(asked(words)))]
    counts = [sum(len(each[kind]) for each in values) for kind in ("statements", "events", "meetings", "conditions")]
    assert (len(values), *counts) == (reports, statements, events, meetings, conditions)
    for each in values:
        actors = {one["id"] for one in each["actors"]}
        assert all(one["speaker"] in actors for one in each["statements"])


def test_tracks_are_those_of_the_pages(everything: Holdings, ledger: Ledger, hold: Callable[..., Holdings]) -> None:
    """A line is a track by the contract; one can be asked for by the beginning of its id."""
    tracks: list[dict[str, Any]] = [json.loads(line) for line in track_lines(everything)]
    assert [each["parties"] for each in tracks] == [["EST", "LVA"]]
    assert list(track_lines(hold(Question(who=("Kallas",))))) == []  # tracks have no speakers
    one = hold(Question(track=tracks[0]["id"][:8]))
    assert [json.loads(line)["id"] for line in track_lines(one)] == [tracks[0]["id"]]
    assert len(list(one.filed())) == 4
