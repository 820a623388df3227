"""``memcon said`` and ``memcon search``: statements by who, party, act and words."""

from __future__ import annotations

from typing import Any

import pytest

from tests.cli.conftest import Ask, flat
from tests.ledger import made


def test_under_their_report(ask: Ask) -> None:
    """Statements stand under their report, the newest first, each with act, speaker, party, day and words."""
    shown = ask("said").stdout
    assert shown.index("The Gulf Post") < shown.index("The Baltic Courier")
    assert "says Mart Kallas · Estonia 24 February Estonia has called off" in flat(shown).replace(" 2031", "")


def test_silence_is_told_as_one(ask: Ask) -> None:
    """A silence reads “no comment” with the report's words, and not as a denial."""
    shown = flat(ask("said", "--act", "decline").stdout)
    assert "no comment Latvian Foreign Ministry · Latvia" in shown
    assert "(has not commented)" in shown
    assert "denies" not in shown


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ("", 4),
        ("--who Kallas", 2),
        ("--who kallas --who ministry", 4),
        ("--who Nobody", 0),
        ("--party LVA", 2),
        ("--party Latvia --act assert", 0),
        ("--act decline --act assert", 4),
        ("--about dam", 2),
        ("--about fisheries", 0),
        ("--since 2031-02-25", 2),
        ("--as-of 2031-02-25", 2),
        ("--since 2031-02 --limit 1", 4),
    ],
)
def test_what_is_asked_for(arguments: str, found: int, ask_json: Any) -> None:
    """Options narrow what is found; --limit cuts no JSON."""
    assert len(ask_json("said", *arguments.split())) == found


def test_json_has_words_in_their_place(ask_json: Any) -> None:
    """Each span has its words, and they stand there in the report."""
    one = next(each for each in ask_json("said", "--as-of", "2031-02-24") if each["act"] == "assert")
    assert one["speaker"]["name"] == "Mart Kallas"
    assert one["report"]["id"] == made.report().id
    for span in (one["cue"], *one["content"]):
        assert made.TEXT[span["start"] : span["end"]] == span["text"]


def test_search_finds_statements_and_reports(ask: Ask, ask_json: Any) -> None:
    """Words are found in statements and in reports, each with where they stand."""
    found = ask_json("search", "dam")
    assert [each["found"] for each in found] == ["statement", "statement", "report", "report"]
    shown = flat(ask("search", "called", "dam").stdout)
    assert "STATEMENTS" in shown
    assert "REPORTS" in shown


@pytest.mark.parametrize(
    ("words", "found"), [("sluice", 2), ("Riga", 1), ('"meet in Riga"', 1), ('"Riga in meet"', 0), ("xyzzy", 0)]
)
def test_search_by_words(words: str, found: int, ask_json: Any, ask: Ask) -> None:
    """All words must stand in it; a phrase in its order. Nothing found is an answer."""
    assert len([each for each in ask_json("search", words) if each["found"] == "report"]) == found
    assert ("Nothing fits." in ask("search", words).stdout) is not bool(found)
