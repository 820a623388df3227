"""The day of an act whose own words give none. The report is of Monday, 16 June 2025; all officials are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.model import Record

# text → the day of its last event
DAYS = [
    # a digest tells in the present what happened on its day, and in other forms what had come to pass by then
    ("Chile imposes sanctions on Peru.", "2025-06-16"),
    ("Kenya sanctions three Somali officials.", "2025-06-16"),
    ("Chile praises Peru after the two countries signed a fishing accord.", "../2025-06-16"),
    ("Chile lifts a curfew following talks with Peru.", "../2025-06-16"),
    # what is done by saying it is done on the day of the statement
    ("Chile accused Peru on Friday of lying.", "2025-06-13"),
    ("Chile said on Friday that it would not negotiate with Peru.", "2025-06-13"),
    ("Chilean Foreign Minister Rosa Vidal said on Friday that Peru must leave the port.", "2025-06-13"),
    # what is told as past was done by then
    ("Chile said on Friday that Peru had attacked its port.", "../2025-06-13"),
    ("Chile has attacked Peru.", "../2025-06-16"),
    # more talks of the same party are of the day told before
    ("Chile held talks with Peru on Friday. Chile also met Japan.", "2025-06-13"),
    ("Chile held talks with Peru on Friday. Earlier, Chile met Japan.", ""),
    # the year of a thing is not that of the act
    ("Chile left the 2015 fishing deal with Peru.", ""),
]


@pytest.mark.parametrize(("text", "when"), DAYS)
def test_the_day_that_telling_gives(read_text: Callable[..., Record], text: str, when: str) -> None:
    """Tense, statement and what was told before date an act that has no date of its own."""
    assert read_text(text).events[-1].when == when


def test_nothing_is_dated_in_a_report_without_a_day(read_text: Callable[..., Record]) -> None:
    """No day of publication, no statement's day: nothing can be said."""
    assert [e.when for e in read_text("Chile imposes sanctions on Peru.", "").events] == [""]
