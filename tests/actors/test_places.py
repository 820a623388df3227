"""Places with the state they lie in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memcon.actors.places import city_country, find_places

if TYPE_CHECKING:
    from collections.abc import Callable

PLACES = [
    ("The talks were held in Istanbul.", [("Istanbul", "TUR")]),
    ("They met in Geneva and Vienna.", [("Geneva", "CHE"), ("Vienna", "AUT")]),
    ("They met in Paris, Texas.", [("Paris", "USA")]),
    ("They met in Paris.", [("Paris", "FRA")]),
    ("They met in Tripoli, Lebanon.", [("Tripoli", "LBN")]),
    ("They met in Tripoli.", [("Tripoli", "LBY")]),
    ("The Moscow talks ended.", [("Moscow", "RUS")]),
    ("He flew to Doha.", [("Doha", "QAT")]),
    ("He arrived in Cairo.", [("Cairo", "EGY")]),
    ("He will visit Ankara.", [("Ankara", "TUR")]),
    ("Moscow said no.", []),
    ("Ties between Moscow and Kiev are bad.", []),
    ("They met in Brussels.", [("Brussels", "BEL")]),
    ("The crisis in Syria goes on.", [("Syria", "SYR")]),
    ("They met at Camp David.", [("Camp David", "USA")]),
    ("They met at the White House.", [("White House", "USA")]),
    ("They met in Sharm el-Sheikh.", [("Sharm el-Sheikh", "EGY")]),
    ("They met at the Great Hall of the People.", [("Great Hall of the People", "CHN")]),
    ("The summit in Davos ended.", [("Davos", "CHE")]),
    ("They met in the Syrian city of Aleppo.", [("Aleppo", "SYR")]),
    ("MOSCOW, Nov. 3 -- They met in Minsk.", [("Minsk", "BLR")]),
    ("Russian minister Pavel Orlov met Jordan Blake.", []),
    ("The mayor of Moscow spoke.", [("Moscow", "RUS")]),
    ("Two rounds in Sochi and Astana failed.", [("Sochi", "RUS"), ("Astana", "KAZ")]),
    ("They met in New York.", [("New York", "USA")]),
    ("They met in Panmunjom.", [("Panmunjom", "KOR")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_place_has_its_state(read: Callable, text: str, places: list[tuple[str, str]]) -> None:
    """The places that a sentence names, and no seat that acts, come out with their states."""
    doc, cast = read(text)
    found = find_places(doc, cast)
    assert [(p.place.name, p.place.country) for p in found] == places
    assert all(text[p.span.start : p.span.end] == p.place.name for p in found)


@pytest.mark.parametrize(
    ("name", "named", "country"),
    [
        ("Birmingham", None, "GBR"),
        ("Birmingham", "USA", "USA"),
        ("Genève", None, "CHE"),
        ("Nowhere at All", None, None),
        ("Geneva", "FRA", "CHE"),
    ],
)
def test_city_lies_in_the_state_named_with_it(name: str, named: str | None, country: str | None) -> None:
    """Of several cities of one name the largest is meant, unless a state that has one is named."""
    assert city_country(name, named) == country
