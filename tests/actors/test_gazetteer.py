"""Names of states, seats, bodies, movements, formats and outlets, and how they are matched."""

from __future__ import annotations

import pycountry
import pytest

from memcon.actors import gazetteer

NAMES = [
    ("Russia", "state", "RUS"), ("the Russian Federation", "state", "RUS"), ("Russian", "adjective", "RUS"), ("Russians", "people", "RUS"),
    ("Moscow", "seat", "RUS"), ("the Kremlin", "house", "RUS"), ("the Soviet Union", "state", "RUS"), ("U.S.", "adjective", "USA"),
    ("the United States", "state", "USA"), ("Washington", "seat", "USA"), ("Foggy Bottom", "house", "USA"),
    ("the Pentagon", "house", "USA"), ("Britain", "state", "GBR"), ("U.K.", "state", "GBR"), ("Downing Street", "house", "GBR"),
    ("Zhongnanhai", "house", "CHN"), ("the Blue House", "house", "KOR"), ("Quai d’Orsay", "house", "FRA"), ("Türkiye", "state", "TUR"),
    ("the Islamic Republic of Iran", "state", "IRN"), ("North Korea", "state", "PRK"), ("DPRK", "state", "PRK"),
    ("Republic of Korea", "state", "KOR"), ("Ivory Coast", "state", "CIV"), ("Czechoslovakia", "state", "CZE"), ("Palestinian", "adjective", "PSE"),
    ("Ramallah", "seat", "PSE"), ("Taiwan", "state", "TWN"), ("Kosovar", "adjective", "XKX"), ("Dutch", "adjective", "NLD"),
    ("Filipino", "adjective", "PHL"), ("Emirati", "adjective", "ARE"), ("Turks", "people", "TUR"), ("Burkina Faso", "state", "BFA"),
    ("United Nations", "organisation", "UN"), ("U.N. Security Council", "part", "UN"), ("European Commission", "part", "EU"),
    ("E.U.", "organisation", "EU"), ("IAEA", "organisation", "IAEA"), ("ASEAN", "organisation", "ASEAN"), ("Arab League", "organisation", "ARAB LEAGUE"),
    ("OPEC+", "organisation", "OPEC+"), ("Hamas", "movement", "HAMAS"), ("Ansar Allah", "movement", "HOUTHIS"), ("Daesh", "movement", "ISIS"),
    ("Hayat Tahrir al-Sham", "movement", "HTS"), ("Pakistani Taliban", "movement", "TTP"), ("PKK", "movement", "PKK"), ("M23", "movement", "M23"),
    ("IRNA", "outlet", "IRN"), ("Xinhua", "outlet", "CHN"), ("State Department", "national", "USA"), ("Verkhovna Rada", "national", "UKR"),
    ("Texas", "region", "USA"), ("Xinjiang", "region", "CHN"), ("Camp David", "region", "USA"),
]  # fmt: skip
FORMATS = [
    ("P5+1", {"USA", "GBR", "FRA", "RUS", "CHN", "DEU"}), ("E3+3", {"USA", "GBR", "FRA", "RUS", "CHN", "DEU"}), ("5+1", {"USA", "GBR", "FRA", "RUS", "CHN", "DEU"}),
    ("P4+1", {"GBR", "FRA", "RUS", "CHN", "DEU"}), ("E3", {"FRA", "DEU", "GBR"}), ("European parties", {"FRA", "DEU", "GBR"}),
    ("six-party", {"CHN", "PRK", "KOR", "JPN", "RUS", "USA"}), ("Normandy Format", {"DEU", "FRA", "RUS", "UKR"}),
    ("Middle East Quartet", {"USA", "RUS", "UN", "EU"}), ("Astana trio", {"RUS", "TUR", "IRN"}), ("guarantor states", {"RUS", "TUR", "IRN"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "sort", "party"), NAMES)
def test_name_tells_its_party(name: str, sort: str, party: str) -> None:
    """Each name of a state, a body or its seat is found whole, with its sort and party."""
    (hit,) = gazetteer.find(f"So said {name}.")
    assert (hit.entry.sort, hit.entry.parties) == (sort, (party,))


@pytest.mark.parametrize(("name", "members"), FORMATS)
def test_format_names_its_members(name: str, members: set[str]) -> None:
    """A fixed format of talks stands for all its members."""
    (hit,) = gazetteer.find(f"The {name} talks")
    assert set(hit.entry.parties) == members


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("U.S.-Russia talks", ["USA", "RUS"]),
        ("the Saudi-led coalition", ["SAU"]),
        ("Sana’a and Sana'a", ["YEM", "YEM"]),
        ("MOSCOW, Nov. 3", ["RUS"]),
        ("IRAN AND TURKEY AGREE", ["IRN", "TUR"]),
        ("South Korea", ["KOR"]),
        ("trust us with it", []),
        ("who will turkey feed", []),
        ("the Russians’ and Iran’s", ["RUS", "IRN"]),
    ],
)
def test_matching_hangs_on_no_tokenizer(text: str, parties: list[str]) -> None:
    """Hyphens, apostrophes and capitals do not hide a name, and lower-case words are none."""
    assert [p for hit in gazetteer.find(text) for p in hit.entry.parties] == parties


def test_longest_name_counts() -> None:
    """Of names that begin alike the longest is meant."""
    (hit,) = gazetteer.find("South Sudan")
    assert hit.entry.parties == ("SSD",)


def test_no_name_runs_over_a_paragraph() -> None:
    """Words on either side of a blank line are not one name."""
    assert [hit.entry.parties for hit in gazetteer.find("South\n\nKorea")] != [("KOR",)]


@pytest.mark.parametrize("file", ["movements", "organisations"])
def test_no_body_has_the_code_of_a_state(file: str) -> None:
    """A body's short name is no state's code, so that a party is one or the other."""
    assert [party for party in gazetteer.data(file) if pycountry.countries.get(alpha_3=party)] == []


def test_every_state_of_the_united_nations_has_a_seat_or_is_its_own_capital() -> None:
    """Capitals of all states are known, but for those called as their state and those that are another body's seat."""
    states = gazetteer.data("states")
    without = {code for code, words in states.items() if not words.get("seats")}
    assert without == {
        *("BEL", "LUX", "MCO", "SGP", "SMR", "STP", "SYC", "VAT"),
        *("ABW", "BMU", "CUW", "FLK", "GIB", "HKG", "MAC", "NIU", "PRI"),
    }


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Honiara said so.", "SLB"),
        ("Port Vila said so.", "VUT"),
        ("Santiago said so.", "CHL"),
        ("Torre Tagle said so.", "PER"),
        ("Singha Durbar said so.", "NPL"),
        ("Tiraspol said so.", "TRANSNISTRIA"),
        ("The Abkhaz said so.", "ABKHAZIA"),
        ("Renamo said so.", "RENAMO"),
        ("The Council of Europe said so.", "COE"),
        ("The Pacific Islands Forum said so.", "PIF"),
    ],
)
def test_names_of_all_the_world(text: str, party: str) -> None:
    """Seats, houses, movements and bodies of every part of the world."""
    assert [hit.entry.parties for hit in gazetteer.find(text)] == [(party,)]
