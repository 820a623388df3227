"""The spaCy pipeline that the settings name, loaded once and made ready for news.

`sentences` (see `memcon.language.sentences`) goes in before the parser and fixes the sentence boundaries, which the parser then keeps;
the encoder (see `memcon.encoder`) goes in last, unless it is turned off.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

import spacy
from spacy.language import Language

from memcon.encoder import component
from memcon.encoder.scores import KEY as COMPONENT
from memcon.errors import PipelineError
from memcon.language import lemmas, sentences

if TYPE_CHECKING:
    from types import ModuleType

OFF = "off"


@lru_cache(maxsize=2)
def load(name: str, encoder: str = OFF) -> Language:
    """The pipeline `name`: an installed package, a path, or a package that tells its ``model_path()``.

    `encoder` is ``"own"`` for memcon's own, the path of another, or ``"off"``.
    Raises `PipelineError` where there is no pipeline of that name, or the encoder cannot be read.
    """
    nlp = bare(name)
    nlp.add_pipe(sentences.COMPONENT, first=True)
    lemmas.remember(nlp)
    if encoder != OFF:
        nlp.add_pipe(COMPONENT, last=True, config={"weights": encoder})
    return nlp


@Language.factory(COMPONENT)
def _encoder(nlp: Language, name: str, weights: str) -> component.Encoder:  # noqa: ARG001  spaCy calls it so
    return component.load(weights)


def describe(nlp: Language) -> str:
    """Name and version of the pipeline and its encoder as a record's run gives them: ``en_core_web_sm 3.8.0, memcon_encoder 1``."""
    meta = nlp.meta
    parser = f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}"
    encoder = component.encoder_of(nlp)
    return f"{parser}, {encoder.title}" if encoder is not None else parser


def bare(name: str) -> Language:
    """The pipeline `name` as its makers left it; raises as `load` does."""
    try:
        return spacy.load(name)
    except (OSError, AttributeError) as missing:
        package = _package(name)
        if package is None or not hasattr(package, "model_path"):
            raise PipelineError(
                f"language pipeline {name!r} is not installed (install it, or name another with MEMCON_PIPELINE)"
            ) from missing
        return spacy.load(package.model_path())


def _package(name: str) -> ModuleType | None:
    """The package `name`, if it is there: some ship the pipeline's folder under ``model_path()`` instead of ``load()``."""
    try:
        return importlib.import_module(name)
    except ImportError:
        return None
