"""When to try again: soon at first, then ever later, over more than two days."""

from __future__ import annotations

TRIES = 12
_FIRST, _TIMES, _LONGEST = 30.0, 3.0, 12 * 3600.0  # seconds
_DAY = 24 * 3600.0


def pause(tries: int, chance: float, wish: float = 0.0) -> float | None:
    """Seconds until the next try after `tries` that failed (1 or more); ``None``: it is given up.

    `chance`, from 0 to 1, moves it by a quarter either way, so that not all messages of an outage come back at once. `wish`
    is how long the receiver asked to be left alone (a day at most is granted).
    """
    if tries >= TRIES:
        return None
    planned = min(_FIRST * _TIMES ** (tries - 1), _LONGEST)
    return max(planned * (0.75 + 0.5 * chance), min(wish, _DAY))
