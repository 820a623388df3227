"""Movements and bodies that no list has are parties by what a report says of them."""

from __future__ import annotations

import pytest

from memcon.actors import gazetteer
from memcon.actors.unlisted import with_unlisted

PARTIES = [
    ("Talks with the Free Reed Movement (FRM) ended.", "FRM", "FRM"),
    ("Talks with the Free Reed Movement (FRM) ended. The FRM agreed.", "Free Reed Movement", "FRM"),
    ("The National Kivu Army (NKV) said so.", "National Kivu Army", "NKV"),
    ("The Reed Liberation Front said so.", "Reed Liberation Front", "REED LIBERATION FRONT"),
    ("The Popular Front for Reed Recovery (PFR) said so.", "PFR", "PFR"),
    ("The separatist Reed Council (RDC) said so.", "Reed Council", "RDC"),
    ("A second rebel group, the FXL, said no.", "FXL", "FXL"),
    ("FXL guerrillas said no. The FXL left.", "FXL", "FXL"),
    ("The Reed Forum, a Bern body that brokered the truce, said so.", "Reed Forum", "REED FORUM"),
    ("The Reed Monitoring Mission (RMN) said so.", "RMN", "RMN"),
    ("The UN Observer Mission in Georgia (UNOGEO) said so.", "UNOGEO", "UN"),
    ("The Moro Islamic Liberation Front (MILF) said so.", "Moro Islamic Liberation Front", "MILF"),
    ("The Sudanese Armed Forces (SAF) said so.", "SAF", "SDN"),
    ("The Polish Liberation Movement (POL) said so.", "POL", "POLISH LIBERATION MOVEMENT"),
]
NO_PARTIES = [
    ("The Sri Lanka Army (SLV) said so.", "SLV"),
    ("The Bolivian Chamber of Reeds (BCR) said so.", "BCR"),
    ("The Joint Technical Committee (JTC) met.", "JTC"),
    ("The Ministry of Reeds (MOR) said so.", "MOR"),
    ("The Reed Company (RCO) said so.", "RCO"),
    ("The Reed Armed Forces said so.", "Reed Armed Forces"),
    ("The Malian Armed Forces (MAF) said so.", "MAF"),
    ("The Free Polish University Council (FPC) said so.", "FPC"),
    ("The Competition and Markets Authority (CMA) said so.", "CMA"),
    ("The Norwegian Reed Council (NRC) said so.", "NRC"),
]


def parties(text: str) -> dict[str, tuple[str, ...]]:
    """What each name of the text stands for."""
    return {text[h.start : h.end]: h.entry.parties for h in with_unlisted(text, gazetteer.find(text))}


@pytest.mark.parametrize(("text", "name", "party"), PARTIES)
def test_what_acts_for_itself_is_a_party(text: str, name: str, party: str) -> None:
    """By its initials where it has any that are no state's code, else by its words in capitals."""
    assert parties(text)[name] == (party,)


@pytest.mark.parametrize(("text", "name"), NO_PARTIES)
def test_what_acts_for_a_state_is_none(text: str, name: str) -> None:
    """Armies, ministries, companies, commissions of two states and bodies of one are no parties of their own."""
    assert name not in parties(text)


def test_names_stay_in_order() -> None:
    """Names that the report introduces take their place among those of the gazetteer."""
    text = "Russia met the Free Reed Movement (FRM) and Turkey. The FRM left for Moscow."
    hits = with_unlisted(text, gazetteer.find(text))
    assert [text[h.start : h.end] for h in hits] == ["Russia", "Free Reed Movement", "FRM", "Turkey", "FRM", "Moscow"]
