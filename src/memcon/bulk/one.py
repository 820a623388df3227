"""One report read, and what failed in it as a value, so that it stops nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import InputError

if TYPE_CHECKING:
    from memcon.model import Record, Report
    from memcon.settings import Settings


def record(source: str, report: Report, settings: Settings) -> Record | InputError:
    """What is found in `report` of `source` (a path), or why it failed."""
    from memcon.language.load import load  # noqa: PLC0415 - spaCy takes a second to load
    from memcon.pipeline import record_of  # noqa: PLC0415

    nlp = load(settings.pipeline, settings.encoder)
    try:
        return record_of(report, nlp)
    except Exception as error:  # noqa: BLE001 - one report must not stop the batch
        return failure(source, report, error)


def failure(source: str, report: Report, error: Exception) -> InputError:
    """A fault of memcon's own in `report`, as one line that says where it lies."""
    return failed(f"{source}: “{report.title}”" if report.title else source, error)


def failed(source: str, error: Exception) -> InputError:
    """`error` as a failure of `source`; one that is no `InputError` is a fault of memcon's own."""
    if isinstance(error, InputError):
        return error
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f" at {Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
    problem = f"memcon failed on it: {type(error).__name__}{where}: {error}"
    return InputError(source, problem, "a fault of memcon: please report it with this line")
