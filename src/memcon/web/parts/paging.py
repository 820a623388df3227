"""Long lists a page at a time, with addresses of the pages before and after."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from memcon.web.visit import Visit

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Which of them are shown: `first` to `last`, of `total` (``None``: not counted); the addresses beside, ``""`` for none."""

    first: int
    last: int
    total: int | None
    before: str
    after: str


def cut(every: Sequence[T], visit: Visit, path: str, size: int) -> tuple[list[T], Paging]:
    """The part of `every` that the address asks for by ``page=``."""
    page = min(visit.number("page"), max(1, -(-len(every) // size)))
    at = (page - 1) * size
    return list(every[at : at + size]), Paging(
        first=min(at + 1, len(every)),
        last=min(at + size, len(every)),
        total=len(every),
        before=_address(visit, path, page - 1) if page > 1 else "",
        after=_address(visit, path, page + 1) if at + size < len(every) else "",
    )


def walked(every: Iterable[T], visit: Visit, path: str, size: int) -> tuple[list[T], Paging]:
    """The same of what is not counted, but walked to; what the bar hid on the way to this part counts for the parts before."""
    page = visit.number("page", most=1000)
    at, rest = (page - 1) * size, iter(every)
    for _ in islice(rest, at):
        pass
    if at:
        visit.bar.hidden.clear()
    found = list(islice(rest, size + 1))
    return found[:size], Paging(
        first=at + 1 if found else 0,
        last=at + len(found[:size]),
        total=None,
        before=_address(visit, path, page - 1) if page > 1 else "",
        after=_address(visit, path, page + 1) if len(found) > size else "",
    )


def _address(visit: Visit, path: str, page: int) -> str:
    return visit.links.asking(path, visit.question, q=visit.values.get("q", ""), page=str(page) if page > 1 else "")
