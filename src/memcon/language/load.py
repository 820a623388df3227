"""The spaCy pipeline that the settings name, loaded once and made ready for news.

Two components go in before the parser: `sentences` (see `memcon.language.sentences`) fixes the sentence boundaries, which the
parser then keeps.
"""

from __future__ import annotations

import importlib
from functools import lru_cache
from typing import TYPE_CHECKING

import spacy

from memcon.errors import PipelineError
from memcon.language import lemmas, sentences

if TYPE_CHECKING:
    from types import ModuleType

    from spacy.language import Language


@lru_cache(maxsize=2)
def load(name: str) -> Language:
    """The pipeline `name`: an installed package, a path, or a package that tells its ``model_path()``.

    Raises `PipelineError` where there is none of that name.
    """
    nlp = bare(name)
    nlp.add_pipe(sentences.COMPONENT, first=True)
    lemmas.remember(nlp)
    return nlp


def describe(nlp: Language) -> str:
    """Name and version of the pipeline as a record's run gives them: ``en_core_web_sm 3.8.0``."""
    meta = nlp.meta
    return f"{meta.get('lang', '')}_{meta.get('name', '')} {meta.get('version', '')}"


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
