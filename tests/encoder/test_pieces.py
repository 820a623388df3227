"""Windows of word pieces: every token once, whole sentences, offsets that hold on odd texts."""

from __future__ import annotations

import pytest
import spacy

from memcon.encoder.pieces import Cutter, cutter
from memcon.language import sentences

PIECES = (
    "[PAD]",
    "[UNK]",
    "[CLS]",
    "[SEP]",
    *"abcdefghijklmnopqrstuvwxyz.",
    *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
)
TEXT = "Envoys met in Lima. They said no.\n\nMr. Ruiz's aide didn't. " + "Talks go on. " * 12


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    """A tokenizer with our sentences."""
    made = spacy.blank("en")
    made.add_pipe(sentences.COMPONENT)
    return made


def cut(limit: int) -> Cutter:
    """A cutter that knows letters only."""
    return cutter(PIECES, limit)


@pytest.mark.parametrize("limit", [8, 24, 40, 256])
@pytest.mark.parametrize("text", [TEXT, "", " ", "\n\n", "a", "Ünïcode “marks” — 中文 and 🙂 here.", "x" * 500 + " y."])
def test_every_token_is_in_one_window(nlp: spacy.language.Language, limit: int, text: str) -> None:
    """Windows join without gap, none is longer than the limit, and each token has a piece in it."""
    doc = nlp(text)
    windows = list(cut(limit).windows(doc))
    assert [w.start for w in windows] == [0, *(w.end for w in windows[:-1])][: len(windows)]
    assert (windows[-1].end if windows else 0) == len(doc)
    for window in windows:
        assert len(window.pieces) <= limit
        assert len(window.at) == window.end - window.start
        assert all(0 <= at < max(2, len(window.pieces) + 1) for at in window.at)


def test_windows_end_with_sentences(nlp: spacy.language.Language) -> None:
    """Where a sentence fits, it is not cut."""
    doc = nlp(TEXT)
    starts = {t.i for t in doc if t.is_sent_start} | {len(doc)}
    assert all(window.end in starts for window in cut(64).windows(doc))


def test_a_token_is_read_at_its_first_piece(nlp: spacy.language.Language) -> None:
    """The place of a token is the piece that begins where it begins."""
    doc = nlp("said no")
    (window,) = cut(64).windows(doc)
    assert [PIECES[window.pieces[at]] for at in window.at] == ["s", "n"]
