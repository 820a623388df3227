"""Figures are held: the cheap measure against its floors, and the rules by which floors move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eval.floors import Floors, digest
from eval.measures import MEASURES
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from pathlib import Path

GOLD = "0" * 32


@pytest.mark.parametrize("measure", ["rules dev", "rules seed"])
def test_no_figure_is_below_its_floor(measure: str) -> None:
    """Records of the adjudicated reports and of the seed are found and right as often as they once were."""
    gold = MEASURES[measure].gold
    if not gold.exists():
        pytest.skip(f"measures on {gold.name} of ../shared, which is not there")
    compared = Floors.read().compared(measure, MEASURES[measure].take(DEFAULT_PIPELINE), digest(gold))
    below = [(name, value, floor) for name, value, floor in compared if floor is None or value < floor]
    assert not below, f"figure, reached, floor: {below}; python -m eval.floors '{measure}' prints all"


def test_every_measure_has_floors() -> None:
    """No measure is without a floor, and no floor is without a measure."""
    assert set(Floors.read().measures) == set(MEASURES)


def test_raising_never_lowers(tmp_path: Path) -> None:
    """A figure that fell leaves its floor where it was; one that rose lifts it."""
    floors = Floors()
    floors.lift("m", {"a": 50.0, "b": 50.0}, GOLD)
    floors.lift("m", {"a": 40.0, "b": 60.0}, GOLD)
    floors.write(tmp_path / "floors.json")
    kept = Floors.read(tmp_path / "floors.json")
    assert list(kept.compared("m", {"a": 40.0, "b": 60.0}, GOLD)) == [("a", 40.0, 50.0), ("b", 60.0, 60.0)]


def test_a_changed_gold_file_has_no_floor(tmp_path: Path) -> None:
    """What was reached on one file says nothing about another."""
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}\n", "utf-8")
    floors = Floors()
    floors.lift("m", {"a": 50.0}, digest(gold))
    gold.write_text("{} \n", "utf-8")
    assert list(floors.compared("m", {"a": 40.0}, digest(gold))) == [("a", 40.0, None)]
    floors.lift("m", {"a": 40.0}, digest(gold))
    assert list(floors.compared("m", {"a": 40.0}, digest(gold))) == [("a", 40.0, 40.0)]


def test_a_floor_is_lowered_with_a_reason(tmp_path: Path) -> None:
    """The file keeps which floor was lowered, from what to what, and why."""
    floors = Floors()
    floors.lift("m", {"a": 50.0}, GOLD)
    floors.lower("m", "a", 45.0, "a label was wrong")
    floors.write(tmp_path / "floors.json")
    kept = Floors.read(tmp_path / "floors.json")
    assert kept.measures["m"].figures == {"a": 45.0}
    assert kept.lowered == [{"floor": "m/a", "from": 50.0, "to": 45.0, "because": "a label was wrong"}]
