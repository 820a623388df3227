"""The ledger: an append-only record of what reports say, answerable as of any day.

`open_ledger` gives a `Ledger`; `judgement` makes a decision to give to it; `difference` shows what was edited in a report.
"""

from memcon.ledger.deciding import judgement
from memcon.ledger.ledger import Ledger
from memcon.ledger.model import (
    NOW,
    AsOf,
    Computed,
    Cursor,
    Decision,
    Entry,
    Head,
    Heading,
    Hit,
    Kind,
    Known,
    Remembered,
    Sighting,
    Standing,
    Touched,
)
from memcon.ledger.opening import open_ledger
from memcon.ledger.versions import difference

__all__ = [
    "NOW",
    "AsOf",
    "Computed",
    "Cursor",
    "Decision",
    "Entry",
    "Head",
    "Heading",
    "Hit",
    "Kind",
    "Known",
    "Ledger",
    "Remembered",
    "Sighting",
    "Standing",
    "Touched",
    "difference",
    "judgement",
    "open_ledger",
]
