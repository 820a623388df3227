"""What all polls end in: the ledger, the desk and the state file, each of which may fail for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon import desk
from memcon.errors import LedgerError
from memcon.watch.failures import StateError

if TYPE_CHECKING:
    from memcon.watch.polling import Means
    from memcon.watch.state import SourceState

_FIRST, _LONGEST = 5.0, 600.0  # seconds until a ledger that failed is tried again


class Keeping:
    """Keeps what polls bring, and knows whether the ledger can be written to."""

    def __init__(self, means: Means) -> None:
        self._means = means
        self._outages = 0  # in a row
        self._again: float | None = None  # when a ledger that failed is tried again
        self._desk_lags = True  # others may have recorded something since the desk was last in step

    def settle(self) -> None:
        """See whether the ledger is the one that the state knows, and holds all that was recorded; else all is asked for anew.

        A ledger may be another one, made anew, taken from a backup, or short of what a power cut took.
        """
        recorded = self._means.state.recorded()
        if recorded is None:
            return
        seq, its_hash = recorded
        entry = next(iter(self._means.recorder.ledger.entries(after=seq - 1)), None)
        if entry is None or entry.seq != seq or entry.hash != its_hash:
            words = (
                "the ledger is not the one that was recorded in before, or lost the end of it: all is asked for anew"
            )
            self._means.log.say("", words)
            self._means.state.forget_answers()

    def keep(self, state: SourceState, *, is_news: bool) -> None:
        """Keep how a source stands and, after news, bring the desk in step."""
        try:
            self._means.state.save(state)
        except StateError as error:
            self._means.log.say("", f"{error}; going on without")
        if is_news:
            self._desk_lags, self._outages = True, 0
        self.bring_desk_in_step()

    def bring_desk_in_step(self) -> None:
        """Put together again what was touched; where that fails, it is done after the next poll, or when somebody asks."""
        if not self._desk_lags or self._again is not None:
            return
        try:
            desk.update(self._means.recorder.ledger)
        except LedgerError as error:
            self._means.log.say("", f"the talks are not up to date yet: {error}")
        except Exception as error:  # noqa: BLE001 - what was recorded is safe, and no fault may stop a watch of weeks
            words = f"the talks are not up to date: memcon failed: {type(error).__name__}: {error} (please report it)"
            self._means.log.say("", words)
            self._desk_lags = False  # it would fail again
        else:
            self._desk_lags = False

    def outage(self) -> float:
        """The ledger failed just now; gives the seconds until it is tried again."""
        self._outages += 1
        wait = min(_LONGEST, _FIRST * 2.0 ** min(self._outages - 1, 20))
        self._again = self._means.clock.monotonic() + wait
        return wait

    def is_ledger_there(self) -> bool:
        """Whether polls may go on; after an outage, waits and looks. Nobody is asked for what could not be recorded."""
        if self._again is None:
            return True
        left = self._again - self._means.clock.monotonic()
        if left > 0:
            self._means.clock.sleep(left)
            return False
        try:
            self._means.recorder.ledger.head()
            self._means.state.recorded()
        except (LedgerError, StateError) as error:
            self._means.log.detail("", f"{error}")
            self.outage()
            return False
        self._again = None
        return True
