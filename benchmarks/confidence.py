"""What confidences cost: ``python -m benchmarks.confidence [ROUNDS]``.

Reads the reports of ``examples/`` again and again, with the rules alone and with the encoder, and prints what share of a read goes into
confidences: a ratio of processor times taken in turn, so that a busy machine does not tell.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

from memcon.errors import InputError
from memcon.extract import find, read
from memcon.extract.confidence import with_confidence
from memcon.language.annotate import annotate
from memcon.language.load import load
from memcon.pipeline import run_of
from memcon.reports import read_path
from memcon.settings import DEFAULT_PIPELINE, Settings

if TYPE_CHECKING:
    from memcon.model import Report

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


def reports() -> list[Report]:
    """The examples that can be read."""
    found = [one for path in sorted(EXAMPLES.iterdir()) for one in read_path(path, settings=Settings())]
    return [one for one in found if not isinstance(one, InputError)]


def share(encoder: str, rounds: int) -> float:
    """The share of processor time of a read that goes into confidences."""
    nlp, whole, part = load(DEFAULT_PIPELINE, encoder), 0.0, 0.0
    for _ in range(rounds):
        for report in reports():
            begun = process_time()
            doc = annotate(report, nlp)
            record = find(doc, report, run_of(nlp))
            whole += process_time() - begun
            reading = read(doc, report)
            begun = process_time()
            with_confidence(record, reading)
            part += process_time() - begun
    return part / whole


def main() -> None:
    """Print both shares."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for encoder in ("off", "own"):
        share(encoder, 1)  # what is loaded once
        print(f"encoder {encoder}: {share(encoder, rounds):.2%} of a read")


if __name__ == "__main__":
    main()
