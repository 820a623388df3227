"""``memcon changes``: what became known since a day, the most weighty first, each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from memcon.ledger import open_ledger
from tests.cli.conftest import Ask, flat
from tests.ledger import made

if TYPE_CHECKING:
    from pathlib import Path


def test_weight(ask_json: Any) -> None:
    """What was called off comes first, then silences, conditions, and statements last."""
    kinds = [each["kind"] for each in ask_json("changes", "--since", "2031-02-20")]
    order = ["called off", "denial", "silence", "new round", "held", "condition", "statement"]
    assert kinds[0] == "called off"
    assert kinds[-1] == "statement"
    assert "condition" in kinds
    assert kinds == sorted(kinds, key=order.index)


def test_on_whose_word(ask: Ask) -> None:
    """A change says on whose word it stands, and gives words and report."""
    shown = flat(ask("changes", "--since", "2031-02-20").stdout)
    assert "cancelled by Estonia, says Estonia: “Estonia has called off" in shown
    assert "The Baltic Courier, 24 February 2031: “Round on the Dam Called Off”" in shown


def test_what_was_known_before_is_nothing_new(ask_json: Any) -> None:
    """A second report of the same cancellation is no change; its statements, told before word for word, are none either."""
    assert [each["kind"] for each in ask_json("changes", "--since", "2031-02-25")].count("called off") == 0


def test_statement_that_two_reports_have_is_told_once(ask_json: Any) -> None:
    """A claim that two reports have is one change."""
    found = [each for each in ask_json("changes", "--since", "2031-02-20") if each["kind"] == "statement"]
    assert len(found) == len({each["cue"]["text"] for each in found}) == 2


def test_as_of(ask_json: Any, file: Path) -> None:
    """--as-of ends the days that --since begins."""
    with open_ledger(file) as ledger:
        ledger.remember(made.other(7, published="2031-03-09"), now=made.at(12))
    found = ask_json("changes", "--since", "2031-02-20", "--as-of", "2031-03-01")
    assert {each["report"]["published"] for each in found if each["kind"] == "statement"} <= {
        "2031-02-24",
        "2031-02-26",
    }


def test_since_is_needed(ask: Ask) -> None:
    """Without a day it is wrong usage."""
    assert "--since" in ask("changes", "--json", code=2).stderr


def test_a_condition_that_two_reports_have_is_told_once(ask_json: Any) -> None:
    """The same words from the same side are one change with an id of its own, from the report that had them first."""
    found = [each for each in ask_json("changes", "--since", "2031-02-20") if each["kind"] == "condition"]
    assert len(found) == len({each["id"] for each in found}) == 1
    assert found[0]["day"] == "2031-02-24"
