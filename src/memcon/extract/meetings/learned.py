"""What the encoder adds to the meetings that the rules find: statuses that it is surer of.

Without scores nothing is changed. The bounds were set on reports that the weights had not seen (`docs/design/0015-encoder.md`).
"""

from __future__ import annotations

from dataclasses import replace
from math import log
from typing import TYPE_CHECKING

from memcon.extract.meetings.standing import FIRM, PLAIN

if TYPE_CHECKING:
    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.meetings.standing import Standing
    from memcon.extract.reading import Reading

SURER = 2.0  # log of how much likelier another status must be than that of the rules
SURER_THAN_FIRM = 3.0  # the same where a word names the status
_LEAST = 1e-4  # keeps logarithms finite


def restanding(reading: Reading, mention: Mention, standing: Standing) -> Standing:
    """With the encoder's status, where it is surer than the rules are firm."""
    if reading.scores is None or standing.status is None:
        return standing
    statuses = reading.scores.meeting_status(range(mention.start, mention.end))
    best = max(statuses, key=lambda status: statuses[status])
    least = SURER_THAN_FIRM if standing.strength == FIRM else SURER
    if best == standing.status or log(statuses[best] + _LEAST) - log(statuses[standing.status] + _LEAST) < least:
        return standing
    return replace(standing, status=best, strength=max(standing.strength, PLAIN))
