"""A page asked for politely: robots.txt first, then the page, then where it redirects to, each hop by the same rules."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from memcon.watch.addresses import joined, problem_of
from memcon.watch.failures import FetchError, RefusedError
from memcon.watch.fetching import Ask, asked_to_wait
from memcon.watch.robots import REDIRECTS

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from datetime import datetime

    from memcon.watch.fetching import Answer
    from memcon.watch.robots import Robots
    from memcon.watch.sources import Source

T = TypeVar("T")
# What a poll is: it yields requests, or None to let others go on, is sent answers, and returns what came of it.
Steps: TypeAlias = "Generator[Ask | None, Answer, T]"

GONE = frozenset({404, 410})


def get(address: str, source: Source, robots: Robots, headers: Mapping[str, str]) -> Steps[Answer]:
    """The answer at the end of the redirects: 200, 304, 404 or 410. Raises `FetchError` for any other, and for a refusal."""
    at = address
    for _ in range(source.max_redirects + 1):
        if problem := problem_of(at):
            raise RefusedError(at, problem)
        rules = yield from robots.of(at, source)
        if not rules.allow(at):
            raise RefusedError(at, "is not to be read by programs, says its robots.txt")
        answer = yield Ask(address=at, source=source, delay=max(source.delay, rules.delay), headers=headers)
        if answer.status not in REDIRECTS:
            return _useful(answer, robots.clock.now())
        location = answer.headers.get("location", "").strip()
        at = joined(at, location) if location else ""
        if not at:
            raise FetchError(answer.address, "redirects to an address that makes no sense")
    raise FetchError(address, f"redirects more than {source.max_redirects} times")


def validators(answer: Answer) -> tuple[str, str]:
    """ETag and Last-Modified of an answer, to ask next time whether anything changed; what cannot be sent back is left out."""
    etag, modified = (answer.headers.get(name, "") for name in ("etag", "last-modified"))
    return tuple(one if one.isascii() and one.isprintable() and len(one) <= 500 else "" for one in (etag, modified))  # type: ignore[return-value]


def conditions(etag: str, modified: str) -> dict[str, str]:
    """The headers that ask for a page only if it changed."""
    return {name: value for name, value in (("If-None-Match", etag), ("If-Modified-Since", modified)) if value}


def _useful(answer: Answer, now: datetime) -> Answer:
    if answer.status in {200, 304} or answer.status in GONE:
        return answer
    wait = asked_to_wait(answer, now)
    raise FetchError(answer.address, f"answers {in_words(answer.status)}", status=answer.status, retry_after=wait)


def in_words(status: int) -> str:
    """“503 (service unavailable)”."""
    try:
        return f"{status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return str(status)
