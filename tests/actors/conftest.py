"""A report's cast from plain words, with the default pipeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memcon.actors import find_cast
from memcon.language.load import load
from memcon.language.quotations import find_quotations
from memcon.model import Report
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    from memcon.actors import Cast


def report(text: str, *, published: str = "2025-06-16", outlet: str = "") -> Report:
    """A report of these words."""
    return Report(
        id="r", source_id=None, title="", published=published, outlet=outlet, url="", language="en", text=text
    )


@pytest.fixture(scope="session")
def read() -> Callable[..., tuple[Doc, Cast]]:
    """Parse a text and find its cast."""
    nlp = load(DEFAULT_PIPELINE)

    def parse(text: str, **about: str) -> tuple[Doc, Cast]:
        doc = nlp(text)
        return doc, find_cast(doc, report(text, **about), find_quotations(text))

    return parse
