"""The day of a meeting that was held and has none of its own: by the story that it is told in."""

from __future__ import annotations

import pytest

from tests.extract.meetings_of import MONDAY, meetings, only

SAID = "French Foreign Minister Luc Morel said on Friday that sanctions will stay. "

FRAMED = [
    (f"{SAID}Morel also met with Iranian Foreign Minister Reza Kia.", "2025-06-13"),
    (f"{SAID}Earlier, Morel met with Iranian Foreign Minister Reza Kia.", "../2025-06-13"),
    (f"{SAID}Morel has met with Iranian Foreign Minister Reza Kia several times.", "../2025-06-13"),
    (f"{SAID}Following a meeting with Iranian Foreign Minister Reza Kia, Morel flew home.", "../2025-06-13"),
    ("French Foreign Minister Luc Morel met with Iranian Foreign Minister Reza Kia.", f"../{MONDAY}"),
    ("French Foreign Minister Luc Morel meets with Iranian Foreign Minister Reza Kia.", MONDAY),
    ("Iran and France sign an accord after months of talks.", f"../{MONDAY}"),
    ("France frees two prisoners following talks with Iran.", f"../{MONDAY}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "when"), FRAMED)
def test_story_day(text: str, when: str) -> None:
    """What goes on in the plain past happened on the story's day; what lies before it, or is told at large, before that day or the report's."""
    assert [m.when for m in meetings(text) if m.status == "held"] == [when]


OWN = [
    ("Iran and France will hold talks, due to take place on June 23 in Geneva.", "2025-06-23"),
    ("The meeting between Iran and France, which took place on Friday in Rome, lasted an hour.", "2025-06-13"),
    ("Pakistan opposed the offer to postpone the talks with India to July 3.", ""),
    ("The OPEC meeting scheduled for Sunday was delayed.", "2025-06-15"),
    ("French President Luc Morel visits Muscat to meet Omani officials.", MONDAY),
    ("Iran and France praised their talks on the 2015 accord.", "../2015"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "when"), OWN)
def test_own_day(text: str, when: str) -> None:
    """The day behind the noun is the meeting's; one that it is moved to is not, nor is the year of what came of it."""
    assert {m.when for m in meetings(text)} == {when}


def test_ranges_beside_each_other() -> None:
    """Ranges of days named together are a round each."""
    text = "Five rounds of talks between Iran and France were held on January 20-21, 2025, February 11-12, 2025 and March 18-19, 2025."
    spans = ["2025-01-20/2025-01-21", "2025-02-11/2025-02-12", "2025-03-18/2025-03-19"]
    assert [m.when for m in meetings(text)] == spans


def test_days_of_a_visit() -> None:
    """How long a visit lasts may be told after its first day."""
    text = "Iranian President Reza Kia will visit Muscat on Friday. The two-day visit follows an invitation by Oman."
    assert only(text).when == "2025-06-20/2025-06-21"


def test_series_from_its_start() -> None:
    """What goes on is open from its first day, a first round of several days too."""
    text = "Iran, Russia and Turkey lead the Astana talks. The Astana talks opened on Jan. 23-24, 2017."
    assert [(m.status, m.when) for m in meetings(text)] == [("under-way", "2017-01-23/..")]


def test_standing_talks_go_on() -> None:
    """Peace talks that a report takes for granted are under way, without a day."""
    found = only("Norway wants to influence peace talks between Colombia and the ELN.")
    assert (found.status, found.when) in {("under-way", ""), ("proposed", "")}
