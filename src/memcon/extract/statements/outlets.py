"""Which bodies are news outlets: those that relay what others say."""

from __future__ import annotations

from functools import lru_cache

from memcon.actors.gazetteer import data
from memcon.extract.statements.wordlists import listed


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    names = data("outlets")
    return frozenset(name.lower() for group in (names["international"], *names["of"].values()) for name in group)


def is_outlet(name: str) -> bool:
    """Whether `name` ("IRNA", "the Interfax news agency", "a German newspaper") is that of a news outlet."""
    low = name.lower().removeprefix("the ").removeprefix("a ")
    return low in _known() or any(word.strip(".,'’") in listed("outlets") for word in low.split()[-3:])
