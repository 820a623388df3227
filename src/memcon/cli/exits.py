"""What the exit status says, and how a run ends that cannot go on."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from enum import IntEnum
from typing import TYPE_CHECKING

import typer

from memcon.cli.terminal import complain
from memcon.errors import InputError, MemconError

if TYPE_CHECKING:
    from collections.abc import Iterator


class Exit(IntEnum):
    """The exit statuses of every command."""

    ALL_WELL = 0
    SOME_FAILED = 1
    WRONG_USAGE = 2
    INTERRUPTED = 130
    PIPE_CLOSED = 141


EXITS_IN_WORDS = (
    "Exit status: 0 all was read or answered; 1 some input failed, with a line for each on standard error; "
    "2 wrong usage or settings, no such ledger or id; 130 interrupted; 141 the reader of the output went away."
)


@contextmanager
def ending_well() -> Iterator[None]:
    """Turn what stops a run into one line at most and the exit status for it; nobody is shown a traceback for it."""
    try:
        yield
    except MemconError as error:
        complain(error)
        raise typer.Exit(Exit.SOME_FAILED if isinstance(error, InputError) else Exit.WRONG_USAGE) from None
    except KeyboardInterrupt:
        raise typer.Exit(Exit.INTERRUPTED) from None
    except BrokenPipeError:
        # Python flushes standard output once more at its end, which must not fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(Exit.PIPE_CLOSED) from None
