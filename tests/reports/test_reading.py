"""Paths: files, folders and standard input."""

from __future__ import annotations

import io
import os
from itertools import islice
from pathlib import Path

import pytest

from memcon.model import Report
from memcon.reports import count, read_path
from memcon.settings import Settings
from tests.reports import made

SEED = Path(__file__).parents[2].parent / "shared" / "seed"


def read(path: Path | str) -> list[object]:
    """All that comes out of a path."""
    return list(read_path(path, settings=Settings()))


def lines(results: list[object]) -> list[str]:
    """The errors' lines."""
    return [str(one) for one in results if not isinstance(one, Report)]


def test_folder_sorted_and_recursive(tmp_path: Path) -> None:
    """All files under a folder are read by name, hidden ones are not, and a bad one stops nothing."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name, text in {"c.txt": "3", "a.txt": "1", "b/x.txt": "2", ".hidden": "4", ".git/y": "5"}.items():
        (tmp_path / name).write_text(f"{made.PARAGRAPHS[0]} Round {text} of the talks ends.", encoding="utf-8")
    (tmp_path / "aa.png").write_bytes(b"\x89PNG" + b"x" * 50)
    results = read(tmp_path)
    assert [one.text.split("Round ")[1][0] for one in results if isinstance(one, Report)] == ["1", "2", "3"]
    assert [line.split(":")[0] for line in lines(results)] == [str(tmp_path / "aa.png")]


def test_folder_without_files(tmp_path: Path) -> None:
    """A folder with nothing in it is said to be so."""
    assert lines(read(tmp_path)) == [f"{tmp_path}: is a folder with no files in it (give a folder that has reports)"]


def test_missing_file(tmp_path: Path) -> None:
    """A path that is not there is said to be so."""
    assert lines(read(tmp_path / "no.txt")) == [f"{tmp_path / 'no.txt'}: is not there (check the path)"]


def test_path_that_cannot_be_one() -> None:
    """A name with a NUL is no path."""
    (line,) = lines(read("a\0b"))
    assert "cannot be read" in line


def test_unreadable_file(tmp_path: Path) -> None:
    """A file without permission is said to be so."""
    path = tmp_path / "a.txt"
    path.write_text(made.BODY, encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read all files")
    assert lines(read(path)) == [f"{path}: may not be read (change its permissions)"]


def test_pipe_is_no_file(tmp_path: Path) -> None:
    """A named pipe would block for ever: it is refused."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    assert lines(read(path)) == [f"{path}: is neither a file nor a folder (give a file, a folder or -)"]


@pytest.mark.parametrize("data", [made.BODY, made.html(), made.json_line()])
def test_standard_input(data: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """``-`` is standard input, in any format."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (report,) = read("-")
    assert isinstance(report, Report)
    assert report.text == made.BODY


def test_reads_lazily(tmp_path: Path) -> None:
    """The first reports of a large file come out before its end is read."""
    path = tmp_path / "a.jsonl"
    path.write_text(f"{made.json_line()}\n" * 3000, encoding="utf-8")
    results = read_path(path, settings=Settings())
    assert len(list(islice(results, 2))) == 2
    with path.open("w", encoding="utf-8"):
        pass
    assert len(list(results)) < 2998


def test_counts(tmp_path: Path) -> None:
    """A line of JSON Lines counts as one, any other file as one, standard input as unknown."""
    (tmp_path / "a.jsonl").write_text(f"{made.json_line()}\n" * 3, encoding="utf-8")
    (tmp_path / "b.txt").write_text(made.BODY, encoding="utf-8")
    assert count([tmp_path]) == 4
    assert count([tmp_path / "a.jsonl", tmp_path / "no.txt"]) == 4
    assert count([tmp_path, "-"]) is None


@pytest.mark.skipif(not SEED.exists(), reason="the shared material is not beside this checkout")
def test_first_report() -> None:
    """The page that the project started from comes out to the letter."""
    (page,), (record,) = read(SEED / "report.txt"), read(SEED / "gold.jsonl")
    assert isinstance(page, Report)
    assert isinstance(record, Report)
    assert (page.title, page.published, page.outlet, page.url, page.text) == (
        record.title,
        record.published,
        record.outlet,
        record.url,
        record.text,
    )
