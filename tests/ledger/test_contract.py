"""What a ledger does, whichever database it is in: one suite, run over every store."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from memcon.errors import LedgerError
from memcon.ledger import AsOf, Computed, difference, judgement, open_ledger
from memcon.ledger.sightings import of_record, words
from tests.ledger.made import BETTER, RUN, TEXT, at, other, record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.ledger import Ledger, Standing


def found(standing: Iterable[Standing]) -> list[str]:
    """The local ids of sightings."""
    return [one.sighting.local for one in standing]


# --- remembering ---


def test_what_was_found_stands(ledger: Ledger) -> None:
    """Each item of a record is a sighting, in the record's order, and comes back as it was put in."""
    (done,) = ledger.remember(record(), now=at(9))
    assert (done.is_new, done.added, done.withdrawn, done.replaced) == (True, 7, 0, 0)
    standing = list(ledger.sightings(report=record().report.id))
    assert tuple(one.sighting for one in standing) == of_record(record())
    assert {one.recorded for one in standing} == {at(9)}
    assert {one.day for one in standing} == {"2031-02-24"}


def test_a_report_comes_back_whole(ledger: Ledger) -> None:
    """The report that was read is kept with every field, so that each span can be shown in its place."""
    read = replace(record().report, source_id="bc-1", notes=("date taken from the address",))
    ledger.remember(replace(record(), report=read), now=at(9))
    assert ledger.report(read.id) == read
    assert ledger.report("0" * 64) is None


def test_reading_again_adds_nothing(ledger: Ledger) -> None:
    """The same report read by the same program changes nothing, not even the time."""
    ledger.remember(record(), now=at(9))
    head = ledger.head()
    (again,) = ledger.remember(record(), now=at(10))
    assert (again.is_new, again.added, again.withdrawn, again.replaced) == (False, 0, 0, 0)
    assert ledger.head() == head


def test_a_better_version_that_finds_the_same_adds_nothing(ledger: Ledger) -> None:
    """Who found it is no part of what was found; that the newer program has read it is noted all the same."""
    ledger.remember(record(), now=at(9))
    assert not ledger.has_read(record().report.id, BETTER)
    head = ledger.head()
    ledger.remember(record(run=BETTER), now=at(10))
    assert ledger.head() == head
    assert ledger.has_read(record().report.id, BETTER)
    assert ledger.has_read(record().report.id, RUN)


def test_a_better_version_withdraws_and_adds(ledger: Ledger) -> None:
    """What vanished is withdrawn, what is new is added, what is read otherwise is replaced; the past stays answerable."""
    before = record()
    after = replace(record(run=BETTER, act="confirm"), events=())
    ledger.remember(before, now=at(9))
    (done,) = ledger.remember(after, now=at(10))
    assert (done.added, done.withdrawn, done.replaced) == (0, 1, 1)
    by_id = {one.sighting.id for one in ledger.sightings()}
    assert by_id == {one.id for one in of_record(after)}
    past = {one.sighting.id for one in ledger.sightings(as_of=AsOf(recorded=at(9, 30)))}
    assert past == {one.id for one in of_record(before)}


def test_a_sighting_that_comes_back(ledger: Ledger) -> None:
    """Found, not found, and found again: it stands, did not stand, and stood."""
    full, less = record(), replace(record(), events=())
    for hour, read in enumerate((full, less, full), start=9):
        ledger.remember(read, now=at(hour))
    counts = [len(list(ledger.sightings(kind="event", as_of=AsOf(recorded=at(hour))))) for hour in (8, 9, 10, 11)]
    assert counts == [0, 1, 0, 1]
    assert list(ledger.check()) == []


def test_all_or_nothing(ledger: Ledger) -> None:
    """Where one of the records given together cannot be recorded, none is."""
    broken = replace(record(), run=None)  # type: ignore[arg-type]
    with pytest.raises(AttributeError):
        ledger.remember([other(1), broken], now=at(9))
    assert ledger.head().seq == 0
    assert list(ledger.reports()) == []


def test_time_never_runs_backwards(ledger: Ledger) -> None:
    """Where the clock is behind, what is recorded counts as just after what was recorded before it."""
    ledger.remember(other(1), now=at(9))
    ledger.remember(other(2), now=at(8))
    times = [entry.recorded for entry in ledger.entries()]
    assert times == sorted(times)
    assert len(list(ledger.reports(as_of=AsOf(recorded=at(9))))) == 1


def test_a_time_without_zone_is_refused(ledger: Ledger) -> None:
    """The time of recording is UTC, or says what else it is."""
    with pytest.raises(ValueError, match="time zone"):
        ledger.remember(record(), now=at(9).replace(tzinfo=None))


# --- versions ---


FIRST = record()
SECOND = record(TEXT + " The ministry did not say why.", published="2031-02-26")


def test_an_edited_report_is_a_new_version(ledger: Ledger) -> None:
    """Same address, other text: the newer stands for both, and says which it follows."""
    ledger.remember(FIRST, now=at(9))
    (done,) = ledger.remember(SECOND, now=at(10))
    assert done.former == FIRST.report.id
    assert [one.id for one in ledger.versions(FIRST.report.id)] == [FIRST.report.id, SECOND.report.id]
    assert {one.sighting.report_id for one in ledger.sightings()} == {SECOND.report.id}
    assert [one.id for one in ledger.reports()] == [SECOND.report.id]


def test_a_former_version_stays_answerable(ledger: Ledger) -> None:
    """On either axis: before the newer one was recorded, and before it was published, the former stands."""
    ledger.remember(FIRST, now=at(9))
    ledger.remember(SECOND, now=at(10))
    for then in (AsOf(recorded=at(9)), AsOf(published="2031-02-25"), AsOf(published="2031-02-25", recorded=at(9))):
        assert {one.sighting.report_id for one in ledger.sightings(as_of=then)} == {FIRST.report.id}, then
        assert [one.id for one in ledger.versions(SECOND.report.id, as_of=then)] == [FIRST.report.id]


def test_versions_count_by_their_days(ledger: Ledger) -> None:
    """Read in the other order, the same version stands."""
    ledger.remember(SECOND, now=at(9))
    ledger.remember(FIRST, now=at(10))
    assert [one.id for one in ledger.versions(FIRST.report.id)] == [FIRST.report.id, SECOND.report.id]
    assert {one.sighting.report_id for one in ledger.sightings()} == {SECOND.report.id}


def test_of_one_day_the_later_read_stands(ledger: Ledger) -> None:
    """Where two versions bear the same day, the one that was read last is taken for the newer."""
    one_day = record(TEXT + " It gave no reason.")
    ledger.remember(FIRST, now=at(9))
    ledger.remember(one_day, now=at(10))
    assert {one.sighting.report_id for one in ledger.sightings()} == {one_day.report.id}


def test_another_story_at_the_address_is_no_version(ledger: Ledger) -> None:
    """A page that is used again for other news keeps the reports that it held before."""
    about_rye, about_flax = (" ".join(f"{crop}{number}" for number in range(2000)) for crop in ("rye", "flax"))
    ledger.remember(record(f"{TEXT} {about_rye}"), now=at(9))
    (done,) = ledger.remember(record(f"{TEXT} {about_flax}", title="Harvest Begins"), now=at(10))
    assert done.former is None
    assert len(list(ledger.reports())) == 2


def test_the_difference_is_shown(ledger: Ledger) -> None:
    """What was edited shows as lines taken away and lines added."""
    ledger.remember([FIRST, SECOND], now=at(9))
    former, later = (ledger.report(one.id) for one in ledger.versions(FIRST.report.id))
    assert former is not None
    assert later is not None
    assert "+The ministry did not say why." in difference(former, later).splitlines()


# --- as of ---


def test_published_as_of(ledger: Ledger) -> None:
    """Only reports published by that day count."""
    ledger.remember([other(1, published="2031-02-20"), other(2, published="2031-02-22")], now=at(9))
    days = ("2031-02-19", "2031-02-20", "2031-02-21", "2031-02-22")
    assert [len(list(ledger.reports(as_of=AsOf(published=day)))) for day in days] == [0, 1, 1, 2]
    assert [len(list(ledger.sightings(kind="meeting", as_of=AsOf(published=day)))) for day in days] == [0, 1, 1, 2]


def test_a_report_without_a_day_counts_by_its_recording(ledger: Ledger) -> None:
    """Nothing is shown as of a day on which nobody here knew it."""
    ledger.remember(other(1, published=""), now=at(9))
    assert list(ledger.reports(as_of=AsOf(published="2031-02-28"))) == []
    (heading,) = ledger.reports(as_of=AsOf(published="2031-03-01"))
    assert (heading.published, heading.day) == ("", "2031-03-01")


def test_recorded_as_of_before_anything(ledger: Ledger) -> None:
    """Before the first entry there is nothing."""
    ledger.remember(record(), now=at(9))
    then = AsOf(recorded=at(8))
    assert list(ledger.sightings(as_of=then)) == []
    assert list(ledger.statements(as_of=then)) == []
    assert list(ledger.reports(as_of=then)) == []
    assert ledger.search("dam", as_of=then) == ()
    assert ledger.versions(record().report.id, as_of=then) == ()


def test_a_walk_sees_one_state(ledger: Ledger) -> None:
    """What is appended while results are read does not come into them."""
    ledger.remember([other(number) for number in range(60)], now=at(9))
    walk = ledger.sightings(kind="meeting")
    first = list(islice(walk, 10))
    ledger.remember([other(number) for number in range(60, 200)], now=at(10))
    assert len(first) + len(list(walk)) == 60


# --- asking ---


def test_by_party(ledger: Ledger) -> None:
    """All parties asked for must be in it, in whichever order."""
    ledger.remember(record(), now=at(9))
    assert found(ledger.sightings(party="LVA")) == ["a2", "s2", "e1", "m1"]
    assert found(ledger.sightings(party=["LVA", "EST"])) == ["e1", "m1"]
    assert found(ledger.sightings(kind="meeting", party=("EST", "LVA"))) == ["m1"]
    assert found(ledger.sightings(kind="meeting", party=("EST", "FIN"))) == []


def test_by_status_and_report(ledger: Ledger) -> None:
    """Status, kind, report, anchor and claim narrow alike."""
    ledger.remember([record(), other(1)], now=at(9))
    first = record().report.id
    assert found(ledger.sightings(kind="meeting", status="cancelled")) == ["m1", "m1"]
    assert found(ledger.sightings(kind="meeting", status=["held", "planned"])) == []
    assert found(ledger.sightings(report=first, kind="statement")) == ["s1", "s2"]
    meeting = next(one for one in of_record(record()) if one.kind == "meeting")
    assert found(ledger.sightings(anchors=[meeting.anchor, "no such"])) == ["m1"]
    assert found(ledger.sightings(anchors=[])) == []
    assert len({one.sighting.report_id for one in ledger.sightings(claim=meeting.claim)}) == 2


def test_references_are_anchors(ledger: Ledger) -> None:
    """A statement leads to its speaker, a meeting to its delegates and to the statement that carries it."""
    ledger.remember(record(), now=at(9))
    by_anchor = {one.sighting.anchor: one.sighting for one in ledger.sightings()}
    (meeting,) = ledger.sightings(kind="meeting")
    source = by_anchor[meeting.sighting.body["source"]]
    assert source.local == "s1"
    assert by_anchor[source.body["speaker"]].names == ("Mart Kallas",)
    assert [by_anchor[one].local for one in meeting.sighting.body["delegates"]] == ["a1"]


def test_statements(ledger: Ledger) -> None:
    """By speaker, party, act, words and day, alone and together."""
    ledger.remember([record(), other(1, published="2031-02-27")], now=at(9))
    ask = ledger.statements
    assert found(ask(act="decline")) == ["s2", "s2"]
    assert found(ask(who="Kallas")) == ["s1", "s1"]
    assert found(ask(who="Märt KALLAS", published_since="2031-02-25")) == ["s1"]
    assert found(ask(who=["Kallas", "Mart Kallas"])) == ["s1", "s1"]
    assert found(ask(who=["Kallas", "ministry"], party="LVA")) == ["s2", "s2"]
    assert found(ask(who="Kallas", party="LVA")) == []
    assert found(ask(about="dam talk", party="EST", act=["assert"])) == ["s1", "s1"]
    assert found(ask(about="dam", who="Kallas", as_of=AsOf(published="2031-02-24"))) == ["s1"]
    assert found(ask(about="harbour")) == []
    assert [one.day for one in ask(who="Kallas")] == ["2031-02-27", "2031-02-24"]


def test_pages(ledger: Ledger) -> None:
    """A page begins after the cursor of the last thing seen, in either direction, and misses nothing."""
    ledger.remember([other(number, published=f"2031-02-{number % 9 + 10}") for number in range(150)], now=at(9))
    for newest_first in (False, True):
        whole = [one.cursor for one in ledger.sightings(kind="meeting", newest_first=newest_first)]
        assert whole == sorted(whole, reverse=newest_first)
        assert len(whole) == 150
        paged: list[object] = []
        after = None
        while page := list(islice(ledger.sightings(kind="meeting", newest_first=newest_first, after=after), 40)):
            paged += [one.cursor for one in page]
            after = page[-1].cursor
        assert paged == whole


@pytest.mark.parametrize("newest_first", [False, True])
def test_every_way_to_ask_is_in_order(ledger: Ledger, *, newest_first: bool) -> None:
    """All kinds at once, or several names at once, come in one order and once each."""
    ledger.remember([other(number, published=f"2031-02-{number % 5 + 10}") for number in range(30)], now=at(9))
    everything = [one.cursor for one in ledger.sightings(newest_first=newest_first)]
    assert everything == sorted(set(everything), reverse=newest_first)
    assert len(everything) == 210
    several = [one.cursor for one in ledger.statements(who=["Kallas", "Mart", "ministry"], newest_first=newest_first)]
    assert several == sorted(set(several), reverse=newest_first)
    assert len(several) == 60


def test_reports(ledger: Ledger) -> None:
    """Reports come by day, from a day on, either way, after a cursor."""
    ledger.remember([other(number, published=f"2031-02-{number + 10}") for number in range(5)], now=at(9))
    days = [one.day for one in ledger.reports()]
    assert days == sorted(days)
    assert [one.day for one in ledger.reports(newest_first=True, published_since="2031-02-13")] == days[:2:-1]
    second = list(ledger.reports())[1]
    assert [one.day for one in ledger.reports(after=second.cursor)] == days[2:]
    assert ledger.headings([second.id, "none"]) == {second.id: second}


def test_search(ledger: Ledger) -> None:
    """Words are found in any form, phrases in order, and what is unwanted shuts out."""
    bridge = other(1, text=f"{TEXT} A bridge was shut.")
    ledger.remember([record(), bridge], now=at(9))

    def reports(words_: str) -> list[str]:
        return [hit.report.id for hit in ledger.search(words_) if hit.standing is None]

    assert len(reports("dam")) == 2
    assert len(reports("TALK opening")) == 2
    assert reports("dam -bridge") == [record().report.id]
    assert reports('"bridge was shut"') == [bridge.report.id]
    assert len(reports('"talks with Latvia on the dam"')) == 2
    assert reports('"Latvia with talks"') == []
    assert reports("-dam") == reports("") == reports('"') == []
    hits = [hit for hit in ledger.search("called off") if hit.standing]
    assert {hit.standing.sighting.local for hit in hits if hit.standing} == {"s1"}
    assert all("called off" in hit.excerpt for hit in hits)


@pytest.mark.parametrize(
    "words_", ["a OR b", "NEAR(a b)", "dam*", "title:dam", "'; --", "100%", "((", "a AND", "^dam", "💧", ":*&|!"]
)
def test_search_takes_any_words(ledger: Ledger, words_: str) -> None:
    """What means something to a database means nothing here."""
    ledger.remember(record(), now=at(9))
    ledger.search(words_)
    list(ledger.statements(about=words_))


def test_find(ledger: Ledger) -> None:
    """The beginning of an id is enough, and the input's own id of a report will do."""
    read = replace(record().report, source_id="bc-1")
    ledger.remember(replace(record(), report=read), now=at(9))
    sighting = of_record(record())[0]
    assert ("report", read.id) in ledger.find(read.id[:8])
    assert ("sighting", sighting.id) in ledger.find(sighting.id[:8])
    assert ledger.find("bc-1") == (("report", read.id),)
    assert ledger.find("") == ledger.find("zz") == ()
    assert ledger.sighting(sighting.id) == sighting


# --- decisions ---


def test_decisions(ledger: Ledger) -> None:
    """A judgement is in force from when it was made; the same one again changes nothing."""
    same = judgement("same", "b", "a", by="memcon 0.1.0", reason="one name", score=0.9, decided=at(9))
    assert (same.left, same.right) == ("a", "b")
    assert ledger.decide([same]) == (same,)
    assert (
        ledger.decide([judgement("same", "a", "b", by="memcon 0.1.0", reason="one name", score=0.9, decided=at(10))])
        == ()
    )
    correct = judgement("correct", "a", by="Anu Saar", reason="misread", value={"status": "held"}, decided=at(11))
    ledger.decide([correct])
    assert list(ledger.decisions()) == [same, correct]
    assert list(ledger.decisions(about=["b"])) == [same]
    assert list(ledger.decisions(kind="correct")) == [correct]
    assert list(ledger.decisions(as_of=AsOf(recorded=at(9, 30)))) == [same]
    assert list(ledger.decisions(as_of=AsOf(published="1999-01-01"))) == [same, correct]


def test_undo_and_redo(ledger: Ledger) -> None:
    """A judgement taken back is out of force; the taking back can be taken back; the past stays as it was."""
    (same,) = ledger.decide([judgement("same", "a", "b", by="Anu Saar", reason="one man", decided=at(9))])
    undo = ledger.retract(same.id, by="Anu Saar", reason="two brothers", now=at(10))
    assert list(ledger.decisions()) == [undo]
    redo = ledger.retract(undo.id, by="Anu Saar", reason="one man after all", now=at(11))
    assert list(ledger.decisions()) == [same, redo]
    ledger.retract(redo.id, by="Anu Saar", reason="two, and that is that", now=at(12))
    assert same not in list(ledger.decisions())
    hours = [same in list(ledger.decisions(as_of=AsOf(recorded=at(hour)))) for hour in (8, 9, 10, 11, 12)]
    assert hours == [False, True, False, True, False]
    assert ledger.decide([replace(same, decided=at(13))]) != ()
    assert [one.id for one in ledger.decisions(kind="same")] == [same.id]
    assert list(ledger.check()) == []


def test_what_is_not_in_force_cannot_be_taken_back(ledger: Ledger) -> None:
    """One line says so."""
    with pytest.raises(LedgerError, match="there is no decision none"):
        ledger.retract("none", by="Anu Saar", reason="", now=at(9))
    (same,) = ledger.decide([judgement("same", "a", "b", by="Anu Saar", reason="", decided=at(9))])
    ledger.retract(same.id, by="Anu Saar", reason="", now=at(10))
    with pytest.raises(LedgerError, match="not in force"):
        ledger.retract(same.id, by="Anu Saar", reason="", now=at(11))


# --- what others compute ---


def kept(key: str, order: str, *parties: str) -> Computed:
    """Something to keep."""
    return Computed(key=key, order=order, parties=parties, value={"key": key, "name": "Ähtäri"})


def test_keeping(ledger: Ledger) -> None:
    """What is kept comes back by key, by party and in order; what is put again replaces it; what is dropped is gone."""
    one, two, three = kept("1", "b", "EST", "LVA"), kept("2", "a", "EST"), kept("3", "c", "FIN")
    assert ledger.keep("tracks", put=[one, two, three], drop=[], seen=5, before=0)
    assert list(ledger.computed("tracks")) == [two, one, three]
    assert list(ledger.computed("tracks", newest_first=True)) == [three, one, two]
    assert list(ledger.computed("tracks", party="EST")) == [two, one]
    assert list(ledger.computed("tracks", keys=["3", "1", "9"])) == [one, three]
    assert list(ledger.computed("other")) == []
    assert ledger.keep("tracks", put=[kept("1", "z", "FIN")], drop=["3"], seen=7, before=5)
    assert list(ledger.computed("tracks", party="EST")) == [two]
    assert [one.key for one in ledger.computed("tracks", party="FIN")] == ["1"]
    assert ledger.computed_head("tracks") == 7


def test_who_comes_late_keeps_nothing(ledger: Ledger) -> None:
    """What was computed from an older state does not overwrite what was computed since."""
    assert ledger.keep("tracks", put=[kept("1", "a")], drop=[], seen=5, before=0)
    assert not ledger.keep("tracks", put=[kept("2", "a")], drop=["1"], seen=4, before=0)
    assert [one.key for one in ledger.computed("tracks")] == ["1"]


def test_touched(ledger: Ledger) -> None:
    """New entries bear on their parties and reports; a new version on those of the former too; decisions on themselves."""
    ledger.remember(FIRST, now=at(9))
    head = ledger.head().seq
    assert ledger.touched(after=0).parties == {("EST", "LVA"), ("EST",), ("LVA",)}
    assert ledger.touched(after=head).parties == frozenset()
    ledger.remember(SECOND, now=at(10))
    assert ledger.touched(after=head).reports == {FIRST.report.id, SECOND.report.id}
    head = ledger.head().seq
    (same,) = ledger.decide([judgement("same", "a", "b", by="Anu Saar", reason="", decided=at(11))])
    assert ledger.touched(after=head).decisions == {same.id}
    head = ledger.head().seq
    ledger.remember(replace(SECOND, meetings=()), now=at(12))
    assert ledger.touched(after=head).parties == {("EST", "LVA")}


# --- whole ---


def test_rebuild_changes_no_answer(ledger: Ledger) -> None:
    """What follows from the entries can be made again from them; what others computed is dropped."""
    ledger.remember([FIRST, SECOND, other(1)], now=at(9))
    ledger.remember(replace(other(1), events=()), now=at(10))
    ledger.keep("tracks", put=[kept("1", "a")], drop=[], seen=5, before=0)
    before = (
        list(ledger.sightings()),
        list(ledger.sightings(party="EST", as_of=AsOf(recorded=at(9)))),
        list(ledger.statements(who="Kallas", about="dam")),
        ledger.search("dam"),
        ledger.head(),
    )
    ledger.rebuild()
    assert before == (
        list(ledger.sightings()),
        list(ledger.sightings(party="EST", as_of=AsOf(recorded=at(9)))),
        list(ledger.statements(who="Kallas", about="dam")),
        ledger.search("dam"),
        ledger.head(),
    )
    assert list(ledger.computed("tracks")) == []
    assert list(ledger.check()) == []


def test_words_stand_in_their_reports(ledger: Ledger) -> None:
    """Every span of a body is the words at its place in the report."""
    ledger.remember(record(), now=at(9))
    for one in ledger.sightings():
        kept_report = ledger.report(one.sighting.report_id)
        assert kept_report is not None
        spans = list(words(one.sighting.body))
        assert spans
        assert all(kept_report.text[start:end] == said for start, end, said in spans)


def test_opening_again_finds_it_all(new_ledger: object) -> None:
    """What was recorded is there for the next program."""
    target = new_ledger()  # type: ignore[operator]
    with open_ledger(target) as first:
        first.remember(record(), now=at(9))
        head = first.head()
    with open_ledger(target, create=False, read_only=True) as second:
        assert second.head() == head
        assert len(list(second.sightings())) == 7
