"""What a report told before an act: repeated tellings, further rounds, and the party that goes without saying. All officials are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.model import Record

# text → number of events
TELLINGS = [
    ("Chile attacked Peru. Chile attacked Peru.", 1),
    ("Chile attacked Peru. By attacking Peru, Chile broke its word.", 1),
    ("Chile attacked Peru. Chile said it had attacked Peru.", 2),  # now on Chile's word
    ("Israel launched strikes on Iran. The strikes by Israel went on.", 1),
    ("Chile held talks with Peru on June 2. Chile held talks with Peru on June 9.", 2),
]
# text → parties on both sides of its last event
ROUNDS = [
    ("Chile and Peru held talks in Lima. A second round will be held in Oslo.", {"CHL", "PER"}),
    (
        "The second round of talks was held in Oslo. Chile and Peru praised the talks between Chile and Peru.",
        {"CHL", "PER"},
    ),
    ("Chile and Peru signed an accord. Chile and Peru will hold talks on Friday.", {"CHL", "PER"}),
]


@pytest.mark.parametrize(("text", "number"), TELLINGS)
def test_a_repeated_telling_is_no_second_event(read_text: Callable[..., Record], text: str, number: int) -> None:
    """The same word, a gerund or a definite noun hark back; another day or another's word does not."""
    assert len(read_text(text).events) == number


@pytest.mark.parametrize(("text", "parties"), ROUNDS)
def test_a_further_round_is_of_those_who_talked_before(
    read_text: Callable[..., Record], text: str, parties: set[str]
) -> None:
    """A round that names nobody has the sides of the report's talks."""
    last = read_text(text).events[-1]
    assert set(last.initiators) == set(last.recipients) == parties


def test_the_party_that_goes_without_saying_is_the_partner_before(read_text: Callable[..., Record]) -> None:
    """“Refused the offer” is towards whoever the last act was with, and not towards the most named party."""
    text = "Japan is an island. Japan has ports. Japan is rich. Peru offered talks to Chile. Chile refused the offer."
    assert [e.recipients for e in read_text(text).events][-1] == ("PER",)


def test_nobody_is_made_up(read_text: Callable[..., Record]) -> None:
    """Where nothing was told of the doer before, the most named party is no substitute."""
    assert read_text("Japan is an island. Japan has ports. Chile refused the offer.").events == ()
