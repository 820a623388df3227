"""One encoder a fold, for figures on reports that its weights have not seen: ``python -m training.folds DATA BASE OUT [FOLD…]``.

Trains by the same recipe as the final weights (`RECIPE`) from the same ``silver.pt`` of `OUT`, and exports each as ``foldK.onnx`` for `eval.folds`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDS = 4
RECIPE = ("--on", "mix", "--epochs", "7", "--rate", "1e-4", "--short")


def main(data: str, base: str, out: Path, folds: list[str]) -> None:
    """Train and export; the fold ``all`` holds nothing out and gives the final weights."""
    (out / "count").write_text(str(FOLDS))
    for fold in folds or map(str, range(FOLDS)):
        name = "encoder" if fold == "all" else f"fold{fold}"
        state, held = out / f"{name}.pt", [] if fold == "all" else ["--fold", f"{fold}/{FOLDS}"]
        train = (data, base, str(state), *held, "--from", str(out / "silver.pt"), *RECIPE)
        subprocess.run([sys.executable, "-m", "training.train", *train], check=True)
        title = "memcon_encoder 1" if fold == "all" else f"memcon_encoder fold {fold}"
        export = (str(state), base, str(out / f"{name}.onnx"), "--name", title)
        subprocess.run([sys.executable, "-m", "training.export", *export], check=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
