"""Persons with the party, kind and role that the report gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PERSONS = [
    ("Russian Foreign Minister Pavel Orlov said so.", "Pavel Orlov", "RUS", "Russian Foreign Minister"),
    ("Pavel Orlov, Russia's foreign minister, said so.", "Pavel Orlov", "RUS", "Russia's foreign minister"),
    ("Russia's foreign minister, Pavel Orlov, said so.", "Pavel Orlov", "RUS", "Russia's foreign minister"),
    ("U.S. Secretary of State Helen Marsh said so.", "Helen Marsh", "USA", "U.S. Secretary of State"),
    ("Helen Marsh, the U.S. special envoy for Iran, said so.", "Helen Marsh", "USA", "U.S. special envoy for Iran"),
    ("U.N. Secretary-General Anders Holm said so.", "Anders Holm", "UN", "U.N. Secretary-General"),
    ("Anders Holm, the UN envoy for Yemen, said so.", "Anders Holm", "UN", "UN envoy for Yemen"),
    ("EU foreign policy chief Carla Ventura said so.", "Carla Ventura", "EU", "EU foreign policy chief"),
    ("European Commission President Carla Ventura said so.", "Carla Ventura", "EU", "European Commission President"),
    ("Iran's ambassador to the UN, Hamid Rostami, said so.", "Hamid Rostami", "IRN", "Iran's ambassador to the UN"),
    ("Iran's Ambassador to Russia Hamid Rostami said so.", "Hamid Rostami", "IRN", "Iran's Ambassador to Russia"),
    ("NATO Secretary General Lars Nygaard said so.", "Lars Nygaard", "NATO", "NATO Secretary General"),
    ("Israeli Defense Minister Avi Shalev said so.", "Avi Shalev", "ISR", "Israeli Defense Minister"),
    ("Chinese Vice Premier Zhao Ming said so.", "Zhao Ming", "CHN", "Chinese Vice Premier"),
    ("South Korean President Kang Min-ho said so.", "Kang Min-ho", "KOR", "South Korean President"),
    ("Texas Governor Greg Haldane said so.", "Greg Haldane", "USA", "Texas Governor"),
    ("State Department spokeswoman Ruth Kessler said so.", "Ruth Kessler", "USA", "State Department spokeswoman"),
    ("Kremlin spokesman Oleg Baranov said so.", "Oleg Baranov", "RUS", "Kremlin spokesman"),
    ("White House press secretary Ruth Kessler said so.", "Ruth Kessler", "USA", "White House press secretary"),
    ("Taliban spokesman Gul Rahmani said so.", "Gul Rahmani", "TALIBAN", "Taliban spokesman"),
    ("Hamas official Ziad Darwish said so.", "Ziad Darwish", "HAMAS", "Hamas official"),
    ("Senior Hezbollah commander Ziad Darwish said so.", "Ziad Darwish", "HEZBOLLAH", "Senior Hezbollah commander"),
    ("Afghan-born U.S. envoy Karim Noori said so.", "Karim Noori", "USA", "Afghan-born U.S. envoy"),
    ("Former Pakistani prime minister Tariq Mahmood said so.", "Tariq Mahmood", "PAK", "Former Pakistani prime minister"),
    ("The head of the Iranian delegation, Hamid Rostami, said so.", "Hamid Rostami", "IRN", "head of the Iranian delegation"),
    ("Hamid Rostami, who heads the Iranian delegation, said so.", "Hamid Rostami", "IRN", None),
    ("Turkish and Syrian officials met. Syria's Deputy Foreign Minister Nabil Haddad said so.", "Nabil Haddad", "SYR", "Syria's Deputy Foreign Minister"),
    ("Maria Petrova, spokeswoman for the Russian Foreign Ministry, said so.", "Maria Petrova", "RUS", "spokeswoman for the Russian Foreign Ministry"),
    ("Army Gen. John Doe, the top U.S. commander in Europe, said so.", "John Doe", "USA", "Army Gen."),
    ("IAEA Director General Tomas Brandl said so.", "Tomas Brandl", "IAEA", "IAEA Director General"),
    ("Lithuania's Jonas Vaitkus said so.", "Jonas Vaitkus", "LTU", None),
    ("Indian military spokesperson Col. Asha Mehta said so.", "Asha Mehta", "IND", "Indian military spokesperson Col."),
    ("Sudanese army spokesman Brig. Gen. Adam Osman said so.", "Adam Osman", "SDN", "Sudanese army spokesman Brig. Gen."),
    ("Latvia's top diplomat Inga Kalnina said so.", "Inga Kalnina", "LVA", "Latvia's top diplomat"),
    ("The alliance of NATO met. NATO's Lars Nygaard said so.", "Lars Nygaard", "NATO", None),
    ("“It is over,” said Sergey V. Lavrov.", "Sergey V. Lavrov", "RUS", None),
    ("President Trump said so.", "Trump", "USA", "President"),
    ("Putin said so.", "Putin", "RUS", None),
    ("Pakistan's Foreign Office spokesperson Tahir Aslam said so.", "Tahir Aslam", "PAK", "Pakistan's Foreign Office spokesperson"),
    ("Prime Minister Mohammed bin Rashid of Qatar spoke in Doha. Qatari Prime Minister Mohammed bin Rashid said so.", "Mohammed bin Rashid", "QAT", "Prime Minister"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "party", "role"), PERSONS)
def test_person_has_the_party_and_role_of_the_report(
    read: Callable, text: str, name: str, party: str, role: str | None
) -> None:
    """A named person comes out with name, party and role as the words next to the name give them."""
    _, cast = read(text)
    (person,) = [a for a in cast.actors if a.kind == "person"]
    assert (person.name, person.party, person.role) == (name, party, role)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Iranian President Hamid Rostami and Russian President Pavel Orlov met.", {"Hamid Rostami": "IRN", "Pavel Orlov": "RUS"}),
        ("Finnish President Aino Lehtonen, Estonia's Foreign Minister Mart Tamm and others met.", {"Aino Lehtonen": "FIN", "Mart Tamm": "EST"}),
        ("Russian Foreign Minister Pavel Orlov met his Turkish counterpart, Murat Kaya.", {"Pavel Orlov": "RUS", "Murat Kaya": "TUR"}),
        ("Orlov met Kaya. Russian minister Pavel Orlov praised Turkish minister Murat Kaya.", {"Pavel Orlov": "RUS", "Murat Kaya": "TUR"}),
        ("Israeli Prime Minister Avi Shalev met US envoy Helen Marsh in Istanbul.", {"Avi Shalev": "ISR", "Helen Marsh": "USA"}),
        ("A spokesman for President Pavel Orlov of Russia met Ukrainian envoy Taras Kovalenko.", {"Pavel Orlov": "RUS", "Taras Kovalenko": "UKR"}),
        ("U.S. President Donald Trump's envoy, Helen Marsh, spoke.", {"Donald Trump": "USA", "Helen Marsh": "USA"}),
    ],
)  # fmt: skip
def test_titles_do_not_run_into_each_other(read: Callable, text: str, parties: dict[str, str]) -> None:
    """Each of several persons in one sentence has the party of its own title; a place of meeting makes nobody its citizen."""
    _, cast = read(text)
    assert {a.name: a.party for a in cast.actors if a.kind == "person" and a.name in parties} == parties


@pytest.mark.parametrize(
    ("text", "outlet", "party"),
    [
        ("BEIJING, Nov. 3 (Xinhua) -- China is ready, Foreign Ministry spokesperson Lin Hua said.", "Xinhua", "CHN"),
        ("MOSCOW, Nov. 3 -- Foreign Ministry spokesman Oleg Baranov said the talks are off.", "", "RUS"),
        ("Foreign Ministry spokesman Hamid Rostami said the talks are off.", "Tehran Times", "IRN"),
        ("Turkey agreed. Turkey's army left. Foreign Minister Murat Kaya said so.", "", "TUR"),
        ("Georgia and Georgia's allies met. In Moscow, Foreign Minister Pavel Orlov said so.", "", "RUS"),
    ],
)
def test_dateline_outlet_and_text_tell_the_state_of_an_office(
    read: Callable, text: str, outlet: str, party: str
) -> None:
    """An office without a state is one of the state that dateline, outlet and text point to."""
    _, cast = read(text, outlet=outlet)
    assert [a.party for a in cast.actors if a.kind == "person"] == [party]


@pytest.mark.parametrize(("published", "party"), [("2015-03-01", "USA"), ("", "USA")])
def test_known_office_counts_by_the_year(read: Callable, published: str, party: str) -> None:
    """A well-known name without an office has the party of its office, near its years and where no year is known."""
    _, cast = read("Obama said so.", published=published)
    assert [(a.name, a.party) for a in cast.actors] == [("Obama", party)]


@pytest.mark.parametrize(
    ("text", "name", "times"),
    [
        ("Russian minister Pavel Orlov spoke. Orlov left. Mr. Orlov returned.", "Pavel Orlov", 3),
        ("Iranian minister Mohammad Rostami spoke. Rostami left.", "Mohammad Rostami", 2),
        ("Iranian minister Ali Moussavi spoke. Mousavi left.", "Ali Moussavi", 2),
        ("Chinese Foreign Minister Zhao Ming spoke. Zhao left.", "Zhao Ming", 2),
        ("South Korean President Kang Min-ho spoke. Kang left.", "Kang Min-ho", 2),
        ("RSF commander Adam Osman, widely known as Abu Adam, spoke. Abu Adam left.", "Adam Osman", 3),
        ("Syrian minister Nabil al-Khatib spoke. Al-Khatib left. Khatib returned.", "Nabil al-Khatib", 3),
    ],
)
def test_short_forms_are_the_same_person(read: Callable, text: str, name: str, times: int) -> None:
    """Family name, spelling variants and courtesy titles point to the person named in full."""
    _, cast = read(text)
    (person,) = [a for a in cast.actors if a.kind == "person"]
    assert (person.name, len(person.mentions)) == (name, times)


def test_mention_spans_title_and_name(read: Callable) -> None:
    """A person's mention covers title and name, and its head is the last word of the name."""
    doc, cast = read("Russian Foreign Minister Pavel Orlov said so.")
    mention = cast.headed(4)
    assert mention is not None
    assert doc.text[mention.span.start : mention.span.end] == "Russian Foreign Minister Pavel Orlov"
