"""What is shown on standard error: one line for each failure, and a bar while many reports are read."""

from __future__ import annotations

from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.text import Text

from memcon.cli.pace import Pace
from memcon.export.calm import calm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

MOMENT = 1.0  # seconds that nobody minds


def complain(error: Exception, console: Console | None = None) -> None:
    """One line on standard error, whatever the message holds."""
    console = console or Console(stderr=True)
    console.print(Text.assemble(("memcon: ", "bold red"), " ".join(calm(str(error)).split())), soft_wrap=True)


class Bar:
    """How far a run has come: a bar on standard error where that is a terminal; with `lines`, a line now and then wherever it goes."""

    def __init__(self, *, lines: bool = False, what: str = "reports") -> None:
        self.console = Console(stderr=True)
        self._pace = Pace(monotonic(), what) if lines else None
        self._progress = _progress(self.console, f"{what}, {{task.fields[failed]}} failed")
        self._task = self._progress.add_task("", total=None, failed=0)
        self._failed = 0

    @contextmanager
    def shown(self, count: Callable[[], int | None]) -> Iterator[Bar]:
        """Show the bar, and take it away at the end. `count` says how many results to expect, about, and is asked only if need be."""
        if self._pace is not None:
            self._pace.total = count()
            yield self
            self.tell(self._pace.line(monotonic()))
            return
        if not self.console.file.isatty():  # not `is_terminal`, which FORCE_COLOR makes true of a pipe
            yield self
            return
        self._progress.update(self._task, total=count())
        with self._progress:
            yield self

    @contextmanager
    def away(self) -> Iterator[None]:
        """Take the bar away while something is printed to the same terminal."""
        if not self._progress.live.is_started:
            yield
            return
        self._progress.stop()
        yield
        self._progress.start()

    def advance(self) -> None:
        """One more report was read."""
        self._progress.advance(self._task)
        self._keep_pace()

    def tell(self, words: str) -> None:
        """A line that is no failure."""
        self.console.print(Text(f"memcon: {' '.join(calm(words).split())}"), soft_wrap=True, highlight=False)

    def _keep_pace(self, more: int = 1) -> None:
        if self._pace is None:
            return
        self._pace.done += more
        self._pace.failed = self._failed
        if self._pace.is_due(now := monotonic()):
            self.tell(self._pace.line(now))

    def fail(self, error: Exception, *, is_more: bool = True) -> None:
        """One failed: its line goes above the bar; `is_more` is false for one that was counted as read before."""
        self._failed += 1
        self._progress.update(self._task, advance=int(is_more), failed=self._failed)
        complain(error, self.console)
        self._keep_pace(int(is_more))

    @property
    def has_failed(self) -> bool:
        """Whether anything failed so far."""
        return self._failed > 0


class Steps:
    """How far a longer piece of work has come: a bar that appears on a terminal when it takes more than a moment."""

    def __init__(self, words: str = "to bring the talks up to date") -> None:
        console = Console(stderr=True)
        self.is_shown = console.file.isatty()
        self._progress = _progress(console, words)
        self._task = self._progress.add_task("", total=0)
        self._began = monotonic()

    def expect(self, more: int) -> None:
        """So many steps more are to come."""
        self._progress.update(self._task, total=(self._progress.tasks[0].total or 0) + more)

    def advance(self) -> None:
        """One of them is done."""
        self._progress.advance(self._task)
        if self.is_shown and not self._progress.live.is_started and monotonic() - self._began > MOMENT:
            self._progress.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress.live.is_started:  # or else it would print an empty line
            self._progress.stop()


def _progress(console: Console, words: str) -> Progress:
    from rich.progress import (  # noqa: PLC0415 - help need not wait for it
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    return Progress(
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(words),
        TimeElapsedColumn(),
        TextColumn("left", style="dim"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )
