"""Words from outside made fit to be shown: what could drive a terminal, or show words in another order, becomes a blank."""

from __future__ import annotations

import re
from typing import Any

# Control characters, and the marks and overrides of direction.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def calm(words: str) -> str:
    """`words` with a blank for each character that must not reach a terminal; offsets hold."""
    return UNSAFE.sub(" ", words)


def calm_json(value: Any) -> Any:
    """A JSON value with every string in it made calm."""
    match value:
        case str():
            return calm(value)
        case dict():
            return {key: calm_json(each) for key, each in value.items()}
        case list() | tuple():
            return [calm_json(each) for each in value]
        case _:
            return value
