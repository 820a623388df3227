"""Rounds against history, the Astana process in four years of one outlet: ``python -m eval.rounds [--records FILE]``.

Prints the scorer's line, and the history of the round that was put off. As in `eval.tracks`, `--records` spares the reading.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from eval.gold import SHARED
from eval.tracks import given, tracks_of

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = SHARED / "corpora/tehran_times_2016_2020.jsonl"
GOLD = SHARED / "gold/astana_rounds.json"
PUT_OFF = 5


def main() -> None:
    """Score the rounds and show the one that was put off."""
    found = tracks_of(CORPUS, given(__doc__))
    subprocess.run([sys.executable, str(SHARED / "score/score_rounds.py"), str(GOLD), str(found)], check=True)
    for step in _history(found):
        print(f"  {step['published']}  {step['status']:10} {step['when'] or '-':22} {step['by'] or step['outlet']}")


def _history(tracks: Path) -> list[dict[str, Any]]:
    """The history of the round that was put off, on the track with most of the rounds."""
    gold = json.loads(GOLD.read_text("utf-8"))
    numbers = {each["number"] for each in gold["rounds"]}
    each = [json.loads(line) for line in tracks.read_text("utf-8").splitlines()]
    best = max(each, key=lambda track: len(numbers & {one["number"] for one in track["rounds"]}))
    return [step for one in best["rounds"] if one["number"] == PUT_OFF for step in one["history"]]


if __name__ == "__main__":
    main()
