"""Copies of one text under many mastheads: MinHash over word shingles, banded so that no pair need be compared twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rensa import RMinHash  # type: ignore[import-untyped] # no type hints in it

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from memcon.tracks.notes import Notes

_PERMUTATIONS, _BANDS, _SEED = 64, 16, 42
_SHINGLE = 4  # words
_ALIKE = 0.7  # share of shingles from which on two texts are one
_SHORTEST = 40  # words: of shorter texts chance alone makes copies
_WORD = re.compile(r"\w+")

Shape = tuple[int, ...]


def shape_of(text: str) -> Shape:
    """The MinHash of `text` over shingles of words; empty for a text too short to tell."""
    words = _WORD.findall(text.casefold())
    if len(words) < _SHORTEST:
        return ()
    found = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    found.update([" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)])
    return tuple(found.digest())


def likeness(left: Shape, right: Shape) -> float:
    """The estimated share of shingles that two texts have in common, from 0 to 1."""
    if not left or not right:
        return 0.0
    return sum(one == other for one, other in zip(left, right, strict=True)) / len(left)


def copies(notes: Iterable[Notes]) -> Mapping[str, str]:
    """Each report that repeats an earlier one, by id, with the id of that one: the first by day, then by id."""
    buckets: dict[tuple[int, Shape], list[Notes]] = {}
    found: dict[str, str] = {}
    rows = _PERMUTATIONS // _BANDS
    for one in sorted(notes, key=lambda each: (each.source.day, each.source.id)):
        if not one.shape:
            continue
        bands = [(band, one.shape[band * rows : (band + 1) * rows]) for band in range(_BANDS)]
        near = {other.source.id: other for band in bands for other in buckets.get(band, ())}
        alike = [other for other in near.values() if likeness(one.shape, other.shape) >= _ALIKE]
        if alike:
            first = min(alike, key=lambda each: (each.source.day, each.source.id)).source.id
            found[one.source.id] = found.get(first, first)
        for band in bands:
            buckets.setdefault(band, []).append(one)
    return found
