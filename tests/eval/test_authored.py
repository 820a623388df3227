"""Our own reports with their readings: all can be read as gold, and a fault in one is told with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from eval import authored

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """title = "Talks"
published = "2031-02-24"
text = '''
Latvia said on Monday that talks with Estonia were off. Estonia said nothing on Monday.
'''
[[actors]]
id = "lva"
name = "Latvia"
kind = "state"
party = "LVA"
[[statements]]
speaker = "lva"
party = "LVA"
cue = "Latvia |said| on"
content = ["that talks … were off"]
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A report with one statement."""
    path = tmp_path / "talks.toml"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_spans_are_found_by_their_words(file: Path) -> None:
    """A span is where its words stand: told apart by those around it, and with its middle left out."""
    (record,) = authored.gold([file])
    text, (statement,) = record["report"]["text"], record["statements"]
    (content,) = statement["content"]
    assert text[: statement["cue"]["start"]] == "Latvia "
    assert text[content["start"] : content["end"]] == "that talks with Estonia were off"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"Latvia |said| on"', '"said"', "talks.toml: statements 1: 'said' stands 2 times in the text"),
        ('"Latvia |said| on"', '"spoke"', "talks.toml: statements 1: 'spoke' stands 0 times in the text"),
        ('"Latvia |said| on"', '"Latvia |said on"', "two bars"),
        ('speaker = "lva"', 'speaker = "est"', "talks.toml: s1: no such actor: est"),
        ('party = "LVA"\ncue', 'act = "sing"\ncue', "talks.toml: s1: no such act or form: sing"),
        ('party = "LVA"\ncue', 'mood = "glad"\ncue', "talks.toml: statements 1: no such field: mood"),
        ('cue = "Latvia |said| on"\ncontent = ["that talks … were off"]', "", "talks.toml: statements 1: no content"),
    ],
)
def test_a_fault_is_told_with_its_place(file: Path, old: str, new: str, line: str) -> None:
    """Words that are not there or not once, and names that nobody knows."""
    assert old in TEXT
    file.write_text(TEXT.replace(old, new), encoding="utf-8")
    with pytest.raises(authored.ReadingError, match="talks") as caught:
        authored.gold([file])
    assert line in str(caught.value)


def test_our_reports_can_be_read() -> None:
    """Every file of the folder, each with something of a record."""
    for record in authored.gold():
        assert any(record[kind] for kind in authored.KINDS), record["report"]["id"]
