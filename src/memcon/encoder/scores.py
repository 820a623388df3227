"""The scores of one report's tokens, as the extractors ask for them: all are probabilities.

Tokens are numbered as in the `Doc`. A content is looked for within the window in which its cue was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from memcon.encoder.labels import ACTS, EVENT_STATUSES, MEETING_STATUSES, TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray
    from spacy.tokens import Doc

    from memcon.model import Act, EventStatus, EventType, MeetingStatus

KEY = "memcon_encoder"
_NEAR = 24  # words up to which each distance from the cue has a weight of its own


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scores:
    """What the encoder gave for a `Doc`: a row a token, `columns` by the name of the head.

    `windows` gives for each token the ``[start, end)`` of the window it was read in; `distance` weighs how far a word is from a cue.
    """

    columns: Mapping[str, NDArray[np.float32]]
    windows: NDArray[np.int32]
    distance: NDArray[np.float32]

    def cue(self, token: int) -> float:
        """How likely a token is (part of) a cue."""
        return 1.0 - float(_softmax(self.columns["cue"][token])[0])

    def cues(self) -> NDArray[np.float32]:
        """The same of every token."""
        return 1.0 - _softmax(self.columns["cue"])[:, 0]

    def content(self, cue: Sequence[int]) -> tuple[int, NDArray[np.float32]]:
        """How likely each token of the cue's window belongs to its content; with the number of the window's first token."""
        start, end = (int(n) for n in self.windows[cue[0]])
        inside = [n for n in cue if start <= n < end]
        asked = self.columns["from_cue"][inside].mean(0)
        given = self.columns["to_content"][start:end] @ asked / np.sqrt(np.float32(len(asked)))
        places = np.arange(start, end)
        away = places - np.clip(places, inside[0], inside[-1])
        return start, _sigmoid(given + self.distance[_buckets(away) + len(self.distance) // 2])

    def said(self) -> NDArray[np.float32]:
        """How likely each token is in some content."""
        return _sigmoid(self.columns["said"][:, 0])

    def act(self, cue: Sequence[int], content: Sequence[int]) -> dict[Act, float]:
        """How likely each act is for a statement with these tokens."""
        scores = self.columns["act_cue"][list(cue)].mean(0)
        if len(content):
            scores = scores + self.columns["act_content"][list(content)].mean(0)
        return dict(zip(ACTS, map(float, _softmax(scores)), strict=True))

    def trigger(self, token: int) -> float:
        """How likely a token is the trigger of an event."""
        return float(_sigmoid(self.columns["trigger"][token, 0]))

    def triggers(self) -> NDArray[np.float32]:
        """The same of every token."""
        return _sigmoid(self.columns["trigger"][:, 0])

    def type(self, token: int) -> dict[EventType, float]:
        """How likely each type is for the event of a trigger."""
        return dict(zip(TYPES, map(float, _softmax(self.columns["type"][token])), strict=True))

    def status(self, token: int) -> dict[EventStatus, float]:
        """How likely each status is for the event of a trigger."""
        return dict(zip(EVENT_STATUSES, map(float, _softmax(self.columns["status"][token])), strict=True))

    def meetings(self) -> NDArray[np.float32]:
        """How likely each token is part of a mention of a meeting."""
        return 1.0 - _softmax(self.columns["meeting"])[:, 0]

    def meeting_status(self, tokens: Sequence[int]) -> dict[MeetingStatus, float]:
        """How likely each status is for the meeting of a mention."""
        scores = self.columns["meeting_status"][list(tokens)].mean(0)
        return dict(zip(MEETING_STATUSES, map(float, _softmax(scores)), strict=True))

    def condition(self, part: str) -> NDArray[np.float32]:
        """How likely each token is in the ``what`` or the ``requires`` of a condition."""
        return _sigmoid(self.columns[part][:, 0])


def scores_of(doc: Doc) -> Scores | None:
    """The scores that came with the `Doc`; ``None`` where no encoder read it."""
    found = doc.user_data.get(KEY)
    return found if isinstance(found, Scores) else None


def parted(rows: NDArray[np.float32], heads: Mapping[str, int]) -> dict[str, NDArray[np.float32]]:
    """The columns of each head, `heads` giving their widths in order."""
    ends = np.cumsum(list(heads.values()))
    return dict(zip(heads, np.split(rows, ends[:-1], axis=1), strict=True))


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def _sigmoid(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1.0 / (1.0 + np.exp(-scores)), np.float32)


def _buckets(away: NDArray[np.int64]) -> NDArray[np.int64]:
    """Distances: each by itself up to `_NEAR` words, then ever wider; as in `training.net`."""
    size = np.abs(away)
    far = _NEAR + (np.log2(np.maximum(size, _NEAR) / _NEAR) * 8).astype(np.int64)
    return np.asarray(np.minimum(np.where(size <= _NEAR, size, far), 64) * np.sign(away), np.int64)
