"""The encoder on reports that its weights have not seen: ``python -m eval.folds FOLDER [--off] [--misses N]``.

`FOLDER` holds ``fold0.onnx`` … from ``python -m training.folds``: each was trained without every N-th report of
``../shared/gold/train.jsonl`` from its own number on, and reads those here. Prints the scorer's table for the full reports, then for
all. With ``--off`` the same reports are read by rules alone.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from eval.gold import CACHE, SHARED, parse, read_gold, reports_of
from memcon.encoder import component
from memcon.encoder.scores import KEY
from memcon.export.records import to_line
from memcon.extract import find
from memcon.language.load import OFF, load
from memcon.model import Run
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from spacy.tokens import Doc

GOLD = SHARED / "gold/train.jsonl"
FULL = 900  # characters from which an item is a report and no digest


def read_by_folds(docs: list[Doc], folder: Path) -> list[int]:
    """Give each report the scores of the fold that has not seen it; the numbers of those read."""
    weights = sorted(folder.glob("fold?.onnx"), key=lambda path: path.name)
    count = int((folder / "count").read_text()) if (folder / "count").exists() else len(weights)
    done: list[int] = []
    for path in weights:
        mine = range(int(path.stem[-1]), len(docs), count)
        encoder = component.load(str(path))
        for _ in encoder.pipe([docs[n] for n in mine]):
            pass
        done.extend(mine)
    return sorted(done)


def main() -> None:
    """Read and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--off", action="store_true")
    parser.add_argument("--misses", default="0")
    given = parser.parse_args()
    records = read_gold(GOLD)
    nlp = load(DEFAULT_PIPELINE, OFF)
    reports = reports_of([record["report"] for record in records], "gold-train")
    docs = parse(reports, nlp, DEFAULT_PIPELINE)
    read = read_by_folds(docs, given.folder)
    if given.off:
        for doc in docs:
            doc.user_data.pop(KEY, None)
    run = Run(memcon="0", pipeline="folds")
    lines = {n: to_line(find(docs[n], reports[n], run)) for n in read}
    for name, chosen in (("full reports", [n for n in read if len(reports[n].text) > FULL]), ("all", read)):
        gold, got = CACHE / "eval/folds.gold.jsonl", CACHE / "eval/folds.jsonl"
        gold.write_text("".join(json.dumps(records[n]) + "\n" for n in chosen), "utf-8")
        got.write_text("".join(lines[n] + "\n" for n in chosen), "utf-8")
        print(f"{name}: {len(chosen)}", flush=True)
        scorer = [sys.executable, str(SHARED / "score/score_records.py"), str(gold), str(got)]
        subprocess.run([*scorer, "--misses", given.misses], check=True)


if __name__ == "__main__":
    main()
