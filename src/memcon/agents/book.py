"""The ledger as it is asked: through a connection that cannot write, with rounds and tracks in step as far as can be.

What is computed is kept in the ledger's file, so bringing it in step is a write, though not of anything recorded. It is done
through a connection of its own, beside the one that answers, and never where the ledger may not be written.
"""

from __future__ import annotations

from contextlib import contextmanager
from threading import Lock, Thread
from typing import TYPE_CHECKING, NamedTuple

from memcon import desk
from memcon.errors import MemconError
from memcon.ledger import open_ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.ledger import Ledger

PATIENCE = 20.0  # seconds that an answer waits for the talks to be brought in step; assistants give up after a minute


class Asked(NamedTuple):
    """A ledger to ask, and what whoever reads the answer must know of it."""

    ledger: Ledger
    notes: tuple[str, ...]


class Book:
    """The ledger at `target`; `may_be_written` says whether what is computed from it may be kept there.

    Raises `LedgerError` where it cannot be opened, and `MemconError` where another memcon put together what is kept and this
    one may not do it anew.
    """

    def __init__(self, target: str, *, may_be_written: bool, patience: float = PATIENCE) -> None:
        self._target, self._may_be_written, self._patience = target, may_be_written, patience
        self._work: Thread | None = None
        self._trouble = ""
        self._lock = Lock()
        self._ledger = open_ledger(target, create=False, read_only=True)

    @property
    def name(self) -> str:
        """The ledger's, as messages show it."""
        return self._ledger.name

    @contextmanager
    def asked(self) -> Iterator[Asked]:
        """The ledger, after what is new in it was put together, or `patience` seconds were waited for that."""
        self.bring_in_step(self._patience)
        yield Asked(self._ledger, self._notes())

    def bring_in_step(self, patience: float = 0.0) -> None:
        """Have what is new put together, in the background; wait `patience` seconds at most for the end of it."""
        with self._lock:
            is_at_work = self._work is not None and self._work.is_alive()
            if self._may_be_written and not is_at_work and not desk.is_in_step(self._ledger):
                self._work = Thread(target=self._update, name="memcon-desk", daemon=True)
                self._work.start()
            work = self._work
        if work is not None:
            work.join(patience)

    def close(self) -> None:
        """Let the ledger go."""
        self._ledger.close()

    def _update(self) -> None:
        try:
            with open_ledger(self._target, create=False) as ledger:
                desk.update(ledger)
            self._trouble = ""
        except MemconError as error:  # what is kept can still be asked
            self._trouble = str(error)

    def _notes(self) -> tuple[str, ...]:
        if not desk.is_readable(self._ledger):
            if not self._may_be_written:
                raise MemconError(
                    f"ledger {self.name}: another memcon put its talks together, and it may not be written to"
                    f" (whoever may: memcon talks --ledger {self.name})"
                )
            raise MemconError(f"ledger {self.name}: its talks are being put together anew (ask again in a minute)")
        if desk.is_in_step(self._ledger):
            return ()
        why = self._trouble or ("that is being done" if self._may_be_written else "it may not be written to")
        note = f"Rounds and tracks do not take into account the newest entries of the ledger yet ({why})"
        return (f"{note}; statements, reports and searches do.",)
