"""Which bodies are news outlets: those that relay what others say."""

from __future__ import annotations

from functools import lru_cache

from memcon.actors.gazetteer import data

# Words that make a body's name, or a description of it, that of an outlet.
_KINDS = frozenset(
    {
        "news", "agency", "tv", "television", "radio", "broadcaster", "newspaper", "daily", "weekly", "magazine", "channel", "network", "wire", "journal",
        "herald", "tribune", "press", "gazette", "chronicle", "newswire", "website", "paper", "portal", "media",
    }
)  # fmt: skip


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    listed = data("outlets")
    return frozenset(name.lower() for names in (listed["international"], *listed["of"].values()) for name in names)


def is_outlet(name: str) -> bool:
    """Whether `name` ("IRNA", "the Interfax news agency", "a German newspaper") is that of a news outlet."""
    low = name.lower().removeprefix("the ").removeprefix("a ")
    return low in _known() or any(word.strip(".,'’") in _KINDS for word in low.split()[-3:])
