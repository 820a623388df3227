"""``memcon show``: one thing as a dossier, by its id or the beginning of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from memcon.ledger import open_ledger
from tests.cli.conftest import Ask, flat
from tests.ledger import made

if TYPE_CHECKING:
    from pathlib import Path


def test_track(ask: Ask, ask_json: Any) -> None:
    """A track's dossier has its rounds, words with the number of their report, conditions and numbered sources."""
    (track,) = ask_json("talks")
    shown = flat(ask("show", track["id"][:8]).stdout)
    for part in (
        "HOW IT STANDS",
        "Cancelled by Estonia, says Estonia (24 February)",
        "“Estonia has called off the round of talks with Latvia on the dam” [1]",
        "24 February 2031: cancelled",
        "what No talks depends on the sluice opens",
        "[1] The Baltic Courier, 24 February 2031: “Round on the Dam Called Off”",
        "[2] The Gulf Post, 26 February 2031: “No Talks”",
    ):
        assert part in shown, part
    assert ask_json("show", track["id"]) == [track]


def test_round(ask: Ask, ask_json: Any) -> None:
    """A round's dossier is that of its track without the other rounds."""
    (track,) = ask_json("talks")
    ident = track["rounds"][0]["id"]
    (one,) = ask_json("show", ident)
    assert (one["id"], one["track"]) == (ident, track["id"])
    shown = ask("show", ident[:10]).stdout
    assert "ROUNDS" in shown
    assert "CONDITIONS" not in shown


def test_report(ask: Ask, ask_json: Any) -> None:
    """A report's dossier is its memo, made from the ledger, and says when it was recorded; its JSON is a record."""
    ident = made.report().id
    shown = flat(ask("show", ident[:12]).stdout)
    assert "Cancelled by Estonia, says Estonia (Mart Kallas, 24 February)" in shown
    assert f"{ident[:10]}, published 24 February 2031, recorded 1 March 2031, 09:00 UTC" in shown
    (record,) = ask_json("show", ident)
    assert [each["act"] for each in record["statements"]] == ["assert", "decline"]
    (meeting,) = record["meetings"]
    assert meeting["source"] == record["statements"][0]["id"]


def test_edited_report(ask: Ask, file: Path) -> None:
    """Of an edited report the words that came and went are shown, and the former version says that another stands for it."""
    later = made.record(made.TEXT.replace("Monday", "late on Monday"), published="2031-02-25")
    with open_ledger(file) as ledger:
        ledger.remember(later, now=made.at(11))
    for ident in (made.report().id, later.report.id):
        shown = flat(ask("show", ident).stdout)
        assert "EDITED 25 FEBRUARY 2031" in shown
        assert "Mart Kallas said late on Monday." in shown
        assert "a later version stands for it" in shown


def test_sighting(ask: Ask, ask_json: Any) -> None:
    """A sighting's page has its fields in the words of the report, and names where it refers to others."""
    statement = next(each for each in ask_json("said") if each["act"] == "assert")
    shown = flat(ask("show", statement["id"]).stdout)
    assert "speaker Mart Kallas" in shown
    assert "cue “said”" in shown
    assert ask_json("show", statement["id"])[0]["kind"] == "statement"


def test_unknown_id(ask: Ask, ask_json: Any) -> None:
    """An id that nothing has gets one line with the nearest there is."""
    ident = ask_json("talks")[0]["id"]
    (line,) = ask("show", ident[:6] + "zz", code=2).stderr.splitlines()
    assert line.startswith(f"memcon: {ident[:6]}zz: nothing has this id (nearest: track {ident[:16]}")
    assert "memcon talks" in ask("show", "zzzz", code=2).stderr


def test_ambiguous_id(ask: Ask, ask_json: Any) -> None:
    """A beginning that several ids share gets one line that lists them."""
    one, other = (each["id"] for each in ask_json("said")[:2])
    shared = one[: next(at for at in range(len(one)) if one[at] != other[at])]
    (line,) = ask("show", shared, code=2).stderr.splitlines()
    assert "several ids begin so" in line
    assert line.count("sighting ") > 1


def test_not_known_then(ask: Ask, ask_json: Any) -> None:
    """A track that was not known as of then gets one line that says so."""
    ident = ask_json("talks")[0]["id"]
    (line,) = ask("show", ident, "--as-of", "2031-02-01", code=2).stderr.splitlines()
    assert "was not known then" in line


def test_person(ask: Ask, ask_json: Any) -> None:
    """A person's dossier is found by name, or by a sighting, and has what was said in all reports."""
    shown = flat(ask("show", "kallas").stdout)
    assert shown.startswith("Mart Kallas Estonia · 2 reports")
    assert "WHAT WAS SAID" in shown
    assert shown.count("Estonia has called off the round of talks") == 2
    (person,) = ask_json("show", "Mart Kallas")
    speaker = next(each["speaker"] for each in ask_json("said") if each["act"] == "assert")
    assert ask_json("show", speaker["id"]) == [person]


def test_several_persons_of_a_name(ask: Ask, file: Path) -> None:
    """Where several bear the name they are listed."""
    with open_ledger(file) as ledger:
        found = made.other(5)
        actor = replace(found.actors[0], name="Kaja Kallas")
        ledger.remember(replace(found, actors=(actor, *found.actors[1:])), now=made.at(12))
    (line,) = ask("show", "Kallas", code=2).stderr.splitlines()
    assert "several persons are called so: Mart Kallas (EST, 2 reports); Kaja Kallas (EST, 1 report)" in line
