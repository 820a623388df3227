"""A confidence for every item: within bounds, by hundredths, the same each time, and lower where a reading has less to go by."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import memcon.extract.confidence as package
from memcon.extract.confidence import KINDS
from memcon.extract.confidence.seen import odds
from memcon.extract.confidence.weights import HIGHEST, LOWEST, Weights, weights
from memcon.ids import report_id
from memcon.language.load import load
from memcon.model import Report
from memcon.pipeline import record_of
from memcon.settings import DEFAULT_PIPELINE

if TYPE_CHECKING:
    from tests.extract.conftest import Read

TEXTS = (
    "",
    "Peru.",
    "Chile's foreign minister, Rosa Vidal, said on Friday that the talks with Peru would resume in May.",
    "There will be no talks until Peru reopens the crossing, Vidal told reporters. “We will wait,” she added.",
    "Bolivia and Chile met in Lima on Jan. 20. Chile's Foreign Ministry has not commented on the canceled round.",
    "It was reported that Ghana might impose sanctions on Togo if the ships, which had been seized, were not released.",
)
TABLES = tomllib.loads(files("memcon.extract").joinpath("data/confidence.toml").read_text("utf-8"))


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoder", ["off", "own"])
def test_every_item_has_one(text: str, encoder: str) -> None:
    """Whatever is found has a chance from 0.01 to 0.99, by hundredths, and the same each time."""
    made = report_id(title="", published="2025-06-16", outlet="", url="", text=text)
    report = Report(
        id=made, source_id=None, title="", published="2025-06-16", outlet="", url="", language="en", text=text
    )
    nlp = load(DEFAULT_PIPELINE, encoder)
    record, again = (record_of(report, nlp) for _ in range(2))
    assert record == again
    for one in (each for kind in KINDS for each in getattr(record, kind)):
        assert LOWEST <= one.confidence <= HIGHEST
        assert round(one.confidence, 2) == one.confidence


def test_an_unnamed_source_is_less_sure(read_text: Read) -> None:
    """A statement that nobody is named for is less sure than a minister's; one by a pronoun no surer than one by name."""
    named = "Peru's foreign minister, Tomás Ibarra, said on Friday that the talks would resume in May."
    (by_minister,) = read_text(named).statements
    (by_nobody,) = read_text("It was reported on Friday that the talks would resume in May.").statements
    assert by_minister.confidence is not None
    assert by_nobody.confidence is not None
    assert by_minister.confidence > by_nobody.confidence + 0.1


def test_sides_that_are_named_are_surer(read_text: Read) -> None:
    """An event whose two sides stand about its verb is surer than one that names a crowd."""
    (plain,) = read_text("Peru recalled its ambassador from Chile on Friday.").events[:1]
    others = "Peru, which Ghana, Togo, Kenya and Bolivia had warned, may recall its ambassador from Chile."
    crowded = next(one for one in read_text(others).events if one.status == "hypothetical")
    assert (plain.confidence or 0) > (crowded.confidence or 1)


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_more_for_it_is_never_less_sure(base: float, weight: float, low: float, high: float) -> None:
    """What tells for an item raises its chance, what tells against it lowers it, and an encoder that is surer never lowers it."""
    made = Weights(base=base, traits={"seen": weight, "encoder": abs(weight)})
    with_it, without = made.chance({"seen": 1.0}), made.chance({})
    assert (with_it >= without) if weight >= 0 else (with_it <= without)
    assert made.chance({"encoder": odds(max(low, high))}) >= made.chance({"encoder": odds(min(low, high))})


def test_far_odds_stay_within_bounds() -> None:
    """No sum of weights makes a chance of 0 or 1."""
    for base in (-700.0, 700.0):
        assert LOWEST <= Weights(base=base, traits={}).chance({}) <= HIGHEST


@pytest.mark.parametrize("by", ["rules", "encoder"])
@pytest.mark.parametrize("kind", KINDS)
def test_every_weight_is_of_a_trait_that_there_is(by: str, kind: str) -> None:
    """The file weighs nothing that the code does not look at, and no weight of an encoder's chance speaks against it."""
    of_kind = (Path(package.__file__).parent / f"{kind}.py").read_text("utf-8")
    found = weights(kind, by)  # type: ignore[arg-type]  # both words are of its kind
    assert found.traits.keys() == TABLES[by][kind].keys() - {"base"}
    assert [name for name in found.traits if f'"{name}"' not in of_kind] == []
    assert all(weight > -0.1 for name, weight in found.traits.items() if name.startswith("the encoder"))
