"""CSV: parsed by what its data package says, it is the ledger again; no spreadsheet runs a cell; the keys lead somewhere."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.export.formats import csvs
from memcon.export.formats.rows import rows
from memcon.export.formats.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memcon.export.formats.holdings import Holdings

READ: dict[str, Callable[[str], Any]] = {
    "string": csvs.unguarded,
    "integer": int,
    "datetime": datetime.fromisoformat,
    "array": json.loads,
}
Tables = dict[str, list[dict[str, Any]]]


def opener(folder: Path) -> Callable[[str], IO[bytes]]:
    """What opens new files in `folder`."""
    return lambda name: (folder / name).open("xb")


@pytest.fixture(scope="module")
def package(everything: Holdings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an export."""
    folder = tmp_path_factory.mktemp("csv")
    csvs.write(everything, opener(folder))
    return folder


@pytest.fixture(scope="module")
def parsed(package: Path) -> Tables:
    """Every table, each cell by the type that the descriptor gives its column."""
    found: Tables = {}
    for resource in json.loads((package / "datapackage.json").read_text("utf-8"))["resources"]:
        fields = resource["schema"]["fields"]
        with (package / resource["path"]).open(encoding=resource["encoding"], newline="") as file:
            head, *body = csv.reader(file)
        assert head == [field["name"] for field in fields]
        found[resource["name"]] = [
            {
                field["name"]: READ[field["type"]](cell) if cell else None
                for field, cell in zip(fields, row, strict=True)
            }
            for row in body
        ]
    return found


def flat(name: str, row: Any) -> dict[str, Any]:
    """A row as its file has it: structs cut into their parts, an empty text the same as none."""
    columns = next(table.columns for table in TABLES if table.name == name)
    found: dict[str, Any] = {}
    for column in columns:
        value = row.get(column.name)
        if parts := csvs.PARTS.get(column.kind):
            found |= {f"{column.name}_{part}": (value or {}).get(part) for part in parts}
        else:
            found[column.name] = json.loads(json.dumps(value)) if isinstance(value, list | tuple) else value
    return {key: None if value == "" else value for key, value in found.items()}


def test_the_files_are_the_ledger(parsed: Tables, everything: Holdings) -> None:
    """Read by the descriptor, the files give every row, in order, with nothing added or lost."""
    expected: Tables = {table.name: [] for table in TABLES}
    for name, row in rows(everything):
        expected[name].append(flat(name, row))
    assert parsed == expected
    assert {name: len(each) for name, each in parsed.items()} == {
        "reports": 4,
        "actors": 9,
        "statements": 8,
        "events": 4,
        "meetings": 4,
        "conditions": 4,
        "tracks": 1,
        "rounds": 1,
        "positions": 2,
    }


def test_keys_hold(parsed: Tables, package: Path) -> None:
    """No two rows share an id, and each key leads to a row that is there."""
    resources = json.loads((package / "datapackage.json").read_text("utf-8"))["resources"]
    ids = {name: [row["id"] for row in table] for name, table in parsed.items()}
    assert all(len(each) == len(set(each)) for each in ids.values())
    keys = [(one["name"], key) for one in resources for key in one["schema"]["foreignKeys"]]
    assert len(keys) == 12
    for name, key in keys:
        led_to = set(ids[key["reference"]["resource"]])
        assert {row[key["fields"][0]] for row in parsed[name]} - {None} <= led_to, (name, key)


def test_what_is_said_and_by_whom_stays_together(parsed: Tables) -> None:
    """A silence is one, and a round says on whose word it stands."""
    silent = {row["party"] for row in parsed["statements"] if row["act"] == "decline"}
    assert silent == {"LVA"}
    assert "says Estonia" in parsed["rounds"][0]["on_whose_word"]
    assert "Latvia has not commented" in parsed["rounds"][0]["on_whose_word"]


def test_no_cell_is_a_formula(package: Path) -> None:
    """No cell of any file begins as a spreadsheet's formulas do."""
    for path in package.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            assert [cell for row in csv.reader(file) for cell in row if cell.startswith(csvs.RUNS)] == []
    assert "'@SUM(A1)" in (package / "reports.csv").read_text("utf-8")


@given(st.text() | st.builds("".join, st.lists(st.sampled_from(["=", "'", "+", "a", "\t", "\n", '"', ","]))))
def test_a_guarded_cell_comes_back(words: str) -> None:
    """The apostrophe comes off again, whatever the words are, and those that are guarded run nowhere."""
    assert csvs.unguarded(csvs.guarded(words)) == words
    assert not csvs.guarded(words).startswith(csvs.RUNS)
