"""Parquet, as DuckDB reads it: typed columns, spans that hold, the rows of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pytest

from memcon.export.formats import parquet
from memcon.export.formats.rows import rows
from memcon.export.formats.tables import TABLES
from tests.export.formats.test_csv import opener

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.export.formats.holdings import Holdings


@pytest.fixture(scope="module")
def query(everything: Holdings, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[tuple[Any, ...]]]:
    """SQL over the files of an export, a view a table."""
    folder = tmp_path_factory.mktemp("parquet")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parquet, "BATCH", 3)  # so that a table is written in several batches
        parquet.write(everything, opener(folder))
    db = duckdb.connect()
    for table in TABLES:
        db.read_parquet(f"{folder / table.name}.parquet").create_view(table.name)
    return lambda sql: db.execute(sql).fetchall()


def test_every_row_is_there(query: Callable[[str], list[tuple[Any, ...]]], everything: Holdings) -> None:
    """Each table has the rows of the ledger, under their ids."""
    expected: dict[str, list[str]] = {table.name: [] for table in TABLES}
    for name, row in rows(everything):
        expected[name].append(row["id"])
    assert {name: [row[0] for row in query(f"select id from {name}")] for name in expected} == expected  # noqa: S608


def test_types_are_those_of_what_is_meant(query: Callable[[str], list[tuple[Any, ...]]]) -> None:
    """Lists are lists, spans structs, times have their zone, and a full day has a date."""
    types = {row[0]: row[1] for row in query("describe meetings")}
    assert types["parties"] == "VARCHAR[]"
    assert types["recorded"] == "TIMESTAMP WITH TIME ZONE"
    assert types["when_date"] == "DATE"
    assert types["agenda"] == 'STRUCT("start" INTEGER, "end" INTEGER, "text" VARCHAR)[]'
    assert types["where"] == 'STRUCT("name" VARCHAR, country VARCHAR)'


def test_spans_are_their_words(query: Callable[[str], list[tuple[Any, ...]]]) -> None:
    """Each span counts code points: the text has its words there, behind letters of more than 16 bits too."""
    spans = """
        select substring(r.text, s.cue.start + 1, s.cue.end - s.cue.start) = s.cue.text
        from statements s join reports r on r.id = s.report
    """
    assert query(spans) == [(True,)] * 8


def test_a_question_that_an_analyst_would_ask(query: Callable[[str], list[tuple[Any, ...]]]) -> None:
    """Who says that whom called it off, and a date only where one day is named."""
    told = """
        select distinct s.party, m.changed_by, m.status, m."when", m.when_date
        from meetings m join statements s on s.id = m.source where list_contains(m.parties, 'LVA')
    """
    assert query(told) == [("EST", "EST", "cancelled", "2031-03", None)]
    assert query("select distinct when_date::varchar from events") == [("2031-02-24",)]
