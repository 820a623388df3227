"""What a page shows can be taken away: each format is whole, is of the same day, and is read back by another program."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pypdfium2
import pytest

from memcon.export.formats.registry import FORMATS
from memcon.export.records import from_line

if TYPE_CHECKING:
    from tests.web.conftest import Desk


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_that_a_page_offers(pages: Desk, name: str) -> None:
    """The links of a page lead to files, named as such, that are not empty."""
    files = {one["name"]: one["href"] for one in pages.data("/tracks?party=EST")["follow"]["files"]}
    assert "party=EST" in files[name]
    answer = pages.get(files[name])
    assert answer.headers["content-disposition"].startswith('attachment; filename="memcon-')
    assert answer.content


def test_records_as_of_a_day(pages: Desk) -> None:
    """An export is as of the day that the page is looked at."""
    files = {one["name"]: one["href"] for one in pages.data("/tracks?as-of=2031-02-24")["follow"]["files"]}
    records = [from_line(line) for line in pages.get(files["jsonl"]).text.splitlines()]
    assert [one.report.outlet for one in records] == ["The Baltic Courier"]


def test_csv_comes_as_a_zip(pages: Desk) -> None:
    """With its data package, and rows."""
    with ZipFile(io.BytesIO(pages.get("/export/csv").content)) as packed:
        assert packed.testzip() is None
        package = json.loads(packed.read("datapackage.json"))
        paths = {one["path"] for one in package["resources"]}
        assert paths < set(packed.namelist())
        rows = list(csv.DictReader(io.StringIO(packed.read("reports.csv").decode())))
    assert len(rows) == 2


def test_memo_of_a_track(pages: Desk, track: str) -> None:
    """As PDF, HTML and Markdown, each with the sentence that says on whose word it stands."""
    memos = {one["name"]: one["href"] for one in pages.data(f"/tracks/{track}")["follow"]["memos"]}
    document = pypdfium2.PdfDocument(pages.get(memos["PDF"]).content)
    words = " ".join("".join(page.get_textpage().get_text_range() for page in document).split())
    for text in (words, pages.get(memos["HTML"]).text, pages.get(memos["Markdown"]).text):
        assert "says Estonia" in " ".join(text.split())


def test_memo_of_a_day(pages: Desk) -> None:
    """What a day's reports have."""
    assert "No Talks" in pages.get("/days/2031-02-26/memo.md").text


@pytest.mark.parametrize(
    ("path", "code", "line"),
    [
        ("/export/xlsx", 404, "there is no such format"),
        ("/export/tracks?who=Kallas", 400, "tracks have no speakers"),
        ("/days/soon/memo.md", 400, "this is no day"),
        ("/days/2031-02-26/memo.doc", 404, "a memo is written as one of"),
        ("/tracks/nothing/memo.pdf", 404, "nothing has this id"),
    ],
)
def test_mistakes(pages: Desk, path: str, code: int, line: str) -> None:
    """Each is said in a line."""
    assert line in pages.get(path, code=code).text


def test_one_export_after_another(pages: Desk) -> None:
    """A finished export, whole or refused, leaves the way free for the next."""
    for _ in range(3):
        for name in FORMATS:
            pages.get(f"/export/{name}")
