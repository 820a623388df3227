"""How far a confidence can be trusted: ``python -m eval.confidence [dev|train|tuned|unseen|FILE…] [--encoder NAME] [--folds FOLDER]``.

For each kind: of the items given such a confidence, how many per cent are right; how far the two are apart on average (ECE); Brier's score
beside that of giving every item the share that is right; and what a bar leaves. On *train*, which the weights were fitted on, each report is
weighed by weights fitted without it. With ``--folds`` the reports of *train* are read by encoders that have not seen them.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from eval.fitting import crossed
from eval.halves import HALVES
from eval.records import gold_file
from eval.weighed import TRAIN, items_of
from memcon.extract.confidence import KINDS
from memcon.language.load import OFF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from eval.weighed import Item

Given = tuple[float, bool]  # a confidence, and whether the item is right
BINS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
BARS = (0.5, 0.7, 0.8, 0.9)


def calibration_error(given: Sequence[Given]) -> float:
    """The mean distance between confidence and share right, over the bins, each by its items."""
    return sum(abs(_mean(c for c, _ in each) - _mean(r for _, r in each)) * len(each) for each in binned(given)) / max(
        1, len(given)
    )


def brier(given: Sequence[Given]) -> float:
    """The mean square of what a confidence was off by."""
    return _mean((c - r) ** 2 for c, r in given)


def base_brier(given: Sequence[Given]) -> float:
    """The same, where every item is given the share that is right."""
    share = _mean(r for _, r in given)
    return share * (1 - share)


def binned(given: Sequence[Given]) -> list[list[Given]]:
    """By tenths; the last one holds 1.0 too."""
    found: list[list[Given]] = [[] for _ in BINS[1:]]
    for each in given:
        found[min(int(each[0] * 10 + 1e-9), len(found) - 1)].append(each)
    return [each for each in found if each]


def kept(given: Sequence[Given], bar: float) -> tuple[float, float]:
    """What share of the items a bar leaves, and what share of these is right."""
    left = [right for confidence, right in given if confidence >= bar]
    return len(left) / max(1, len(given)), _mean(left)


def show(kind: str, given: Sequence[Given]) -> None:
    """Print the tables of one kind."""
    right = _mean(r for _, r in given)
    print(
        f"{kind}: {len(given)}, right {right:.0%}, mean confidence {_mean(c for c, _ in given):.2f}, "
        f"ECE {calibration_error(given):.3f}, Brier {brier(given):.3f} (base rate {base_brier(given):.3f})"
    )
    for each in binned(given):
        low = min(int(each[0][0] * 10 + 1e-9), 9) / 10
        print(f"  {low:.1f}-{low + 0.1:.1f}  {len(each):5} items  {_mean(r for _, r in each):5.0%} right")
    for bar in BARS:
        share, good = kept(given, bar)
        print(f"  bar {bar}  keeps {share:4.0%}" + (f", of which {good:.0%} right" if share else ""))


def weighed(items: Sequence[Item], *, is_fitted: bool) -> dict[str, list[Given]]:
    """Confidence and rightness by kind; `is_fitted`: the weights were fitted on these, so by weights fitted on others."""
    found: dict[str, list[Given]] = {kind: [] for kind in KINDS}
    for kind in KINDS:
        ours = [one for one in items if one.kind == kind]
        if is_fitted:
            found[kind] = [(round(chance, 2), one.is_right) for one, chance in crossed(ours)]
        else:
            found[kind] = [(one.confidence, one.is_right) for one in ours]
    return found


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else 0.0


def main() -> None:
    """Read and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", default=["dev"])
    parser.add_argument("--encoder", default=OFF)
    parser.add_argument("--folds", type=Path)
    given = parser.parse_args()
    for name in given.gold:
        gold = gold_file(name)
        is_fitted = name in HALVES or gold.resolve() == TRAIN.resolve()
        how = ", each report weighed by weights fitted without it" if is_fitted else ""
        print(f"{name}{how}", flush=True)
        items = list(items_of(gold, given.encoder, given.folds))
        for kind, of_kind in weighed(items, is_fitted=is_fitted).items():
            show(kind, of_kind)


if __name__ == "__main__":
    main()
