"""When each host may be asked: one request at a time, a delay after each, and left alone for as long as it asks."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from memcon.watch.addresses import host_of
from memcon.watch.failures import UnreachedError
from memcon.watch.lengths import in_words

if TYPE_CHECKING:
    from memcon.watch.clock import Clock
    from memcon.watch.fetching import Ask

_KEPT = 1_000
_TOO_MANY = 429


class Hosts:
    """The hosts asked of late. Requests go one after the other, so that no host has two at a time."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._free: OrderedDict[str, float] = OrderedDict()
        self._alone: OrderedDict[str, float] = OrderedDict()

    def free(self, ask: Ask | None) -> float:
        """When a request may be made, by the monotonic clock. One to a host that wants to be left alone may be refused at once."""
        if ask is None or self._left_alone(host_of(ask.address)) > 0:
            return 0.0
        return self._free.get(host_of(ask.address), 0.0)

    def check(self, ask: Ask) -> None:
        """Raises `UnreachedError` where the host wants to be left alone still."""
        left = self._left_alone(host_of(ask.address))
        if left > 0:
            problem = f"is on a host that asked to be left alone; {in_words(left)} of it remain"
            raise UnreachedError(ask.address, problem, status=_TOO_MANY, retry_after=left)

    def asked(self, ask: Ask) -> None:
        """A request was made just now."""
        _keep(self._free, host_of(ask.address), self._clock.monotonic() + ask.delay)

    def leave_alone(self, address: str, seconds: float) -> None:
        """The host of an address asked to be left alone."""
        _keep(self._alone, host_of(address), self._clock.monotonic() + seconds)

    def _left_alone(self, host: str) -> float:
        return self._alone.get(host, 0.0) - self._clock.monotonic()


def _keep(times: OrderedDict[str, float], host: str, until: float) -> None:
    times[host] = until
    times.move_to_end(host)
    while len(times) > _KEPT:
        times.popitem(last=False)
