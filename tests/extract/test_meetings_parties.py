"""Who meets: mediators, members of a format, speakers and hearers, visitors and hosts, the sides of a war."""

from __future__ import annotations

import pytest

from tests.extract.meetings_of import meetings, only

NAMED = [
    ("Iran and the United States will hold talks in Muscat on Thursday, mediated by Oman.", {"IRN", "USA", "OMN"}),
    ("Serbia and Kosovo failed to reach an agreement at EU-brokered talks in Brussels.", {"SRB", "XKX", "EU"}),
    ("Iran and France held talks in Rome on Friday. The talks, sponsored by Oman, lasted an hour.", {"IRN", "FRA", "OMN"}),
    ("Omani-brokered talks between Iran and the United States began on Sunday.", {"IRN", "USA", "OMN"}),
    ("The talks between Iran and France were facilitated by Oman and Qatar.", {"IRN", "FRA", "OMN", "QAT"}),
    ("Talks resumed in Cairo on Sunday, with delegations from Israel, Hamas and Qatar attending.", {"ISR", "HAMAS", "QAT"}),
    ("French Foreign Minister Luc Morel told Iranian Foreign Minister Reza Kia in a phone call on Monday that the accord would hold.", {"FRA", "IRN"}),
    ("Turkish President Kemal Aydin came back from a meeting with the Greek and Syrian defense ministers in Athens.", {"TUR", "GRC", "SYR"}),
    ("In a meeting in Baku the energy ministers of Russia, Iran and Turkey agreed to share the cost.", {"RUS", "IRN", "TUR"}),
    ("After a week of dialogue, the Democratic Republic of the Congo and Rwanda sign an accord.", {"COD", "RWA"}),
    ("North Korea has rejected South Korea's offer of dialogue.", {"PRK", "KOR"}),
    ("Venezuelan President Luis Mora said he was willing to meet Colombian President Ana Rojas.", {"VEN", "COL"}),
    ("Iraqi Prime Minister Adel Karim welcomes Turkish President Kemal Aydin in Baghdad.", {"IRQ", "TUR"}),
    ("Omani Oil Minister Salim Harthi wants the OPEC meeting put off. He spoke against an idea of moving the meeting to July.", {"OPEC"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), NAMED)
def test_named(text: str, parties: set[str]) -> None:
    """Everyone named as sitting there is a party, he who mediates and he who is told something there too; a body's meeting is its own."""
    assert set(only(text).parties) == parties


WARS = [
    ("The Afghan talks have begun in Doha. The Taliban sent a delegation.", {"AFG", "TALIBAN"}),
    ("Peace talks in Yemen have stalled, Oman said. The Houthis blamed nobody.", {"YEM", "HOUTHIS"}),
    ("Norway expressed support for the peace talks. Colombia and the ELN have fought for decades.", {"COL", "ELN"}),
]


@pytest.mark.parametrize(("text", "parties"), WARS)
def test_sides_of_a_war(text: str, parties: set[str]) -> None:
    """Talks of a state at war with itself, or peace talks alone, are between the sides that the report names."""
    assert {frozenset(m.parties) for m in meetings(text)} == {frozenset(parties)}


def test_format() -> None:
    """A standing format has the members that the report names: sponsors, and the sides where both are named."""
    sponsors = "Russia and Turkey sponsor the truce. The Astana talks go on, Iran said."
    assert {frozenset(m.parties) for m in meetings(sponsors)} == {frozenset({"RUS", "TUR", "IRN"})}
    sides = f"The Syrian government and the Syrian opposition sent delegations. {sponsors}"
    expected = frozenset({"RUS", "TUR", "IRN", "SYR", "SYRIAN OPPOSITION"})
    assert expected in {frozenset(m.parties) for m in meetings(sides)}


def test_visiting_officials() -> None:
    """A "visiting" official is met, and visits."""
    found = meetings(
        "Malaysian Prime Minister Amir Salleh met with visiting Chinese Foreign Minister Lin Bo in Kuala Lumpur."
    )
    assert len(found) == 2
    assert {frozenset(m.parties) for m in found} == {frozenset({"MYS", "CHN"})}
