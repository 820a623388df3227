"""A sentence as the extractors see it, and its word in brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract import read
from memcon.language.load import load
from memcon.model import Report
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.reading import Reading


def marked(sentence: str, published: str = "2025-06-16") -> tuple[Reading, Token]:
    """The reading of a report of that day that holds this sentence alone, and the token that stands in brackets in it."""
    place = sentence.index("[")
    text = sentence.replace("[", "").replace("]", "")
    doc = load(DEFAULT_PIPELINE)(text)
    report = Report(id="r", source_id=None, title="", published=published, outlet="", url="", language="en", text=text)
    return read(doc, report), next(token for token in doc if token.idx <= place < token.idx + len(token))
