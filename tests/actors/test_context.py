"""Whose somebody is of whom the words beside him tell nothing: by the sentences, the movements and the sides of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

PERSONS = [
    ("Ghana met Togo. Ghana's army left. Chad denies the charge. “There is nothing,” government spokesman Idriss Mahamat said.", "Mahamat", "TCD"),
    ("Peru will not pay, Energy Minister Ruben Salas told Chile on Monday.", "Salas", "PER"),
    ("Peru is angry with Chile. In Santiago, government spokesman Diego Rojas said so.", "Rojas", "CHL"),
    ("The Irish foreign minister, Aoife Byrne, met Iceland's envoy. Iceland is ready, Foreign Minister Jon Palsson said.", "Palsson", "ISL"),
    ("Colonel Musa Diallo of the Free Reed Movement (FRM) said so.", "Diallo", "FRM"),
    ("Sweden's General Lars Ek, who heads the NATO mission, said so.", "Ek", "NATO"),
    ("The rebels' chief negotiator, Musa Diallo, met the Free Reed Movement (FRM).", "Diallo", "FRM"),
    ("Mali met the Free Reed Movement (FRM). A rebel spokesman, Musa Diallo, said so.", "Diallo", "FRM"),
    ("Mali met the Free Reed Movement. In Bern, where the movement's leaders live, a spokesman, Musa Diallo, said so.", "Diallo", "FREE REED MOVEMENT"),
    ("The Belarusian ambassador, Mr Pavel Orlov, was asked in London.", "Orlov", "BLR"),
    ("The Fijian government's envoy here, Mr. Sione Tupou, met Samoa.", "Tupou", "FJI"),
    ("The envoy of the Reed Community (RDC), Mr. Sione Tupou, met Samoa.", "Tupou", "RDC"),
    ("An adviser to the Irish premier, Aoife Byrne, met Iceland.", "Byrne", "IRL"),
    ("The NATO mission in Iceland is small. Iceland and Ireland know it. Mission spokeswoman Anna Holm said so.", "Holm", "NATO"),
]  # fmt: skip
HEADS = [
    ("Mali fears the Free Reed Movement (FRM). The rebels left.", "rebels", ("FRM",)),
    ("Mali's rebels left. The Free Reed Movement (FRM) said so.", "rebels", ("FRM",)),
    ("Mali fears the Free Reed Movement. Guerrillas left.", "Guerrillas", ("FREE REED MOVEMENT",)),
    ("Peru and Chile met. Brazil offered help. Argentina urged both sides to wait.", "sides", ("PER", "CHL")),
    ("Peru met Chile. Peru and Chile agreed. Norway, with Cuba and Brazil, urged both sides to wait.", "sides", ("PER", "CHL")),
    ("Peru, Chile and Chad spoke. Iran's envoy met with his Swiss counterpart. The two sides agreed.", "sides", ("IRN", "CHE")),
    ("Peru and Chile met. Each side blamed Brazil.", "side", ("PER", "CHL")),
    ("Peru and Chile met. Neither side spoke.", "side", ("PER", "CHL")),
    ("Peru and Chile met in May. The two met in June.", "two", ("PER", "CHL")),
    ("Greek and Turkish Cypriot leaders met.", "leaders", ("CYP", "TURKISH CYPRIOTS")),
    ("The NATO mission left Iceland. Peru met Chile. A diplomat at the mission said so.", "diplomat", ("NATO",)),
    ("Guinea-Bissau voted. The Guinean army left.", "army", ("GNB",)),
    ("Guinea voted. The Guinean army left.", "army", ("GIN",)),
    ("Kuwait and Kenya met. The Gulf state left.", "state", ("KWT",)),
    ("Bhutan spoke to Peru. Peru agreed. The Himalayan kingdom said no.", "kingdom", ("BTN",)),
    ("Vietnam met Ghana. Ghana left. The communist country's army stayed.", "country", ("VNM",)),
    ("Khartoum and Juba met. The South has offered peace.", "South", ("SSD",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "party"), PERSONS)
def test_person_is_of_whom_the_report_speaks(read: Callable, text: str, name: str, party: str) -> None:
    """A person without a party has that of the body or state that the words around speak of."""
    _, cast = read(text)
    assert {a.party for a in cast.actors if a.kind == "person" and a.name.split()[-1] == name} == {party}


@pytest.mark.parametrize(("text", "word", "parties"), HEADS)
def test_what_names_no_party_stands_for_those_of_the_report(
    read: Callable, text: str, word: str, parties: tuple[str, ...]
) -> None:
    """Rebels are of the movement, both sides are those that the report is about, shared names of whom it speaks."""
    doc, cast = read(text)
    mention = cast.headed(next(t.i for t in doc if t.text == word))
    assert mention is not None
    assert mention.parties == parties
