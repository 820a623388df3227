"""What exports.md says of the formats: all of them, all files, and what is left open."""

from __future__ import annotations

import pytest

from memcon.export.formats.registry import FORMATS
from memcon.export.formats.tables import TABLES
from tests.shown import PROJECT

TEXT = (PROJECT / "docs/exports.md").read_text("utf-8")


@pytest.mark.parametrize("name", [*FORMATS, "memo"])
def test_each_format_has_a_row_and_a_section(name: str) -> None:
    """The table says what it keeps and loses, the section the rest."""
    assert f"\n| [`{name}`](#{name}) | " in TEXT
    assert f"\n## {name}\n" in TEXT


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_table_is_named(table: object) -> None:
    """Every file of the tabular formats."""
    assert f"`{getattr(table, 'name', '')}.csv`" in TEXT
