"""Logistic regression with a ridge, by Newton's steps: what weighs the traits of items (``extract/data/confidence.toml``)."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np

from memcon.extract.confidence.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from eval.weighed import Item

# How strongly weights are held to nought: as if each trait had been seen that often without any bearing. Conditions are few.
RIDGE, RIDGE_OF_FEW = 5.0, 20.0
FEW = 200  # items
# The rules were mended on the reports of train, which makes one too sure; the reports that were written for the purpose are harder than most,
# which makes one too unsure. With a quarter of the weight of train, these make confidences right for the real reports of other outlets.
OTHERS = 0.25
FOLDS = 10
_STEPS = 40


RARE = 5  # items that must have a trait for it to be weighed


def fitted(items: Sequence[Item]) -> Weights:
    """The weights under which these items are as likely right as they are."""
    seen = Counter(name for one in items for name in one.traits)
    names = sorted(name for name, count in seen.items() if count >= RARE)
    values = np.array([[1.0, *(one.traits.get(name, 0.0) for name in names)] for one in items])
    right = np.array([one.is_right for one in items], float)
    counts = np.array(list(_counts(items)))
    found = _newton(values, right, counts, RIDGE_OF_FEW if len(items) < FEW else RIDGE)
    traits = {name: float(found[n]) for n, name in enumerate(names, 1)}
    return Weights(base=float(found[0]), traits=traits)


def crossed(items: Sequence[Item]) -> Iterator[tuple[Item, float]]:
    """Each item with the chance that weights give it which were fitted without its report."""
    fold = [hashlib.sha256(one.report.encode()).digest()[0] % FOLDS for one in items]
    for k in range(FOLDS):
        held = [one for one, n in zip(items, fold, strict=True) if n == k]
        if held:
            weights = fitted([one for one, n in zip(items, fold, strict=True) if n != k])
            yield from ((one, weights.chance(one.traits)) for one in held)


def _counts(items: Sequence[Item]) -> Iterator[float]:
    """How much each item counts: those of other reports together `OTHERS` times as much as those of train."""
    of_train = sum(one.is_of_train for one in items)
    others = OTHERS * of_train / max(1, len(items) - of_train)
    return (1.0 if one.is_of_train or not of_train else others for one in items)


def _newton(
    values: NDArray[np.float64], right: NDArray[np.float64], counts: NDArray[np.float64], ridge: float
) -> NDArray[np.float64]:
    held = np.full(values.shape[1], ridge)
    held[0] = 1e-6  # the base is free
    found = np.zeros(values.shape[1])
    for _ in range(_STEPS):
        chance = 1.0 / (1.0 + np.exp(-values @ found))
        slope = values.T @ (counts * (chance - right)) + held * found
        bend = (values * (counts * chance * (1.0 - chance))[:, None]).T @ values + np.diag(held)
        step = np.linalg.solve(bend, slope)
        found = found - step
        if np.abs(step).max() < 1e-9:
            break
    return found
