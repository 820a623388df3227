"""Report → spaCy `Doc`, code point for code point, so that every offset of the one holds in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from memcon.model import Report

_TEXT = "memcon.text"
# Blanks of other widths, as pages have them ("the\u00a0Yemen\u00a0crisis"), join words for the tokenizer and spoil titles and parse.
_BLANKS = {
    ord(blank): " "
    for blank in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
}


def annotate(report: Report, nlp: Language) -> Doc:
    """Parse the report's text. Spans of the `Doc` are spans of the text; the words themselves are read from the text."""
    text = parsed_text(report.text)
    doc = nlp(text)
    doc.user_data[_TEXT] = text
    return doc


def text_of(doc: Doc) -> str:
    """The text of `doc`; spaCy joins its tokens anew each time that it is asked for it."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None:
        text = doc.user_data[_TEXT] = doc.text
    return text


def parsed_text(text: str) -> str:
    """`text` with every blank of another width as a plain one, of the same length."""
    return text.translate(_BLANKS)
