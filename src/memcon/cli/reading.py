"""Reports of what the command line names; what fails is a value among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.bulk.one import failed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from memcon.errors import InputError
    from memcon.model import Report
    from memcon.settings import Settings


def count(paths: list[str]) -> int | None:
    """About how many results `paths` will give."""
    from memcon.reports import count as count_  # noqa: PLC0415 - the readers of PDF and web pages are slow to load

    return count_(paths)


def reports(paths: Iterable[str], settings: Settings) -> Iterator[tuple[str, Report | InputError]]:
    """Each report of `paths` with the path it is from, or why there is none."""
    from memcon.reports import read_path  # noqa: PLC0415

    for path in paths:
        for found in unfailing(path, read_path(path, settings=settings)):
            yield path, found


def unfailing(path: str, reports: Iterator[Report | InputError]) -> Iterator[Report | InputError]:
    """`reports`, a fault of memcon's own among them as an `InputError`."""
    try:
        yield from reports
    except Exception as error:  # noqa: BLE001 - one input must not stop the batch
        yield failed(path, error)
