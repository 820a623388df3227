"""Attribution on U.S. political reports (PolNeAR), by the shared scorer: ``python -m eval.attribution [--pipeline NAME]``.

The corpus is only measured on; see ``../shared/corpora/README.md`` for its licence.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from eval.gold import CACHE, SHARED, parse, read_gold, reports_of
from memcon.export.records import to_line
from memcon.extract import find
from memcon.language.load import load
from memcon.pipeline import run_of
from memcon.settings import DEFAULT_PIPELINE

GOLD = SHARED / "corpora/attribution_dev.jsonl"


def main() -> None:
    """Print the scorer's rows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    given = parser.parse_args()
    nlp = load(given.pipeline)
    texts = {row["doc"]: row["text"] for row in read_gold(GOLD)}
    reports = reports_of([{"id": doc, "text": text} for doc, text in texts.items()], "attribution")
    docs = parse(reports, nlp, given.pipeline)
    out = CACHE / "eval" / f"attribution.{given.pipeline}.records.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = [to_line(find(doc, report, run_of(nlp))) for doc, report in zip(docs, reports, strict=True)]
    out.write_text("\n".join(lines) + "\n", "utf-8")
    predicted = subprocess.run(
        [sys.executable, str(SHARED / "score/to_attribution.py"), str(out)], check=True, capture_output=True
    )
    out = out.with_name(f"attribution.{given.pipeline}.jsonl")
    out.write_bytes(predicted.stdout)
    for speech in ([], ["--speech", str(SHARED / "score/speech_forms.txt")]):
        subprocess.run(
            [sys.executable, str(SHARED / "score/score_attribution.py"), str(GOLD), str(out), *speech], check=True
        )


if __name__ == "__main__":
    main()
