"""``csv``: a CSV file a table, and ``datapackage.json``, which says what is in each (Data Package 2.0).

A cell that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that begins with an
apostrophe: who takes one apostrophe off a cell that begins with one has what was exported, letter by letter.
"""

from __future__ import annotations

import csv
import io
import json
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import memcon
from memcon.export.formats.rows import rows
from memcon.export.formats.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from memcon.export.formats.folders import Opens
    from memcon.export.formats.holdings import Holdings
    from memcon.export.formats.rows import Row
    from memcon.export.formats.tables import Column, Table

# What Excel, LibreOffice or Google Sheets take for the beginning of a formula, the wide forms of East Asian settings among them.
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"
MISSING = ""
TYPES: Mapping[str, str] = {
    "text": "string",
    "edtf": "string",
    "count": "integer",
    "share": "number",
    "moment": "datetime",
    "list": "array",
    "spans": "array",
    "evidence": "array",
    "steps": "array",
}
PARTS: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "span": {
        "start": ("integer", "first code point"),
        "end": ("integer", "code point behind the last"),
        "text": ("string", "the words"),
    },
    "place": {"name": ("string", "name"), "country": ("string", "ISO 3166-1 alpha-3")},
}


def write(holdings: Holdings, opens: Opens) -> None:
    """Write every table, and what describes them."""
    with ExitStack() as files:
        writers = {table.name: _writer(files, opens, table) for table in TABLES}
        columns = {table.name: table.columns for table in TABLES}
        for name, row in rows(holdings):
            writers[name].writerow([cell for column in columns[name] for cell in _cells(column, row)])
    with opens("datapackage.json") as file:
        file.write(json.dumps(descriptor(holdings), ensure_ascii=False, indent=2).encode("utf-8"))


def guarded(words: str) -> str:
    """`words` as a cell that no spreadsheet runs."""
    return GUARD + words if words.startswith((*RUNS, GUARD)) else words


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell.removeprefix(GUARD)


def descriptor(holdings: Holdings) -> dict[str, Any]:
    """The Data Package: for each file the columns with types and meanings, its key, and which columns lead to which."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "memcon",
        "title": "Who said what to whom, and on whose word",
        "description": (
            "A machine's reading of news reports. A status is what somebody says, not what happened: "
            "see the statement (source) or the positions that it stands on. "
            "A cell that begins with an apostrophe has one more than what was exported, so that no spreadsheet runs it."
        ),
        "created": holdings.now.isoformat(),
        "version": memcon.__version__,
        "memcon:asOf": {
            "published": holdings.as_of.published,
            "recorded": holdings.as_of.recorded and holdings.as_of.recorded.isoformat(),
        },
        "resources": [_resource(table) for table in TABLES],
    }


def _resource(table: Table) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True, "lineTerminator": "\r\n", "header": True},
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": [field for column in table.columns for field in _fields(column)],
            "primaryKey": ["id"],
            "foreignKeys": [
                {"fields": [column.name], "reference": {"resource": column.leads_to, "fields": ["id"]}}
                for column in table.columns
                if column.leads_to
            ],
            "missingValues": [MISSING],
        },
    }


def _fields(column: Column) -> Iterator[dict[str, Any]]:
    for part, (kind, meaning) in PARTS.get(column.kind, {}).items():
        yield {"name": f"{column.name}_{part}", "type": kind, "description": f"{column.meaning} ({meaning})"}
    if column.kind not in PARTS:
        about = " As EDTF (ISO 8601-2)." if column.kind == "edtf" else ""
        field = {"name": column.name, "type": TYPES[column.kind], "description": column.meaning + about}
        yield {**field, "constraints": {"required": True}} if column.is_always_there else field


def _writer(files: ExitStack, opens: Opens, table: Table) -> Any:
    # A lone surrogate, which UTF-8 has no bytes for, is written as the escape that JSON has for it.
    stream = io.TextIOWrapper(opens(f"{table.name}.csv"), "utf-8", errors="backslashreplace", newline="")
    writer = csv.writer(files.enter_context(stream))
    writer.writerow([field["name"] for column in table.columns for field in _fields(column)])
    return writer


def _cells(column: Column, row: Row) -> Iterable[str]:
    value = row.get(column.name)
    if parts := PARTS.get(column.kind):
        return [_cell((value or {}).get(part)) for part in parts]
    return [_cell(value)]


def _cell(value: Any) -> str:
    match value:
        case None:
            return MISSING
        case str():
            return guarded(value)
        case list() | tuple():
            return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        case int() | float():
            return str(value)
        case _:
            return str(value.isoformat())
