"""The parties to an accord that the words call by its name alone, read from ``lexicon/accords.toml``."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

Parties = tuple[str, ...]


@lru_cache(maxsize=1)
def _accords() -> tuple[tuple[re.Pattern[str], Parties], ...]:
    """A pattern for the names of each accord, and its parties."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/accords.toml").read_text("utf-8"))
    return tuple(
        (re.compile(rf"\b(?:{'|'.join(map(re.escape, entry['names']))})\b", re.IGNORECASE), tuple(entry["parties"]))
        for entry in data["accord"]
    )


def accord_at(token: Token) -> Parties:
    """The parties of the one accord that the token's sentence names; ``()`` where it names none or several."""
    text = token.sent.text
    found = [parties for pattern, parties in _accords() if pattern.search(text)]
    return found[0] if len(found) == 1 else ()
