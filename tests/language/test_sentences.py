"""Sentence boundaries: where a sentence ends and where an abbreviation, a quotation or a number only looks like an end."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from spacy.lang.en import English

from memcon.language import sentences

CASES: list[str] = tomllib.loads(Path(__file__).with_name("sentences.toml").read_text("utf-8"))["cases"]


@pytest.fixture(scope="module")
def nlp() -> English:
    """A tokenizer and our rules, no parser."""
    blank = English()
    blank.add_pipe(sentences.COMPONENT)
    return blank


@pytest.mark.parametrize("case", CASES)
def test_boundaries(case: str, nlp: English) -> None:
    """Every sentence ends where the case says, and nowhere else."""
    expected = case.split("|")
    doc = nlp(" ".join(expected))
    assert [sent.text.strip() for sent in doc.sents] == expected


def test_paragraphs_part(nlp: English) -> None:
    """A blank line ends a sentence that has no full stop, as a heading has none."""
    doc = nlp("Talks end without a text\n\nThe two sides left")
    assert [sent.text.strip() for sent in doc.sents] == ["Talks end without a text", "The two sides left"]


def test_wrapped_lines_go_on(nlp: English) -> None:
    """A line break inside a sentence does not end it."""
    long = "The two sides, which had met in spring for the first time in many years, said that they would go\non with the talks."
    assert len(list(nlp(long).sents)) == 1


def test_hyphen_is_no_dateline(nlp: English) -> None:
    """A capital word with a hyphen at the head of a text is no dateline."""
    assert len(list(nlp("UN-backed talks went on.").sents)) == 1
