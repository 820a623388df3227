"""Reports and records of what the command line names; what fails is a value among them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.model import Record, Report
    from memcon.settings import Settings


def count(paths: list[str]) -> int | None:
    """About how many results `paths` will give."""
    from memcon.reports import count as count_  # noqa: PLC0415 - the readers of PDF and web pages are slow to load

    return count_(paths)


def reports(paths: Iterable[str], settings: Settings) -> Iterator[tuple[str, Report | InputError]]:
    """Each report of `paths` with the path it is from, or why there is none."""
    from memcon.reports import read_path  # noqa: PLC0415

    for path in paths:
        for found in _unfailing(path, read_path(path, settings=settings)):
            yield path, found


def record(path: str, report: Report, settings: Settings) -> Record | InputError:
    """What is found in `report` of `path`, or why it failed."""
    from memcon.language.load import load  # noqa: PLC0415 - spaCy takes a second to load
    from memcon.pipeline import record_of  # noqa: PLC0415

    nlp = load(settings.pipeline)
    try:
        return record_of(report, nlp)
    except Exception as error:  # noqa: BLE001 - one report must not stop the batch
        return failure(path, report, error)


def failure(path: str, report: Report, error: Exception) -> InputError:
    """A fault of memcon's own in `report`, as one line that says where it lies."""
    return _failure(f"{path}: “{report.title}”" if report.title else path, error)


def _unfailing(path: str, reports: Iterator[Report | InputError]) -> Iterator[Report | InputError]:
    try:
        yield from reports
    except Exception as error:  # noqa: BLE001 - one input must not stop the batch
        yield _failure(path, error)


def _failure(source: str, error: Exception) -> InputError:
    if isinstance(error, InputError):
        return error
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f" at {Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
    problem = f"memcon failed on it: {type(error).__name__}{where}: {error}"
    return InputError(source, problem, "a fault of memcon: please report it with this line")
