"""The loop: which poll goes on next, when a host may be asked, and what becomes of a source whose poll is over.

Nothing that happens to one source ends the watch or keeps another from its turn. The ledger is the one thing that all wait for.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from memcon.errors import LedgerError, MemconError
from memcon.watch import timing
from memcon.watch.failures import FetchError, StateError
from memcon.watch.hosts import Hosts
from memcon.watch.keeping import Keeping
from memcon.watch.lengths import in_words
from memcon.watch.polling import Course, poll

if TYPE_CHECKING:
    from memcon.watch.asking import Steps
    from memcon.watch.fetching import Answer, Ask
    from memcon.watch.polling import Means
    from memcon.watch.recording import Tally
    from memcon.watch.sources import Source
    from memcon.watch.state import SourceState


class Gets(Protocol):
    """What makes a request."""

    def get(self, ask: Ask) -> Answer:
        """The answer. Raises `FetchError`."""


@dataclass(slots=True)
class Poll:
    """A poll under way, with the request that it waits to make; ``None``: it can go on at once."""

    source: Source
    course: Course
    steps: Steps[None]
    ask: Ask | None = None


class Watch:
    """Asks `sources` as often as each wants, until it is to stop."""

    def __init__(self, sources: tuple[Source, ...], means: Means, fetcher: Gets) -> None:
        self._sources, self._means, self._fetcher = sources, means, fetcher
        self._states: dict[str, SourceState] = {}
        self._due: dict[str, float] = {}
        self._under_way: dict[str, Poll] = {}
        self._hosts = Hosts(means.clock)
        self._keeping = Keeping(means)

    def run(self, *, once: bool = False) -> bool:
        """Watch until the clock says to stop or, `once`, until each source that is due was polled. Gives whether none failed."""
        self._keeping.settle()
        for source in self._sources:
            self._states[source.name] = self._means.state.source(source.name, source.address)
            self._due[source.name] = self._first_due(source)
        left = [one for one in self._sources if self._due[one.name] <= self._now()] if once else None
        all_well = True
        try:
            while not self._means.clock.stopping and (left is None or left or self._under_way):
                if once or self._keeping.is_ledger_there():
                    self._begin(left)
                    all_well = self._go_on(is_round=once) and all_well
        finally:
            for one in list(self._under_way.values()):
                one.steps.close()
                self._settle(one, one.course.state, None)
            self._keeping.bring_desk_in_step()
        return all_well

    def _now(self) -> float:
        return self._means.clock.monotonic()

    def _first_due(self, source: Source) -> float:
        state = self._states[source.name]
        longest = max(source.longest_retry, timing.LONGEST_RETRY_AFTER) if state.failures else source.interval
        longest = max(longest, timing.after_withdrawal(state.gone)) if state.gone else longest
        return self._now() + timing.due_in(state.next_poll, now=self._means.clock.now(), longest=longest)

    # --- which poll goes on ---

    def _begin(self, left: list[Source] | None) -> None:
        """Begin the polls that are due; of a round, those that are `left`, each once."""
        for source in self._sources if left is None else list(left):
            if source.name not in self._under_way and self._due[source.name] <= self._now():
                course = Course(state=self._states[source.name])
                self._under_way[source.name] = Poll(source, course, poll(source, course, self._means))
        if left is not None:
            left.clear()

    def _go_on(self, *, is_round: bool) -> bool:
        """Let the poll go on that can soonest, or wait until one can. False where a poll failed by it."""
        if self._under_way:
            one = min(self._under_way.values(), key=lambda each: self._hosts.free(each.ask))
            start = self._hosts.free(one.ask)
            if start <= self._now():
                return self._step(one)
        else:
            start = float("inf")
        # What becomes due meanwhile is begun meanwhile, but for a round, which is of what was due at its start.
        idle = [] if is_round else [due for name, due in self._due.items() if name not in self._under_way]
        self._means.clock.sleep(max(0.0, min([start, *idle]) - self._now()))
        return True

    # --- one step ---

    def _step(self, one: Poll) -> bool:
        """Make the request that a poll waits for, and let it go on to its next. False where it failed."""
        try:
            one.ask = self._sent(one)
        except StopIteration:
            return self._succeeded(one)
        except (LedgerError, StateError) as error:
            return self._not_recorded(one, error)
        except Exception as error:  # noqa: BLE001 - no source may stop a watch of weeks
            return self._failed(one, error)
        return True

    def _sent(self, one: Poll) -> Ask | None:
        """The next request of a poll, after the answer to the one it waits for was sent into it."""
        ask = one.ask
        if ask is None:
            return next(one.steps)
        try:
            self._hosts.check(ask)
            answer = self._fetcher.get(ask)
        except FetchError as error:
            self._hosts.asked(ask)
            return one.steps.throw(error)
        self._hosts.asked(ask)
        return one.steps.send(answer)

    # --- what becomes of a source ---

    def _succeeded(self, one: Poll) -> bool:
        state, tally = one.course.state, one.course.tally
        wait = timing.after_success(one.source.interval, self._means.chance())
        if state.gone:
            wait = max(wait, timing.after_withdrawal(state.gone))
        if state.failures:
            self._means.log.say(one.source.name, f"answers again; polls that had failed: {state.failures}")
        self._means.log.detail(one.source.name, f"{_counts(tally)}; next poll in {in_words(wait)}")
        self._settle(one, replace(state, failures=0, problem="", last_success=self._means.clock.now()), wait)
        return not tally.failed

    def _failed(self, one: Poll, error: Exception) -> bool:
        asked_for = error.retry_after if isinstance(error, FetchError) else None
        if isinstance(error, FetchError) and asked_for:
            self._hosts.leave_alone(error.address, asked_for)
        state, source = one.course.state, one.source
        wait = timing.after_failure(
            state.failures + 1,
            retry=source.retry,
            longest=source.longest_retry,
            chance=self._means.chance(),
            retry_after=asked_for,
        )
        problem = " ".join(str(error).split())[:500] if isinstance(error, MemconError) else fault(error)
        self._means.log.say(source.name, f"failed ({state.failures + 1}): {problem}; next tried in {in_words(wait)}")
        failures, now = state.failures + 1, self._means.clock.now()
        self._settle(one, replace(state, failures=failures, problem=problem, last_failure=now), wait)
        return False

    def _not_recorded(self, one: Poll, error: MemconError) -> bool:
        """What was fetched is fetched again: nothing of it counts as seen before it is recorded."""
        wait = self._keeping.outage()
        self._means.log.say(one.source.name, f"not recorded: {error}; tried again in {in_words(wait)}")
        self._settle(one, one.course.state, wait, is_kept=False)
        return False

    def _settle(self, one: Poll, state: SourceState, wait: float | None, *, is_kept: bool = True) -> None:
        """A poll is over: note what it brought and, if it was not cut short, when its source is due next."""
        name, tally = one.source.name, one.course.tally
        del self._under_way[name]
        if wait is not None:
            self._due[name] = self._now() + wait
            next_poll = timing.later(self._means.clock.now(), wait) if is_kept else state.next_poll
            state = replace(state, next_poll=next_poll)
        new, edited, withdrawn = state.new + tally.new, state.edited + tally.edited, state.withdrawn + tally.withdrawn
        self._states[name] = replace(state, new=new, edited=edited, withdrawn=withdrawn)
        self._keeping.keep(self._states[name], is_news=tally.is_news)


def fault(error: Exception) -> str:
    """A fault of memcon's own, in one line."""
    return f"memcon failed: {type(error).__name__}: {error} (a fault of memcon: please report it with this line)"


def _counts(tally: Tally) -> str:
    counts = {name: getattr(tally, name) for name in ("new", "edited", "known", "withdrawn", "failed")}
    return ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "nothing new"
