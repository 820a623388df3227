"""Ways to read a report in a process of its own: quickly, never, and fatally."""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.errors import InputError
from tests.ledger import made

if TYPE_CHECKING:
    from memcon.model import Record, Report
    from memcon.settings import Settings


def quick(source: str, report: Report, settings: Settings) -> Record | InputError:
    """A record without a parse, which names the process in its run; a report titled “bad” fails, “deadly” kills the process."""
    if report.title == "bad":
        return InputError(source, "cannot be read")
    if report.title == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    run = replace(made.RUN, pipeline=str(os.getpid()))
    return replace(made.record(), report=report, run=run)
