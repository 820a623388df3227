"""The weights of the traits, from ``extract/data/confidence.toml``, and the chance that they give."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

By: TypeAlias = Literal["rules", "encoder"]
LOWEST, HIGHEST = 0.01, 0.99  # nothing that is read by a machine is certain, nor out of the question


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each trait adds to the log odds that an item is right; `base` is where an item without traits begins."""

    base: float
    traits: Mapping[str, float]

    def chance(self, traits: Mapping[str, float]) -> float:
        """The chance that an item with these traits is right, from `LOWEST` to `HIGHEST`."""
        odds = self.base + math.fsum(self.traits.get(name, 0.0) * value for name, value in traits.items())
        return min(HIGHEST, max(LOWEST, 1.0 / (1.0 + math.exp(-odds))))


@cache
def weights(kind: str, by: By) -> Weights:
    """The weights for items of a kind, read by rules alone or with the encoder too."""
    given = dict(_tables()[by][kind])
    return Weights(base=given.pop("base"), traits=given)


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    return tomllib.loads(files("memcon.extract").joinpath("data/confidence.toml").read_text("utf-8"))
