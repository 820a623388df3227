"""The weights of a confidence, fitted anew: ``python -m training.confidence --folds FOLDER [--also FILE…] [--unseen FILE… --encoder WEIGHTS]``.

Reads ``../shared/gold/train.jsonl``, and further gold files, by rules alone and then with the encoder, and writes
``src/memcon/extract/data/confidence.toml``. `FOLDER` holds encoders that have not seen the reports of train (``training.folds``); of
other files the encoder reads those after ``--unseen``, by weights that have not seen them. Needs only what memcon runs on.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from eval.fitting import fitted
from eval.weighed import TRAIN, items_of
from memcon.encoder.component import OWN
from memcon.extract.confidence import KINDS
from memcon.language.load import OFF

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from eval.weighed import Item

OUT = Path(__file__).resolve().parents[1] / "src/memcon/extract/data/confidence.toml"
_HEAD = """\
# How likely an item of a record is to be right: what each trait of it, as it was read, tells for or against it.
#
# An item begins at `base`; each trait that it has adds its weight. The sum, in log odds, gives the chance:
#   -2: 12 %   -1: 27 %   -0.5: 38 %   0: 50 %   0.5: 62 %   1: 73 %   2: 88 %
# So a weight of -0.9 takes an item from 70 % to 49 %. Where "the encoder sees" something, the weight is multiplied by the log odds
# that the encoder gives it, from -4.6 (1 %) to 4.6 (99 %).
#
# Beside each trait stands how many of the items had it. What a trait is, is written in src/memcon/extract/confidence, a file a kind.
# Fitted, not chosen, on reports that careful readers had read (see docs/confidence.md and docs/design/0020-confidence.md); made by
#   python -m training.confidence
# `rules` is for reports read by rules alone, `encoder` for those that the encoder read too (MEMCON_ENCODER).
"""


def lines_of(by: str, items: Sequence[Item]) -> Iterator[str]:
    """The tables of one way of reading."""
    for kind in KINDS:
        ours = [one for one in items if one.kind == kind]
        seen = Counter(name for one in ours for name in one.traits)
        weights = fitted(ours)
        share = sum(one.is_right for one in ours) / len(ours)
        yield f"\n[{by}.{kind}]  # {len(ours)} items, of which {share:.0%} are right"
        yield f"base = {weights.base:.2f}"
        for name, weight in sorted(weights.traits.items(), key=lambda pair: pair[1]):
            yield f'"{name}" = {weight:.2f}  # {seen[name]}'


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folds", type=Path, required=True)
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="gold files that rules alone read too")
    parser.add_argument(
        "--unseen", dest="also_unseen", type=Path, nargs="*", default=[], help="and those that --encoder reads"
    )
    parser.add_argument("--encoder", default=OWN, help="weights that have not seen these")
    parser.add_argument("--out", type=Path, default=OUT)
    given = parser.parse_args()
    ruled = [one for gold in (TRAIN, *given.also) for one in items_of(gold, OFF)]
    asked = list(items_of(TRAIN, folds=given.folds))
    asked += [one for gold in given.also_unseen for one in items_of(gold, given.encoder)]
    written = [*lines_of("rules", ruled), *lines_of("encoder", asked)]
    given.out.write_text(_HEAD + "\n".join(written) + "\n", "utf-8")


if __name__ == "__main__":
    main()
