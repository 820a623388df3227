"""What a question to the ledger begins with: the ledger opened, and the question understood."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from memcon.errors import LedgerError, MemconError
from memcon.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger
    from memcon.questions.bar import Bar
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
    if "at-least" in values and not values["at-least"]:
        values["at-least"] = _values(from_environment().confidence or None)
    return question_of(values, "--")


def hidden_line(bar: Bar) -> str:
    """“12 below 0.7 are not shown (--at-least 0 shows them).”; ``""`` where all are."""
    if not bar.hidden:
        return ""
    verb = "is" if len(bar.hidden) == 1 else "are"
    return f"{len(bar.hidden)} below {bar.at_least:g} {verb} not shown (--at-least 0 shows {'it' if verb == 'is' else 'them'})."


def tell_hidden(bar: Bar) -> None:
    """The same on standard error, where the output is for programs."""
    if line := hidden_line(bar):
        typer.echo(line, err=True)


def _values(value: object) -> list[str]:
    return [] if value is None else [str(each) for each in value] if isinstance(value, list | tuple) else [str(value)]


def may_be_written(target: str) -> bool:
    """Whether what is computed can be kept: SQLite needs the file and, for its journal, the folder."""
    if "://" in target:
        return True
    path = Path(target)
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
