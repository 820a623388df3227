"""``memcon`` in a process of its own whose pipeline finds the same in each report: what is tested is what becomes of it.

``python -m tests.cli.pretending read …``. A line is written to the file that ``PRETENDING`` names for each report that is parsed,
each of which takes ``PRETENDING_SECONDS``.
"""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import memcon.cli.remembering
import memcon.language.load
import memcon.pipeline
from memcon.cli import main
from tests.ledger import made

if TYPE_CHECKING:
    from memcon.model import Record, Report


def record_of(report: Report, _: object) -> Record:
    """What is found in any report."""
    time.sleep(float(os.environ.get("PRETENDING_SECONDS", "0")))
    with Path(os.environ.get("PRETENDING", os.devnull)).open("a", encoding="utf-8") as parsed:
        parsed.write(f"{report.title}\n")
    return replace(made.record(report.text), report=report)


def pretend() -> None:
    """Put it in the pipeline's place."""
    pipeline: Any = memcon.pipeline
    pipeline.record_of, pipeline.run_of = record_of, lambda _: made.RUN
    memcon.language.load.load = lambda name, _encoder: SimpleNamespace(name=name)  # type: ignore[assignment,return-value]


if __name__ == "__main__":
    pretend()
    main()
