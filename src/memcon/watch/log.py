"""The log: one line for each thing that happened, with the time and the source, fit for any terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.calm import calm

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.watch.clock import Clock

_LONGEST = 400  # characters of a line


@dataclass(frozen=True, slots=True)
class Log:
    """Writes lines by `write`, which is given each without its line end."""

    write: Callable[[str], None]
    clock: Clock
    verbose: bool = False

    def say(self, source: str, words: str) -> None:
        """One line; `source` is ``""`` for what concerns the watch as a whole."""
        line = " ".join(calm(f"{source}: {words}" if source else words).split())
        cut = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
        self.write(f"{self.clock.now():%Y-%m-%d %H:%M:%S}Z {cut}")

    def detail(self, source: str, words: str) -> None:
        """A line for those who want to see everything."""
        if self.verbose:
            self.say(source, words)
