"""On whose word things stand."""

from __future__ import annotations

from dataclasses import replace

from memcon.export.standing import standing_of
from tests.export.made import MEETINGS, RECORD, STATEMENTS, meeting, span, statement


def test_outer_statement() -> None:
    """A statement told in another is found in it; one of the same speaker beside it is not."""
    standing = standing_of(RECORD)
    outer = {each.id: (standing.outer(each) or each).id for each in STATEMENTS}
    assert outer == {"s1": "s1", "s2": "s2", "s3": "s3", "s4": "s3", "s5": "s5", "s6": "s6"}


def test_two_that_tell_each_other_have_one_outer() -> None:
    """Statements whose contents hold each other's cues do not both vanish into the other."""
    whole, part = span("Tomás Ibarra had told her he was ready to meet"), span("had told her he was ready to meet")
    first = statement("a", cue=span("ready"), content=(whole,), via="ibarra")
    second = statement("b", cue=span("told"), content=(part,), speaker="ibarra", via="quiroga")
    standing = standing_of(replace(RECORD, statements=(first, second)))
    assert standing.outer(first) is None
    assert standing.outer(second) == first


def test_silence_of_a_party() -> None:
    """A party that only gave no comment is silent on the meeting; one that also spoke is not."""
    assert list(standing_of(RECORD).silences(MEETINGS[0])) == ["CHL"]
    spoke = statement("s7", speaker="ministry", party="CHL", cue=span("closed"), content=(span("the canceled round"),))
    assert standing_of(replace(RECORD, statements=(*STATEMENTS, spoke))).silences(MEETINGS[0]) == {}


def test_nothing_heard_is_not_a_silence_on_record() -> None:
    """A party that the report has nothing at all from is unheard, not silent; one that speaks of other things is neither."""
    without = replace(RECORD, statements=tuple(each for each in STATEMENTS if each.act != "decline"))
    standing = standing_of(without)
    assert standing.silences(MEETINGS[0]) == {}
    assert standing.unheard(MEETINGS[0]) == ("CHL",)
    assert standing_of(RECORD).unheard(MEETINGS[0]) == ()
    elsewhere = statement("s7", speaker="ministry", party="CHL", cue=span("closed"), content=(span("in May"),))
    standing = standing_of(replace(without, statements=(*without.statements, elsewhere)))
    assert (standing.silences(MEETINGS[0]), standing.unheard(MEETINGS[0])) == ({}, ())


def test_report_in_its_own_voice_leaves_nobody_unheard() -> None:
    """Where the report itself tells of a meeting, no party's answer is missed."""
    assert standing_of(RECORD).unheard(MEETINGS[1]) == ()


def test_statement_is_on_the_first_meeting_it_mentions() -> None:
    """A meeting mentioned further on in the same words is not what the statement is about."""
    later = meeting("m3", span("Bolivia, Elena"))
    both = replace(RECORD, meetings=(*MEETINGS, later))
    standing = standing_of(both)
    assert [each.id for each in standing.on(MEETINGS[0])] == ["s1", "s5"]
    assert list(standing.on(later)) == []
    assert [each.id for each in standing.touching(later)] == ["s1"]
