"""What the encoder costs: ``python -m benchmarks.encoder [FILE…]`` (JSON Lines of reports; default the shared corpora's).

Prints words a second of one processor, by its own time and not the wall's: the bare pipeline, the encoder, the rules without and with it.
"""

from __future__ import annotations

import sys
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.encoder import component
from memcon.errors import InputError
from memcon.extract import find
from memcon.language.annotate import parsed_text
from memcon.language.load import OFF, load
from memcon.pipeline import run_of
from memcon.reports import read_path
from memcon.settings import DEFAULT_PIPELINE, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

CORPUS = Path(__file__).resolve().parents[2] / "shared/corpora/tehran_times_2016_2020.jsonl"
COUNT = 150


def seconds(work: Callable[[], object]) -> float:
    """Processor time of `work`."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main(paths: list[Path]) -> None:
    """Measure and print."""
    read = (r for path in paths for r in read_path(path, settings=Settings()) if not isinstance(r, InputError))
    reports = list(islice(read, COUNT))
    words = sum(len(report.text.split()) for report in reports)
    nlp, encoder = load(DEFAULT_PIPELINE, OFF), component.load()
    run = run_of(nlp)
    docs = list(nlp.pipe(parsed_text(r.text) for r in reports[:5]))  # warm
    took = {"bare pipeline": seconds(lambda: docs.extend(nlp.pipe(parsed_text(r.text) for r in reports)))}
    docs = docs[5:]
    took["rules alone"] = seconds(lambda: [find(d, r, run) for d, r in zip(docs, reports, strict=True)])
    took["encoder"] = seconds(lambda: list(encoder.pipe(docs)))
    took["rules with encoder"] = seconds(lambda: [find(d, r, run) for d, r in zip(docs, reports, strict=True)])
    print(f"{len(reports)} reports, {words} words")
    for name, time_taken in took.items():
        print(f"{name:<20} {words / time_taken:>8.0f} words/s")
    whole = took["bare pipeline"] + took["encoder"] + took["rules with encoder"]
    print(f"{'all together':<20} {words / whole:>8.0f} words/s")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [CORPUS])
