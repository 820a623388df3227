"""Whether the desk is as it would be if it were put together anew; nothing is written to the ledger for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from memcon.desk import shelf
from memcon.desk.keeping import update
from memcon.ledger.scratch import beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memcon.desk.noting import Progress
    from memcon.ledger import Computed, Ledger

_MENDED = "(`memcon rebuild` makes it again)"
_STEP = 500


def check(ledger: Ledger, progress: Progress | None = None) -> Iterator[str]:
    """Yield what is wrong, a line each.

    What is kept is copied, brought in step with entries that it has not seen yet, and compared with what is put together from the
    first entry on. Where another program adds entries meanwhile, both follow.
    """
    with beside(ledger) as kept, beside(ledger) as anew:
        try:
            _copy(ledger, kept)
            update(kept)
        except (KeyError, TypeError, ValueError):  # what the codec raises
            yield f"what the desk keeps cannot be read {_MENDED}"
            return
        update(anew, progress)
        while kept.computed_head(shelf.SPACE) != anew.computed_head(shelf.SPACE):
            update(kept)
            update(anew)
        yield from _differences(_by_key(kept), _by_key(anew))


def _copy(ledger: Ledger, to: Ledger) -> None:
    """Copy what is kept, as of one entry."""
    while True:
        seen = ledger.computed_head(shelf.SPACE)
        every = list(ledger.computed(shelf.SPACE))
        if ledger.computed_head(shelf.SPACE) == seen:
            break
    for at in range(0, len(every), _STEP):
        to.keep(shelf.SPACE, put=every[at : at + _STEP], drop=(), seen=0, before=0)
    to.keep(shelf.SPACE, put=(), drop=(), seen=seen, before=0)


def _by_key(ledger: Ledger) -> dict[str, Computed]:
    return {one.key: one for one in ledger.computed(shelf.SPACE)}


def _differences(kept: Mapping[str, Computed], anew: Mapping[str, Computed]) -> Iterator[str]:
    for key in sorted(kept.keys() | anew.keys()):
        kind, _, name = key.partition(":")
        if kind in _ALIKE and not _ALIKE[kind](kept.get(key), anew.get(key)):
            yield f"the desk's {_WORDS[kind]} {name} is not as its reports make it {_MENDED}"


def _same_note(kept: Computed | None, anew: Computed | None) -> bool:
    """The same notes, found under each scope that any version of their report speaks of; what is kept may have more, of earlier readings."""
    if kept is None or anew is None:
        return anew is None and kept is not None and not kept.value["notes"]["mentions"]
    parts = [{name: value for name, value in one.value.items() if name != "scopes"} for one in (kept, anew)]
    return parts[0] == parts[1] and kept.order == anew.order and set(anew.parties) <= set(kept.parties)


def _same_scope(kept: Computed | None, anew: Computed | None) -> bool:
    """All the parties; what is kept may have parties that an earlier reading had."""
    return anew is None or (kept is not None and set(anew.parties) <= set(kept.parties))


_ALIKE: Mapping[str, Any] = {"track": lambda kept, anew: kept == anew, "note": _same_note, "scope": _same_scope}
_WORDS = {"track": "track", "note": "notes of report", "scope": "scope"}
