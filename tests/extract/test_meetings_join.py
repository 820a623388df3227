"""Which mentions are one meeting: names, days and turns join and part them, and what names nobody goes where it may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.extract.meetings_of import meetings, only, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.model import Record

ONE = [
    ("Iran and France held talks on Friday. Negotiation needs trust, a diplomat said.", 1),
    ("Iran and the United States met in Oman on Friday. The talks were useful. The meeting lasted an hour.", 1),
    ("The leaders of Armenia and Azerbaijan met in Abu Dhabi on Thursday for peace talks.", 1),
    ("OPEC will meet on June 25. The OPEC meeting will be chaired by Oman.", 1),
    ("The Astana talks will continue, Russia said. Turkey and Iran praised the Astana process.", 1),
]  # fmt: skip

TWO = [
    ("Iran and France held talks on Friday. They agreed to hold the next round of talks in July.", 2),
    ("Iran and France held talks on Friday. Another meeting between Iran and Oman took place in Muscat.", 2),
    ("Iranian Foreign Minister Reza Kia met with Omani officials involved in the talks between Yemen and the Houthis.", 2),
    ("The leaders of Iran and France spoke by phone on Friday. French Foreign Minister Luc Morel visited Tehran in May.", 2),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number"), ONE + TWO)
def test_number_of_meetings(text: str, number: int) -> None:
    """As many entries as there are meetings."""
    assert len(meetings(text)) == number


def test_bare_words_make_no_meeting() -> None:
    """Negotiation as such, between nobody, is no meeting."""
    assert meetings("Iran is a proud nation and negotiation under pressure is surrender.") == ()


def test_refusal_settles_offers() -> None:
    """Where one offers and the other refuses, talks are refused."""
    text = "The United States offered talks to Iran. Iranian President Reza Kia rejected talks with the United States."
    found = only(text)
    assert (found.status, found.changed_by) == ("refused", "IRN")


def test_mention_of_the_second_day() -> None:
    """A further day is the mention of its meeting."""
    text = "Iranian and French officials met on May 5 and May 9 in Rome."
    assert [words(text, m.mentions) for m in meetings(text)] == [["met"], ["May 9"]]


def test_bare_noun_takes_the_nearest(read_text: Callable[..., Record]) -> None:
    """“The meeting” that is never confirmed is the one told last, not one of its own word told before."""
    text = (
        "The ministers of Chile and Peru met in Lima on June 2 after an earlier meeting in Quito. "
        "Chile has called off a coming round of talks with Peru, Chilean Foreign Minister Rosa Vidal said. "
        "Peru never confirmed the meeting."
    )
    meetings = read_text(text).meetings
    (cancelled,) = [m for m in meetings if m.status == "cancelled"]
    assert "the meeting" in {text[s.start : s.end] for s in cancelled.mentions}
