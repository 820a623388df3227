"""Two programs that bring one desk in step at the same time, and a report that is edited meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from memcon import desk
from memcon.desk.checking import check
from memcon.ledger import open_ledger
from tests.ledger.made import TEXT, at, record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from memcon.ledger import Ledger

LATER = TEXT + " The two sides were to meet in Riga."


class Hooked:
    """A ledger that hands each `keep` on to a hook, which says when it is done."""

    def __init__(self, ledger: Ledger, hook: Callable[[Callable[[], bool], list[Any]], bool]) -> None:
        self._ledger, self._hook = ledger, hook

    def __getattr__(self, name: str) -> Any:
        return getattr(self._ledger, name)

    def keep(self, space: str, *, put: Any, drop: Any, seen: int, before: int) -> bool:
        """Keep, when the hook says so."""
        every = list(put)
        return self._hook(lambda: self._ledger.keep(space, put=every, drop=drop, seen=seen, before=before), every)


def test_older_notes_do_not_take_the_place_of_newer_ones(tmp_path: Path) -> None:
    """One program has made its notes and not kept them yet; another makes newer ones; whoever comes first, the newer ones stay."""
    with open_ledger(tmp_path / "desk.db") as ledger:
        ledger.remember(record(), now=at(9))
        waiting: list[Callable[[], bool]] = []
        done: list[bool] = []

        def slow(keep: Callable[[], bool], _: list[Any]) -> bool:
            if done:
                return keep()
            edited = record(LATER)
            ledger.remember(replace(edited, meetings=()), now=at(10))
            waiting.append(keep)
            desk.update(cast("Ledger", Hooked(ledger, quick)))
            return done[0]

        def quick(keep: Callable[[], bool], put: list[Any]) -> bool:
            if waiting and any(one.key == "version" for one in put):  # its last step: the other one gets in before
                done.append(waiting.pop()())
            return keep()

        desk.update(cast("Ledger", Hooked(ledger, slow)))
        assert done
        assert list(check(ledger)) == []
