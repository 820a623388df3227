"""Chunks of an input give what the whole gives, each report once; parts keep it."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from memcon.bulk import chunks
from memcon.bulk.chunks import chunks_of, reports_of
from memcon.bulk.parts import LIST, Parts
from memcon.errors import InputError
from memcon.reports import read_path
from memcon.settings import Settings
from tests.ledger import made

if TYPE_CHECKING:
    from pathlib import Path

    from memcon.model import Record


def titles_of(name: str) -> list[str]:
    """The titles of the reports in all chunks, or what is wrong."""
    found = [one for chunk in chunks_of(name) for one in reports_of(chunk, Settings())]
    return [str(one) if isinstance(one, InputError) else one.title for one in found]


def line(title: str, text: str = made.TEXT) -> dict[str, str]:
    """A report as JSON Lines have it."""
    return {"title": title, "published": "2031-02-24", "text": text}


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text("aé\u2028€😀", max_size=40), min_size=1, max_size=12), st.integers(20, 400), st.booleans())
def test_every_line_is_in_one_stretch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, texts: list[str], size: int, ends: bool
) -> None:
    """Wherever the stretches are cut, and whether the last line has an end."""
    monkeypatch.setattr(chunks, "BYTES", size)
    file = tmp_path / "reports.jsonl"
    lines = [json.dumps(line(f"{n}", f"{made.TEXT} {text}"), ensure_ascii=False) for n, text in enumerate(texts)]
    file.write_text("\n".join(lines) + "\n" * ends, "utf-8")
    assert titles_of(str(file)) == [str(n) for n in range(len(texts))]


def test_stretches_are_used_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of many lines is more than one chunk, and the chunks cover it."""
    monkeypatch.setattr(chunks, "BYTES", 1000)
    file = tmp_path / "reports.jsonl"
    file.write_text("".join(f"{json.dumps(line(str(n)))}\n" for n in range(20)), "utf-8")
    found = list(chunks_of(str(file)))
    assert len(found) > 5
    assert [one.start for one in found[1:]] == [one.end for one in found[:-1]]


def test_parquet_is_read_as_json_lines_are(tmp_path: Path) -> None:
    """A row is a report, a column of days counts as text, and what is not a field is left alone."""
    rows = [{**line(f"{n}"), "id": f"x{n}", "published": date(2031, 2, 24), "score": 0.5} for n in range(5)]
    parquet.write_table(pa.Table.from_pylist(rows), tmp_path / "reports.parquet", row_group_size=2)
    assert len(list(chunks_of(str(tmp_path)))) == 3
    assert titles_of(str(tmp_path)) == ["0", "1", "2", "3", "4"]
    (first, *_) = reports_of(next(chunks_of(str(tmp_path))), Settings())
    assert not isinstance(first, InputError)
    assert (first.source_id, first.published) == ("x0", "2031-02-24")


def test_folder_is_read_in_the_order_of_read(tmp_path: Path) -> None:
    """The same reports in the same order, by path and by address."""
    for name in ("b.txt", "a.txt"):
        (tmp_path / name).write_text(f"{name} says\n\n{made.TEXT}", "utf-8")
    (tmp_path / ".hidden").write_text("no report", "utf-8")
    expected = [one.id for one in read_path(tmp_path, settings=Settings()) if not isinstance(one, InputError)]
    for name in (str(tmp_path), f"file://{tmp_path}"):
        found = [one for chunk in chunks_of(name) for one in reports_of(chunk, Settings())]
        assert [one.id for one in found if not isinstance(one, InputError)] == expected


@pytest.mark.parametrize("name", ["/none/at/all", "odd://bucket/news"])
def test_what_is_not_there_is_told(name: str) -> None:
    """One line that names the input."""
    with pytest.raises(InputError, match=name):
        list(chunks_of(name))


def test_key_is_of_chunk_and_program(tmp_path: Path) -> None:
    """The same chunk has the same key; a file that grew, another program, has another."""
    file = tmp_path / "a.txt"
    file.write_text(made.TEXT, "utf-8")
    (before,) = chunks_of(str(file))
    assert before.key("1") == next(chunks_of(str(file))).key("1") != before.key("2")
    file.write_text(f"{made.TEXT} More.", "utf-8")
    assert next(chunks_of(str(file))).key("1") != before.key("1")


def test_part_gives_back_what_was_written(tmp_path: Path) -> None:
    """Records to the letter, and failures in words, in their order."""
    parts, record = Parts(f"file://{tmp_path}/out"), made.record()
    assert not parts.has("k")
    assert parts.write("k", [record, InputError("a", "is bad", "mend it")]) == (1, 1)
    assert parts.has("k")
    assert list(parts.read("k")) == [record, "a: is bad (mend it)"]


def test_part_that_fails_on_the_way_is_not_there(tmp_path: Path) -> None:
    """What raises in the middle leaves no part under its name."""

    def broken() -> list[Record | InputError]:
        raise KeyboardInterrupt

    parts = Parts(str(tmp_path))
    with pytest.raises(KeyboardInterrupt):
        parts.write("k", broken())
    assert not parts.has("k")


def test_folder_without_a_list_is_told(tmp_path: Path) -> None:
    """It is none that memcon wrote."""
    with pytest.raises(InputError, match=LIST):
        Parts(str(tmp_path)).get_list()
