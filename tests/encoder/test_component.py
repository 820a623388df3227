"""The encoder in the pipeline: scores for every token, the same each time, none where it is off, a clear line where it cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from memcon.encoder import component
from memcon.encoder.component import OWN
from memcon.encoder.scores import Scores, scores_of
from memcon.errors import PipelineError
from memcon.language.load import OFF, describe, load
from memcon.model import Report
from memcon.pipeline import record_of
from memcon.settings import DEFAULT_PIPELINE, Settings, from_environment

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "Chile's foreign minister said on Friday that the talks with Peru would resume in May. "
    "“We will wait,” Rosa Vidal told reporters. Peru quipped that Chile was late.\n\nChile and Peru held talks in Lima."
)


def report(text: str) -> Report:
    """A report of that text."""
    return Report(id="r", source_id=None, title="", published="2026-03-11", outlet="", url="", language="en", text=text)


def read(text: str) -> Scores:
    """Its scores."""
    scores = scores_of(load(DEFAULT_PIPELINE, OWN)(text))
    assert scores is not None
    return scores


def test_each_token_has_chances() -> None:
    """Cues and triggers are told from other words, and all are chances."""
    doc = load(DEFAULT_PIPELINE, OWN)(TEXT)
    scores = read(TEXT)
    cues, triggers, meetings = scores.cues(), scores.triggers(), scores.meetings()
    for chances in (cues, triggers, meetings, scores.said(), scores.condition("what")):
        assert chances.shape == (len(doc),)
        assert ((chances >= 0) & (chances <= 1)).all()
    said = next(t.i for t in doc if t.text == "said")
    assert cues[said] > 0.9
    assert cues[said + 1] < 0.1
    assert max(meetings[t.i] for t in doc if t.text == "talks") > 0.5


def test_content_follows_its_cue() -> None:
    """What is likely said at a cue stands in its window, and the clause after "said" is likelier than the next sentence."""
    doc = load(DEFAULT_PIPELINE, OWN)(TEXT)
    said = next(t.i for t in doc if t.text == "said")
    start, chances = read(TEXT).content([said])
    assert start == 0
    resume = next(t.i for t in doc if t.text == "resume")
    assert chances[resume - start] > chances[said - start]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "🙂", "x" * 4000, "word " * 600, "“" * 50, "\u200b\ufeff"])
def test_odd_texts_are_read(text: str) -> None:
    """Nothing raises, and every token has its row."""
    doc = load(DEFAULT_PIPELINE, OWN)(text)
    scores = scores_of(doc)
    assert scores is not None
    assert scores.cues().shape == (len(doc),)


def test_neighbours_change_nothing() -> None:
    """A report has the same scores alone and among others."""
    nlp = load(DEFAULT_PIPELINE, OWN)
    alone = read(TEXT)
    *_, among = nlp.pipe(["Peru met Chile.", "word " * 300, TEXT])
    beside = scores_of(among)
    assert beside is not None
    for head, column in alone.columns.items():
        assert np.array_equal(column, beside.columns[head]), head


def test_run_names_the_encoder() -> None:
    """A record says what read it, with the encoder and without."""
    assert describe(load(DEFAULT_PIPELINE, OWN)).endswith(f", {component.load().title}")
    assert "encoder" not in describe(load(DEFAULT_PIPELINE, OFF))


def test_off_reads_by_rules_alone() -> None:
    """Without the encoder there are no scores, no chances, and still a record."""
    nlp = load(DEFAULT_PIPELINE, OFF)
    record = record_of(report(TEXT), nlp)
    assert scores_of(nlp(TEXT)) is None
    assert record.statements
    assert record.meetings


def test_unreadable_weights_are_named(tmp_path: Path) -> None:
    """The error says which file, and what to do."""
    broken = tmp_path / "broken.onnx"
    broken.write_bytes(b"no weights")
    with pytest.raises(PipelineError, match=r"broken\.onnx.*MEMCON_ENCODER"):
        component.load(str(broken))


def test_setting_turns_it_off() -> None:
    """MEMCON_ENCODER is read with the other settings."""
    assert from_environment({"MEMCON_ENCODER": "off"}).encoder == OFF
    assert from_environment({}).encoder == Settings().encoder == component.OWN
