"""Attribution on U.S. political reports (PolNeAR), by the shared scorer: ``python -m eval.attribution [--pipeline NAME]``.

The corpus is only measured on; see ``../shared/corpora/README.md`` for its licence.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from typing import TYPE_CHECKING

from eval.gold import CACHE, SHARED, parse, read_gold, reports_of
from memcon.export.records import to_line
from memcon.extract import find
from memcon.language.load import load
from memcon.pipeline import run_of
from memcon.settings import DEFAULT_PIPELINE, from_environment

if TYPE_CHECKING:
    from pathlib import Path

GOLD = SHARED / "corpora/attribution_dev.jsonl"


SPEECH = SHARED / "score/speech_forms.txt"


def predict(pipeline: str) -> Path:
    """Read every report of the corpus and write its attributions to a file of the cache, in the scorer's form."""
    nlp = load(pipeline, from_environment().encoder)
    texts = {row["doc"]: row["text"] for row in read_gold(GOLD)}
    reports = reports_of([{"id": doc, "text": text} for doc, text in texts.items()], "attribution")
    docs = parse(reports, nlp, pipeline)
    out = CACHE / "eval" / f"attribution.{pipeline}.records.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = [to_line(find(doc, report, run_of(nlp))) for doc, report in zip(docs, reports, strict=True)]
    out.write_text("\n".join(lines) + "\n", "utf-8")
    predicted = subprocess.run(
        [sys.executable, str(SHARED / "score/to_attribution.py"), str(out)], check=True, capture_output=True
    )
    out = out.with_name(f"attribution.{pipeline}.jsonl")
    out.write_bytes(predicted.stdout)
    return out


def main() -> None:
    """Print the scorer's rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    out = predict(parser.parse_args().pipeline)
    for speech in ([], ["--speech", str(SPEECH)]):
        subprocess.run(
            [sys.executable, str(SHARED / "score/score_attribution.py"), str(GOLD), str(out), *speech], check=True
        )


if __name__ == "__main__":
    main()
