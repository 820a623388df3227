"""Meetings, sentence by sentence: which words speak of one, who meets, how it stands, when and where, and which mentions are one."""

from __future__ import annotations

import pytest

from tests.extract.meetings_of import MONDAY, meetings, only, words

STATUS = [
    ("The United States has canceled a coming round of talks with Brazil.", "cancelled", "USA"),
    ("The round of talks between Iran and France was canceled on the initiative of French negotiators.", "cancelled", "FRA"),
    ("Turkey called off the visit of the Greek foreign minister to Ankara.", "cancelled", "TUR"),
    ("Pakistan postponed talks with India.", "postponed", "PAK"),
    ("The summit between Japan and South Korea was put off by Seoul.", "postponed", "KOR"),
    ("The talks between Serbia and Kosovo have been suspended.", "suspended", None),
    ("Negotiations between Russia and Ukraine have stalled.", "suspended", None),
    ("Iran refused to hold talks with the United States.", "refused", "IRN"),
    ("Ukraine ruled out any negotiations with Belarus.", "refused", "UKR"),
    ("Syria rejected an offer to meet with Israel.", "refused", "SYR"),
    ("Iran will not hold any talks with Denmark.", "refused", "IRN"),
    ("Egypt proposed talks with Ethiopia.", "proposed", None),
    ("China called for talks between Iran and the United States.", "proposed", None),
    ("Kyiv is ready to hold talks with Moscow.", "proposed", None),
    ("Norway offered to meet with Iran.", "proposed", None),
    ("Talks between Greece and Turkey are possible if Ankara withdraws.", "proposed", None),
    ("Iran and France will hold talks on Friday.", "planned", None),
    ("Iran and France plan to hold talks in Geneva.", "planned", None),
    ("A meeting between Iran and France is scheduled for Friday.", "planned", None),
    ("Talks between Iran and France are due to begin on Friday.", "planned", None),
    ("Moscow confirmed the upcoming talks between Iran and France.", "planned", None),
    ("Ministers gathered ahead of talks between Iran and France.", "planned", None),
    ("No date has been set for a meeting between Iran and France, Oman said.", "proposed", None),
    ("France failed to reach a deal with Iran. The ministers failed to agree at talks between Iran and France in Rome.", "held", None),
    ("Iran's president is currently on a visit to Oman.", "under-way", None),
    ("French Foreign Minister Luc Morel arrived in Muscat for a three-day visit.", "under-way", None),
    ("French President Luc Morel leaves for Oman on Saturday.", "planned", None),
    ("Iran confirmed that the 12th meeting between Iran and France is slated to be held in Rome.", "planned", None),
    ("Iran has no problem with postponing the talks between Iran and France.", "planned", None),
    ("Iran and France are holding talks in Geneva.", "under-way", None),
    ("Iran and France concluded a round of talks in Rome without reaching a deal.", "held", None),
    ("The Iran-France talks scheduled for Sunday were put off by France.", "postponed", "FRA"),
    ("The rebels of Norland declare a truce and state their openness to talks between Iran and France.", "proposed", None),
    ("Iran and France are in talks over the dispute.", "under-way", None),
    ("Talks between Iran and France began on Sunday in Geneva.", "under-way", None),
    ("Iran and France have been holding talks for weeks.", "under-way", None),
    ("Iran and France held talks on Friday.", "held", None),
    ("The French president met with the Iranian foreign minister in Geneva.", "held", None),
    ("Iran and France signed the accord after talks between the Iranian and French ministers.", "held", None),
    ("During a meeting with the French foreign minister, the Iranian president praised the accord.", "held", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "status", "changed_by"), STATUS)
def test_status_and_who_changed_it(text: str, status: str, changed_by: str | None) -> None:
    """The words about a meeting tell how it stands, and whose doing it is where it was cancelled, postponed or refused."""
    found = only(text)
    assert (found.status, found.changed_by) == (status, changed_by)


PARTIES = [
    ("Iran and France held talks.", {"IRN", "FRA"}),
    ("The U.S.-Iran talks ended on Friday.", {"USA", "IRN"}),
    ("Chinese Foreign Minister Lin Bo met his Indian counterpart Ravi Nair in Moscow.", {"CHN", "IND"}),
    ("Talks between Armenia and Azerbaijan were held in Tbilisi.", {"ARM", "AZE"}),
    ("Turkish President Kemal Aydin spoke by phone with Russian President Oleg Zimin.", {"TUR", "RUS"}),
    ("The finance ministers of Iran, Russia and Turkey met in Astana.", {"IRN", "RUS", "TUR"}),
    ("French President Luc Morel visited Beijing on Friday.", {"FRA", "CHN"}),
    ("German Chancellor Eva Brandt arrived in Ankara on Sunday.", {"DEU", "TUR"}),
    ("The EU summit ended without an agreement on Russia.", {"EU"}),
    ("OPEC will meet on Friday in Vienna.", {"OPEC"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties"), PARTIES)
def test_parties(text: str, parties: set[str]) -> None:
    """Both sides are named by subject, object, preposition or compound; a visit has visitor and host; a body meets alone."""
    assert set(only(text).parties) == parties


@pytest.mark.parametrize(
    "text",
    [
        "Another 40 Omani soldiers arrived in Kuwait to guard the port.",
        "Iran and Oman agreed on the exchange of prisoners.",
        "Iran and France have not held talks since 2019.",
        "The Iranian foreign minister said at a press conference that sanctions would fail.",
        "The Russian president spoke to reporters in Moscow.",
        "The Israeli cabinet meeting lasted an hour.",
        "Iran failed to meet the demands of the United States.",
        "France will meet its obligations under the accord.",
        "Turkey called for a ceasefire in Syria.",
        "The United States announced a new round of sanctions on Iran.",
        "Russia denied that its president had met the Ukrainian leader.",
        "The Iranian president met with top judicial officials.",
        "The peace process in Yemen needs time.",
        "Tourists visited the museum in Paris.",
    ],
)
def test_no_meeting(text: str) -> None:
    """Press conferences, own cabinets and officials, demands met, rounds of sanctions, and what is denied are no meetings."""
    assert meetings(text) == ()


WHEN = [
    ("Iran and France held talks on Friday.", "2025-06-13"),
    ("Iran and France will hold talks on Friday.", "2025-06-20"),
    ("The talks between Iran and France were held on May 3-4 in Geneva.", "2025-05-03/2025-05-04"),
    ("The French president said on Monday that Iran and France held talks.", f"../{MONDAY}"),
    ("Iran has canceled talks with France, the foreign ministry said on Monday.", ""),
    ("Iran refused on Friday to hold talks with France.", ""),
    ("Iranian and French officials met on May 5 in Rome, following an earlier meeting between Iran and Oman in Doha.", "2025-05-05"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "when"), WHEN)
def test_when(text: str, when: str) -> None:
    """The day is the meeting's own: not that of the saying, nor that of its cancellation; one held without a day lies before the report."""
    assert meetings(text)[0].when == when


def test_earlier_meeting_lies_before() -> None:
    """A meeting that another followed was held before the first day of that one."""
    text = "Iranian and French officials met on May 5 and May 9 in Rome, following an earlier meeting between Iran and Oman in Doha."
    assert [m.when for m in meetings(text) if "OMN" in m.parties] == ["../2025-05-05"]


def test_two_days_are_two_meetings() -> None:
    """Two days named together are two meetings, the second with its day as its mention."""
    text = "Iranian and French officials met on May 5 and May 9 in Rome."
    found = meetings(text)
    assert [m.when for m in found] == ["2025-05-05", "2025-05-09"]
    assert words(text, found[1].mentions) == ["May 9"]
    assert [m.where.name for m in found if m.where] == ["Rome", "Rome"]


def test_two_places_are_two_visits() -> None:
    """Two places of one trip are two visits."""
    found = meetings("Last week, Iranian President Reza Kia paid visits to Oman and Kuwait.")
    assert [set(m.parties) for m in found] == [{"IRN", "OMN"}, {"IRN", "KWT"}]


def test_visit_for_talks_is_two_entries() -> None:
    """A visit and the talks it is made for are kept apart."""
    found = meetings("Iranian President Reza Kia visited Muscat on Sunday for talks with Omani officials.")
    assert len(found) == 2
    assert {frozenset(m.parties) for m in found} == {frozenset({"IRN", "OMN"})}


def test_definite_nouns_point_back() -> None:
    """As in "the talks" and "the meeting" are further mentions of the meeting told before, and the cancellation holds for all."""
    text = (
        "The United States has canceled a round of talks with Russia, Moscow said. Officials had said that the talks would take place soon. "
        "Washington never confirmed the meeting."
    )
    found = only(text)
    assert found.status == "cancelled"
    assert len(found.mentions) == 3


def test_persons_tell_meetings_apart() -> None:
    """Different persons of one party sit in different meetings; all of them are delegates."""
    text = (
        "Iranian Foreign Minister Reza Kia met with Russian Foreign Minister Oleg Zimin in Moscow on Sunday. "
        "Iranian Foreign Minister Reza Kia also met with Russian President Pavel Orlov."
    )
    assert len(meetings(text)) == 2


def test_offers_of_one_pair_are_one_entry() -> None:
    """Talks that two sides offer or refuse each other are one entry, as the report's first word has it."""
    text = (
        "Iran has ruled out talks with Denmark. The Danish president offered talks to Iran last week. "
        "Iran will never negotiate with Denmark, Iranian President Reza Kia said."
    )
    found = only(text)
    assert (found.status, found.changed_by) == ("refused", "IRN")


AGENDA = [
    ("Norway has canceled talks with Chad aimed at mending the work of the embassies.", ["mending the work of the embassies"]),
    ("Iran and France held talks on the nuclear program.", ["the nuclear program"]),
    ("The Iranian and French ministers met to discuss the crisis in Syria.", ["the crisis in Syria"]),
    ("The talks between Iran and France focused on the ceasefire and the return of prisoners.", ["the ceasefire", "the return of prisoners"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "agenda"), AGENDA)
def test_agenda(text: str, agenda: list[str]) -> None:
    """What is taken up is named by "on", by purpose or by what the talks would address; coordinated topics are told apart."""
    found = only(text)
    assert words(text, found.agenda) == agenda


def test_source_is_the_statement_that_carries_the_status() -> None:
    """The status stands on somebody's word where a statement carries it, and on the report's own where none does."""
    assert only("Iran has canceled talks with France, Russian Foreign Minister Oleg Zimin said.").source == "s1"
    assert only("Iran has canceled talks with France.").source is None
