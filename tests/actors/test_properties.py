"""What holds of the cast of any text."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.actors import find_cast, gazetteer, parties_of_phrase
from memcon.actors.places import find_places
from memcon.language.load import load
from memcon.language.quotations import find_quotations
from memcon.model import Report
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.tokens import Doc

PIECES = st.sampled_from([
    "Russian", "Foreign Minister", "Orlov", "Pavel Orlov", "U.S.", "-", "–", "and", ",", ".", "“", "”", '"', "he", "She", "they", "both countries",
    "the two sides", "said", "Iran", "'s", "the ministry", "in Moscow", "Moscow", "\n", "\n\n", " ", "\u00a0", "who", "Hamas", "Mr.", "of", "the",
    "(", ")", "President", "talks", "it", "its", "his envoy", "No.", "UN", "\u202e", "\x00", "É", "漢", "#", "@", "😀", "McX-Y", "al-", "bin",
])  # fmt: skip
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map(" ".join), st.text(max_size=60))


@lru_cache(maxsize=1)
def _nlp() -> object:
    return load(DEFAULT_PIPELINE)


def _parse(text: str) -> Doc:
    return _nlp()(text)  # type: ignore[operator,no-any-return]


@settings(max_examples=60)
@given(TEXTS)
def test_every_mention_lies_in_the_text(text: str) -> None:
    """Whatever the text, nothing raises; each mention is some of its words, points to a known actor, and is the same on a second run."""
    doc = _parse(text)
    report = Report(id="r", source_id=None, title="", published="", outlet="", url="", language="en", text=text)
    cast = find_cast(doc, report, find_quotations(text))
    for mention in cast.mentions:
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.start <= doc[mention.head].idx < mention.span.end
        assert mention.actor is None or cast.actor(mention.actor) in cast.actors
    for place in find_places(doc, cast):
        assert text[place.span.start : place.span.end].strip()
    assert all(isinstance(parties_of_phrase(token, cast), tuple) for token in doc)
    assert cast == find_cast(doc, report, find_quotations(text))


@given(st.text(max_size=200))
def test_names_lie_in_the_text_and_never_overlap(text: str) -> None:
    """Names of the gazetteer are some of the text's words, one after the other."""
    end = 0
    for hit in gazetteer.find(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
