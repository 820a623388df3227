"""How each source stands: a table for a person, an object a source for programs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from memcon.export.calm import calm
from memcon.export.memo.layout import LABEL
from memcon.export.wording import counted, listed
from memcon.watch.state import SourceState, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from rich.console import RenderableType

    from memcon.watch.sources import Source, Sources

_STYLES = {"well": "green", "failing": "bold red", "withdrawn": "yellow", "not polled yet": LABEL}


@dataclass(frozen=True, slots=True)
class Standing:
    """A source with how it stands, and how many of its pages wait to be asked for."""

    source: Source
    state: SourceState
    waiting: int

    @property
    def word(self) -> str:
        """In a word."""
        if self.state.failures:
            return "failing"
        if self.state.gone:
            return "withdrawn"
        return "well" if self.state.last_success else "not polled yet"


def standings(sources: Sources, path: Path) -> tuple[Standing, ...]:
    """How each source stands by the state file at `path`, which need not be there. Raises `StateError`."""
    if not path.exists():
        return tuple(Standing(one, SourceState(name=one.name, address=one.address), 0) for one in sources.sources)
    with State(path, read_only=True) as state:
        return tuple(_standing(one, state) for one in sources.sources)


def to_json(one: Standing) -> dict[str, Any]:
    """One source as an object; times are UTC, ``null`` where there is none."""
    state = one.state
    return {
        "name": one.source.name,
        "address": one.source.address,
        "kind": one.source.kind,
        "standing": one.word,
        "last_success": _iso(state.last_success),
        "last_failure": _iso(state.last_failure),
        "next_poll": _iso(state.next_poll),
        "failures": state.failures,
        "problem": state.problem or None,
        "new": state.new,
        "edited": state.edited,
        "withdrawn": state.withdrawn,
        "waiting": one.waiting,
    }


def status_page(every: Iterable[Standing]) -> Iterator[RenderableType]:
    """A table with a row for each source and, under what fails, a line that says why."""
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=LABEL)
    for heading in ("source", "last success", "last failure", "next poll"):
        table.add_column(heading, no_wrap=heading != "source")
    table.add_column("reports", justify="right")
    below: list[Text] = []
    for one in every:
        state = one.state
        name = Text(calm(one.source.name), _STYLES[one.word])
        times = [_time(each) or "never" for each in (state.last_success, state.last_failure)]
        table.add_row(name, *times, _time(state.next_poll) or "at once", str(state.new + state.edited))
        below += _more(one)
    yield table
    yield Text("Times are UTC.", LABEL)
    yield from below


def _more(one: Standing) -> Iterator[Text]:
    state = one.state
    name = calm(one.source.name)
    if state.failures:
        line = Text.assemble((f"{name}: ", "bold red"), f"failed {counted(state.failures, 'time')} in a row: ")
        yield line.append(calm(state.problem))
    parts = [
        f"{state.edited} edited" if state.edited else "",
        f"{state.withdrawn} withdrawn" if state.withdrawn else "",
        f"{counted(one.waiting, 'page')} to be asked for" if one.waiting else "",
    ]
    if any(parts):
        yield Text(f"{name}: {listed([part for part in parts if part])}.")


def _standing(source: Source, state: State) -> Standing:
    return Standing(source, state.source(source.name, source.address), state.count_waiting(source.name))


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _time(moment: datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
