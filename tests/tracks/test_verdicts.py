"""What named persons decide about rounds and tracks wins, and shows."""

from __future__ import annotations

from tests.tracks.made import decided, the_track, told, tracks

FIRST = told("2026-03-11", "Embassy talks were held.").meeting("Embassy talks", when="2026-03-10")
SECOND = told("2026-04-11", "Embassy talks were held.").meeting("Embassy talks", when="2026-04-10")
OTHER = told("2026-05-11", "Talks on tariffs were held.").meeting("Talks on tariffs", when="2026-05-10")


def test_two_rounds_joined() -> None:
    """Two rounds that a person takes for one are one, under the first one's id, with the reason."""
    one, other = the_track(FIRST, SECOND).rounds
    (joined,) = the_track(FIRST, SECOND, decisions=[decided("same", other.id, one.id)]).rounds
    assert joined.id == one.id
    assert len(joined.reports) == 2
    assert "R. Salas: seen in the protocol" in joined.joined
    assert [each.by for each in joined.settled] == ["R. Salas"]


def test_a_round_split() -> None:
    """A mention that a person takes out of a round is a round of its own."""
    again = told("2026-03-12", "The embassy talks were short.").meeting("The embassy talks")
    (both,) = the_track(FIRST, again).rounds
    assert len(both.anchors) == 2
    parts = the_track(FIRST, again, decisions=[decided("different", both.anchors[0], both.anchors[1])]).rounds
    assert sorted(len(one.anchors) for one in parts) == [1, 1]
    assert both.id in {one.id for one in parts}


def test_a_correction_shows_as_such() -> None:
    """A field set by a person has that value, whatever reports say, and says by whom."""
    (one,) = the_track(FIRST).rounds
    (corrected,) = the_track(
        FIRST, decisions=[decided("correct", one.id, value={"status": "postponed", "number": 7, "when": "2026-03-12"})]
    ).rounds
    assert (corrected.status, corrected.headline, corrected.number, corrected.when) == (
        "postponed",
        "postponed",
        7,
        "2026-03-12",
    )
    assert {(each.field, each.value, each.by) for each in corrected.settled} == {
        ("status", "postponed", "R. Salas"), ("number", 7, "R. Salas"), ("when", "2026-03-12", "R. Salas"),
    }  # fmt: skip


def test_the_later_correction_holds() -> None:
    """Of two corrections of one field the later one counts."""
    (one,) = the_track(FIRST).rounds
    decisions = [
        decided("correct", one.id, value={"number": 7}, hour=10),
        decided("correct", one.id, value={"number": 3}, hour=9),
    ]
    assert the_track(FIRST, decisions=decisions).rounds[0].number == 7


def test_a_corrected_mention_finds_its_round() -> None:
    """A day set right about a mention joins it with the round of that day."""
    wrong = told("2026-03-12", "At the embassy talks of last month…").meeting("the embassy talks", when="2026-02-10")
    before = the_track(FIRST, wrong)
    assert len(before.rounds) == 2
    anchor = before.rounds[0].anchors[0]
    after = the_track(FIRST, wrong, decisions=[decided("correct", anchor, value={"when": "2026-03-10"})])
    assert [len(one.anchors) for one in after.rounds] == [2]


def test_what_is_rejected_is_gone_until_accepted() -> None:
    """A round that a person rejects does not show; a later acceptance brings it back."""
    one, _ = the_track(FIRST, SECOND).rounds
    reject = decided("reject", one.id)
    assert len(the_track(FIRST, SECOND, decisions=[reject]).rounds) == 1
    assert len(the_track(FIRST, SECOND, decisions=[reject, decided("accept", one.id, hour=10)]).rounds) == 2
    (mention,) = one.anchors
    assert len(the_track(FIRST, SECOND, decisions=[decided("reject", mention)]).rounds) == 1


def test_two_tracks_joined() -> None:
    """Two tracks that a person takes for one are one, with the rounds of both and the id of the older one."""
    left, right = sorted(tracks(FIRST, OTHER), key=lambda one: one.first)
    joined = the_track(FIRST, OTHER, decisions=[decided("same", left.id, right.id)])
    assert {one.id for one in joined.rounds} == {one.id for one in (*left.rounds, *right.rounds)}
    assert joined.id == left.id
    assert [one.field for one in joined.settled] == ["same"]


def test_a_track_corrected() -> None:
    """A person can set a track's status and parties."""
    before = the_track(FIRST)
    after = the_track(
        FIRST, decisions=[decided("correct", before.id, value={"status": "suspended", "mediators": ["PER"]})]
    )
    assert (after.status, after.mediators) == ("suspended", ("PER",))
    assert {one.field for one in after.settled} == {"status", "mediators"}


def test_decisions_about_other_things_change_nothing() -> None:
    """A judgement that names nothing here leaves all as it is."""
    assert tracks(FIRST, SECOND, decisions=[decided("same", "0" * 32, "1" * 32)]) == tracks(FIRST, SECOND)
