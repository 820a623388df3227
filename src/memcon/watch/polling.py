"""One poll of one source, as a generator of the requests it wants to make: what is new there goes to the ledger.

What a source answered counts as seen only when all in it is recorded, or is written down as a page to be asked for. So a poll
that is cut short at any point is made again, and what it had recorded is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from memcon.errors import InputError
from memcon.watch import asking, timing
from memcon.watch.failures import FetchError, UnreachedError
from memcon.watch.listing import digest, is_empty, listed
from memcon.watch.recording import Recorder, Tally
from memcon.watch.state import PageState, SourceState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from memcon.watch.asking import Steps
    from memcon.watch.clock import Clock
    from memcon.watch.fetching import Answer
    from memcon.watch.listing import Link
    from memcon.watch.log import Log
    from memcon.watch.robots import Robots
    from memcon.watch.sources import Source
    from memcon.watch.state import State

_BUSY = frozenset({429, 503})
_MOST_UNREACHED = 3  # pages in a row that gave no answer: it is the host, and the poll ends
_FORGOTTEN = timedelta(days=30)  # since a page was last listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a poll works with. `chance` gives a number from 0 to 1."""

    state: State
    recorder: Recorder
    robots: Robots
    clock: Clock
    log: Log
    chance: Callable[[], float]


@dataclass(slots=True, kw_only=True)
class Course:
    """How far a poll has come, whatever becomes of it: how the source stands, and what was brought."""

    state: SourceState
    tally: Tally = field(default_factory=Tally)


def poll(source: Source, course: Course, means: Means) -> Steps[None]:
    """Poll a source. Raises `FetchError` or `InputError` where that failed; what came before it stays in `course`."""
    before = course.state
    headers = asking.conditions(before.etag, before.modified)
    answer = yield from asking.get(source.address, source, means.robots, headers)
    if answer.status in asking.GONE:
        course.state = _withdrawn(source, before, answer, means, course.tally)
        return
    if before.gone:
        means.log.say(source.name, f"{source.address} is there again")
    after = _answered(before, answer)
    is_same = after.digest == before.digest
    if not source.leads_to_pages:
        if not is_same and not (source.kind == "feed" and is_empty(answer)):
            yield from means.recorder.record(source, answer, course.tally)
        course.state = after
        return
    if not is_same:
        _list(source, after, listed(source, answer), means)
    course.state = after
    del answer  # the pages may take hours
    yield from _pages(source, means, course.tally)


def _answered(before: SourceState, answer: Answer) -> SourceState:
    if answer.status == 304:
        return replace(before, gone=0)
    etag, modified = asking.validators(answer)
    return replace(before, etag=etag, modified=modified, digest=digest(answer.body), gone=0)


def _withdrawn(source: Source, before: SourceState, answer: Answer, means: Means, tally: Tally) -> SourceState:
    """A page that was there and no longer is. A feed, an index, or a page never seen that is not found has failed."""
    words = f"answers {asking.in_words(answer.status)}"
    if source.kind != "page" or before.last_success is None:
        raise FetchError(answer.address, words, status=answer.status)
    if not before.gone:
        tally.withdrawn += 1
        means.log.say(source.name, f"withdrawn: {source.address} {words}; what the ledger has of it stays")
    return replace(before, etag="", modified="", digest="", gone=before.gone + 1)


# --- pages that a feed or an index leads to ---


def _list(source: Source, after: SourceState, links: Iterable[Link], means: Means) -> None:
    """Write down what is listed: what is new, or was listed otherwise before, is to be asked for."""
    known, now = means.state.pages(source.name), means.clock.now()
    made = [_page(source, link, known.get(link.address), now) for link in links]
    kept = [page for page in made if page != known.get(page.address)]
    means.state.list_pages(after, kept)
    means.state.forget_pages(source.name, now - _FORGOTTEN)


def _page(source: Source, link: Link, known: PageState | None, now: datetime) -> PageState:
    if known is None:
        return PageState(
            source=source.name,
            address=link.address,
            fingerprint=link.fingerprint,
            first_seen=now,
            listed=now,
            next_try=now,
        )
    if known.fingerprint == link.fingerprint:
        return replace(known, listed=now)
    return replace(known, fingerprint=link.fingerprint, listed=now, next_try=now, tries=0)


def _pages(source: Source, means: Means, tally: Tally) -> Steps[None]:
    """Ask for the pages that are due, those never read first; what is beyond the limit waits for the next poll."""
    unreached = 0
    for page in _due(source, means):
        try:
            after = yield from _ask(source, page, means, tally)
        except FetchError as error:
            if error.status in _BUSY:
                raise
            unreached = unreached + 1 if isinstance(error, UnreachedError) else 0
            after = _failed(source, page, error, means, tally)
            if unreached == _MOST_UNREACHED:
                means.state.save(after)
                raise
        except InputError as error:
            unreached, after = 0, _failed(source, page, error, means, tally)
        else:
            unreached = 0
        means.state.save(after)
        yield None


def _due(source: Source, means: Means) -> list[PageState]:
    now = means.clock.now()
    longest = max(source.longest_retry, source.recheck_until, timing.after_withdrawal(99)) * 2
    due = [
        page
        for page in means.state.pages_to_ask(source.name)
        if not timing.due_in(page.next_try, now=now, longest=longest)
    ]
    due.sort(key=lambda page: (page.standing != "waiting", page.next_try or now, page.address))
    return due[: source.max_reports]


def _ask(source: Source, page: PageState, means: Means, tally: Tally) -> Steps[PageState]:
    headers = asking.conditions(page.etag, page.modified)
    answer = yield from asking.get(page.address, source, means.robots, headers)
    if answer.status in asking.GONE:
        return _page_gone(source, page, answer, means, tally)
    if page.standing == "gone":
        means.log.say(source.name, f"{page.address} is there again")
    if answer.status == 304 or digest(answer.body) == page.digest:
        return _recorded(source, page, means)
    yield from means.recorder.record(source, answer, tally)
    etag, modified = asking.validators(answer)
    return _recorded(source, replace(page, etag=etag, modified=modified, digest=digest(answer.body)), means)


def _recorded(source: Source, page: PageState, means: Means) -> PageState:
    """A page that was read, with when it is looked at again."""
    now = means.clock.now()
    asked = page.asked + 1 if page.standing == "recorded" else 0
    age = max(0.0, (now - page.first_seen).total_seconds())
    wait = timing.next_recheck(first=source.recheck, until=source.recheck_until, asked=asked, age=age)
    return replace(page, standing="recorded", tries=0, asked=asked, next_try=timing.later(now, wait))


def _page_gone(source: Source, page: PageState, answer: Answer, means: Means, tally: Tally) -> PageState:
    if page.standing not in {"recorded", "gone"}:
        raise FetchError(answer.address, f"answers {asking.in_words(answer.status)}", status=answer.status)
    if page.standing == "recorded":
        tally.withdrawn += 1
        words = f"withdrawn: {page.address} answers {asking.in_words(answer.status)}; what the ledger has of it stays"
        means.log.say(source.name, words)
    tries = page.tries + 1 if page.standing == "gone" else 1
    wait = timing.after_withdrawal(tries) if tries < _MOST_UNREACHED * 2 else None
    after = timing.later(means.clock.now(), wait)
    return replace(page, standing="gone", etag="", modified="", digest="", tries=tries, next_try=after)


def _failed(source: Source, page: PageState, error: FetchError | InputError, means: Means, tally: Tally) -> PageState:
    """A page that gave nothing: its line, and when it is tried again."""
    tally.failed += 1
    means.recorder.say_once(source, str(error))
    tries = page.tries + 1
    wait = timing.next_try(tries=tries, retry=source.retry, longest=source.longest_retry, chance=means.chance())
    standing = page.standing if wait is not None or page.standing == "recorded" else "given up"
    return replace(page, tries=tries, standing=standing, next_try=timing.later(means.clock.now(), wait))
