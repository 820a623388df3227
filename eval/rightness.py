"""Which items of a record are right, as the shared scorer pairs and counts them."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from eval.gold import SHARED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import ModuleType


def rights(gold: Mapping[str, Any], got: Mapping[str, Any]) -> dict[str, list[bool]]:
    """Of each kind, for each item of `got` in its order, whether the scorer counts it as right."""
    scorer = _scorer()
    names = tuple({one["id"]: one["name"] for one in record.get("actors", [])} for record in (gold, got))
    report = scorer.Report(gold["report"]["text"])
    return {kind: _of_kind(kind, gold.get(kind, []), got.get(kind, []), report, names) for kind in scorer.KINDS}


def _of_kind(kind: str, want: list[Any], have: list[Any], report: Any, names: Any) -> list[bool]:
    scorer, right = _scorer(), [False] * len(have)
    pairs = [(scorer.overlap(report, kind, a, b), i, j) for i, a in enumerate(want) for j, b in enumerate(have)]
    taken: tuple[set[int], set[int]] = (set(), set())
    for value, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if value <= 0 or i in taken[0] or j in taken[1]:
            continue
        taken[0].add(i)
        taken[1].add(j)
        good = scorer.fields(kind, want[i], have[j], names)
        right[j] = all(good[field] for field in scorer.RIGHT[kind])
    return right


@lru_cache(maxsize=1)
def _scorer() -> ModuleType:
    """``../shared/score/score_records.py``, which is a program by itself."""
    path = SHARED / "score/score_records.py"
    spec = importlib.util.spec_from_file_location("score_records", path)
    if spec is None or spec.loader is None or not path.exists():
        raise SystemExit(f"{path}: the scorer is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
