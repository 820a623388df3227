"""``parquet``: the same tables as one Parquet file each, with lists and structs, and a date column beside each EDTF one.

Rows are written in batches, so that memory does not grow with the ledger.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from memcon.export.formats.rows import rows
from memcon.export.formats.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    from memcon.export.formats.folders import Opens
    from memcon.export.formats.holdings import Holdings
    from memcon.export.formats.rows import Row
    from memcon.export.formats.tables import Column, Table

BATCH = 2000  # rows of one table that wait to be written
BATCH_OF_TEXTS = 200  # reports, which have their whole text
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def write(holdings: Holdings, opens: Opens) -> None:
    """Write every table."""
    with ExitStack() as files:
        open_ones = {table.name: _Open(table, _writer(files, opens, table)) for table in TABLES}
        for name, row in rows(holdings):
            open_ones[name].add(row)
        for one in open_ones.values():
            one.flush()


def schema(table: Table) -> pa.Schema:
    """The Arrow schema of a table; each column's meaning stands in its metadata (``comment``)."""
    import pyarrow as pa  # noqa: PLC0415 - a tenth of a second to load, for this format alone

    fields = []
    for column in table.columns:
        about = {"comment": column.meaning}
        fields.append(pa.field(column.name, _type(column), nullable=not column.is_always_there, metadata=about))
        if column.kind == "edtf":
            about = {"comment": f"The same where it names one day. {column.meaning}"}
            fields.append(pa.field(f"{column.name}_date", pa.date32(), metadata=about))
    return pa.schema(fields, metadata={"comment": table.meaning})


@dataclass(slots=True)
class _Open:
    """A table that is being written, with the rows that wait."""

    table: Table
    writer: ParquetWriter
    waiting: list[Row] = field(default_factory=list)

    def add(self, row: Row) -> None:
        self.waiting.append(row)
        if len(self.waiting) >= (BATCH_OF_TEXTS if self.table.name == "reports" else BATCH):
            self.flush()

    def flush(self) -> None:
        import pyarrow as pa  # noqa: PLC0415

        if self.waiting:
            values = [_values(self.table, row) for row in self.waiting]
            self.writer.write_batch(pa.RecordBatch.from_pylist(values, schema=schema(self.table)))
            self.waiting.clear()


def _writer(files: ExitStack, opens: Opens, table: Table) -> ParquetWriter:
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

    file = files.enter_context(opens(f"{table.name}.parquet"))
    return files.enter_context(ParquetWriter(file, schema(table), compression="zstd"))


def _values(table: Table, row: Row) -> Mapping[str, Any]:
    found: dict[str, Any] = {}
    for column in table.columns:
        value = _writable(row.get(column.name))
        found[column.name] = value
        if column.kind == "edtf":
            found[f"{column.name}_date"] = _date(value or "")
    return found


def _date(edtf: str) -> date | None:
    try:
        return date.fromisoformat(edtf) if DAY.fullmatch(edtf) else None
    except ValueError:  # a report can name a 30 February
        return None


def _writable(value: Any) -> Any:
    """`value` with an escape for each lone surrogate, which Arrow's UTF-8 has no bytes for."""
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode("utf-8")
        case list() | tuple():
            return [_writable(each) for each in value]
        case dict():
            return {key: _writable(each) for key, each in value.items()}
        case _:
            return value


@cache
def _types() -> Mapping[str, pa.DataType]:
    import pyarrow as pa  # noqa: PLC0415

    span = pa.struct([("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())])
    evidence = pa.struct(
        [("report", pa.string()), ("statement", pa.string()), ("start", pa.int32()), ("end", pa.int32()), ("text", pa.string())]
    )  # fmt: skip
    step = pa.struct(
        [(name, pa.string()) for name in ("published", "status", "by", "outlet", "report", "reported", "when")]
    )
    return {
        "text": pa.string(),
        "edtf": pa.string(),
        "count": pa.int32(),
        "share": pa.float64(),
        "moment": pa.timestamp("us", tz="UTC"),
        "list": pa.list_(pa.string()),
        "span": span,
        "spans": pa.list_(span),
        "place": pa.struct([("name", pa.string()), ("country", pa.string())]),
        "evidence": pa.list_(evidence),
        "steps": pa.list_(step),
    }


def _type(column: Column) -> pa.DataType:
    return _types()[column.kind]
