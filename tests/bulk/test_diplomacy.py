"""What is plainly not about diplomacy is left out, and nothing else."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.bulk.diplomacy import is_diplomatic
from tests.ledger import made
from tests.shown import PROJECT

LEFT_OUT = [
    "Norway came from behind to draw 2-2 with Ghana on Tuesday. Substitute Lars Hovden scored with a header.",
    "Shares in Lumara rose 6 per cent after quarterly earnings beat forecasts. Revenue climbed to $4.1 billion.",
    "The city council voted for a tram line from the central station to the university hospital.",
    "",
]
READ = [
    "Bolivia and Chile will hold a third round of talks in Brasília.",
    "The foreign ministry spokeswoman declined to comment.",
    "The ceasefire went into effect at dawn.",
    "Moscow has accused Washington of calling off the round.",
    "U.S. President Ann Hollis froze all payments to South Africa.",
    "Qatar has intercepted all the missiles launched at the air base.",
]


def of(text: str, title: str = "") -> bool:
    """Whether a report of that text is read."""
    return is_diplomatic(replace(made.report(), title=title, text=text))


@pytest.mark.parametrize("text", LEFT_OUT)
def test_left_out(text: str) -> None:
    """Sport, business, local news, nothing."""
    assert not of(text)


@pytest.mark.parametrize("text", READ)
def test_read(text: str) -> None:
    """One party under a word of diplomacy, two under a word of what parties do, or a word that needs none."""
    assert of(text)


def test_title_counts() -> None:
    """A report whose title alone tells it is read."""
    assert of(LEFT_OUT[1], title="Bolivia and Chile resume talks")


def test_one_word_in_a_long_report_is_not_enough() -> None:
    """A match report that names an embassy once is about football."""
    assert not of(f"{' '.join([LEFT_OUT[0]] * 20)} The embassy gave a party.")


def test_everyday_news_is_left_out_mostly() -> None:
    """Of the invented reports of everyday news one in ten at most is kept."""
    reports = tomllib.loads((PROJECT / "eval/everyday.toml").read_text("utf-8"))["report"]
    assert sum(of(one["text"], one["title"]) for one in reports) <= len(reports) // 10


def test_examples_are_read() -> None:
    """All example reports of the project are about diplomacy."""
    assert of(Path(PROJECT / "examples/report.txt").read_text("utf-8"))


@given(st.text(max_size=300))
def test_any_text_has_an_answer(text: str) -> None:
    """Nothing raises."""
    assert of(text) in {True, False}
