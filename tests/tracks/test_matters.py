"""What dealings are about, by their words."""

from __future__ import annotations

import pytest

from memcon.tracks import matters


@pytest.mark.parametrize(
    ("text", "parties", "matter"),
    [
        ("the normal work of both sides' diplomatic missions", "BOL CHL", "missions"),
        ("reopening the embassy", "BOL CHL", "missions"),
        ("a prisoner exchange", "BOL CHL", "prisoners"),
        ("tariffs on copper", "BOL CHL", "trade"),
        ("the resumption of direct flights", "USA RUS", "flights"),
        ("its uranium enrichment", "USA IRN", "nuclear"),
        ("an end to the war", "BOL CHL", "truce"),
        ("a ceasefire in Ukraine", "USA RUS", "Ukraine"),
        ("the Syrian crisis", "IRN RUS", "Syria"),
        ("trade between Iran and Syria", "IRN SYR", "trade"),
        ("the war in Syria", "IRN SYR", "Syria"),
        ("sharing the waters of the river", "EGY ETH", "water"),
        ("visa-free travel and deportations", "BOL CHL", "migration"),
        ("the launch of a book", "BOL CHL", None),
        ("an armistice", "BOL CHL", "truce"),
        ("the army", "BOL CHL", None),
    ],
)
def test_told(text: str, parties: str, matter: str | None) -> None:
    """The matter that words name; a conflict at home needs a word of war beside its name."""
    assert matters.best(matters.told(text, frozenset(parties.split()))) == matter


@pytest.mark.parametrize(
    ("parties", "conflict"),
    [
        ("RUS UKR", "Ukraine"),
        ("SYR|SYRIAN OPPOSITION", "Syria"),
        ("ISR HAMAS", "Gaza"),
        ("USA RUS", None),
        ("RUS UKR USA", None),
        ("RUS", None),
    ],
)
def test_between(parties: str, conflict: str | None) -> None:
    """Sides of a war talk about it; a third party at the table may mean anything."""
    given = parties.split("|") if "|" in parties else parties.split()
    assert matters.between(given) == conflict


def test_conflict_in() -> None:
    """The one war that a report is about; two that it speaks of alike are none."""
    assert matters.conflict_in("Yemen again: in Yemen the fighting goes on, as in Libya") == "Yemen"
    assert matters.conflict_in("Yemen and Yemen, Libya and Libya") is None
    assert matters.conflict_in("nothing of the kind") is None
