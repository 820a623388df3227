"""``jsonl`` and ``tracks``: records and tracks by their contracts (``docs/record.md``, ``docs/track.md``), one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.export import records, tracks
from memcon.export.ledger.report import record_from

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.export.formats.holdings import Holdings


def record_lines(holdings: Holdings) -> Iterator[str]:
    """A report a line, the oldest first, with what fits in it; its items go by their anchors, which stay the same."""
    for one in holdings.filed():
        yield f"{records.to_line(record_from(one.report, one.standing))}\n"


def track_lines(holdings: Holdings) -> Iterator[str]:
    """A track a line, those last reported on first."""
    for one in holdings.tracks():
        yield f"{tracks.to_line(one, holdings.as_of)}\n"
