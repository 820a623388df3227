"""What is shown on standard error: one line for each failure, and a bar while many reports are read."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from memcon.export.calm import calm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress


def complain(error: Exception, console: Console | None = None) -> None:
    """One line on standard error, whatever the message holds."""
    console = console or Console(stderr=True)
    console.print(Text.assemble(("memcon: ", "bold red"), " ".join(calm(str(error)).split())), soft_wrap=True)


class Bar:
    """How far a run has come, on standard error where that is a terminal; elsewhere nothing.

    `total` is the number of inputs. An input can hold many reports, so these are counted beside the bar.
    """

    def __init__(self, total: int) -> None:
        self.console = Console(stderr=True)
        self._progress = _progress(self.console)
        self._task = self._progress.add_task("", total=total if total > 1 else None, reports=0, failed=0, name="")
        self._reports, self._failed = 0, 0

    @contextmanager
    def shown(self) -> Iterator[Bar]:
        """Show the bar, and take it away at the end."""
        if not self.console.is_terminal:
            yield self
            return
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

    def begin(self, name: str) -> None:
        """Say which input is read now."""
        self._progress.update(self._task, name=calm(name))

    def count_report(self) -> None:
        """One more report was read."""
        self._reports += 1
        self._progress.update(self._task, reports=self._reports)

    def fail(self, error: Exception) -> None:
        """One more failed: its line goes above the bar."""
        self._failed += 1
        self._progress.update(self._task, failed=self._failed)
        complain(error, self.console)

    def end(self) -> None:
        """The input is done."""
        self._progress.advance(self._task)

    @property
    def has_failed(self) -> bool:
        """Whether anything failed so far."""
        return self._failed > 0


def _progress(console: Console) -> Progress:
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415 - --help

    return Progress(
        SpinnerColumn(),
        BarColumn(bar_width=24),
        TextColumn("{task.fields[reports]} read, {task.fields[failed]} failed"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[name]}", style="dim", markup=False),
        console=console,
        transient=True,
    )
