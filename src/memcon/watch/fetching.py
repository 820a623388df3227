"""One request: a connection of its own, an answer within limits of size and time. No cookies, no redirects, no proxy."""

from __future__ import annotations

import io
import ssl
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import httpcore
import httpx

import memcon
from memcon.reports.streams import GZIP_MAGIC, Unpacked
from memcon.watch import timing
from memcon.watch.failures import FetchError, UnreachedError
from memcon.watch.lengths import in_words, size_in_words
from memcon.watch.network import Deadline, PinnedBackend, resolve

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from memcon.watch.network import Resolve
    from memcon.watch.sources import Source

AGENT = "memcon"  # what robots.txt knows it by
ACCEPTED = (
    "application/rss+xml, application/atom+xml, text/html, application/xhtml+xml, application/pdf;q=0.8, */*;q=0.5"
)


def user_agent(contact: str) -> str:
    """Who asks: the project, its version, and whom to write to."""
    return f"{AGENT}/{memcon.__version__} (reads news reports" + (f"; {contact})" if contact else ")")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """A request that a poll wants to make: `address`, the headers it adds, within the limits of `source`.

    `delay` is how long the host is left alone afterwards, in seconds. `cut_at`: bytes after which the answer is cut off
    rather than refused, for robots.txt.
    """

    address: str
    source: Source
    delay: float
    headers: Mapping[str, str] = field(default_factory=dict)
    cut_at: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host answered: `headers` by names in small letters; `body` unpacked, and empty but for status 200."""

    address: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


def asked_to_wait(answer: Answer, now: datetime) -> float | None:
    """Seconds for which the host asks to be left alone, by its own clock if it tells its time."""
    theirs = timing.http_date(answer.headers.get("date", ""))
    return timing.asked_for(answer.headers.get("retry-after", ""), now=theirs or now)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Makes requests. What resolves names, what connects, and what is trusted can be put in its place by tests."""

    agent: str = field(default_factory=lambda: user_agent(""))
    resolve: Resolve = resolve
    backend: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)
    trust: ssl.SSLContext = field(default_factory=httpx.create_ssl_context)
    monotonic: Callable[[], float] = time.monotonic

    def get(self, ask: Ask) -> Answer:
        """The answer to one request. Raises `FetchError` where there is none that keeps to the limits."""
        deadline = Deadline(ask.source.deadline, self.monotonic)
        try:
            return self._answer(ask, deadline)
        except httpcore.TimeoutException as error:
            raise UnreachedError(ask.address, _late(error, ask.source, deadline)) from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, ssl.SSLError) as error:
            raise UnreachedError(ask.address, _broken(error)) from error
        except (UnicodeError, ValueError) as error:  # what the address or a header holds cannot be sent
            raise FetchError(ask.address, f"cannot be asked for: {error}") from error

    def _answer(self, ask: Ask, deadline: Deadline) -> Answer:
        request = _request(ask, self.agent)
        network = PinnedBackend(self.resolve, self.backend, allow_private=ask.source.allow_private, deadline=deadline)
        with httpcore.HTTPConnection(request.url.origin, ssl_context=self.trust, network_backend=network) as connection:
            response = connection.handle_request(request)
            try:
                headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
                body = _body(response, headers, ask) if response.status == httpx.codes.OK else b""
                return Answer(address=ask.address, status=response.status, headers=headers, body=body)
            finally:
                response.close()


def _request(ask: Ask, agent: str) -> httpcore.Request:
    url = httpx.URL(ask.address)
    headers: dict[bytes | str, bytes | str] = {
        "Host": url.netloc.decode("ascii"),
        "User-Agent": agent,
        "Accept": ACCEPTED,
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }
    headers.update(ask.headers)
    target = httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)
    limits = ask.source
    times = {"connect": limits.connect, "read": limits.read, "write": limits.read, "pool": limits.connect}
    return httpcore.Request("GET", target, headers=headers, extensions={"timeout": times})


def _body(response: httpcore.Response, headers: Mapping[str, str], ask: Ask) -> bytes:
    limit = ask.cut_at or ask.source.max_bytes
    announced = headers.get("content-length", "")
    if announced.isdigit() and int(announced) > limit and ask.cut_at is None:
        raise FetchError(ask.address, f"has {int(announced):,} bytes, more than {size_in_words(limit)}")
    packed = bytearray()
    for piece in response.iter_stream():
        packed += piece
        if len(packed) > limit:
            break
    body = _unpacked(bytes(packed), headers.get("content-encoding", ""), ask, limit)
    if len(body) > limit and ask.cut_at is None:
        raise FetchError(ask.address, f"has more than {size_in_words(limit)}")
    return body[:limit]


def _unpacked(packed: bytes, encoding: str, ask: Ask, limit: int) -> bytes:
    """What was packed for the way, or is a packed file, unpacked no further than one byte past the limit."""
    named = encoding.strip().lower()
    if named not in {"", "identity", "gzip", "x-gzip"}:
        raise FetchError(ask.address, f"is packed as {encoding[:40]!r}, which was not asked for")
    if len(packed) > limit or not packed.startswith(GZIP_MAGIC):
        return packed
    stream = Unpacked(io.BytesIO(packed))
    body = io.BufferedReader(stream).read(limit + 1)
    if stream.problem and len(body) <= limit:
        raise UnreachedError(ask.address, stream.problem)
    return body


def _late(error: Exception, limits: Source, deadline: Deadline) -> str:
    if deadline.left() <= 0:
        return f"was not there whole within {in_words(limits.deadline)}"
    if isinstance(error, httpcore.ConnectTimeout):
        return f"gave no connection within {in_words(limits.connect)}"
    return f"gave no answer within {in_words(limits.read)}"


def _broken(error: Exception) -> str:
    words = " ".join(str(error).split())[:200]
    if "CERTIFICATE_VERIFY_FAILED" in words:
        return f"shows a certificate that is not valid: {words.partition('failed: ')[2] or words}"
    if isinstance(error, httpcore.RemoteProtocolError):
        return f"broke off or makes no sense: {words}"
    return f"cannot be reached: {words or type(error).__name__}"
