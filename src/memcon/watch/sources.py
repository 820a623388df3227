"""A source: what is asked, how often, and within which limits."""

from __future__ import annotations

import re  # noqa: TC003 - pydantic reads the annotations when the program runs
from typing import Annotated, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field
from pydantic.dataclasses import dataclass

from memcon.watch.addresses import problem_of
from memcon.watch.lengths import seconds, size

Kind: TypeAlias = Literal["feed", "page", "index"]


def _at_least(least: float, words: str) -> AfterValidator:
    def check(given: float) -> float:
        if given < least:
            raise ValueError(f"must be {words} or more")
        return given

    return AfterValidator(check)


def _address(given: str) -> str:
    if problem := problem_of(given):
        raise ValueError(f"{given!r} {problem}")
    return given


def _english(given: str) -> str:
    if given and not given.lower().startswith("en"):
        raise ValueError(f"{given!r}: memcon reads English (set it to “en” where a source wrongly says another)")
    return given


Seconds: TypeAlias = Annotated[float, BeforeValidator(seconds)]
Bytes: TypeAlias = Annotated[int, BeforeValidator(size), _at_least(1_000, "1kB")]
_CONFIG = ConfigDict(extra="forbid", arbitrary_types_allowed=True)


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Options:
    """What each source may set for itself, and ``[defaults]`` for all; times are seconds.

    `interval`: between two polls. `delay`: between two requests to one host. `max_reports`: pages asked for in one poll;
    more wait for the next. `max_bytes`: of one answer, packed and unpacked. `connect`, `read`: until a connection stands, and
    between two pieces of an answer. `deadline`: for one whole request. `retry`, `longest_retry`: the first wait after a
    failure, which doubles, and the longest. `recheck`: when a page that is known is asked for again, to see whether it was
    edited; it doubles each time until the page is `recheck_until` old; 0 for never. `allow_private`: whether private
    and local network addresses may be asked.
    """

    interval: Annotated[Seconds, _at_least(10, "10s")] = 900.0
    delay: Annotated[Seconds, _at_least(0, "0s")] = 2.0
    max_reports: Annotated[int, Field(strict=True, ge=1, le=10_000)] = 50
    max_bytes: Bytes = 5_000_000
    max_redirects: Annotated[int, Field(strict=True, ge=0, le=20)] = 5
    connect: Annotated[Seconds, _at_least(0.1, "0.1s")] = 10.0
    read: Annotated[Seconds, _at_least(0.1, "0.1s")] = 20.0
    deadline: Annotated[Seconds, _at_least(0.1, "0.1s")] = 60.0
    retry: Annotated[Seconds, _at_least(1, "1s")] = 60.0
    longest_retry: Annotated[Seconds, _at_least(1, "1s")] = 21_600.0
    recheck: Annotated[Seconds, _at_least(0, "0s")] = 3_600.0
    recheck_until: Annotated[Seconds, _at_least(0, "0s")] = 604_800.0
    follow: Annotated[bool, Field(strict=True)] = False
    allow_private: Annotated[bool, Field(strict=True)] = False


@dataclass(frozen=True, slots=True, kw_only=True, config=_CONFIG)
class Source(Options):
    """One source.

    `kind`: a ``feed`` (RSS or Atom; its entries are reports or, where it is to `follow` them, lead to pages that are), a
    ``page`` whose article is the report, or an ``index``, a page whose links that match `links` lead to reports.
    `outlet` and `language` overrule what a report says of itself.
    """

    name: Annotated[str, Field(min_length=1, max_length=60, pattern=r"^\S(?:[^\x00-\x1f]*\S)?$")]
    address: Annotated[str, AfterValidator(_address)]
    kind: Kind
    links: re.Pattern[str] | None = None
    outlet: Annotated[str, Field(max_length=200)] = ""
    language: Annotated[str, AfterValidator(_english)] = ""

    @property
    def leads_to_pages(self) -> bool:
        """Whether its reports stand on pages of their own."""
        return self.kind == "index" or self.follow


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All sources, and a `contact` (a mail or web address) that hosts are told with each request, or ``""``."""

    sources: tuple[Source, ...]
    contact: str = ""
