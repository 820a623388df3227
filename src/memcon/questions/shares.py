"""A confidence as somebody gives it."""

from __future__ import annotations

from memcon.errors import MemconError


def share(given: str | None, name: str) -> float | None:
    """A confidence as somebody gives it: ``0.7``, ``70%``. Raises `MemconError` where it is none."""
    if given is None:
        return None
    try:
        value = float(given.removesuffix("%")) / (100 if given.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise MemconError(f"{name} {given}: this is no confidence (give a number from 0 to 1, as 0.7)")
    return round(value, 4)
