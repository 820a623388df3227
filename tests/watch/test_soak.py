"""The shortened soak: watch and serve for half a minute over a site that publishes, edits and withdraws, with readers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import soak

if TYPE_CHECKING:
    from pathlib import Path


def test_shortened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No error, nothing missing or twice, a whole ledger, and no growth in memory or open files."""
    assert soak.soak(tmp_path, seconds=45, reports=160, readers=2, pretend=True) == []
    assert "160 published, 160 recorded" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("memory", "files", "said"),
    [((100, 300), (10, 10), "grew from 100 to 300 MB"), ((100, 101), (10, 90), "90 at the end")],
)
def test_growth_is_seen(memory: tuple[int, int], files: tuple[int, int], said: str) -> None:
    """A program that grows is told of, so the test above can fail."""
    process: Any = None
    measured = [(at, memory[at >= 6], files[at >= 6]) for at in range(12)]
    assert said in "".join(soak.Program("watch", process, measured=measured).growth(0))
