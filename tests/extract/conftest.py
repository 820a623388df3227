"""A reading of a text by the default pipeline, loaded once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from memcon.extract import find
from memcon.ids import report_id
from memcon.language.load import load
from memcon.model import Record, Report, Run
from memcon.settings import DEFAULT_PIPELINE

Read = Callable[..., Record]


@pytest.fixture(scope="session")
def read_text() -> Read:
    """Read a text as a report of 16 June 2025 (a Monday), or of another day, into its record."""
    nlp = load(DEFAULT_PIPELINE)

    def read(text: str, published: str = "2025-06-16") -> Record:
        identity = report_id(title="", published=published, outlet="", url="", text=text)
        report = Report(
            id=identity, source_id=None, title="", published=published, outlet="", url="", language="en", text=text
        )
        return find(nlp(text), report, Run(memcon="test", pipeline=DEFAULT_PIPELINE))

    return read
