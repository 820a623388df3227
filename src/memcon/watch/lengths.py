"""Lengths of time and sizes as people write them: ``15m``, ``2h``, ``5MB``."""

from __future__ import annotations

import re

_TIMES = {"s": 1.0, "m": 60.0, "h": 3_600.0, "d": 86_400.0}
_SIZES = {"": 1, "kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}


def seconds(given: object) -> float:
    """Seconds of ``30s``, ``15m``, ``2h``, ``1d`` or of a number of seconds. Raises `ValueError`."""
    if isinstance(given, int | float) and not isinstance(given, bool) and given >= 0:
        return float(given)
    match = re.fullmatch(r"(\d{1,9}(?:\.\d{1,3})?)\s*([smhd])", str(given).strip().lower())
    if not match:
        raise ValueError(f"{given!r} is no length of time (write it as 30s, 15m, 2h or 1d)")
    return float(match[1]) * _TIMES[match[2]]


def size(given: object) -> int:
    """Bytes of ``500kB``, ``5MB`` or of a number of bytes. Raises `ValueError`."""
    match = re.fullmatch(r"(\d{1,12})\s*(kb|mb|gb|)", str(given).strip().lower())
    if not match or isinstance(given, bool):
        raise ValueError(f"{given!r} is no size (write it as 500kB or 5MB)")
    return int(match[1]) * _SIZES[match[2]]


def in_words(given: float) -> str:
    """A length of time for a person, in its largest unit and the next: ``45 s``, ``15 min``, ``2 h 30 min``, ``3 d 4 h``."""
    whole = max(0, round(given))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    if minutes < 60:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    if hours < 24:
        return f"{hours} h" + (f" {minutes} min" if minutes else "")
    days, hours = divmod(hours, 24)
    return f"{days} d" + (f" {hours} h" if hours else "")


def size_in_words(given: int) -> str:
    """Bytes for a person: ``5 MB``, ``512 kB``."""
    for unit, length in (("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1_000)):
        if given >= length:
            return f"{given / length:.1f}".removesuffix(".0") + f" {unit}"
    return f"{given} bytes"
