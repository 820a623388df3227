"""Write the golden records anew: ``python -m tests.golden.update`` (or ``make golden``), then look at what changed.

A golden record is what memcon finds in a report that we wrote, kept beside the report. It says that nothing changed unseen,
not that all of it is right: a change that makes it better is to be looked at and kept like one that makes it worse.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from memcon.errors import InputError
from memcon.export.records import to_json
from memcon.extract.confidence import KINDS
from memcon.language.load import load
from memcon.pipeline import record_of
from memcon.reports import read_path
from memcon.settings import Settings

GOLDEN = Path(__file__).parent
CASES = tuple(sorted(path.parent.name for path in GOLDEN.glob("*/report.*")))
SETTINGS = Settings()  # the defaults, whatever the environment says


def found_in(case: str) -> list[dict[str, Any]]:
    """The records of a case's report as they are now, without what changes with every version of memcon.

    Confidences are left out: they change whenever their weights are fitted anew.
    """
    (path,) = (GOLDEN / case).glob("report.*")
    nlp = load(SETTINGS.pipeline)
    records = []
    for report in read_path(path, settings=SETTINGS):
        if isinstance(report, InputError):
            raise report
        record = to_json(record_of(report, nlp))
        del record["run"]["memcon"]
        for kind in KINDS:
            for item in record[kind]:
                del item["confidence"]
        records.append(json.loads(json.dumps(record)))
    return records


def expected_in(case: str) -> list[dict[str, Any]] | None:
    """The golden records of a case, or ``None`` where they have not been written yet."""
    path = GOLDEN / case / "expected.json"
    records: list[dict[str, Any]] | None = json.loads(path.read_text("utf-8")) if path.exists() else None
    return records


def main() -> None:
    """Write every case anew, and say which changed."""
    for case in CASES:
        found = found_in(case)
        if found != expected_in(case):
            path = GOLDEN / case / "expected.json"
            path.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
            sys.stdout.write(f"tests/golden/{case}/expected.json: written anew\n")


if __name__ == "__main__":
    main()
