"""The two halves of ``train.jsonl``: one to look at while rules are mended, one kept unseen to tell whether they hold elsewhere.

A report is of the half that its id's digest says, so the halves stay what they are whoever asks, and both hold reports of every outlet.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Literal

from eval.gold import CACHE, SHARED

if TYPE_CHECKING:
    from pathlib import Path

Half = Literal["tuned", "unseen"]
HALVES: tuple[Half, ...] = ("tuned", "unseen")
TRAIN = SHARED / "gold/train.jsonl"


def half_of(report_id: str) -> Half:
    """Which half a report belongs to."""
    return "unseen" if hashlib.sha256(report_id.encode()).digest()[0] % 2 else "tuned"


def gold_of(half: Half) -> Path:
    """The gold records of one half, in a file of the cache."""
    lines = [line for line in TRAIN.read_text("utf-8").splitlines() if line.strip()]
    out = CACHE / "eval" / f"train-{half}" / "gold.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    kept = [line for line in lines if half_of(json.loads(line)["report"]["id"]) == half]
    out.write_text("\n".join(kept) + "\n", "utf-8")
    return out
