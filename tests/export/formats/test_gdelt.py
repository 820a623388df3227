"""GDELT's table: 61 columns, codes and scores, one line a claim and pair, counted over the reports that make it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from memcon.export.formats.gdelt import event_lines, number_of
from memcon.export.formats.gdelt_columns import COLUMNS
from memcon.ledger import open_ledger
from memcon.model import Place
from memcon.questions import answers
from memcon.questions.question import Question, asked
from tests.export.formats.conftest import NOW
from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import Any

    from memcon.export.formats.holdings import Holdings


def lines(holdings: Holdings) -> list[dict[str, str]]:
    """The lines by column."""
    return [dict(zip(COLUMNS, line.rstrip("\n").split("\t"), strict=True)) for line in event_lines(holdings)]


def of_event(tmp_path: Path, *, statuses: tuple[str, ...] = (), **changes: Any) -> list[dict[str, str]]:
    """The lines of a ledger with one event, with `changes`."""
    record = made.record()
    with open_ledger(tmp_path / "one.db") as book:
        book.remember(replace(record, events=(replace(record.events[0], **changes),)), now=made.at(9))
        return lines(replace(answers.holdings(book, Question(), NOW), event_statuses=statuses))


def test_there_are_61_columns() -> None:
    """As many as the codebook has, with the first and the last in their places."""
    assert len(COLUMNS) == len(set(COLUMNS)) == 61
    assert (COLUMNS[0], COLUMNS[26], COLUMNS[51], COLUMNS[60]) == (
        "GLOBALEVENTID",
        "EventCode",
        "ActionGeo_Type",
        "SOURCEURL",
    )


def test_one_claim_is_one_line(everything: Holdings) -> None:
    """What four reports on three pages say alike is one line, with how many say so and the first of them."""
    (one,) = lines(everything)
    assert {name: value for name, value in one.items() if value not in {"", "0"}} == {
        "GLOBALEVENTID": one["GLOBALEVENTID"],
        "SQLDATE": "20310224",
        "MonthYear": "203102",
        "Year": "2031",
        "FractionDate": "2031.2301",
        "Actor1Code": "EST",
        "Actor1Name": "ESTONIA",
        "Actor1CountryCode": "EST",
        "Actor2Code": "LVA",
        "Actor2Name": "LATVIA",
        "Actor2CountryCode": "LVA",
        "IsRootEvent": "1",
        "EventCode": "164",
        "EventBaseCode": "164",
        "EventRootCode": "16",
        "QuadClass": "4",
        "GoldsteinScale": "-7.0",
        "NumMentions": "4",
        "NumSources": "3",
        "NumArticles": "4",
        "DATEADDED": "20310301090000",
        "SOURCEURL": made.report().url,
    }
    assert 0 < int(one["GLOBALEVENTID"]) < 2**63


def test_the_number_stays(everything: Holdings, hold: Callable[[Question], Holdings]) -> None:
    """The same claim has the same number whatever else is asked, and each pair its own."""
    narrow = lines(hold(asked({"since": ["2031-02-26"]})))
    assert [one["GLOBALEVENTID"] for one in narrow] == [one["GLOBALEVENTID"] for one in lines(everything)]
    assert narrow[0]["SOURCEURL"] == "https://post.example/1"
    assert len({number_of("c", *pair) for pair in (("a", "b"), ("b", "a"), ("ab", ""), ("", "ab"))}) == 4


@pytest.mark.parametrize("status", ["planned", "denied", "alleged", "hypothetical"])
def test_what_did_not_happen_is_left_out(status: str, tmp_path: Path) -> None:
    """Only what is said to have happened is a line, unless the status is asked for."""
    assert of_event(tmp_path, status=status) == []
    assert len(of_event(tmp_path, status=status, statuses=(status,))) == 1


def test_each_with_each(tmp_path: Path) -> None:
    """Several parties are as many pairs, nobody with itself; a body with a code among the known groups has it."""
    found = of_event(tmp_path, initiators=("EST", "EU"), recipients=("LVA", "EU"), code="0841")
    pairs = [(one["Actor1Code"], one["Actor2Code"]) for one in found]
    assert pairs == [("EST", "LVA"), ("EST", "IGOEEC"), ("IGOEEC", "LVA")]
    assert found[1]["Actor2KnownGroupCode"] == "EEC"
    assert {(one["EventCode"], one["EventBaseCode"], one["EventRootCode"], one["QuadClass"]) for one in found} == {
        ("0841", "084", "08", "2")
    }
    assert len({one["GLOBALEVENTID"] for one in found}) == 3


@pytest.mark.parametrize(
    ("where", "place"),
    [
        (Place(name="Riga", country="LVA"), ("4", "Riga, Latvia", "LG")),
        (Place(name="Latvia", country="LVA"), ("1", "Latvia", "LG")),
        (Place(name="Geneva, N.Y.", country="USA"), ("3", "Geneva, N.Y., United States", "US")),
        (None, ("0", "", "")),
    ],
)
def test_where(where: Place | None, place: tuple[str, str, str], tmp_path: Path) -> None:
    """A place has its name and its state by FIPS 10-4, which is not ISO."""
    (one,) = of_event(tmp_path, where=where)
    assert (one["ActionGeo_Type"], one["ActionGeo_FullName"], one["ActionGeo_CountryCode"]) == place


@pytest.mark.parametrize(
    ("when", "day"),
    [("", "20310224"), ("2030-12", "20301201"), ("2030-12-30/2031-01-02", "20301230"), ("../2031-01", "20310224")],
)
def test_a_day_is_given_all_the_same(when: str, day: str, tmp_path: Path) -> None:
    """The first day that it can have been, else the report's."""
    assert [one["SQLDATE"] for one in of_event(tmp_path, when=when)] == [day]


def test_no_code_no_line(tmp_path: Path) -> None:
    """CAMEO has no code for a postponement, and the table no line without one."""
    assert of_event(tmp_path, code="") == []


@pytest.mark.parametrize(
    ("code", "score", "quad"),
    [
        ("0874", "10.0", "2"),
        ("0871", "9.0", "2"),
        ("1312", "-5.8", "3"),
        ("036", "4.0", "1"),
        ("194", "-10.0", "4"),
        ("155", "-7.2", "4"),
    ],
)
def test_scores_are_gdelts(code: str, score: str, quad: str, tmp_path: Path) -> None:
    """A code has its own score, else that of the code above it; classes go by the root."""
    (one,) = of_event(tmp_path, code=code)
    assert (one["GoldsteinScale"], one["QuadClass"]) == (score, quad)
