"""Attribution on U.S. political reports (PolNeAR), by the shared scorer: ``python -m eval.attribution [--pipeline NAME]``.

The corpus is only measured on; see ``../shared/corpora/README.md`` for its licence.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

from eval.gold import CACHE, SHARED, parse, read_gold
from memcon.export.records import to_line
from memcon.extract import find
from memcon.ids import report_id
from memcon.language.load import load
from memcon.model import Report
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
    reports = [_report(doc, text) for doc, text in texts.items()]
    docs = parse(reports, nlp, given.pipeline)
    out = CACHE / "eval" / f"attribution.{given.pipeline}.records.jsonl"
    out.parent.mkdir(parents=True, exist_ok=True)
    lines = [to_line(find(doc, report, run_of(nlp))) for doc, report in zip(docs, reports, strict=True)]
    out.write_text("\n".join(lines) + "\n", "utf-8")
    predicted = subprocess.run([sys.executable, str(SHARED / "score/to_attribution.py"), str(out)], check=True, capture_output=True)  # noqa: S603
    out = out.with_name(f"attribution.{given.pipeline}.jsonl")
    out.write_bytes(predicted.stdout)
    for speech in ([], ["--speech", str(SHARED / "score/speech_forms.txt")]):
        subprocess.run([sys.executable, str(SHARED / "score/score_attribution.py"), str(GOLD), str(out), *speech], check=True)  # noqa: S603


def _report(doc: str, text: str) -> Report:
    kept = {"title": "", "published": "", "outlet": "", "url": "", "text": text}
    return Report(id=report_id(**kept), source_id=doc, language="en", **kept)


if __name__ == "__main__":
    main()
