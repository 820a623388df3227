"""Reports read by several processes of this machine, their records given in the order of the reports.

A process that dies (out of memory, killed) takes no other report with it: what it and its neighbours had in hand is read
again, one by one, and only the report on which it dies again fails.
"""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING, Self

from memcon.bulk.one import record
from memcon.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future
    from multiprocessing.process import BaseProcess as ParentProcess

    from memcon.model import Record, Report
    from memcon.settings import Settings

AHEAD = 4  # reports in hand for each process: none waits for work, and memory stays flat
Given = tuple[str, "Report"]
Read = tuple[str, "Report", "Record | InputError"]


def records(
    reports: Iterable[Given],
    settings: Settings,
    *,
    workers: int = 1,
    read: Callable[[str, Report, Settings], Record | InputError] = record,
) -> Iterator[Read]:
    """The record of each report, or why it failed, in the order of `reports`; each comes with its source and report.

    `workers` processes share the work; 1 reads in this very one. `read` is what is done with each, a function of a module.
    """
    if workers == 1:
        yield from ((source, report, read(source, report, settings)) for source, report in reports)
        return
    with _Pool(settings, workers, read) as pool:
        for source, report in reports:
            pool.give(source, report)
            if pool.is_full:
                yield pool.take()
        while pool.has_some:
            yield pool.take()


@dataclass(slots=True)
class _Task:
    source: str
    report: Report
    future: Future[Record | InputError] | None


class _Pool:
    """Processes with reports in hand."""

    def __init__(
        self, settings: Settings, workers: int, read: Callable[[str, Report, Settings], Record | InputError]
    ) -> None:
        self._settings, self._workers, self._read = settings, workers, read
        self._tasks: deque[_Task] = deque()
        self._executor = self._new()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=True, cancel_futures=True)

    @property
    def is_full(self) -> bool:
        """Whether there is as much in hand as there should be."""
        return len(self._tasks) >= AHEAD * self._workers

    @property
    def has_some(self) -> bool:
        """Whether anything is in hand."""
        return bool(self._tasks)

    def give(self, source: str, report: Report) -> None:
        """One more to read."""
        self._tasks.append(_Task(source, report, self._submit(source, report)))

    def take(self) -> Read:
        """The oldest in hand, when it is read."""
        task = self._tasks.popleft()
        return task.source, task.report, self._result(task)

    def _result(self, task: _Task) -> Record | InputError:
        try:
            return (task.future or self._submitted(task)).result()
        except BrokenProcessPool:
            return self._again(task)

    def _again(self, task: _Task) -> Record | InputError:
        """Read one alone whose process died; what was in hand beside it is read anew, each when its turn comes."""
        for other in self._tasks:
            if other.future is None or not other.future.done() or other.future.exception() is not None:
                other.future = None
        self._renew()
        try:
            return self._submitted(task).result()
        except BrokenProcessPool:
            self._renew()
            name = f"{task.source}: “{task.report.title}”" if task.report.title else task.source
            return InputError(name, "the process that read it died, twice", "see whether there is memory enough")

    def _submitted(self, task: _Task) -> Future[Record | InputError]:
        return self._executor.submit(self._read, task.source, task.report, self._settings)

    def _submit(self, source: str, report: Report) -> Future[Record | InputError] | None:
        try:
            return self._executor.submit(self._read, source, report, self._settings)
        except BrokenProcessPool:  # it broke while this one was got; its turn comes
            return None

    def _renew(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._new()

    def _new(self) -> ProcessPoolExecutor:
        # A fork of a process with threads may hang; a fresh one loads its own pipeline, once.
        context = multiprocessing.get_context("forkserver")
        return ProcessPoolExecutor(self._workers, mp_context=context, initializer=_end_with_parent)


def _end_with_parent() -> None:
    """Let this process end when the one that gives it work is killed; it would wait for more work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_after, args=[parent], daemon=True).start()


def _end_after(parent: ParentProcess) -> None:
    parent.join()
    os._exit(1)
