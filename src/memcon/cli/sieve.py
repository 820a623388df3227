"""Which reports are read at all: every one, or those that may be about diplomacy; what is left out is counted, never silently lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.export.wording import counted

if TYPE_CHECKING:
    from memcon.cli.terminal import Bar
    from memcon.model import Report


@dataclass(slots=True)
class Sieve:
    """Lets reports through or leaves them out; `tells` names each that it leaves out."""

    bar: Bar
    is_on: bool = False
    tells: bool = False
    left_out: int = 0

    def lets_through(self, path: str, report: Report) -> bool:
        """Whether `report` of `path` is to be read."""
        if not self.is_on:
            return True
        from memcon.bulk.diplomacy import is_diplomatic  # noqa: PLC0415 - the gazetteer is slow to load

        if is_diplomatic(report):
            return True
        self.left_out += 1
        if self.tells:
            self.bar.tell(f"{path}: “{report.title}”: left out" if report.title else f"{path}: left out")
        self.bar.advance()
        return False

    def sum_up(self) -> None:
        """Say how many were left out."""
        if self.is_on:
            listed = "" if self.tells else " (-v names them)"
            self.bar.tell(f"{counted(self.left_out, 'report')} left out as not about diplomacy{listed}")
