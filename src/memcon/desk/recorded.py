"""Which entry was the last one at a time of recording."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from memcon.ledger import Ledger


def last_entry(ledger: Ledger, recorded: datetime) -> int:
    """The number of the last entry recorded then or before, 0 where there is none: times grow with numbers, so it is halved to."""
    low, high = 0, ledger.head().seq
    while low < high:
        middle = (low + high) // 2
        entry = next(islice(ledger.entries(after=middle), 1), None)
        if entry is None or entry.recorded > recorded:
            high = middle
        else:
            low = middle + 1
    return low
