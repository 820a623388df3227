"""The last line of every memo: what made it, when, and what it is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import memcon
from memcon.export.days import in_words

if TYPE_CHECKING:
    from datetime import datetime


def foot(now: datetime) -> str:
    """“Made by memcon 0.1.0 on 16 June 2025: a machine's reading, so check it against the reports.”."""
    day = in_words(now.date().isoformat())
    return f"Made by memcon {memcon.__version__} on {day}: a machine's reading, so check it against the reports."
