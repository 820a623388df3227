"""Properties of every record, over odd texts put together from the stuff of news: spans are words, reading is the same twice, nothing raises."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from memcon.export.records import from_line, to_line
from memcon.ids import report_id
from memcon.language.load import load
from memcon.model import Record, Report, Span
from memcon.pipeline import record_of
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

PIECES = [
    "LIMA, March 3 (Andina) -- ", "Chilean Foreign Minister Rosa Vidal", " said", " on Monday", " that", " the talks", " would take place", " in Geneva", '"', "“", "”",
    "'", ", ", ". ", "\n\n", "\n", " if", " unless", " until", " according to", " Peru", " denied", " never confirmed", " the meeting", " has not commented", " on it",
    " he", " both sides", " met", " on Feb. 12 and April 23", " last week", " between 2016 and 2018", " offered to mediate", " and", " but", " (", ") ", "U.S.", " no", " not",
    " the third round", " was postponed", " at the initiative of", " the P5+1", " Reuters reported", ": ", "; ", " — ", "…", "\u00a0", "\u202e", "\x00", "é", "北京", "🙂", "1999", "99/99/9999",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=120)
DAYS = st.sampled_from(["", "2025-06-16", "2025-06", "9999-12-31", "0001-01-01", "2024-02-29"])
OFTEN = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def pipeline() -> Language:
    """The default pipeline, loaded once."""
    return load(DEFAULT_PIPELINE)


def read(text: str, published: str) -> Record:
    """The record of a text."""
    identity = report_id(title="", published=published, outlet="", url="", text=text)
    report = Report(
        id=identity, source_id=None, title="", published=published, outlet="", url="", language="en", text=text
    )
    return record_of(report, pipeline())


def spans(record: Record) -> Iterator[Span]:
    """Every span of a record."""
    for actor in record.actors:
        yield from actor.mentions
    for statement in record.statements:
        yield statement.cue
        yield from statement.content
        if statement.speaker_span is not None:
            yield statement.speaker_span
    for event in record.events:
        yield event.trigger
    for meeting in record.meetings:
        yield from (*meeting.mentions, *meeting.agenda)
    for condition in record.conditions:
        yield from (condition.what, condition.requires)
    yield from (Span(time.start, time.end) for time in record.times)


@given(TEXTS, DAYS)
@OFTEN
def test_every_span_is_words_and_reading_repeats(text: str, published: str) -> None:
    """Every span lies inside the text and holds more than blanks; a second reading and the codec give the same record."""
    record = read(text, published)
    for span in spans(record):
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip()
    assert read(text, published) == record
    assert from_line(to_line(record)) == record


@given(TEXTS, DAYS)
@OFTEN
def test_references_hold(text: str, published: str) -> None:
    """Whatever a record refers to by id is in it, and every id is given once."""
    record = read(text, published)
    actors, statements = {one.id for one in record.actors}, {one.id for one in record.statements}
    assert len(actors) == len(record.actors)
    assert len(statements) == len(record.statements)
    assert all(one.speaker is None or one.speaker in actors for one in record.statements)
    assert all(set(one.delegates) <= actors for one in record.meetings)
    sources = [one.source for one in (*record.events, *record.meetings, *record.conditions)]
    assert all(source is None or source in statements for source in sources)


@pytest.mark.parametrize(
    "text", ["", " ", "\n", '"' * 10_000, "(" * 2_000, "Chile said " * 500, "a" * 5_000, "U.S. " * 400]
)
def test_tiresome_texts(text: str) -> None:
    """Empty, endless and repeated texts are read like any other."""
    assert read(text, "2025-06-16").report.text == text


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_calendar_has_edges(published: str) -> None:
    """Days that would lie beyond the calendar are left out, and nothing raises."""
    text = (
        "Chile and Peru have been holding talks in Lima since Monday. Three days of talks between Chile and Fiji ended in Suva today. "
        "Chile and Kenya open a three-day meeting in Nairobi today."
    )
    meetings = read(text, published).meetings
    assert len(meetings) > 1
