"""The parts of the ledger that touch no database: sightings, what a reading changes, versions, days, words, addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon import ids
from memcon.ledger import judgement
from memcon.ledger.days import counted_day, latest_day
from memcon.ledger.decide import decide
from memcon.ledger.model import Known
from memcon.ledger.rows import report_row, to_report
from memcon.ledger.sightings import of_record
from memcon.ledger.versions import difference, is_version, shared_wording
from memcon.ledger.words import excerpt, parse, searchable
from memcon.model import Dateline, Record, Span
from tests.ledger.made import BETTER, TEXT, at, other, record, report

# --- sightings ---


def test_local_ids_do_not_matter() -> None:
    """A record whose items are numbered otherwise gives the same sightings."""
    read = record()
    numbered = replace(
        read,
        actors=tuple(replace(actor, id=f"x{actor.id}") for actor in read.actors),
        statements=tuple(replace(one, id=f"x{one.id}", speaker=f"x{one.speaker}") for one in read.statements),
        events=tuple(replace(one, source="xs1") for one in read.events),
        meetings=tuple(replace(one, source="xs1", delegates=("xa1",)) for one in read.meetings),
        conditions=tuple(replace(one, source="xs1") for one in read.conditions),
    )
    assert [one.id for one in of_record(numbered)] == [one.id for one in of_record(read)]


def test_the_run_is_no_part_of_a_sighting() -> None:
    """Who found it does not make it another."""
    assert of_record(record(run=BETTER)) == of_record(record())


def test_anchors_outlast_a_better_reading() -> None:
    """What is read otherwise stands at the same place; what hangs on it is not made another by that."""
    before, after = of_record(record()), of_record(record(act="deny"))
    assert [one.anchor for one in before] == [one.anchor for one in after]
    assert [one.local for one, new in zip(before, after, strict=True) if one.id != new.id] == ["s1"]


def test_two_at_one_place_are_two() -> None:
    """Two items of a kind at one place, alike in all, are two sightings with two anchors."""
    read = record()
    twice = replace(read, statements=(*read.statements, replace(read.statements[0], id="s3")))
    found = of_record(twice)
    assert len({one.id for one in found}) == len({one.anchor for one in found}) == len(found)


def test_one_claim_in_two_reports() -> None:
    """What two reports assert is one claim in two sightings; another status is another claim."""
    here, there, held = (of_record(one) for one in (record(), other(1), record(status="held")))
    assert [one.claim for one in here] == [one.claim for one in there]
    assert not {one.id for one in here} & {one.id for one in there}
    changed = [one.kind for one, new in zip(here, held, strict=True) if one.claim != new.claim]
    assert changed == ["meeting"]


def test_what_a_sighting_can_be_asked_by() -> None:
    """Parties, names, status and days are those of the item, or of the statement that carries it."""
    by_local = {one.local: one for one in of_record(record())}
    meeting, statement, condition = by_local["m1"], by_local["s1"], by_local["c1"]
    assert (meeting.parties, meeting.names, meeting.status) == (("EST", "LVA"), ("Mart Kallas",), "cancelled")
    assert (meeting.said, meeting.happened, meeting.published) == ("2031-02-24", "2031-03", "2031-02-24")
    assert (statement.parties, statement.names, statement.status) == (("EST",), ("Mart Kallas",), "assert")
    assert (condition.parties, condition.status, condition.said) == (("EST",), "", "2031-02-24")


# --- decide ---


def actions(read: object, standing: object = ()) -> list[tuple[str, str, str | None]]:
    """What `decide` asks for: action, local id, and the local id of what is replaced."""
    changes = decide(read, Known(standing=tuple(standing)))  # type: ignore[arg-type]
    return [(one.action, one.sighting.local, one.replaces.local if one.replaces else None) for one in changes.entries]


def test_decide() -> None:
    """New: added. The same: nothing. Read otherwise: replaced. Gone: withdrawn."""
    standing = of_record(record())
    assert {action for action, *_ in actions(record())} == {"add"}
    assert actions(record(), standing) == []
    assert actions(record(act="warn"), standing) == [("replace", "s1", "s1")]
    assert actions(replace(record(), conditions=(), meetings=()), standing) == [
        ("withdraw", "m1", None),
        ("withdraw", "c1", None),
    ]


def test_a_name_read_otherwise() -> None:
    """An actor under another name is another actor, and what it says is another statement at the same place."""
    changed = actions(record(name="Marta Kallas"), of_record(record()))
    assert changed == [
        ("add", "a1", None),
        ("replace", "s1", "s1"),
        ("replace", "m1", "m1"),
        ("withdraw", "a1", None),
    ]


# --- versions ---


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Round Off", "The round was called off on Monday, the ministry said.", True),
        ("Another title", "The round was put off on Monday, the ministry said.", True),
        ("Round off", "Wholly other words stand here now.", True),
        ("Another title", "Wholly other words stand here now.", False),
        ("", "Wholly other words stand here now.", False),
        ("Another title", "", False),
    ],
)
def test_is_version(title: str, text: str, *, expected: bool) -> None:
    """At one address, the same title or some of the same wording makes it the same report."""
    assert is_version("Round Off", "The round was called off on Monday, the ministry said.", title, text) is expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_shared_wording_is_a_share(text: str, other_text: str) -> None:
    """It lies between 0 and 1, is the same both ways, and 1 of a text with itself (where it has words)."""
    assert 0 <= shared_wording(text, other_text) <= 1
    assert shared_wording(text, other_text) == shared_wording(other_text, text)
    assert shared_wording(text, text) == (1 if searchable(text) else 0)


def test_difference() -> None:
    """One line a sentence, title first; nothing where no word changed."""
    later = report(TEXT.replace("has not commented", "would not comment"), title="Round Off", published="2031-02-25")
    lines = difference(report(), later).splitlines()
    assert lines[:2] == ["--- 2031-02-24", "+++ 2031-02-25"]
    assert [line for line in lines if line.startswith(("+", "-"))][2:] == [
        "-Round on the Dam Called Off",
        "+Round Off",
        "-Latvia's Foreign Ministry has not commented.",
        "+Latvia's Foreign Ministry would not comment.",
    ]
    assert difference(report(), report(published="2031-02-25")) == ""


# --- days ---


@pytest.mark.parametrize(
    ("edtf", "day"),
    [
        ("2031-02-24", "2031-02-24"),
        ("2031-02-24~", "2031-02-24"),
        ("2031-02", "2031-02-28"),
        ("2032-02", "2032-02-29"),
        ("2031", "2031-12-31"),
        ("2030-12-30/2031-01-02", "2031-01-02"),
        ("../2031-02-24", "2031-02-24"),
        ("2031-02-24/..", ""),
        ("", ""),
        ("2031-13", ""),
        ("XXXX-02", ""),
        ("0000-01-01", ""),
        ("2031-02-24T10:00", "2031-02-24"),
    ],
)
def test_latest_day(edtf: str, day: str) -> None:
    """The last day that may be meant."""
    assert latest_day(edtf) == day


@pytest.mark.parametrize(
    ("published", "day"),
    [("2031-02-24", "2031-02-24"), ("", "2031-03-01"), ("2031-03", "2031-03-01"), ("2031-02", "2031-02-28"),
     ("2031-04-01", "2031-04-01")],
)  # fmt: skip
def test_counted_day(published: str, day: str) -> None:
    """A report counts by the day by which it was surely out; recorded here on 1 March 2031."""
    assert counted_day(published, at(9)) == day


# --- words ---


@pytest.mark.parametrize(
    ("typed", "wanted", "unwanted"),
    [
        ("dam talks", (("dam",), ("talks",)), ()),
        ('"the dam" -bridge', (("the", "dam"),), (("bridge",),)),
        ('-"the bridge" dam', (("dam",),), (("the", "bridge"),)),
        ("U.S.", (("u", "s"),), ()),
        ("Märt’s", (("mart", "s"),), ()),
        ('"open', (("open",),), ()),
        ('- " ""', (), ()),
    ],
)
def test_parse(typed: str, wanted: object, unwanted: object) -> None:
    """Words, phrases, and what is unwanted; case, accents and punctuation do not matter."""
    query = parse(typed)
    assert (query.wanted, query.unwanted) == (wanted, unwanted)


@given(st.text(max_size=400), st.text(max_size=20))
def test_excerpt_is_short_and_on_one_line(text: str, typed: str) -> None:
    """Whatever the text and the words, there is a line to show."""
    shown = excerpt(text, parse(typed))
    assert len(shown) <= 182
    assert "\n" not in shown


def test_excerpt_shows_the_word() -> None:
    """In whichever form it stands, with whole words around it."""
    text = f"{'word ' * 100}negotiations {'other ' * 100}"
    shown = excerpt(text, parse("negotiating"))
    assert "negotiations" in shown
    assert set(shown.strip("…").split()) == {"word", "negotiations", "other"}


# --- ids, rows ---


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://www.courier.example/dam/", "courier.example/dam"),
        ("http://courier.example/dam?utm_source=feed#top", "courier.example/dam"),
        ("https://user@Courier.example/Dam?b=2&a=1", "courier.example/Dam?a=1&b=2"),
        ("https://courier.example/?id=7", "courier.example?id=7"),
        ("https://courier.example/", ""),
        ("dam.html", ""),
        ("http://[bad", ""),
        ("", ""),
    ],
)
def test_address(url: str, address: str) -> None:
    """One page has one address, whichever way it was come by; what names no page has none."""
    assert ids.address(url) == address


def test_ids_of_one_report_lie_together() -> None:
    """So that an index finds them on one page."""
    assert len({one.id[:6] for one in of_record(record())} | {one.anchor[:6] for one in of_record(record())}) == 1


class _Row:
    def __init__(self, **values: object) -> None:
        self.__dict__.update(values)


def test_a_report_and_its_row() -> None:
    """Every field of a report goes through its row."""
    full = replace(
        report(),
        source_id="x",
        notes=("a", "b"),
        dateline=Dateline(span=Span(0, 4), place="Riga", day="", agency="BNS"),
    )
    assert to_report(_Row(**report_row(full))) == full


def test_a_judgement_is_one_whenever_made() -> None:
    """The same judgement later, or with its sides named the other way, has the same id; by another hand it has not."""
    made = judgement("different", "a", "b", by="Anu Saar", reason="two men", decided=at(9))
    assert judgement("different", "b", "a", by="Anu Saar", reason="two men", decided=at(10)).id == made.id
    assert judgement("different", "a", "b", by="Ivo Rand", reason="two men", decided=at(9)).id != made.id
    with pytest.raises(ValueError, match="time zone"):
        judgement("accept", "a", by="Anu Saar", reason="", decided=at(9).replace(tzinfo=None))


# --- confidence ---


def sure(confidence: float | None) -> Record:
    """The record, each of its items with this confidence."""
    read = record()
    kinds = ("statements", "events", "meetings", "conditions")
    return replace(
        read, **{kind: tuple(replace(one, confidence=confidence) for one in getattr(read, kind)) for kind in kinds}
    )


def test_no_confidence_leaves_no_trace() -> None:
    """What is not worked out stands in no body, so that what an older memcon recorded is found again as it was."""
    assert all("confidence" not in one.body for one in of_record(record()))
    assert {one.body.get("confidence") for one in of_record(sure(0.8))} == {None, 0.8}  # an actor has none


def test_a_confidence_asserts_nothing() -> None:
    """It changes neither what is claimed nor where."""
    before, after = of_record(record()), of_record(sure(0.8))
    assert [(one.claim, one.anchor) for one in before] == [(one.claim, one.anchor) for one in after]


@pytest.mark.parametrize(
    ("then", "now", "replaced"), [(0.80, 0.83, 0), (0.80, 0.70, 5), (None, 0.80, 5), (0.8, 0.8, 0)]
)
def test_a_small_move_is_no_entry(then: float | None, now: float, replaced: int) -> None:
    """A confidence that hardly moved gives no entry; one that moved, or is new, replaces what stood."""
    assert [action for action, *_ in actions(sure(now), of_record(sure(then)))] == ["replace"] * replaced


def test_what_is_read_otherwise_is_replaced_whatever_its_confidence() -> None:
    """A small move hides no other change."""
    read = sure(0.8)
    otherwise = replace(
        read, statements=(replace(read.statements[0], act="deny", confidence=0.81), *read.statements[1:])
    )
    assert actions(otherwise, of_record(read)) == [("replace", "s1", "s1")]
