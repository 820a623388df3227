"""When a report is an edited one, and what was edited."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from memcon.ledger.claims import folded, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.model import Report

# A corrected report keeps most of its wording, an expanded one the wording of its first lines. What shares less than a tenth
# of the shorter text's three-word runs is another story at an address that is used again (a front page, a live page).
_SHARED = 0.1
_RUN = 3
_SENTENCE = re.compile(r"(?<=[.!?…][\"”’)])\s+|(?<=[.!?…])\s+|\n+")


def is_version(title: str, text: str, other_title: str, other_text: str) -> bool:
    """Whether two texts at one address are one report, edited, rather than two reports."""
    if folded(title) and folded(title) == folded(other_title):
        return True
    return shared_wording(text, other_text) >= _SHARED


def shared_wording(text: str, other: str) -> float:
    """The share of the shorter text's three-word runs that stand in the other too, from 0 to 1."""
    runs, others = _runs(text), _runs(other)
    return len(runs & others) / (min(len(runs), len(others)) or 1)


def difference(former: Report, later: Report) -> str:
    """What was edited between two versions: a unified diff, a sentence a line, title first; empty where no word changed."""
    lines = difflib.unified_diff(
        list(_lines(former)),
        list(_lines(later)),
        fromfile=former.published or "former",
        tofile=later.published or "later",
        lineterm="",
    )
    return "\n".join(lines)


def _lines(report: Report) -> Iterator[str]:
    yield report.title
    yield from (sentence.strip() for sentence in _SENTENCE.split(report.text) if sentence.strip())


def _runs(text: str) -> set[tuple[str, ...]]:
    said = tokens(text)
    return {tuple(said[at : at + _RUN]) for at in range(max(1, len(said) - _RUN + 1))} - {()}
