"""Names of parties for people: ``RUS`` is “Russia”, ``USA`` in a sentence “the United States”, ``TALIBAN`` “the Taliban”."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale
from babel.core import get_global

IN_ITS_OWN_VOICE = "as the report itself tells it"


def name_of(party: str) -> str:
    """The plain short name of `party`; a body without an entry keeps its initials, or gets small letters if it is a word."""
    given: str | None = _data()["names"].get(party)
    return given or _state(party) or _body(party)


def in_sentence(party: str) -> str:
    """The name of `party` as it stands inside a sentence, with “the” where English wants it."""
    article = _data()["article"]
    name = name_of(party)
    return f"the {name}" if party in article["states"] or party in article["bodies"] else name


def on_whose_word(party: str | None) -> str:
    """“says the United States”; without a party: that the report says so in its own voice."""
    return f"says {in_sentence(party)}" if party else IN_ITS_OWN_VOICE


def is_state(party: str | None) -> bool:
    """Whether `party` is the code of a state, and not the short name of a body."""
    return party is not None and (party == "XKX" or _state(party) is not None)


def _state(party: str) -> str | None:
    codes: list[str] = get_global("territory_aliases").get(party, [])
    name: str | None = Locale("en").territories.get(codes[0]) if len(codes) == 1 and len(party) == 3 else None
    return name and name.replace(" & ", " and ")


def _body(party: str) -> str:
    """``SYRIAN OPPOSITION`` → “Syrian Opposition”; a single short word is taken for initials (``UNHCR``, ``M23``)."""
    is_words = " " in party or (len(party) > 6 and party.isalpha())
    return party.title() if is_words else party


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("memcon.export").joinpath("data/parties.toml").read_text("utf-8"))
