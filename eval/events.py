"""Event types on PLOVER's own sentences: ``python -m eval.events [--pipeline NAME] [--misses]``.

The corpus gives one event a sentence, under the labels of an older PLOVER, which are mapped as `../shared/codes/plover.json` says. Two
figures: of how many sentences the gold type is among those found, and what share of the types found is the gold one (further events of a
sentence count as wrong here, so neither can reach 100). `--misses` prints the sentences whose type was not found.
"""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING, Any

from eval.gold import SHARED, parse, read_gold, reports_of
from memcon.extract import find
from memcon.language.load import load
from memcon.pipeline import run_of
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Iterator

GOLD = SHARED / "corpora/plover_dev.jsonl"
CODES = SHARED / "codes/plover.json"


def measured(pipeline: str = DEFAULT_PIPELINE) -> dict[str, float]:
    """Sentences whose type was found, and precision over the types found, in per cent."""
    return score(list(found_types(pipeline)))


def found_types(pipeline: str) -> Iterator[tuple[dict[str, Any], str, set[str]]]:
    """Each sentence with its gold type and the types found."""
    nlp = load(pipeline)
    rows = read_gold(GOLD)
    renamed = json.loads(CODES.read_text("utf-8"))["gsr_label_map"]
    reports = reports_of([{"id": f"{n}", "text": row["text"]} for n, row in enumerate(rows)], "plover")
    for row, report, doc in zip(rows, reports, parse(reports, nlp, pipeline), strict=True):
        record = find(doc, report, run_of(nlp))
        yield row, renamed.get(row["event"], row["event"]), {event.type for event in record.events}


def score(found: list[tuple[dict[str, Any], str, set[str]]]) -> dict[str, float]:
    """The two figures over sentences with their gold type and the types found."""
    hits = sum(gold in types for _, gold, types in found)
    return {
        "found": round(100 * hits / len(found), 1),
        "precision": round(100 * hits / max(1, sum(len(types) for _, _, types in found)), 1),
    }


def main() -> None:
    """Print the two figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    found = list(found_types(given.pipeline))
    for row, gold, types in found if given.misses else ():
        if gold not in types:
            print(f"{row['id']} {gold} not in {sorted(types)}: {row['text']}")
    figures = score(found)
    print(f"{len(found)} sentences  type found {figures['found']}  precision {figures['precision']}")


if __name__ == "__main__":
    main()
