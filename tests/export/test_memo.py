"""The memo: everything of a record is in it, and nothing that one side claims is given as fact."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from memcon.export import wording
from memcon.export.memo import memo, memo_text
from memcon.model import Act, EventStatus, EventType, MeetingStatus, Place, Record, Span, Statement
from tests.export.made import EMPTY, MEETINGS, RECORD, STATEMENTS, report, span, statement


def flat(text: str) -> str:
    """`text` on one line."""
    return " ".join(text.split())


MEMO = memo_text(RECORD)


def test_head() -> None:
    """Title, outlet, day with weekday, and address stand first."""
    assert MEMO.splitlines()[:3] == [
        "Round Called Off",
        "The Andean Courier · Wednesday, 11 March 2026",
        "https://courier.example/1",
    ]


def test_head_without_date() -> None:
    """A report without a date says so."""
    assert "The Andean Courier · no date" in memo_text(replace(EMPTY, report=report(published="")))


def test_meeting_stands_on_a_word() -> None:
    """A cancelled round names who called it off, who says so, and the silence of the other side."""
    assert "Cancelled by Chile, says Bolivia (Elena Quiroga, 10 March)." in flat(MEMO)
    assert "No comment from Chile (in the report's words: “has not commented”)." in flat(MEMO)
    assert "CANCELLED   Bolivia and Chile · consulates" in MEMO


def test_meeting_in_the_reports_own_voice() -> None:
    """What nobody is named for is the report's own word; day, place and delegates are given."""
    part = MEMO[MEMO.index("HELD") :]
    assert "So the report itself tells it." in part
    assert "20 January 2026" in part
    assert "Lima, Peru" in part
    assert "Tomás Ibarra, minister" in part


def test_silence_is_never_a_denial() -> None:
    """No comment is shown as no comment."""
    assert "no comment    (has not commented) on the canceled round" in MEMO
    assert "denie" not in MEMO.lower()


def test_silence_is_shown_with_its_not() -> None:
    """Where the cue is the bare verb, the words before it that make it a silence are shown with it."""
    bare = replace(STATEMENTS[4], cue=span("commented"), speaker_span=span("Chile's Foreign Ministry"))
    text = memo_text(replace(RECORD, statements=(*STATEMENTS[:4], bare)))
    assert "no comment    (has not commented) on the canceled round" in text
    assert "(in the report's words: “has not commented”)" in flat(text)


@pytest.mark.parametrize(("act", "word"), [("confirm", "Confirmed"), ("deny", "Denied")])
def test_the_other_side_answers(act: Act, word: str) -> None:
    """A yes or no of the other party stands with the meeting, under its name."""
    answer = statement(
        "s7", speaker="ministry", party="CHL", cue=span("closed"), content=(span("the canceled round"),), act=act
    )
    text = memo_text(replace(RECORD, statements=(*STATEMENTS, answer)))
    assert f"{word}, says Chile (Chile's Foreign Ministry, 10 March)." in flat(text)
    assert "No comment from Chile" not in text


def test_unheard_party() -> None:
    """Where the report has nothing from the other side, this is said, and not called a silence."""
    text = memo_text(replace(RECORD, statements=STATEMENTS[:1]))
    assert "Nothing from Chile in the report." in text
    assert "No comment" not in text


def test_quoted_and_reported_words() -> None:
    """The speaker's own words stand in quotation marks, reported ones without."""
    assert "“We regret it”" in MEMO
    assert "says          Chile has called off the round of talks with Bolivia" in MEMO


def test_nested_statement() -> None:
    """A statement told in another stands under it, once."""
    assert "↳ Tomás Ibarra · proposes: (had told her) he was ready to meet" in flat(MEMO)
    assert MEMO.count("he was ready to meet") == 2


def test_events_by_word() -> None:
    """Events stand under whoever says so: first the report itself, then each speaker."""
    part = MEMO[MEMO.index("EVENTS") : MEMO.index("CONDITIONS")]
    assert part.index("As the report itself tells it") < part.index("coercion: “closed”")
    assert part.index("On the word of Bolivia (Elena Quiroga)") < part.index("refusal or break:")
    assert "happened, May 2025" in part


def test_same_event_twice_is_one_row() -> None:
    """Events that would read the same are counted, not repeated."""
    twice = replace(RECORD, events=(RECORD.events[0], replace(RECORD.events[0], id="e9")))
    assert "(2 times)" in memo_text(twice)


def test_condition() -> None:
    """A condition says what depends on what, and who sets it on whose word."""
    part = flat(MEMO[MEMO.index("CONDITIONS") :])
    assert "what No talks will be held depends on the crossing reopens set by Bolivia (Elena Quiroga)" in part
    other = replace(RECORD, conditions=(replace(RECORD.conditions[0], set_by="CHL"),))
    assert "set by Chile, says Bolivia (Elena Quiroga)" in flat(memo_text(other))


def test_brief() -> None:
    """The head counts, and repeats statuses with the word they stand on; it adds nothing of its own."""
    brief = flat(MEMO[MEMO.index("IN BRIEF") : MEMO.index("MEETINGS")])
    assert (
        "Bolivia and Chile: cancelled by Chile, says Bolivia (Elena Quiroga, 10 March). No comment from Chile." in brief
    )
    assert "1 meeting held, as the report itself tells it." in brief
    assert "5 statements: Bolivia 5. 1 silence on record: Chile. 2 events and 1 condition." in brief


def test_nothing_found() -> None:
    """An empty record says that nothing was found, with no empty section."""
    text = memo_text(EMPTY)
    assert "Nothing was found" in text
    assert "MEETINGS" not in text


def test_notes_and_run() -> None:
    """Notes are shown, and so is what read the report."""
    text = memo_text(replace(RECORD, notes=("no publication date",)))
    assert "NOTES" in text
    assert "no publication date" in text
    assert "memcon 0.1.0 with en_test 1.0" in text


@pytest.mark.parametrize("width", [40, 80, 120])
def test_lines_fit(width: int) -> None:
    """No line is wider than the page or than a hundred columns, or ends in blanks."""
    lines = memo_text(RECORD, width=width).splitlines()
    assert max(map(len, lines)) <= min(width, 100)
    assert all(line == line.rstrip() for line in lines)


def test_terminal_is_not_driven_by_a_report() -> None:
    """Escape sequences and direction marks of a report do not reach the terminal."""
    hostile = "\x1b[2J\x07\u202e"
    dirty = replace(RECORD, report=report(title=f"T{hostile}", outlet=hostile, url=f"https://x.example/{hostile}"))
    assert not set(hostile) - set("[2J") & set(memo_text(dirty))


def test_colour_only_where_asked() -> None:
    """Plain text has no escape sequence; the same memo on a colour terminal has."""
    out = io.StringIO()
    Console(file=out, force_terminal=True, color_system="standard", width=80, _environ={}).print(memo(RECORD))
    assert "\x1b[" in out.getvalue()
    assert "\x1b" not in MEMO
    words = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b]*\x1b\\", "", out.getvalue())
    assert flat(words) == flat(MEMO)


@given(st.from_type(Record))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_record_has_a_memo(record: Record) -> None:
    """No record makes the memo raise, however odd."""
    assert memo_text(record)


@given(
    st.lists(
        st.tuples(st.integers(0, 80), st.integers(1, 40), st.sampled_from("ab"), st.sampled_from(["a", "b", None])),
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_statement_is_shown_once(parts: list[tuple[int, int, str, str | None]]) -> None:
    """However statements tell of each other, each is shown exactly once."""
    statements = tuple(_placed(number, *part) for number, part in enumerate(parts))
    text = memo_text(replace(EMPTY, statements=statements, report=report("x" * 200)))
    shown = text[text.index("WHO SAID WHAT") :] if statements else ""
    assert shown.count("says") == len(statements)


def _placed(number: int, start: int, length: int, speaker: str, via: str | None) -> Statement:
    cue, content = Span(start + 1, start + 2), Span(start, start + length)
    return statement(f"s{number}", cue=cue, content=(content,), speaker=speaker, via=via)


@pytest.mark.parametrize(
    ("terms", "words"),
    [(Act, wording.ACTS), (EventType, wording.EVENT_TYPES), (EventStatus, wording.EVENT_STATUSES), (MeetingStatus, wording.MEETING_STATUSES), (MeetingStatus, wording.MEETING_STYLES)],
)  # fmt: skip
def test_every_term_has_words(terms: object, words: dict[str, str]) -> None:
    """Each term of the contract has its plain words."""
    assert set(get_args(terms)) == set(words)


def test_unused_meetings_are_not_lost() -> None:
    """More open meetings than the head has room for are counted there and shown below."""
    many = tuple(replace(MEETINGS[0], id=f"m{number}") for number in range(7))
    text = memo_text(replace(RECORD, meetings=many))
    assert "3 more meetings not held, or not yet." in text
    assert text.count("CANCELLED") == 7


def test_brackets_are_words() -> None:
    """Words in brackets are shown as they stand, not taken for marks of style."""
    held = replace(MEETINGS[1], where=Place(name="[/red] [bold]Lima", country=None))
    assert "[/red] [bold]Lima" in memo_text(replace(RECORD, meetings=(held,)))
