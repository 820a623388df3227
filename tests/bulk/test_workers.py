"""Several processes read what one would, in the same order; one that dies costs one report at most."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.bulk.workers import AHEAD, records
from memcon.errors import InputError
from memcon.settings import Settings
from tests.bulk.readers import quick
from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.model import Report


def reports(titles: list[str]) -> list[tuple[str, Report]]:
    """Reports with these titles, each from a file of its own."""
    return [(f"{at}.txt", replace(made.report(), title=title, id=str(at))) for at, title in enumerate(titles)]


def results(titles: list[str], workers: int) -> list[str]:
    """What came of each: its id, or what is wrong with it."""
    read = records(reports(titles), Settings(), workers=workers, read=quick)
    return [str(found) if isinstance(found, InputError) else found.report.id for _, _, found in read]


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_all_are_read_in_order(workers: int) -> None:
    """More than are ever in hand, with a failure among them."""
    titles = ["good"] * 40
    titles[17] = "bad"
    expected = [str(at) for at in range(40)]
    expected[17] = "17.txt: cannot be read"
    assert results(titles, workers) == expected


def test_several_processes_share_the_work() -> None:
    """Two processes at least, none of them this one."""
    read = list(records(reports(["good"] * 60), Settings(), workers=2, read=quick))
    assert len({found.run.pipeline for _, _, found in read if not isinstance(found, InputError)}) == 2


@settings(max_examples=5, deadline=None)
@given(st.lists(st.sampled_from(["good", "good", "good", "bad", "deadly"]), max_size=12))
def test_a_process_that_dies_takes_one_report_with_it(titles: list[str]) -> None:
    """Wherever it dies, all other reports are read, in their order."""
    found = results(titles, workers=2)
    for at, title in enumerate(titles):
        if title == "good":
            assert found[at] == str(at)
        else:
            assert ("died, twice" if title == "deadly" else "cannot be read") in found[at]


def test_no_more_is_in_hand_than_needed() -> None:
    """Reports are taken as they are read, so that memory stays flat."""
    taken = 0

    def endless() -> Iterator[tuple[str, Report]]:
        nonlocal taken
        for each in reports(["good"] * 1000):
            taken += 1
            yield each

    read = records(endless(), Settings(), workers=2, read=quick)
    for _ in range(5):
        next(read)
    assert taken <= 5 + 2 * AHEAD
    read.close()  # type: ignore[attr-defined]  # an iterator here, a generator in fact
