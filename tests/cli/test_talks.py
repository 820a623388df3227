"""``memcon talks``: which talks there are, how each stands, and on whose word."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Ask, flat

CONTRACT = {"id", "title", "parties", "mediators", "about", "status", "as_of", "rounds", "conditions", "reports"}
ROUND = {
    "id", "number", "when", "where", "status", "changed_by", "delegates", "agenda", "positions", "history", "reports"
}  # fmt: skip


def test_block_of_a_track(ask: Ask) -> None:
    """A block has the parties, the status with on whose word it stands, who is silent, and the count of sources."""
    shown = flat(ask("talks").stdout)
    assert shown.startswith("CANCELLED Estonia–Latvia")
    assert "cancelled by Estonia, says Estonia" in shown
    assert "1 round · 2 sources, 24–26 February 2031" in shown


def test_json_is_the_contract(ask_json: Any) -> None:
    """--json gives every field of the contract."""
    (track,) = ask_json("talks")
    assert set(track) >= CONTRACT
    (one,) = track["rounds"]
    assert set(one) >= ROUND
    assert (one["status"], one["changed_by"]) == ("cancelled", "EST")
    assert [report["published"] for report in track["reports"]] == ["2031-02-24", "2031-02-26"]


def test_silence_is_no_denial(ask_json: Any) -> None:
    """No position that comes of a silence says that it is denied."""
    positions = ask_json("talks")[0]["rounds"][0]["positions"]
    assert {each["stance"] for each in positions} <= {"asserts", "declined"}


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ("--party EST", 1),
        ("--party Estonia --party lva", 1),
        ("--party EST --party FIN", 0),
        ("--status cancelled", 1),
        ("--status held", 0),
        ("--status held --status cancelled", 1),
        ("--about estonia", 1),
        ("--about fisheries", 0),
        ("--since 2031-02-26", 1),
        ("--since 2031-02-27", 0),
        ("--as-of 2031-02-23", 0),
        ("--as-of 2031-02-24", 1),
        ("--as-of 2031-02", 1),
        ("--recorded-as-of 2031-03-01T08:59", 0),
        ("--recorded-as-of 2031-03-01T11:00+02:00", 1),
        ("--recorded-as-of 2031-03-01", 1),
    ],
    ids=str,
)
def test_what_is_asked_for(arguments: str, found: int, ask_json: Any, ask: Ask) -> None:
    """Options narrow what is found; nothing found is an answer."""
    assert len(ask_json("talks", *arguments.split())) == found
    assert ("No talks fit." in ask("talks", *arguments.split()).stdout) is not bool(found)


@pytest.mark.parametrize("axis", ["--as-of 2031-02-24", "--recorded-as-of 2031-03-01T09:30"])
def test_as_of_then_only_what_was_known(axis: str, ask_json: Any) -> None:
    """As of a day, or a time of recording, there are the reports of then and no others."""
    (track,) = ask_json("talks", *axis.split())
    assert [report["published"] for report in track["reports"]] == ["2031-02-24"]


def test_limit_tells_that_there_is_more(ask: Ask) -> None:
    """Where more fits than is shown, the page says so; 0 shows all."""
    assert "There are more" not in ask("talks", "--limit", "0").stdout
    assert "There are more" in ask("said", "--limit", "1").stdout
