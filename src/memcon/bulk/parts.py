"""What was read of each chunk, as a file of Parquet: one row a report, with its record as JSON, or with why there is none.

A part is written whole or not at all, under the name of its chunk: to read a chunk twice changes nothing. ``parts.json`` names
those that belong together, in the order of the inputs.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

from memcon.bulk.places import place
from memcon.errors import InputError
from memcon.export.records import from_line, to_line
from memcon.model import Record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pyarrow import Schema
    from pyarrow.fs import FileSystem

LIST = "parts.json"


def _schema() -> Schema:
    import pyarrow as pa  # noqa: PLC0415 - a third of a second to load

    return pa.schema(
        [(name, pa.string()) for name in ("report_id", "published", "outlet", "title", "record", "problem")]
    )


class Parts:
    """The folder of parts at `name`, a path or an address; it is made where it is not there."""

    def __init__(self, name: str) -> None:
        self.name = name.rstrip("/")
        self._system, self._path = place(self.name)

    @property
    def _files(self) -> FileSystem:
        return self._system

    def has(self, key: str) -> bool:
        """Whether the part is there."""
        from pyarrow import fs  # noqa: PLC0415

        found = self._files.get_file_info(self._file(key)).type == fs.FileType.File
        return bool(found)

    def write(self, key: str, found: Iterable[Record | InputError]) -> tuple[int, int]:
        """Write a part; gives how many reports were read and how many failed."""
        import pyarrow as pa  # noqa: PLC0415
        from pyarrow import parquet  # noqa: PLC0415

        rows = [_row(one) for one in found]
        with self._whole(self._file(key)) as path, self._files.open_output_stream(path) as stream:
            parquet.write_table(pa.Table.from_pylist(rows, schema=_schema()), stream, compression="zstd")
        failed = sum(row["problem"] is not None for row in rows)
        return len(rows) - failed, failed

    def read(self, key: str) -> Iterator[Record | str]:
        """The records of a part in order, and in words why a report has none. Raises `InputError` where it cannot be read."""
        from pyarrow import ArrowException, parquet  # noqa: PLC0415

        try:
            with self._files.open_input_file(self._file(key)) as stream:
                for batch in parquet.ParquetFile(stream).iter_batches(batch_size=500, columns=["record", "problem"]):
                    for row in batch.to_pylist():
                        yield row["problem"] if row["record"] is None else from_line(row["record"])
        except (OSError, ArrowException, ValueError) as error:
            raise InputError(
                self._file(key), f"is no part that memcon wrote: {error}", "read its input again"
            ) from error

    def put_list(self, keys: Sequence[str]) -> None:
        """Note which parts belong together."""
        with self._whole(f"{self._path}/{LIST}") as path, self._files.open_output_stream(path) as stream:
            stream.write(json.dumps({"parts": list(keys)}, indent=1).encode())

    def get_list(self) -> list[str]:
        """Which parts belong together. Raises `InputError` where this is no folder of parts."""
        try:
            with self._files.open_input_stream(f"{self._path}/{LIST}") as stream:
                return [str(key) for key in json.loads(stream.read())["parts"]]
        except (OSError, ValueError, KeyError) as error:
            raise InputError(
                self.name,
                f"has no {LIST}: it is no folder that `memcon cluster read` wrote",
                "name the one given as --out",
            ) from error

    def _file(self, key: str) -> str:
        return f"{self._path}/{key}.parquet"

    def _whole(self, path: str) -> _Whole:
        return _Whole(self._files, path)


class _Whole:
    """Gives a name to write to, and moves it to `path` when all is written: no half of a file ever has that name."""

    def __init__(self, system: FileSystem, path: str) -> None:
        self._system, self._path = system, path
        folder, _, name = path.rpartition("/")
        self._folder, self._draft = folder, f"{folder}/.{name}.{uuid.uuid4().hex}"

    def __enter__(self) -> str:
        self._system.create_dir(self._folder, recursive=True)
        return self._draft

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._system.move(self._draft, self._path)


def _row(found: Record | InputError) -> dict[str, str | None]:
    if isinstance(found, Record):
        of = found.report
        about = {"report_id": of.id, "published": of.published, "outlet": of.outlet, "title": of.title}
        return about | {"record": to_line(found), "problem": None}
    return {"report_id": None, "published": None, "outlet": None, "title": None, "record": None, "problem": str(found)}
