"""Report → spaCy `Doc`, with ``doc.text == report.text`` so that every offset holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from memcon.model import Report


def annotate(report: Report, nlp: Language) -> Doc:
    """Parse the report's text; code points are kept, so spans of the `Doc` are spans of the text."""
    return nlp(report.text)
