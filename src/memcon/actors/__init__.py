"""Who is who in a report, and for which party.

What finds them is loaded when it is first asked for: a question to the ledger needs the names of states and no more.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from memcon.actors.cast import Cast, Mention
    from memcon.actors.find import find_cast
    from memcon.actors.parties import parties_of_phrase

__all__ = ["Cast", "Mention", "find_cast", "parties_of_phrase"]
_HOMES = {"Cast": "cast", "Mention": "cast", "find_cast": "find", "parties_of_phrase": "parties"}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
