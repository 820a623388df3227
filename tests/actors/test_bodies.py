"""Bodies, groups and states: kind and party by their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ACTORS = [
    ("The Russian Foreign Ministry said so.", "Ministry", "body", "RUS"),
    ("Iran's parliament said so.", "parliament", "body", "IRN"),
    ("The Syrian government said so.", "government", "body", "SYR"),
    ("The State Department said so.", "Department", "body", "USA"),
    ("The White House said so.", "House", "body", "USA"),
    ("The Kremlin said so.", "Kremlin", "body", "RUS"),
    ("The UN Security Council said so.", "Council", "body", "UN"),
    ("The European Commission said so.", "Commission", "body", "EU"),
    ("The Houthis said so.", "Houthis", "body", "HOUTHIS"),
    ("Yemen's Houthi rebels said so.", "rebels", "body", "HOUTHIS"),
    ("Afghanistan's Taliban government said so.", "government", "body", "TALIBAN"),
    ("Lebanon's Hezbollah said so.", "Hezbollah", "body", "HEZBOLLAH"),
    ("Xinhua said so.", "Xinhua", "body", "CHN"),
    ("IRNA said so.", "IRNA", "body", "IRN"),
    ("Reuters said so.", "Reuters", "body", None),
    ("U.S. officials said so.", "officials", "group", "USA"),
    ("The American negotiators said so.", "negotiators", "group", "USA"),
    ("Senior Iranian diplomats said so.", "diplomats", "group", "IRN"),
    ("Officials from Turkey said so.", "Officials", "group", "TUR"),
    ("Analysts said so.", "Analysts", "group", None),
    ("Members of Hamas said so.", "Members", "group", "HAMAS"),
    ("Russia said so.", "Russia", "state", "RUS"),
    ("Moscow said so.", "Moscow", "state", "RUS"),
    ("Ankara and Damascus said so.", "Ankara", "state", "TUR"),
    ("The Islamic Republic said so.", "Republic", "state", "IRN"),
    ("The American side said so.", "side", "state", "USA"),
    ("A senior EU official said so.", "official", "person", "EU"),
    ("Iran-backed Hezbollah said so.", "Hezbollah", "body", "HEZBOLLAH"),
    ("The Syrian opposition said so.", "opposition", "body", "SYRIAN OPPOSITION"),
    ("The Iranian Embassy in Paris said so.", "Embassy", "body", "IRN"),
    ("The PLO said so.", "PLO", "body", "PLO"),
    ("The French Senate said so.", "Senate", "body", "FRA"),
]  # fmt: skip
PHRASES = [
    ("Russia and Turkey met.", "Russia", {"RUS", "TUR"}),
    ("Russian and Iranian negotiators met.", "negotiators", {"RUS", "IRN"}),
    ("Diplomats from Britain, France and Germany met.", "Diplomats", {"GBR", "FRA", "DEU"}),
    ("Tehran and Riyadh agreed.", "Tehran", {"IRN", "SAU"}),
    ("Ties between Moscow and Kiev are bad.", "Moscow", {"RUS", "UKR"}),
    ("Israeli strikes hit the airport.", "strikes", {"ISR"}),
    ("Moscow's decision surprised many.", "decision", {"RUS"}),
    ("The president of Iran spoke.", "president", {"IRN"}),
    ("The U.S. delegation left.", "delegation", {"USA"}),
    ("The P5+1 countries met.", "countries", {"USA", "GBR", "FRA", "RUS", "CHN", "DEU"}),
    ("Iran and Russia held talks. Both countries agreed.", "countries", {"IRN", "RUS"}),
    ("Iran and Russia held talks. The two sides agreed.", "sides", {"IRN", "RUS"}),
    ("Turkish Foreign Minister Murat Kaya met Russian Foreign Minister Pavel Orlov. The two ministers agreed.", "ministers", {"TUR", "RUS"}),
    ("Iran, Russia and Turkey met. The three countries agreed.", "countries", {"IRN", "RUS", "TUR"}),
    ("Russia's Pavel Orlov and Turkey's Murat Kaya met.", "Orlov", {"RUS", "TUR"}),
    ("China spoke with Pakistan. They agreed to meet.", "China", {"CHN"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "head", "kind", "party"), ACTORS)
def test_actor_has_kind_and_party(read: Callable, text: str, head: str, kind: str, party: str | None) -> None:
    """The phrase with this head points to an actor of this kind and party."""
    doc, cast = read(text)
    token = next(t for t in doc if t.text == head)
    mention = cast.headed(token.i)
    assert mention is not None
    assert mention.actor is not None
    actor = cast.actor(mention.actor)
    assert (actor.kind, actor.party) == (kind, party)


@pytest.mark.parametrize(("text", "head", "parties"), PHRASES)
def test_phrase_stands_for_parties(read: Callable, text: str, head: str, parties: set[str]) -> None:
    """A noun phrase stands for the parties of its mention, else of its modifiers, coordination included."""
    from memcon.actors import parties_of_phrase  # noqa: PLC0415

    doc, cast = read(text)
    token = next(t for t in doc if t.text == head)
    assert set(parties_of_phrase(token, cast)) == parties


@pytest.mark.parametrize(
    ("text", "head", "place"),
    [
        ("The war in Syria goes on.", "Syria", True),
        ("Attacks across Iraq went on.", "Iraq", True),
        ("Syria went on.", "Syria", False),
        ("He spoke with Syria.", "Syria", False),
    ],
)
def test_state_that_only_says_where(read: Callable, text: str, head: str, place: bool) -> None:
    """A state after a preposition of place is marked as a place, and is no party between."""
    doc, cast = read(text)
    mention = cast.headed(next(t.i for t in doc if t.text == head))
    assert mention is not None
    assert mention.as_place is place
    assert bool(cast.parties_between(0, len(doc))) is not place


@pytest.mark.parametrize(
    "text", ["The talks in Moscow ended.", "The Moscow talks ended.", "He flew to Moscow.", "He visited Moscow."]
)
def test_city_that_says_where_is_no_actor(read: Callable, text: str) -> None:
    """A capital that is only where something is stands for nobody."""
    _, cast = read(text)
    assert all("RUS" not in m.parties for m in cast.mentions)


def test_outlet_is_no_party_to_what_it_relays(read: Callable) -> None:
    """An outlet's state is not among the parties that a stretch of words names."""
    doc, cast = read("Russia met Turkey, IRNA reported.")
    assert cast.parties_between(0, len(doc)) == ("RUS", "TUR")
