"""The shortened soak: watch and serve for half a minute over a site that publishes, edits and withdraws, with readers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import soak, soak_site

if TYPE_CHECKING:
    from pathlib import Path


def test_shortened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No error, nothing missing or twice, a whole ledger, and no growth in memory or open files."""
    assert soak.soak(tmp_path, seconds=45, reports=160, readers=2, pretend=True) == []
    assert "160 published, 160 recorded" in capsys.readouterr().out


def test_nothing_passes_by_unseen() -> None:
    """However little is recorded meanwhile, what is not recorded yet stands in a feed or the index; nothing is held back for ever."""
    site, recorded = soak.Site(), set[int]()
    for _ in range(40):
        soak._publish(site, recorded, 3_000)
        shown = {one for source in range(soak_site.FEEDS) for one in numbers(site.get(f"/feed/{source}"), b"example/")}
        shown |= numbers(site.get("/index"), b"page/")
        waiting = sorted(site.versions.keys() - recorded)
        assert shown.issuperset(waiting)
        recorded.update(waiting[::2], waiting[:50])
    assert len(site.versions) == 3_000


def numbers(page: bytes | None, before: bytes) -> set[int]:
    """The reports that a page leads to."""
    return {int(one) for one in re.findall(before + rb"(\d+)", page or b"")}


@pytest.mark.parametrize(
    ("memory", "files", "said"),
    [((100, 300), (10, 10), "grew from 100 to 300 MB"), ((100, 101), (10, 90), "90 at the end")],
)
def test_growth_is_seen(memory: tuple[int, int], files: tuple[int, int], said: str) -> None:
    """A program that grows is told of, so the test above can fail."""
    process: Any = None
    measured = [(at, memory[at >= 6], files[at >= 6]) for at in range(12)]
    assert said in "".join(soak.Program("watch", process, measured=measured).growth(0))
