"""Floors under every figure: ``python -m eval.floors [MEASURE…] [--raise] [--lower NAME --because REASON] [--pipeline NAME]``.

Measures all that `eval.measures` names, or those given, and compares them with ``eval/floors.json``; the exit status is 1 where a figure
is below its floor. `--raise` lifts floors to what is reached, and never lowers one. `--lower "records dev/events found" --because REASON`
lowers one floor to what is reached now; the reason stays in the file. A floor holds for the gold file that it was measured on, known by its
digest: on a changed file nothing is compared, and `--raise` starts anew.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from eval.measures import MEASURES
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from collections.abc import Iterator

FLOORS = Path(__file__).with_name("floors.json")


@dataclass(slots=True, kw_only=True)
class Floor:
    """The floors of one measure, and the digest of the file that they hold for."""

    gold: str = ""
    figures: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Floors:
    """The whole file: floors by measure, and each that was lowered with its reason."""

    measures: dict[str, Floor] = field(default_factory=dict)
    lowered: list[dict[str, str | float]] = field(default_factory=list)

    @classmethod
    def read(cls, path: Path = FLOORS) -> Floors:
        """The floors as they are kept; none where there is no file."""
        if not path.exists():
            return cls()
        kept = json.loads(path.read_text("utf-8"))
        return cls(measures={name: Floor(**floor) for name, floor in kept["measures"].items()}, lowered=kept["lowered"])

    def write(self, path: Path = FLOORS) -> None:
        """Keep the floors."""
        kept = {
            "measures": {
                name: {"gold": floor.gold, "figures": floor.figures} for name, floor in sorted(self.measures.items())
            },
            "lowered": self.lowered,
        }
        path.write_text(json.dumps(kept, indent=2) + "\n", "utf-8")

    def compared(self, measure: str, figures: dict[str, float], gold: str) -> Iterator[tuple[str, float, float | None]]:
        """Each figure with its floor; ``None`` where there is none for this gold file."""
        floor = self.measures.get(measure, Floor())
        for name, value in figures.items():
            yield name, value, floor.figures.get(name) if floor.gold == gold else None

    def lift(self, measure: str, figures: dict[str, float], gold: str) -> None:
        """Raise the floors of a measure to what is reached."""
        floor = self.measures.get(measure, Floor())
        old = floor.figures if floor.gold == gold else {}
        raised = {name: max(value, old.get(name, value)) for name, value in figures.items()}
        self.measures[measure] = Floor(gold=gold, figures=raised)

    def lower(self, measure: str, name: str, value: float, because: str) -> None:
        """Lower one floor, and keep why."""
        figures = self.measures[measure].figures
        self.lowered.append({"floor": f"{measure}/{name}", "from": figures[name], "to": value, "because": because})
        figures[name] = value


def digest(path: Path) -> str:
    """The first half of a file's SHA-256: enough to tell one gold file from another."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:32]


def main() -> None:
    """Measure, compare and print; then raise or lower floors where asked."""
    given = _arguments()
    floors = Floors.read()
    below = False
    for measure in given.measures or MEASURES:
        figures, gold = MEASURES[measure].take(given.pipeline), digest(MEASURES[measure].gold)
        for name, value, floor in floors.compared(measure, figures, gold):
            label = f"{measure}/{name}"
            lowered = label == given.lower and floor is not None and value < floor
            below = below or (floor is not None and value < floor and not lowered)
            print(_line(label, value, floor), flush=True)
            if lowered:
                floors.lower(measure, name, value, given.because)
        if given.raised:
            floors.lift(measure, figures, gold)
    if given.raised or given.lower:
        floors.write()
    sys.exit(int(below))


def _line(label: str, value: float, floor: float | None) -> str:
    if floor is None:
        return f"{label:<36}{value:>7}  no floor for this gold file"
    return f"{label:<36}{value:>7}  floor {floor:>6}{'  BELOW' if value < floor else ''}"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("measures", nargs="*", metavar="MEASURE", help=f"one of: {', '.join(MEASURES)}")
    parser.add_argument("--raise", dest="raised", action="store_true", help="lift floors to what is reached")
    parser.add_argument("--lower", metavar="NAME", default="", help="lower this floor to what is reached")
    parser.add_argument("--because", metavar="REASON", default="", help="why it is lowered; kept in the file")
    parser.add_argument("--pipeline", default=DEFAULT_PIPELINE)
    given = parser.parse_args()
    unknown = [name for name in given.measures if name not in MEASURES]
    if unknown:
        parser.error(f"no measure named {unknown[0]!r}; there are: {', '.join(MEASURES)}")
    if given.lower and not given.because:
        parser.error("--lower needs --because: a floor is not lowered without a reason")
    if given.lower and given.lower.partition("/")[0] not in (given.measures or MEASURES):
        parser.error(f"{given.lower!r} is not measured here")
    return given


if __name__ == "__main__":
    main()
