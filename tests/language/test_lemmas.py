"""Lemmas that are looked up are those that spaCy works out; sentence boundaries cost no more in a long text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.language import lemmas
from memcon.language.lemmas import Remembered
from memcon.language.load import bare, load
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    import pytest
    from spacy.tokens import Token

TEXT = """Bolivia's ministers met their counterparts twice, and both sides were meeting again. The meeting, held in
Arica, led to no agreement; leaders said they'd better talks than shouting. Worse news followed: the worst flooding in
years cut roads, and mice ate the treaties. She saw the saws that he was sawing."""


def test_same_lemmas() -> None:
    """The same, the first time and when they are known."""
    ours = load(DEFAULT_PIPELINE)
    theirs = bare(DEFAULT_PIPELINE)
    work_out, look_up = theirs.get_pipe("lemmatizer").lemmatize, ours.get_pipe("lemmatizer").lemmatize
    assert isinstance(look_up, Remembered)
    assert not isinstance(work_out, Remembered)
    for _ in range(2):
        doc = ours(TEXT)
        assert [look_up(token) for token in doc] == [work_out(token) for token in doc]


def test_begins_anew_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more is kept than is allowed, and what is given stays right."""
    monkeypatch.setattr(lemmas, "MOST", 3)
    worked_out: list[str] = []

    def work_out(token: Token) -> list[str]:
        worked_out.append(token.text)
        return [token.text.upper()]

    known = Remembered(work_out)
    doc = bare(DEFAULT_PIPELINE).make_doc("one two three four one two one")
    assert [known(token) for token in doc] == [[token.text.upper()] for token in doc]
    assert worked_out == ["one", "two", "three", "four", "one", "two"]
