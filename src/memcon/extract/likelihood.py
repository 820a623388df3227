"""How likely each item of a record is, as the encoder has it: one place for a confidence to be made of.

These are the encoder's own probabilities that the words are a cue, a trigger, a mention of a meeting; not calibrated, and nothing is said
of party, status or day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.encoder.scores import scores_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from memcon.model import Record, Span


def likelihoods(record: Record, doc: Doc) -> Mapping[str, float]:
    """For each statement, event and meeting, by its id, how likely its words are one; empty where no encoder read the report."""
    scores = scores_of(doc)
    if scores is None:
        return {}
    cues, triggers, meetings = scores.cues(), scores.triggers(), scores.meetings()
    return {
        **{s.id: _best(doc, [s.cue], cues) for s in record.statements},
        **{e.id: _best(doc, [e.trigger], triggers) for e in record.events},
        **{m.id: _best(doc, m.mentions, meetings) for m in record.meetings},
    }


def _best(doc: Doc, spans: Sequence[Span], chances: NDArray[np.float32]) -> float:
    words = (t for s in spans for t in doc.char_span(s.start, s.end, alignment_mode="expand") or ())
    return max((float(chances[t.i]) for t in words), default=0.0)
