"""``sources.toml``: what it may say, and a line for each thing that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memcon.watch import read_sources
from memcon.watch.failures import SourcesError
from tests.shown import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

GOOD = '[[source]]\nname = "wire"\nkind = "feed"\naddress = "https://wire.example/rss"\n'


def problems(folder: Path, text: str | bytes) -> list[str]:
    """What is wrong in a file, without its path."""
    path = folder / "sources.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SourcesError) as raised:
        read_sources(path)
    assert all("\n" not in one and one.startswith(f"{path}: ") for one in raised.value.problems)
    return [one.removeprefix(f"{path}: ") for one in raised.value.problems]


def test_the_example_is_read() -> None:
    """The example in the project is right, and every option that there is stands in it."""
    path = PROJECT / "examples/sources.toml"
    found = read_sources(path)
    assert [one.kind for one in found.sources] == ["feed", "feed", "index", "page"]
    assert found.contact
    assert all(".example" in one.address for one in found.sources)
    text = path.read_text("utf-8")
    for name in found.sources[0].__dataclass_fields__:
        assert f"{name} =" in text, name


def test_defaults_and_overrides(tmp_path: Path) -> None:
    """A source's own options go before the defaults; what neither says has a default of memcon's."""
    path = tmp_path / "sources.toml"
    path.write_text('[defaults]\ninterval = "1h"\nmax_bytes = "2MB"\nfollow = true\n' + GOOD + 'interval = "5m"\n' + GOOD.replace(
        '"wire"', '"page"').replace('"feed"', '"page"'))  # fmt: skip
    wire, page = read_sources(path).sources
    assert (wire.interval, wire.max_bytes, wire.follow, wire.deadline) == (300, 2_000_000, True, 60)
    assert (page.interval, page.follow) == (3_600, False)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "it names no source (write a [[source]] with name, kind and address)"),
        ("[[source]\n", "is not TOML: "),
        (b"\xff\xfe", "is not written in UTF-8"),
        ("contct = 'x'\n" + GOOD, "contct: there is no such option here (did you mean 'contact'?)"),
        ("contact = 5\n" + GOOD, "contact: must be a mail or web address"),
        ("contact = 'a\\r\\nX-Evil: 1'\n".replace("'", '"') + GOOD, "contact: must be a mail or web address"),
        ("defaults = 5\n" + GOOD, "defaults: must be a table"),
        ("source = 5\n", "source: must be a list of tables"),
        ("[source]\nname = 'x'\n", "source: must be a list of tables"),
        ("[defaults]\nintervall = '1h'\n" + GOOD, "[defaults]: intervall: there is no such option (did you mean 'interval'?)"),
        ("[defaults]\ninterval = '1x'\n" + GOOD, "[defaults]: interval: '1x' is no length of time (write it as"),
        (GOOD + "interval = '1s'\n", "source 1 ('wire'): interval: must be 10s or more"),
        (GOOD + "max_bytes = '5 apples'\n", "source 1 ('wire'): max_bytes: '5 apples' is no size"),
        (GOOD + "max_reports = 0\n", "source 1 ('wire'): max_reports: input should be greater than or equal to 1, and is '0'"),
        (GOOD + "allow_private = 'yes'\n", "source 1 ('wire'): allow_private: input should be a valid boolean, and is 'yes'"),
        (GOOD + "language = 'fr'\n", "source 1 ('wire'): language: 'fr': memcon reads English"),
        (GOOD + "links = 'x'\n", "source 1 ('wire'): links is for an index, and this is a feed"),
        (GOOD.replace("https:", "ftp:"), "source 1 ('wire'): address: 'ftp://wire.example/rss' has the scheme 'ftp'"),
        (GOOD.replace('"feed"', '"fed"'), "source 1 ('wire'): kind: input should be 'feed', 'page' or 'index', and is 'fed'"),
        (GOOD.replace('"feed"', '"index"'), "source 1 ('wire'): links is missing"),
        (GOOD.replace('"feed"', '"index"') + "links = '('\n", "source 1 ('wire'): links: input should be a valid regular"),
        (GOOD.replace('"feed"', '"page"') + "follow = true\n", "source 1 ('wire'): follow is for a feed, and this is a page"),
        (GOOD.replace('name = "wire"\n', ""), "source 1: name is missing"),
        (GOOD.replace('"wire"', '" "'), "source 1 (' '): name: "),
        (GOOD + GOOD, "2 sources have the name 'wire': each needs its own"),
    ],
)  # fmt: skip
def test_mistakes(tmp_path: Path, text: str | bytes, line: str) -> None:
    """Each mistake gets one line that says where, what, and what to write."""
    [found] = problems(tmp_path, text)
    assert found.startswith(line)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    """Who has made three mistakes is told of three."""
    text = GOOD + "interval = '1x'\n" + GOOD.replace('"wire"', '"b"') + "foo = 1\n" + "[defaults]\nread = -1\n"
    assert len(problems(tmp_path, text)) == 3


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is said to be not there."""
    with pytest.raises(SourcesError, match="cannot be read: No such file"):
        read_sources(tmp_path / "sources.toml")
