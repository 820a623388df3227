"""The encoder as the last component of the pipeline: `Doc` → `Doc` with `Scores`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from memcon.encoder.pieces import Cutter, Window, cutter
from memcon.encoder.scores import KEY, Scores, parted
from memcon.errors import PipelineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

OWN = "own"
_LIMIT = 256  # pieces of a window: what the weights were trained with at most


@dataclass(slots=True, kw_only=True, eq=False)
class Encoder:
    """Weights, vocabulary and the weights of distance; `title` is name and version as a record's run gives them.

    `name` is set by spaCy: the component's name in the pipeline.
    """

    title: str
    session: Any
    cutter: Cutter
    heads: Mapping[str, int]
    distance: NDArray[np.float32]
    name: str = KEY

    def __call__(self, doc: Doc) -> Doc:
        """Give one `Doc` its scores.

        Each window is run by itself: in a batch, the 8-bit scale of one would hang on the others, and a report's record on its neighbours.
        """
        rows = np.zeros((len(doc), sum(self.heads.values())), np.float32)
        bounds = np.zeros((len(doc), 2), np.int32)
        for window in self.cutter.windows(doc):
            rows[window.start : window.end] = self._run(window)
            bounds[window.start : window.end] = (window.start, window.end)
        doc.user_data[KEY] = Scores(columns=parted(rows, self.heads), windows=bounds, distance=self.distance)
        return doc

    def pipe(self, docs: Iterable[Doc], **_: object) -> Iterator[Doc]:
        """Give each `Doc` its scores, in order."""
        for doc in docs:
            yield self(doc)

    def _run(self, window: Window) -> NDArray[np.float32]:
        pieces = np.array([window.pieces], np.int64)
        found: NDArray[np.float32] = self.session.run(None, {"pieces": pieces, "mask": np.ones_like(pieces)})[0]
        return found[0, list(window.at)]


def encoder_of(nlp: Language) -> Encoder | None:
    """The encoder of a pipeline, if it has one."""
    found = nlp.get_pipe(KEY) if nlp.has_pipe(KEY) else None
    return found if isinstance(found, Encoder) else None


@lru_cache(maxsize=6)
def load(name: str = OWN) -> Encoder:
    """The encoder that comes with memcon (``"own"``), or one from a file.

    Raises `PipelineError` where the file cannot be read.
    """
    import onnxruntime  # type: ignore[import-untyped]  # noqa: PLC0415 - who reads without it does not wait for it

    path = Path(str(files("memcon.encoder").joinpath("data/encoder.onnx"))) if name == OWN else Path(name)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as bad:
        raise PipelineError(
            f"encoder {str(path)!r} cannot be read ({bad}); name another with MEMCON_ENCODER, or set it to off"
        ) from bad
    about = session.get_modelmeta().custom_metadata_map
    return Encoder(
        title=about["name"],
        session=session,
        cutter=cutter(about["pieces"].split("\n"), _LIMIT),
        heads=json.loads(about["heads"]),
        distance=np.array(json.loads(about["distance"]), np.float32),
    )
