"""What a question to the ledger begins with: the ledger opened, and the question understood."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import LedgerError, MemconError
from memcon.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger
    from memcon.questions.question import Question


@contextmanager
def asked(given: str | None) -> Iterator[Ledger]:
    """The ledger that `given` names, else the settings, opened to be asked; it is made by `memcon read` alone."""
    from memcon.ledger import open_ledger  # noqa: PLC0415 - SQLAlchemy is slow to load, and mistakes need none of it

    target = named(given)
    with open_ledger(target, create=False, read_only=not may_be_written(target)) as ledger:
        yield ledger


@contextmanager
def asked_at_desk(given: str | None) -> Iterator[Ledger]:
    """Like `asked`, with rounds, tracks and persons in step with the ledger's entries."""
    with asked(given) as ledger:
        in_step(ledger)
        yield ledger


def in_step(ledger: Ledger) -> None:
    """Put together what new entries touched."""
    from memcon import desk  # noqa: PLC0415
    from memcon.cli.terminal import Steps  # noqa: PLC0415

    with Steps() as steps:
        desk.update(ledger, steps)


def named(given: str | None) -> str:
    """The ledger to ask. Raises where none is named, or a file is named that is not there."""
    target = given or from_environment().ledger
    if target is None:
        raise MemconError("no ledger is named (give --ledger FILE, or set MEMCON_LEDGER)")
    if "://" not in target and not Path(target).exists():
        raise LedgerError(target, "there is no ledger", f"make it: memcon read PATH… --ledger {target}")
    return target


def question(**given: object) -> Question:
    """The question that options mean; `given` by the words of `Question`, with underscores."""
    from memcon.questions.question import asked as question_of  # noqa: PLC0415

    values = {word.replace("_", "-"): _values(value) for word, value in given.items()}
    return question_of(values, "--")


def _values(value: object) -> list[str]:
    return [] if value is None else [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]


def may_be_written(target: str) -> bool:
    """Whether what is computed can be kept: SQLite needs the file and, for its journal, the folder."""
    if "://" in target:
        return True
    path = Path(target)
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
