"""What can go wrong between a source and the ledger, each as one line."""

from __future__ import annotations

from memcon.errors import MemconError


class SourcesError(MemconError):
    """A file of sources that makes no sense: a line for each thing that is wrong."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


class StateError(MemconError):
    """The file in which the watch keeps how far it is cannot be read or written."""

    def __init__(self, path: str, problem: str, advice: str = "") -> None:
        super().__init__(f"state {path}: {problem}" + (f" ({advice})" if advice else ""))


class FetchError(MemconError):
    """An address that gave nothing to read.

    `problem` says what is wrong, in words that follow the address. `status` is the answer's, 0 where there was none.
    `retry_after` is how many seconds the host asks to be left alone, ``None`` where it does not say.
    """

    def __init__(self, address: str, problem: str, *, status: int = 0, retry_after: float | None = None) -> None:
        self.address, self.problem, self.status, self.retry_after = address, problem, status, retry_after
        super().__init__(f"{address} {problem}")


class UnreachedError(FetchError):
    """An address whose host gave no whole answer in time: the host is at fault, not the one page."""


class RefusedError(FetchError):
    """An address that memcon will not ask: another scheme, a private network, robots.txt."""
