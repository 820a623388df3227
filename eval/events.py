"""Event types on PLOVER's own sentences: ``python -m eval.events [--pipeline NAME] [--misses]``.

The corpus gives one event a sentence, under the labels of an older PLOVER, which are mapped as `../shared/codes/plover.json` says. Two
figures: of how many sentences the gold type is among those found, and what share of the types found is the gold one (further events of a
sentence count as wrong here, so neither can reach 100). The record's contract names some acts otherwise than PLOVER's manual (a planned visit is
a CONSULT that is planned, there an AGREE); the second line sorts the same events by the manual. `--misses` prints what the first has missed.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eval.gold import SHARED, parse, read_gold, reports_of
from memcon.extract import find
from memcon.language.load import load
from memcon.pipeline import run_of
from memcon.settings import DEFAULT_PIPELINE, from_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.model import Event

GOLD = SHARED / "corpora/plover_dev.jsonl"
CODES = SHARED / "codes/plover.json"
_TO_COME = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A sentence with its gold type and the types found: as the contract names them, and as PLOVER's manual would sort them."""

    row: dict[str, Any]
    gold: str
    found: frozenset[str]
    sorted: frozenset[str]


def measured(pipeline: str = DEFAULT_PIPELINE) -> dict[str, float]:
    """Sentences whose type was found, and precision over the types found, in per cent."""
    return score([(read.gold, read.found) for read in sentences(pipeline)])


def sentences(pipeline: str) -> Iterator[Read]:
    """Each sentence of the corpus, read."""
    nlp = load(pipeline, from_environment().encoder)
    rows = read_gold(GOLD)
    renamed = json.loads(CODES.read_text("utf-8"))["gsr_label_map"]
    reports = reports_of([{"id": f"{n}", "text": row["text"]} for n, row in enumerate(rows)], "plover")
    for row, report, doc in zip(rows, reports, parse(reports, nlp, pipeline), strict=True):
        events = find(doc, report, run_of(nlp)).events
        yield Read(
            row=row,
            gold=renamed.get(row["event"], row["event"]),
            found=frozenset(event.type for event in events),
            sorted=frozenset(map(in_manual, events)),
        )


def in_manual(event: Event) -> str:
    """The type by PLOVER's manual where the record's contract differs: offers and what is to come are AGREE, mediation CONSULT."""
    if event.code.startswith("03") or (event.type in _TO_COME and event.status == "planned"):
        return "AGREE"
    return {"045": "CONSULT", "055": "SUPPORT"}.get(event.code, event.type)


def score(found: list[tuple[str, frozenset[str]]]) -> dict[str, float]:
    """The two figures over gold types with the types found."""
    hits = sum(gold in types for gold, types in found)
    return {
        "found": round(100 * hits / len(found), 1),
        "precision": round(100 * hits / max(1, sum(len(types) for _, types in found)), 1),
    }


def main() -> None:
    """Print the two figures, by the contract and by the manual."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    parser.add_argument("--misses", action="store_true")
    given = parser.parse_args()
    read = list(sentences(given.pipeline))
    for one in read if given.misses else ():
        if one.gold not in one.found:
            print(f"{one.row['id']} {one.gold} not in {sorted(one.found)}: {one.row['text']}")
    for name, pairs in (
        ("types as the contract names them", [(one.gold, one.found) for one in read]),
        ("types as PLOVER's manual sorts them", [(one.gold, one.sorted) for one in read]),
    ):
        figures = score(pairs)
        print(f"{len(read)} sentences, {name:<36} found {figures['found']}  precision {figures['precision']}")


if __name__ == "__main__":
    main()
