"""robots.txt: what a host asks of programs that read it; asked for once a day and host, and kept in a bounded cache.

By RFC 9309: what is not there (4xx) allows all; what cannot be had (5xx, no answer) allows nothing, unless an older one is known.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protego import Protego

from memcon.watch.addresses import joined, origin_of, problem_of
from memcon.watch.failures import FetchError, UnreachedError
from memcon.watch.fetching import AGENT, Ask, asked_to_wait
from memcon.watch.timing import DAY, LONGEST_CRAWL_DELAY

if TYPE_CHECKING:
    from collections.abc import Generator

    from memcon.watch.clock import Clock
    from memcon.watch.fetching import Answer
    from memcon.watch.sources import Source

REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LARGEST = 500_000  # bytes that must be read (RFC 9309, 2.5)
_MOST_REDIRECTS = 5
_KEPT = 256  # hosts
_SOON = 3_600.0  # seconds until a robots.txt that could not be had is asked for again, where an older one is known


@dataclass(frozen=True, slots=True)
class Rules:
    """What one robots.txt says to memcon: `delay` is its Crawl-delay in seconds, an hour at most."""

    parsed: Protego | None
    delay: float = 0.0

    def allow(self, address: str) -> bool:
        """Whether `address` may be read."""
        return self.parsed is None or self.parsed.can_fetch(address, AGENT)


class Robots:
    """The rules of hosts, with when each is to be asked for anew."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._kept: OrderedDict[str, tuple[Rules, float]] = OrderedDict()

    def of(self, address: str, source: Source) -> Generator[Ask | None, Answer, Rules]:
        """The rules for the host of `address`. Raises `FetchError` where they cannot be had."""
        origin = origin_of(address)
        rules, until = self._kept.get(origin, (None, 0.0))
        if rules is None or self.clock.monotonic() >= until:
            rules, lasts = yield from self._asked(origin, source, rules)
            self._kept[origin] = rules, self.clock.monotonic() + lasts
        self._kept.move_to_end(origin)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return rules

    def _asked(
        self, origin: str, source: Source, older: Rules | None
    ) -> Generator[Ask | None, Answer, tuple[Rules, float]]:
        try:
            answer = yield from _answer(f"{origin}/robots.txt", source, max(source.delay, older.delay if older else 0))
        except FetchError:
            if older is None:
                raise
            return older, _SOON
        if answer.status < 500 and answer.status != 429:
            return rules_of(answer), DAY
        if older is None:
            problem = f"answers {answer.status}: nothing may be read before it is there"
            wait = asked_to_wait(answer, self.clock.now())
            raise UnreachedError(answer.address, problem, status=answer.status, retry_after=wait)
        return older, _SOON


def rules_of(answer: Answer) -> Rules:
    """The rules that an answer holds; any answer but a good one allows all."""
    if answer.status != 200:
        return Rules(None)
    parsed = Protego.parse(answer.body.decode("utf-8", "replace").lstrip("\ufeff"))
    delay = parsed.crawl_delay(AGENT) or 0.0
    return Rules(parsed, min(max(0.0, float(delay)), LONGEST_CRAWL_DELAY))


def _answer(address: str, source: Source, delay: float) -> Generator[Ask | None, Answer, Answer]:
    """The answer at the end of a few redirects; beyond them, RFC 9309 counts it as not there."""
    for _ in range(_MOST_REDIRECTS + 1):
        answer = yield Ask(address=address, source=source, delay=delay, cut_at=_LARGEST)
        if answer.status not in REDIRECTS:
            return answer
        location = answer.headers.get("location", "").strip()
        address = joined(address, location) if location else ""
        if not address or problem_of(address):
            break
    return answer
