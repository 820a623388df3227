"""The small closed word lists of ``lexicon/words.toml``, by name."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/words.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def listed(name: str) -> frozenset[str]:
    """The list `name` ("documents"), lower case. A `KeyError` where there is none."""
    return _lists()[name]
