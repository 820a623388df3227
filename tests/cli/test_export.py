"""``memcon export``: each format from the command line, written whole or not at all, from what was asked."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

import pytest

from memcon.export.formats import csvs
from memcon.export.formats.registry import FORMATS
from memcon.export.formats.tables import TABLES
from tests.cli.conftest import Ask, flat

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memcon.export.formats.folders import Opens
    from memcon.export.formats.holdings import Holdings

TEXTS = [one.name for one in FORMATS.values() if one.shape == "text"]
FOLDERS = [one.name for one in FORMATS.values() if one.shape == "folder"]


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_goes_to_standard_output_or_a_file(name: str, ask: Ask, tmp_path: Path) -> None:
    """Both are the same, but for the time that some formats name."""
    out = tmp_path / "out"
    ask("export", name, "--out", str(out))
    printed = ask("export", name).stdout
    assert printed == out.read_text("utf-8") != ""


@pytest.mark.parametrize("name", FOLDERS)
def test_several_files_are_a_folder_or_a_zip(name: str, ask: Ask, tmp_path: Path) -> None:
    """The zip file has what the folder has."""
    ask("export", name, "--out", str(tmp_path / "folder"))
    ask("export", name, "--out", str(tmp_path / "packed.zip"))
    names = sorted(one.name for one in (tmp_path / "folder").iterdir())
    assert {one.rpartition(".")[0] for one in names} >= {table.name for table in TABLES}
    with ZipFile(tmp_path / "packed.zip") as packed:
        assert packed.namelist() == names
        assert packed.testzip() is None
    assert sorted(one.name for one in tmp_path.iterdir()) == ["desk.db", "folder", "packed.zip"]


def test_a_folder_is_replaced_if_it_is_ours(ask: Ask, tmp_path: Path) -> None:
    """An export can be made again in its place; a folder with anything else in it is not touched."""
    out = tmp_path / "folder"
    ask("export", "csv", "--out", str(out))
    (out / "reports.csv").write_text("old")
    ask("export", "csv", "--out", str(out))
    assert (out / "reports.csv").read_text("utf-8").startswith("id,")
    (out / "notes.txt").write_text("mine")
    (out / "reports.csv").write_text("old")
    said = flat(ask("export", "csv", "--out", str(out), code=2).stderr)
    assert "there is something else in this folder: notes.txt" in said
    assert (out / "reports.csv").read_text() == "old"


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("pictures",), "pictures: there is no such format (there are: jsonl, tracks,"),
        (("csv",), "csv is several files (give --out FOLDER, or --out FILE.zip)"),
        (("parquet", "--out", "desk.db"), "this is a file (name a folder, or a file that ends in .zip)"),
        (("csv", "--out", "missing/folder"), "cannot be written"),
        (("jsonl", "--out", "missing/file"), "cannot be written"),
        (("jsonl", "--day", "2031-02-24"), "--day is for a memo"),
        (("jsonl", "--as", "pdf"), "--as is for a memo"),
        (("gdelt", "--event-status", "gone"), "--event-status gone: there is no such word"),
        (("jsonl", "--party", "Estland"), "--party Estland: no party is known by this name"),
        (("tracks", "--who", "Kallas"), "tracks have no speakers and acts (leave out --who and --act)"),
        (("memo",), "a memo is of one track or of one day"),
        (("memo", "--track", "ab", "--party", "EST"), "the memo of a track is of all of it"),
        (("memo", "--track", "ab", "--day", "2031-02-24"), "a memo is of one track or of one day"),
        (("memo", "--day", "soon"), "--day soon: this is no day"),
        (("memo", "--day", "2031-02-24", "--since", "2031"), "--day is itself a day"),
        (("memo", "--day", "2031-02-24", "--as", "doc"), "--as doc: a memo is written as one of md, html, pdf"),
        (("memo", "--track", "ffffffff"), "ffffffff: nothing has this id"),
    ],
    ids=str,
)
def test_mistakes_are_told_in_one_line(
    arguments: tuple[str, ...], line: str, ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each says what is wrong and leaves nothing behind."""
    monkeypatch.chdir(tmp_path)
    assert line in flat(ask("export", *arguments, code=2).stderr)
    assert {one.name for one in tmp_path.iterdir()} == {"desk.db"}


def test_an_export_that_breaks_off_leaves_what_was_there(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file and a folder stay as they were when the run is interrupted in the middle."""
    file, folder = tmp_path / "out.jsonl", tmp_path / "folder"
    file.write_text("before")
    folder.mkdir()

    def pieces(_: Holdings) -> Iterator[str]:
        yield "half"
        raise KeyboardInterrupt

    def write(_: Holdings, opens: Opens) -> None:
        opens("reports.csv").close()
        raise KeyboardInterrupt

    monkeypatch.setattr("memcon.export.formats.jsonl.record_lines", pieces)
    monkeypatch.setattr(csvs, "write", write)
    ask("export", "jsonl", "--out", str(file), code=130)
    ask("export", "csv", "--out", str(folder), code=130)
    assert file.read_text() == "before"
    assert list(folder.iterdir()) == []
    assert {one.name for one in tmp_path.iterdir()} == {"desk.db", "folder", "out.jsonl"}


@pytest.mark.parametrize(
    ("arguments", "reports"),
    [
        ("", 2),
        ("--as-of 2031-02-25", 1),
        ("--since 2031-02-25", 1),
        ("--party Estonia --act decline", 0),
        ("--who Kallas", 2),
    ],
)
def test_the_question_is_that_of_the_pages(arguments: str, reports: int, ask: Ask) -> None:
    """The same options narrow the same way in every format of reports."""
    records = ask("export", "jsonl", *arguments.split()).stdout.splitlines()
    marked = json.loads(ask("export", "annotations", *arguments.split()).stdout)["first"]["items"]
    assert len(records) == reports
    assert len({one["target"]["source"]["id"] for one in marked}) == reports


def test_events_by_status(ask: Ask) -> None:
    """GDELT's table has what happened, and other events if they are asked for."""
    assert len(ask("export", "gdelt").stdout.splitlines()) == 1
    assert ask("export", "gdelt", "--event-status", "planned").stdout == ""


def test_a_memo_in_three_kinds(ask: Ask, ask_json: Any, tmp_path: Path) -> None:
    """Its kind is that of the file's name, or the one asked for."""
    track = ask_json("talks")[0]["id"]
    assert ask("export", "memo", "--track", track[:8]).stdout.startswith("# Estonia–Latvia")
    for name, start in (("a.md", b"# Est"), ("a.html", b"<!doctype html>"), ("a.pdf", b"%PDF-"), ("a.txt", b"# Est")):
        ask("export", "memo", "--track", track, "--out", str(tmp_path / name))
        assert (tmp_path / name).read_bytes().startswith(start)
    assert ask("export", "memo", "--track", track, "--as", "pdf").stdout_bytes.startswith(b"%PDF-")
    assert (
        "What became known on 26 February 2031" in ask("export", "memo", "--day", "2031-02-26", "--as", "html").stdout
    )


def test_the_csv_of_one_party(ask: Ask, tmp_path: Path) -> None:
    """What a party says, and nothing that points outside of the files."""
    ask("export", "csv", "--party", "LVA", "--act", "decline", "--out", str(tmp_path / "folder"))
    with (tmp_path / "folder" / "statements.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["party"] for row in rows} == {"LVA"}
    assert {row["act"] for row in rows} == {"decline"}
