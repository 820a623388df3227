"""Which rounds are on one track, and what hangs on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.model import Place
from tests.tracks.made import LIMA, Told, the_track, told, tracks

if TYPE_CHECKING:
    from memcon.tracks import Track


def titles(*reports: Told) -> set[tuple[str, str]]:
    """Scope and matter of each track."""
    return {(one.key.scope.name, one.key.matter) for one in tracks(*reports)}


def test_neighbouring_tracks_stay_apart() -> None:
    """The same parties on embassies, prisoners and the trade are three tracks."""
    assert titles(
        told("2026-03-11", "Embassy talks were held.").meeting("Embassy talks", when="2026-03-10"),
        told("2026-03-12", "Talks on a prisoner swap were held.").meeting(
            "Talks on a prisoner swap", when="2026-03-11"
        ),
        told("2026-03-13", "Talks on tariffs were held.").meeting("Talks on tariffs", when="2026-03-12"),
    ) == {("BOL|CHL", "missions"), ("BOL|CHL", "prisoners"), ("BOL|CHL", "trade")}


def test_the_order_of_parties_does_not_count() -> None:
    """Talks of A with B and of B with A are one track."""
    track = the_track(
        told("2026-03-11", "Embassy talks were held.").meeting("Embassy talks", when="2026-03-10"),
        told("2026-04-11", "Embassy talks were held.").meeting(
            "Embassy talks", when="2026-04-10", parties=("CHL", "BOL")
        ),
    )
    assert len(track.rounds) == 2


def test_rounds_that_a_report_names_before_take_its_matter() -> None:
    """“Officials previously met on A and B” belong to the talks that the report is about; the ministers' own meeting does not."""
    text = "The next round of embassy talks is off. Officials previously met on Feb. 2 and on March 3, after Eva Salas met Juan Prado."
    report = told("2026-05-11", text, title="Embassy Talks Off").person("Eva Salas", "BOL").person("Juan Prado", "CHL")
    report.meeting("The next round of embassy talks", status="cancelled", changed_by="CHL")
    report.meeting("met on Feb. 2", when="2026-02-02", where=LIMA).meeting("March 3", when="2026-03-03", where=LIMA)
    report.meeting("Eva Salas met Juan Prado", when="../2026-02-02", delegates=("Eva Salas", "Juan Prado"))
    found = {one.key.matter: one for one in tracks(report)}
    assert [one.when for one in found["missions"].rounds] == ["2026-02-02", "2026-03-03", ""]
    assert found["missions"].status == "suspended"
    assert [one.delegates for one in found["relations"].rounds] == [("Eva Salas", "Juan Prado")]


def test_a_format_by_its_place() -> None:
    """Talks that go by a place are one series whoever a report names there; two parties' own meeting in that place is not."""
    text = "Syria talks: the fifth round of the Astana talks was held on July 4-5. Iran's envoy met his Kazakh counterpart in Astana."
    report = told("2017-07-06", text)
    report.meeting(
        "the fifth round of the Astana talks", parties=("SYR", "SYRIAN OPPOSITION"), when="2017-07-04/2017-07-05"
    )
    report.meeting("met his Kazakh counterpart in Astana", parties=("IRN", "KAZ"), when="2017-07-04")
    other = told("2017-09-01", "On Syria, the Astana process goes on; the sixth round is near.")
    other.meeting("the Astana process", parties=("IRN", "RUS", "TUR"), status="under-way")
    other.meeting("the sixth round", parties=("IRN", "TUR"), status="planned")
    found = {one.key.scope: one for one in tracks(report, other)}
    astana = next(one for scope, one in found.items() if scope.kind == "format")
    assert astana.parties == ("RUS", "TUR", "IRN")
    assert [one.number for one in astana.rounds] == [5, 6]
    assert len(found) == 2


def test_a_format_by_its_name() -> None:
    """Six-party talks are one track wherever they meet."""
    members = ("CHN", "PRK", "KOR", "JPN", "RUS", "USA")
    track = the_track(
        told("2007-02-14", "The six-party talks on North Korea closed in Beijing.").meeting(
            "The six-party talks", parties=members, when="2007-02-13"
        ),
        told("2007-03-20", "A new round of six-party talks on North Korea opened.").meeting(
            "A new round of six-party talks", parties=("CHN", "PRK", "KOR"), when="2007-03-19"
        ),
    )
    assert (track.key.scope.kind, len(track.rounds)) == ("format", 2)


def test_a_go_between_is_no_party() -> None:
    """Three at the table, one of whom hosts and lends good offices: a track of two with a mediator."""
    report = told("2026-03-11", "Talks on the nuclear programme were held in Muscat, mediated by Oman.")
    report.meeting(
        "Talks on the nuclear programme",
        parties=("USA", "IRN", "OMN"),
        when="2026-03-10",
        where=Place(name="Muscat", country="OMN"),
    )
    track = the_track(report)
    assert (set(track.parties), track.mediators) == ({"USA", "IRN"}, ("OMN",))


def test_sides_of_a_war_need_no_word_for_it() -> None:
    """Talks of two sides of a war are about it where nothing else is told, and prisoners are told."""
    assert titles(
        told("2026-03-11", "The two sides met in Istanbul.").meeting(
            "met in Istanbul", parties=("RUS", "UKR"), when="2026-03-10"
        ),
        told("2026-03-12", "They held talks on prisoners.").meeting(
            "talks on prisoners", parties=("RUS", "UKR"), when="2026-03-11"
        ),
    ) == {("RUS|UKR", "Ukraine"), ("RUS|UKR", "prisoners")}


def test_a_condition_hangs_on_the_track_of_its_report() -> None:
    """Who set it and who says so stay apart; it bears on the talks that the report is about."""
    text = "Embassy talks are off. According to the palace, Chile has made flights contingent on a truce."
    report = told("2026-03-11", text).says(
        "s1", "According to", "Chile has made flights contingent on a truce", party="BOL"
    )
    report.meeting("Embassy talks", status="cancelled").condition("flights", "a truce", "CHL", "s1")
    (one,) = the_track(report).conditions
    assert (one.what, one.requires, one.set_by, one.said_by) == ("flights", "a truce", "CHL", "BOL")


def test_a_report_of_dealings_without_a_meeting_is_on_a_track() -> None:
    """A report that speaks of two parties' dealings is on their track, though nobody meets."""
    report = told("2026-03-11", "Chile said Bolivia closed the crossing at the border.")
    report.says("s1", "said", "Bolivia closed the crossing at the border", party="CHL").says(
        "s2", "closed", "the crossing", party="BOL"
    )
    (track,) = tracks(report)
    assert (track.key.scope.name, track.rounds, len(track.reports)) == ("BOL|CHL", (), 1)


def of_months(*days: str) -> list[Told]:
    """A report of embassy talks for each day."""
    return [told(day, f"Embassy talks were held, {day}.").meeting("Embassy talks", when=day) for day in days]


def test_ids_are_stable() -> None:
    """A track and its rounds keep their ids when more is read, and by whatever order."""
    early = the_track(*of_months("2026-01-10", "2026-02-10"))
    late = the_track(*reversed(of_months("2026-01-10", "2026-02-10", "2026-03-10")))
    assert early.id == late.id
    assert [one.id for one in early.rounds] == [one.id for one in late.rounds[:2]]


def test_the_status_of_a_track_is_that_of_its_last_round() -> None:
    """Planned where a round is to come, held where the last one was."""
    held: Track = the_track(*of_months("2026-01-10"))
    assert held.status == "held"
    plan = told("2026-01-20", "The next embassy talks are set for Feb. 9.").meeting(
        "The next embassy talks", status="planned", when="2026-02-09"
    )
    assert the_track(*of_months("2026-01-10"), plan).status == "planned"


def test_a_format_by_all_its_members() -> None:
    """Where all members of a format meet on its matter, and nobody else, it is the format's meeting."""
    report = told("2018-09-08", "The presidents of Iran, Russia and Turkey met in Tehran on Syria.")
    report.meeting("met in Tehran", parties=("IRN", "RUS", "TUR"), when="2018-09-07")
    other = told("2018-09-09", "Iran, Russia and Turkey met on gas.").meeting(
        "met on gas", parties=("IRN", "RUS", "TUR"), when="2018-09-08"
    )
    assert {one.key.scope.kind for one in tracks(report)} == {"format"}
    assert {one.key.scope.kind for one in tracks(other)} == {"parties"}


def test_the_summits_of_a_format_are_not_its_rounds() -> None:
    """“The fifth summit” does not bear the number of the fifth round."""
    report = told("2019-09-17", "On Syria: the fifth summit in the Astana format was held on September 16.")
    report.meeting("the fifth summit in the Astana format", parties=("IRN", "RUS", "TUR"), when="2019-09-16")
    (track,) = tracks(report)
    assert [one.number for one in track.rounds] == [None]


def test_allies_of_one_side_share_the_war() -> None:
    """Talks with either of those who are one side of a war that the world deals with are one track."""
    assert titles(
        told("2025-01-11", "Israel and Hamas held talks on a ceasefire in Gaza.").meeting(
            "talks on a ceasefire in Gaza", parties=("ISR", "HAMAS"), when="2025-01-10"
        ),
        told("2025-02-11", "Israelis and Palestinians held talks on a ceasefire in Gaza.").meeting(
            "talks on a ceasefire in Gaza", parties=("ISR", "PSE"), when="2025-02-10"
        ),
    ) == {("HAMAS|ISR", "Gaza")}


def test_most_of_a_large_format_is_the_format() -> None:
    """The nuclear accord's parties without one of them are its talks; those on one side of the table alone are not."""
    powers = ("GBR", "FRA", "DEU", "CHN", "RUS")
    report = told("2021-06-21", "Diplomats of six states met in Vienna to save the Iran nuclear accord, the JCPOA.")
    report.meeting("met in Vienna", parties=("IRN", *powers), when="2021-06-20")
    other = told("2021-06-22", "The E3 met in Paris on the Iran nuclear accord, the JCPOA.")
    other.meeting("met in Paris", parties=powers[:3], when="2021-06-21")
    assert {one.key.scope.name for one in tracks(report)} == {"P5+1 talks"}
    assert {one.key.scope.kind for one in tracks(other)} == {"parties"}
