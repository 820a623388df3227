"""The meetings that a text speaks of, by the default pipeline."""

from __future__ import annotations

from memcon.extract import find
from memcon.language.load import load
from memcon.model import Meeting, Report, Run, Span
from memcon.settings import DEFAULT_PIPELINE

MONDAY = "2025-06-16"


def meetings(text: str, published: str = MONDAY) -> tuple[Meeting, ...]:
    """The meetings of a text published on that day."""
    report = Report(id="x", source_id=None, title="", published=published, outlet="", url="", language="en", text=text)
    return find(load(DEFAULT_PIPELINE)(text), report, Run(memcon="0", pipeline="test")).meetings


def only(text: str) -> Meeting:
    """The one meeting of a text."""
    found = meetings(text)
    assert len(found) == 1, [words(text, m.mentions) for m in found]
    return found[0]


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    """The words of some spans."""
    return [text[s.start : s.end] for s in spans]
