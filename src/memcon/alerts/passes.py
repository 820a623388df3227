"""One pass: find what is new for each hook, then try what is due."""

from __future__ import annotations

import asyncio
import random
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.alerts import finding

if TYPE_CHECKING:
    from collections.abc import Callable

    from memcon.alerts.hooks import Hooks
    from memcon.alerts.model import Delivery, Hook
    from memcon.alerts.posting import Poster
    from memcon.alerts.store import Store
    from memcon.ledger import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What came of a pass for one hook: how many were `delivered`; of the one that failed, the `problem`; how many wait.

    `given_up` are those that were tried for the last time; `disabled` says why the hook is posted to no more.
    """

    hook: str
    delivered: int = 0
    problem: str = ""
    given_up: tuple[Delivery, ...] = ()
    waiting: int = 0
    disabled: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time in seconds since 1970, and the chance (0 to 1) by which pauses are spread."""

    now: Callable[[], float] = time.time
    chance: Callable[[], float] = random.random


def find(ledger: Ledger, store: Store, hooks: Hooks, clock: Clock) -> int:
    """Put in line what each hook has not been told yet; gives how many messages. A ledger seen to its end is not asked again."""
    head = ledger.head().hash
    return sum(_find(ledger, store, hook, hooks.base, head, clock.now()) for hook in hooks.every)


def _find(ledger: Ledger, store: Store, hook: Hook, base: str, head: str, now: float) -> int:
    before = store.looked_at(hook)
    if before == head or store.disabled(hook):
        return 0
    changes = finding.found(ledger, hook, now=now)
    tells_old = hook.since is not None and store.is_new(hook)
    if before is None and not tells_old:  # a first run, or another question: what is there by now is nothing new
        return store.put(hook, [], map(finding.message_id, changes), head=head, now=now)
    messages = finding.messages(ledger, changes, store.known(hook), base)
    return store.put(hook, messages, [], head=head, now=now)


def deliver(store: Store, hooks: Hooks, poster: Poster, clock: Clock) -> list[Told]:
    """Try what is due, all hooks at once, each one's messages one after the other and the longest due first.

    After a try that failed its hook is left alone until the next pass: who is down need not be told so by each message.
    """

    async def each() -> list[Told]:
        return await asyncio.gather(*(_deliver(store, hook, poster, clock) for hook in hooks.every))

    return asyncio.run(each())


async def _deliver(store: Store, hook: Hook, poster: Poster, clock: Clock) -> Told:
    if disabled := store.disabled(hook):
        return Told(hook=hook.name, disabled=disabled)
    delivered, problem = 0, ""
    given_up: tuple[Delivery, ...] = ()
    while not problem and (one := store.claim(hook, now=clock.now())):
        outcome = await poster.post(hook, one.message, now=clock.now())
        state = store.record(one, outcome, now=clock.now(), chance=clock.chance())
        delivered += outcome.is_delivered
        problem = outcome.problem
        given_up = (one,) if state == "dead" else ()
    return Told(
        hook=hook.name,
        delivered=delivered,
        problem=problem,
        given_up=given_up,
        waiting=store.waiting(hook),
        disabled=store.disabled(hook),
    )
