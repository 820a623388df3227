"""One sentence or two, and the one meeting that they tell of: who, how it stands, when."""

from __future__ import annotations

import pytest

from tests.extract.meetings_of import meetings, only, words

GOING = [
    ("Norwegian Foreign Minister Liv Dahl said she would return to Lima next Tuesday.", "NOR PER", "planned", "2025-06-24"),
    ("Bhutan's envoy spent two days in Kathmandu last week.", "BTN NPL", "held", "2025-06-09/2025-06-15"),
    ("A delegation from the African Union is due in Khartoum on Friday.", "AU SDN", "planned", "2025-06-20"),
    ("Chile's ambassador will call on the prime minister of Peru on Thursday.", "CHL PER", "planned", "2025-06-19"),
]  # fmt: skip

STANDING = [
    ("Chile put the talks with Peru on hold on Friday.", "CHL PER", "suspended", ""),
    ("Chile's team walked out of talks with Peru on Friday.", "CHL PER", "suspended", ""),
    ("A meeting between Chile and Peru scheduled for Thursday will not happen, Chile said.", "CHL PER", "cancelled", "2025-06-19"),
    ("Chile has no precondition for talks with Peru.", "CHL PER", "proposed", ""),
    ("Argentina said that Chile and Peru were in talks.", "CHL PER", "under-way", ""),
    ("The talks between Chile and Peru have so far led to two accords.", "CHL PER", "under-way", ""),
    ("Chile's government has been negotiating with Peru since May 2024.", "CHL PER", "under-way", "2024-05/.."),
    ("Chile and Peru opened talks in Lima on Friday.", "CHL PER", "under-way", "2025-06-13"),
]  # fmt: skip

DAYS = [
    ("Chile and Peru ended two days of talks in Lima on Friday.", "CHL PER", "held", "2025-06-12/2025-06-13"),
    ("Talks between Chile and Peru, which were to open on Friday, have been delayed.", "CHL PER", "postponed", "2025-06-20"),
    ("Talks between Chile and Peru were postponed until July 3.", "CHL PER", "postponed", "2025-07-03"),
    ("Chile invited Peru to talks in Lima on July 3.", "CHL PER", "proposed", "2025-07-03"),
    ("A second round of talks between Chile and Peru is to follow on Wednesday.", "CHL PER", "planned", "2025-06-18"),
]  # fmt: skip

SIDES = [
    ("The joint commission met in Lima in May. Chile and Peru set it up. Chile wants Peru to pay.", "CHL PER", "held", "2025-05"),
    ("The two sides will sit again on Thursday, officials of Peru and Chile said. Peru and Chile share a border.", "CHL PER", "planned", "2025-06-19"),
    ("The Philippine government held peace talks with Muslim rebels on Friday. The MILF said the talks were useful.", "MILF PHL", "held", "2025-06-13"),
    ("Norway's envoy spoke by telephone with both sides on Friday. Chile and Peru have a quarrel. Chile accused Peru.", "CHL NOR PER", "held", "2025-06-13"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties", "status", "when"), [*GOING, *STANDING, *DAYS, *SIDES])
def test_told(text: str, parties: str, status: str, when: str) -> None:
    """The three fields that a reader would look for first."""
    found = only(text)
    assert (" ".join(sorted(found.parties)), found.status, found.when) == (parties, status, when)


def test_the_weightier_of_offers_and_refusals() -> None:
    """One refusal among many offers since leaves talks proposed."""
    text = (
        "Chile rejected talks with Peru. Peru asked Chile for talks. Peru offered talks to Chile. "
        "Peru proposed talks with Chile, and Chile is ready for talks with Peru."
    )
    assert only(text).status == "proposed"


def test_a_state_alone_is_given_nobody_named_once() -> None:
    """Who is named once in passing is not made a party."""
    assert meetings("Peru reported that Chile had agreed to negotiate.") == ()


def test_the_next_one_is_another() -> None:
    """“The next one” stands for a meeting of its own, between those of the one before."""
    text = "Peru and Chile held talks in Lima on Friday. The next one will be held in Santiago in July."
    told = [(words(text, m.mentions)[0], m.status, m.when, sorted(m.parties)) for m in meetings(text)]
    assert told == [
        ("talks in Lima", "held", "2025-06-13", ["CHL", "PER"]),
        ("The next one", "planned", "2025-07", ["CHL", "PER"]),
    ]


def test_what_it_is_said_to_be_is_the_same() -> None:
    """“It was the first conversation”: no second one."""
    text = "Chile and Peru spoke by phone on Friday. It was the first conversation between the two in a year."
    assert len(only(text).mentions) == 2


def test_what_comes_after_is_another() -> None:
    """Talks ahead of a summit are not the summit."""
    text = (
        "Chile and Peru will hold talks in July ahead of a summit between Chilean President Luis Vega and "
        "Peruvian President Ana Soto in Quito."
    )
    assert [m.when for m in meetings(text)] == ["2025-07", ""]


def test_a_pair_at_a_gathering() -> None:
    """Who attends a summit and meets somebody there is at two meetings."""
    text = (
        "Peruvian President Ana Soto will attend the summit of the coastal states in Quito in July. "
        "She will also hold talks with Chilean President Luis Vega. "
        "The summit will be attended by Peru, Chile, Ecuador and Colombia."
    )
    sides = [sorted(m.parties) for m in meetings(text)]
    assert sides == [["CHL", "COL", "ECU", "PER"], ["CHL", "PER"]]
