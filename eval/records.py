"""Records against gold, by the shared scorer: ``python -m eval.records [dev|train|seed|tuned|unseen|own|FILE] [--pipeline NAME] [--misses N]``.

*tuned* and *unseen* are the two halves of *train* (`eval.halves`): rules are mended by what the one shows, and the other tells whether they
hold. *own* are the reports of ``eval/authored``, in the manner of a hundred houses; `own-a` … those of one letter.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path

from eval import authored
from eval.gold import CACHE, SHARED, parse, read_gold, reports_of
from eval.halves import HALVES, gold_of
from memcon.export.records import to_line
from memcon.extract import find
from memcon.language.load import load
from memcon.pipeline import run_of
from memcon.settings import DEFAULT_PIPELINE, from_environment

FILES = {"dev": SHARED / "gold/dev.jsonl", "train": SHARED / "gold/train.jsonl", "seed": SHARED / "seed/gold.jsonl"}


def predict(gold: Path, pipeline: str, encoder: str | None = None) -> Path:
    """Read every report of `gold` and write the records to a file of the cache; the encoder is that of the settings by default."""
    nlp = load(pipeline, encoder or from_environment().encoder)
    reports = reports_of([record["report"] for record in read_gold(gold)], f"{gold.parent.name}-{gold.stem}")
    out = CACHE / "eval" / f"{gold.parent.name}-{gold.stem}.{pipeline}.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    docs = parse(reports, nlp, pipeline)
    lines = [to_line(find(doc, report, run_of(nlp))) for doc, report in zip(docs, reports, strict=True)]
    out.write_text("\n".join(lines) + "\n", "utf-8")
    return out


def gold_file(name: str) -> Path:
    """The gold file that a name of the command line stands for."""
    for half in HALVES:
        if name == half:
            return gold_of(half)
    if name == "own" or name.startswith("own-"):
        records = [one for one in authored.gold() if one["report"]["id"].startswith(f"{name[4:]}-" if name[4:] else "")]
        return authored.written(records, authored.GOLD.with_name(f"{name}.jsonl"))
    return FILES.get(name) or Path(name)


def main() -> None:
    """Print the scorer's table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", default=["dev"])
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    parser.add_argument("--misses", default="0")
    given = parser.parse_args()
    for name in given.gold:
        gold = gold_file(name)
        sys.stdout.write(f"{name} ({given.pipeline})\n")
        sys.stdout.flush()
        scorer = [sys.executable, str(SHARED / "score/score_records.py"), str(gold), str(predict(gold, given.pipeline))]
        subprocess.run([*scorer, "--misses", given.misses], check=True)


if __name__ == "__main__":
    main()
