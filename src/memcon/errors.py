"""One tree of errors. Each message says which input, what is wrong and what to do, in one line."""

from __future__ import annotations


class MemconError(Exception):
    """Anything memcon can tell its user in one line."""


class InputError(MemconError):
    """An input that cannot be read as a report.

    `source` names the input (a path, with line or part where it helps), `problem` says what is wrong,
    `advice` what to do about it.
    """

    def __init__(self, source: str, problem: str, advice: str = "") -> None:
        self.source, self.problem, self.advice = source, problem, advice
        super().__init__(f"{source}: {problem}" + (f" ({advice})" if advice else ""))

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str, str]]:
        """So that it can come from another process."""
        return type(self), (self.source, self.problem, self.advice)


class PipelineError(MemconError):
    """The language pipeline that the settings name is not there or does not work."""


class LedgerError(MemconError):
    """A ledger that cannot be opened, read or written.

    `ledger` names it (a path, or an address without its password), `problem` says what is wrong, `advice` what to do.
    """

    def __init__(self, ledger: str, problem: str, advice: str = "") -> None:
        self.ledger, self.problem, self.advice = ledger, problem, advice
        super().__init__(f"ledger {ledger}: {problem}" + (f" ({advice})" if advice else ""))
