"""The items that memcon finds in gold reports, each with its traits, its confidence and whether it is right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from eval.folds import read_by_folds
from eval.gold import SHARED, parse, read_gold, reports_of
from eval.rightness import rights
from memcon.export.records import to_json
from memcon.extract import find, read
from memcon.extract.confidence import KINDS, traits_of
from memcon.language.load import OFF, load
from memcon.pipeline import run_of
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

TRAIN = SHARED / "gold/train.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item: the report it is from (by a name that no other report has), its kind, and what is known of it.

    `is_of_train` tells the reports that were read by careful readers from those that were written for the purpose.
    """

    report: str
    kind: str
    traits: Mapping[str, float]
    confidence: float
    is_right: bool
    is_of_train: bool = True


def items_of(gold: Path, encoder: str = OFF, folds: Path | None = None) -> Iterator[Item]:
    """The items found in the reports of a gold file, read with `encoder`.

    With `folds` only reports that one of the folds' weights has not seen are read, by those (``training.folds``).
    """
    records = read_gold(gold)
    nlp = load(DEFAULT_PIPELINE, OFF if folds else encoder)
    reports = reports_of([record["report"] for record in records], f"{gold.parent.name}-{gold.stem}")
    docs = parse(reports, nlp, DEFAULT_PIPELINE)
    for n in read_by_folds(docs, folds) if folds else range(len(docs)):
        record = find(docs[n], reports[n], run_of(nlp))
        right = rights(records[n], to_json(record))
        traits = traits_of(record, read(docs[n], reports[n]))
        for kind in KINDS:
            for one, of_it, is_right in zip(getattr(record, kind), traits[kind], right[kind], strict=True):
                yield Item(
                    report=f"{gold.name}:{n}",
                    kind=kind,
                    traits=of_it,
                    confidence=one.confidence,
                    is_right=is_right,
                    is_of_train=gold == TRAIN,
                )
