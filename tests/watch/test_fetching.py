"""One request to a real server: limits of size and time, packing, TLS, and the address that is connected to."""

from __future__ import annotations

import gzip
import ssl
import time
from typing import TYPE_CHECKING, Any

import pytest
import trustme

from memcon.watch.failures import FetchError, RefusedError, UnreachedError
from memcon.watch.fetching import Ask, Fetcher, user_agent
from memcon.watch.network import resolve
from tests.watch import made
from tests.watch.server import CHUNK, Elsewhere, Server, served

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memcon.watch.fetching import Answer
    from tests.watch.server import Request

PUBLIC, ALSO_PUBLIC, PRIVATE = "8.8.8.8", "2606:4700::1111", "169.254.169.254"


def get(server: Server, path: str, fetcher: Fetcher | None = None, **limits: Any) -> Answer:
    """What the server answers, within limits that are short."""
    given = {"allow_private": True, "max_bytes": 100_000, "connect": 20, "read": 20, "deadline": 60} | limits
    one = made.source(address=f"{server.base}{path}", **given)
    return (fetcher or Fetcher()).get(Ask(address=one.address, source=one, delay=0))


def endless(request: Request) -> None:
    """A body without end."""
    request.send_response(200)
    request.end_headers()
    while not request.server.done.is_set():
        request.wfile.write(CHUNK)


def dripping(request: Request) -> None:
    """A body that comes a byte at a time, often enough to be alive."""
    request.send_response(200)
    request.send_header("Content-Length", "100000")
    request.end_headers()
    while not request.server.done.wait(0.1):
        request.wfile.write(b"x")


def dripping_head(request: Request) -> None:
    """A head that never ends."""
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    while not request.server.done.wait(0.1):
        request.wfile.write(b"X-More: x\r\n")


def silent(request: Request) -> None:
    """No answer at all."""
    request.server.done.wait(20)


BOMB = gzip.compress(bytes(50_000_000))


def test_a_plain_answer() -> None:
    """Body, status and headers; the host is told who asks."""
    with served({"/": lambda request: request.answer(200, b"words", ETag='"1"')}) as server:
        found = get(server, "/", Fetcher(agent=user_agent("mailto:desk@ministry.example")))
        assert (found.status, found.body, found.headers["etag"]) == (200, b"words", '"1"')
        _, headers = server.asked[0]
        assert headers["User-Agent"].startswith("memcon/")
        assert "mailto:desk@ministry.example" in headers["User-Agent"]
        assert headers["Host"] == f"127.0.0.1:{server.server_port}"
        assert "Cookie" not in headers


def test_packed_answers() -> None:
    """What is packed by gzip is unpacked, on the way or as a file; other packing was not asked for."""
    body = gzip.compress(b"words")
    paths = {
        "/way": lambda request: request.answer(200, body, Content_Encoding="gzip"),
        "/file": lambda request: request.answer(200, body),
        "/not": lambda request: request.answer(200, b"words", Content_Encoding="gzip"),
        "/br": lambda request: request.answer(200, b"words", Content_Encoding="br"),
        "/cut": lambda request: request.answer(200, body[:-10], Content_Encoding="gzip"),
    }
    with served(paths) as server:
        assert [get(server, path).body for path in ("/way", "/file", "/not")] == [b"words"] * 3
        with pytest.raises(FetchError, match="is packed as 'br', which was not asked for"):
            get(server, "/br")
        with pytest.raises(UnreachedError, match="is cut off"):
            get(server, "/cut")


@pytest.mark.parametrize(
    ("behaviour", "words"),
    [
        (endless, "has more than 100 kB"),
        (lambda request: request.answer(200, bytes(100_001)), "has 100,001 bytes, more than 100 kB"),
        (lambda request: request.answer(200, length=10**12), "has 1,000,000,000,000 bytes, more than"),
        (lambda request: request.answer(200, BOMB, Content_Encoding="gzip"), "has more than 100 kB"),
        (lambda request: request.answer(200, BOMB), "has more than 100 kB"),
        (lambda request: request.answer(200, b"words", length=500), "gave no answer|broke off"),
        (lambda request: request.wfile.write(b"words, no answer\r\n\r\n"), "broke off or makes no sense"),
        (lambda request: request.wfile.write(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 500_000), "broke off or makes no sense"),
    ],
    ids=["endless", "large", "announced", "bomb", "packed bomb", "short", "no HTTP", "long head"],
)  # fmt: skip
def test_limits_of_size(behaviour: Any, words: str) -> None:
    """A body ends at the limit, packed or not; one that breaks off is not taken for whole."""
    with served({"/": behaviour}) as server, pytest.raises(FetchError, match=words):
        get(server, "/")


def test_the_limit_itself() -> None:
    """So many bytes as are allowed are taken; an announced length that is too small cuts the rest off."""
    lying = {"/": lambda request: request.answer(200, b"words and more", length=5)}
    with served({"/all": bytes(100_000), **lying}) as server:
        assert len(get(server, "/all").body) == 100_000
        assert get(server, "/").body == b"words"


@pytest.mark.parametrize(
    ("behaviour", "limits", "words"),
    [
        (silent, {"read": 1}, "gave no answer within 1 s"),
        (dripping, {"deadline": 1.5}, "not there whole within 2 s"),
        (dripping_head, {"deadline": 1.5}, "not there whole within 2 s"),
    ],
    ids=["silent", "body", "head"],
)
def test_limits_of_time(behaviour: Any, limits: dict[str, float], words: str) -> None:
    """Silence ends with the read time, and the slowest drip, of head or body, with the deadline."""
    with served({"/": behaviour}) as server, pytest.raises(UnreachedError, match=words):
        get(server, "/", **limits)


def test_nobody_there() -> None:
    """A closed port, and a name that there is not, are lines."""
    with served({}) as server:
        pass
    with pytest.raises(UnreachedError, match="cannot be reached"):
        get(server, "/")

    def nowhere(host: str, port: int, timeout: float) -> Sequence[str]:
        raise OSError("Name or service not known")

    one = made.source(address="https://wire.example/")
    with pytest.raises(UnreachedError, match="cannot be reached: Name or service not known"):
        Fetcher(resolve=nowhere).get(Ask(address=one.address, source=one, delay=0))


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]"]
)
def test_loopback_is_refused(host: str) -> None:
    """Without leave, no dress of the loopback is connected to."""
    with served({"/": b"secret"}) as server:
        one = made.source(address=f"http://{host}:{server.server_port}/", deadline=5)
        with pytest.raises(RefusedError, match="in a private network"):
            Fetcher().get(Ask(address=one.address, source=one, delay=0))
        assert server.asked == []


def test_a_name_is_resolved_once() -> None:
    """A name that is public when it is checked and private when it is asked again: it is not asked again."""
    answers = [[PUBLIC], [PRIVATE], [PRIVATE]]
    questions: list[str] = []

    def changes_its_mind(host: str, port: int, timeout: float) -> Sequence[str]:
        questions.append(host)
        return answers[len(questions) - 1]

    with served({"/": b"words"}) as server:
        network = Elsewhere(server)
        fetcher = Fetcher(resolve=changes_its_mind, backend=network)
        one = made.source(address="http://rebound.example/")
        ask = Ask(address=one.address, source=one, delay=0)
        assert fetcher.get(ask).body == b"words"
        assert (questions, network.connected) == (["rebound.example"], [PUBLIC])
        assert server.asked[0][1]["Host"] == "rebound.example"
        with pytest.raises(RefusedError, match=f"is at {PRIVATE}, in a private network"):
            fetcher.get(ask)
        assert network.connected == [PUBLIC]


def test_mixed_answers() -> None:
    """Of several addresses only the public ones are connected to, each in its turn."""
    with served({"/": b"words"}) as server:
        network = Elsewhere(server)
        found = Fetcher(resolve=lambda *_: [PRIVATE, ALSO_PUBLIC, "127.0.0.1", PUBLIC], backend=network)
        one = made.source(address="http://mixed.example/")
        assert found.get(Ask(address=one.address, source=one, delay=0)).body == b"words"
        assert network.connected == [ALSO_PUBLIC]


def test_tls() -> None:
    """The certificate is verified for the name, though an address is connected to; any other is refused."""
    authority, other = trustme.CA(), trustme.CA()
    with_name = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("wire.example").configure_cert(with_name)
    names: list[str | None] = []
    with_name.sni_callback = lambda _socket, name, _context: names.append(name)
    trust, no_trust = ssl.create_default_context(), ssl.create_default_context()
    authority.configure_trust(trust)
    other.configure_trust(no_trust)
    with served({"/": b"words"}, tls=with_name) as server:

        def ask(host: str, trusted: ssl.SSLContext) -> Answer:
            one = made.source(address=f"https://{host}/", deadline=5)
            fetcher = Fetcher(resolve=lambda *_: [PUBLIC], backend=Elsewhere(server), trust=trusted)
            return fetcher.get(Ask(address=one.address, source=one, delay=0))

        assert ask("wire.example", trust).body == b"words"
        assert names == ["wire.example"]
        with pytest.raises(UnreachedError, match=r"a certificate that is not valid: .*(issuer|self)"):
            ask("wire.example", no_trust)
        with pytest.raises(UnreachedError, match=r"a certificate that is not valid: .*Hostname mismatch"):
            ask("other.example", trust)
        assert len(server.asked) == 1


def test_the_resolver_has_a_time_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """A resolver that does not answer is not waited for."""
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: time.sleep(0.5) or [])
    with pytest.raises(TimeoutError, match="not resolved"):
        resolve("slow.example", 80, 0.05)
