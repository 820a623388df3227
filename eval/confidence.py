"""How far a confidence can be trusted: ``python -m eval.confidence [dev|train|FILE…] [--crossed] [--encoder NAME] [--folds FOLDER]``.

For each kind: of the items given such a confidence, how many per cent are right; how far the two are apart on average (ECE); Brier's score
beside that of giving every item the share that is right; and what a bar leaves. With ``--crossed`` weights are fitted anew on all files that
are named together, each report weighed by weights fitted without it: what the weights that come with memcon were fitted on can only be
measured so. With ``--folds`` the reports of *train* are read by encoders that have not seen them.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from eval.fitting import crossed
from eval.records import gold_file
from eval.weighed import TRAIN, items_of
from memcon.encoder.component import OWN
from memcon.extract.confidence import KINDS
from memcon.language.load import OFF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


def weighed(items: Sequence[Item]) -> dict[str, list[Given]]:
    """Confidence and rightness by kind, as memcon gives them."""
    return {kind: [(one.confidence, one.is_right) for one in items if one.kind == kind] for kind in KINDS}


def weighed_anew(items: Sequence[Item]) -> Iterator[tuple[Item, float]]:
    """The items, each with the confidence that weights give it which were fitted without its report."""
    for kind in KINDS:
        yield from ((one, round(chance, 2)) for one, chance in crossed([one for one in items if one.kind == kind]))


def _mean(values: Iterable[float]) -> float:
    every = list(values)
    return sum(every) / len(every) if every else 0.0


def main() -> None:
    """Read and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="*", default=["dev"])
    parser.add_argument("--crossed", action="store_true")
    parser.add_argument("--encoder", default=OFF)
    parser.add_argument("--folds", type=Path)
    given = parser.parse_args()
    found = {name: _items(gold_file(name), given.encoder, given.folds) for name in given.gold}
    if given.crossed:
        anew = {
            id(one): replace(one, confidence=chance)
            for one, chance in weighed_anew([o for f in found.values() for o in f])
        }
        found = {name: [anew[id(one)] for one in of_file] for name, of_file in found.items()}
    for name, of_file in found.items():
        print(f"{name}{', each report weighed by weights fitted without it' if given.crossed else ''}", flush=True)
        for kind, of_kind in weighed(of_file).items():
            show(kind, of_kind)


def _items(gold: Path, encoder: str, folds: Path | None) -> list[Item]:
    """The items of a file; the folds are of train alone, other reports are read by memcon's own encoder."""
    is_train = gold == TRAIN
    return list(items_of(gold, OWN if folds and not is_train else encoder, folds if is_train else None))


if __name__ == "__main__":
    main()
