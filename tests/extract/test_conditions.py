"""Conditions, sentence by sentence: what depends on what, who sets it, and what is no condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memcon.extract import find
from memcon.language.load import load
from memcon.model import Condition, Report, Run
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from tests.extract.conftest import Read


def conditions(text: str) -> list[tuple[str, str, str | None]]:
    """The conditions of a text: what, what it requires, who sets it."""
    report = Report(
        id="x", source_id=None, title="", published="2025-06-16", outlet="", url="", language="en", text=text
    )
    record = find(load(DEFAULT_PIPELINE)(text), report, Run(memcon="0", pipeline="test"))
    return [_row(text, condition) for condition in record.conditions]


def _row(text: str, condition: Condition) -> tuple[str, str, str | None]:
    what, requires = condition.what, condition.requires
    return text[what.start : what.end], text[requires.start : requires.end], condition.set_by


CLAUSES = [
    ("Israel will not withdraw its troops until Hamas frees the hostages, Defense Minister Avi Roth said.", "Israel will not withdraw its troops", "Hamas frees the hostages", "ISR"),
    ("Turkey said it would ratify Sweden's membership only if Stockholm extradites the suspects.", "it would ratify Sweden's membership", "Stockholm extradites the suspects", "TUR"),
    ("China says reunification talks can resume once Taipei accepts the consensus.", "reunification talks can resume", "Taipei accepts the consensus", "CHN"),
    ("Kyiv would sign the deal provided that Moscow withdrew its forces.", "Kyiv would sign the deal", "Moscow withdrew its forces", "UKR"),
    ("Egypt will attend the summit on condition that Israel reopens the crossing, Egyptian President Samir Adly said.", "Egypt will attend the summit", "Israel reopens the crossing", "EGY"),
    ("Russia will take part in the talks as long as Ukraine stays neutral, Deputy Foreign Minister Oleg Zimin said.", "Russia will take part in the talks", "Ukraine stays neutral", "RUS"),
    ("If Iran returns to the accord, the United States will lift the sanctions, U.S. Secretary of State Ann Doyle said.", "the United States will lift the sanctions", "Iran returns to the accord", "USA"),
    ("Egyptian President Samir Adly said that if Israel opens the crossing, Egypt will send aid.", "Egypt will send aid", "Israel opens the crossing", "EGY"),
    ("The French president warned that if no progress is made, France would impose new sanctions on Iran.", "France would impose new sanctions on Iran", "no progress is made", "FRA"),
    ("Should Iran attack, Israel will respond, Defense Minister Avi Roth warned.", "Israel will respond", "Iran attack", "ISR"),
    ("Hungary is ready to back the aid package if Ukraine reopens the pipeline, Foreign Minister Bela Varga said.", "back the aid package", "Ukraine reopens the pipeline", "HUN"),
    ("Pakistan agreed to reopen the border if Kabul expels the militants.", "reopen the border", "Kabul expels the militants", "PAK"),
    ("Japan threatened to recall its ambassador unless South Korea removes the statue.", "recall its ambassador", "South Korea removes the statue", "JPN"),
    ("Iran said there would be no negotiations unless Washington lifts the sanctions.", "there would be no negotiations", "Washington lifts the sanctions", "IRN"),
    ("The Kremlin rejected the prospect of talks until Ukraine stops its attacks.", "talks", "Ukraine stops its attacks", "RUS"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what", "requires", "set_by"), CLAUSES)
def test_subordinate_clause_requires(text: str, what: str, requires: str, set_by: str) -> None:
    """A clause of condition before or after its main clause gives the thing required, the main clause the act that depends on it."""
    assert conditions(text) == [(what, requires, set_by)]


LINKS = [
    ("Danish officials made the return of cargo ferries contingent on progress in the harbor talks with Iceland.", "the return of cargo ferries", "progress in the harbor talks with Iceland", "DNK"),
    ("The EU made the loan conditional on progress in fighting corruption.", "the loan", "progress in fighting corruption", "EU"),
    ("Moscow agreed to release the sailors in exchange for the lifting of sanctions.", "release the sailors", "the lifting of sanctions", "RUS"),
    ("Iran offered to dilute its uranium in return for access to frozen funds.", "dilute its uranium", "access to frozen funds", "IRN"),
    ("The ceasefire depends on the release of all hostages, Hamas said.", "The ceasefire", "the release of all hostages", "HAMAS"),
    ("Washington has tied military aid to reforms of the courts.", "military aid", "reforms of the courts", "USA"),
    ("Iran must stop enriching uranium before sanctions can be lifted, the U.S. envoy said.", "sanctions can be lifted", "stop enriching uranium", "USA"),
    ("Turkey's participation in the talks hinges on the withdrawal of Greek troops, Ankara said.", "Turkey's participation in the talks", "the withdrawal of Greek troops", "TUR"),
    ("The withdrawal of Israeli forces is a precondition for peace talks, Syria said.", "peace talks", "The withdrawal of Israeli forces", "SYR"),
    ("Serbia must recognize the border, otherwise there will be no talks, Kosovo said.", "there will be no talks", "recognize the border", "XKX"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what", "requires", "set_by"), LINKS)
def test_link_inside_a_clause(text: str, what: str, requires: str, set_by: str) -> None:
    """A word of dependence, exchange or demand binds two things of one sentence, set by who makes it so or says it."""
    assert conditions(text) == [(what, requires, set_by)]


TURNED = [
    ("If Denmark wants to talk with Iran, it needs to lift the ban first, Foreign Minister Reza Kia said.", "talk with Iran", "lift the ban first"),
    ("Iran says Washington must return to the accord if it wants talks.", "talks", "Washington must return to the accord"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "what", "requires"), TURNED)
def test_wish_and_duty_turn_the_sides_round(text: str, what: str, requires: str) -> None:
    """Where the *if* holds a wish and the main clause a duty, the wish depends on the duty."""
    assert [row[:2] for row in conditions(text)] == [(what, requires)]


@pytest.mark.parametrize(
    "text",
    [
        "Reporters asked if the United States would attend the summit.",
        "Even if the U.S. returns to the accord, Iran will not hold talks.",
        "It is unclear if Russia will take part in the talks.",
        "He stayed in office until 2016.",
        "The talks lasted until Friday.",
        "The talks are not contingent on any ceasefire, the Russian envoy said.",
        "The aid does not depend on reforms, the U.S. ambassador said.",
        "Once in Moscow, the minister met the Russian president.",
        "France would have signed the treaty if Britain had agreed.",
        "The two sides agreed to meet without preconditions.",
        "If anything, the Russian minister looked tired.",
    ],
)
def test_no_condition(text: str) -> None:
    """Questions, concessions, mere times, pasts that never were and links expressly denied set no condition."""
    assert conditions(text) == []


def test_numbered_in_the_order_of_the_text() -> None:
    """Several conditions of one report are told apart and numbered as they come."""
    text = "Israel will not withdraw until Hamas frees the hostages, Israel said. Hamas said it would free them only if Israel withdraws."
    report = Report(id="x", source_id=None, title="", published="", outlet="", url="", language="en", text=text)
    found = find(load(DEFAULT_PIPELINE)(text), report, Run(memcon="0", pipeline="test")).conditions
    assert [c.id for c in found] == ["c1", "c2"]
    assert [c.set_by for c in found] == ["ISR", "HAMAS"]


def test_set_by_whose_offer_it_is() -> None:
    """An offer that another party rejects is set by who made it, not by who speaks of it."""
    rows = conditions("Iran rejected Saudi Arabia's offer to cut its output if Tehran froze its own.")
    assert rows == [("cut its output", "Tehran froze its own", "SAU")]


def test_unless_binds_without_a_modal(read_text: Read) -> None:
    """“unless” alone makes a condition; the end of a year is a time and none."""
    text = "The ban covers Chilean ships unless they carry food. It holds until the end of the year."
    record = read_text(text)
    assert [text[c.requires.start : c.requires.end] for c in record.conditions] == ["they carry food"]
