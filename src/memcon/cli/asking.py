"""What a question to the ledger begins with: the ledger opened, the days and parties understood."""

from __future__ import annotations

import os
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from memcon.errors import LedgerError, MemconError
from memcon.settings import from_environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.ledger import AsOf, Ledger


@contextmanager
def asked(given: str | None) -> Iterator[Ledger]:
    """The ledger that `given` names, else the settings, opened to be asked; it is made by `memcon read` alone."""
    from memcon.ledger import open_ledger  # noqa: PLC0415 - SQLAlchemy is slow to load, and mistakes need none of it

    target = named(given)
    with open_ledger(target, create=False, read_only=not _may_be_written(target)) as ledger:
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


def as_of(published: str | None, recorded: str | None) -> AsOf:
    """The two axes as given on the command line."""
    from memcon.ledger import AsOf  # noqa: PLC0415

    return AsOf(published=last_day(published, "--as-of"), recorded=_time(recorded))


def last_day(given: str | None, option: str) -> str | None:
    """The last day that `given` may mean: a day, a month (``2025-06``) or a year."""
    from memcon.ledger.days import latest_day  # noqa: PLC0415

    return given and _day(latest_day(given), given, option)


def first_day(given: str | None, option: str) -> str | None:
    """The first day that `given` may mean."""
    return given and _day(given + "-01" * max(0, 2 - given.count("-")), given, option)


def one_of(known: Iterable[str], given: Iterable[str] | None, option: str) -> tuple[str, ...]:
    """What is `given`, if each is `known`."""
    for each in given or ():
        if each not in known:
            raise MemconError(f"{option} {each}: there is no such word (there are: {', '.join(known)})")
    return tuple(given or ())


def _day(day: str, given: str, option: str) -> str:
    try:
        return date.fromisoformat(day).isoformat()
    except ValueError:
        raise MemconError(
            f"{option} {given}: this is no day (write it as 2025-06-16, or 2025-06 for a month)"
        ) from None


def _time(given: str | None) -> datetime | None:
    """The moment that `given` means: a day means its end, a time without a zone is UTC."""
    if given is None:
        return None
    try:
        moment = datetime.fromisoformat(given)
        if len(given) == len("2025-06-16"):
            moment = datetime.combine(date.fromisoformat(given), time.max)
    except ValueError:
        raise MemconError(
            f"--recorded-as-of {given}: this is no time (write it as 2025-06-16T09:30, or 2025-06-16 for its end)"
        ) from None
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)


def _may_be_written(target: str) -> bool:
    """Whether what is computed can be kept: SQLite needs the file and, for its journal, the folder."""
    if "://" in target:
        return True
    path = Path(target)
    return os.access(path, os.W_OK) and os.access(path.absolute().parent, os.W_OK)
