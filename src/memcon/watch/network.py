"""The network as the watch sees it: a name is resolved once, what it resolves to is checked, and that very address is connected to.

A name that answers with a public address when it is checked and with a private one when it is connected to gains nothing here:
there is no second question. TLS is still verified for the name, and the host is told the name.
"""

from __future__ import annotations

import queue
import socket
import threading
from typing import TYPE_CHECKING, TypeAlias

import httpcore

from memcon.watch.addresses import permitted
from memcon.watch.failures import RefusedError

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterable, Sequence
    from typing import Any

Resolve: TypeAlias = "Callable[[str, int, float], Sequence[str]]"
_MOST_TRIED = 3  # addresses of one host: one of each family, and one more


def resolve(host: str, port: int, timeout: float) -> Sequence[str]:
    """The network addresses of a host, by the machine's resolver. Raises `OSError` where it has none or takes too long.

    The resolver knows no time limit: it is asked by a thread that is left behind where it takes too long.
    """
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def ask() -> None:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            answers.put([str(one[4][0]) for one in found])
        except (OSError, UnicodeError) as error:
            answers.put(error if isinstance(error, OSError) else OSError(str(error)))

    threading.Thread(target=ask, name=f"resolve {host}", daemon=True).start()
    try:
        answer = answers.get(timeout=timeout)
    except queue.Empty:
        raise TimeoutError(f"its name was not resolved within {timeout:.0f} s") from None
    if isinstance(answer, OSError):
        raise answer
    return answer


class Deadline:
    """When a whole request must be done; `left` is what remains, in seconds."""

    def __init__(self, seconds: float, monotonic: Callable[[], float]) -> None:
        self._end, self._monotonic = monotonic() + seconds, monotonic

    def left(self, wanted: float | None = None) -> float:
        """What remains, or `wanted` where that is less. 0 or less: it is over."""
        left = self._end - self._monotonic()
        return left if wanted is None else min(left, wanted)


class PinnedBackend(httpcore.NetworkBackend):
    """Connects to what a name resolved to, once, and was checked; every wait ends with the `deadline`."""

    def __init__(
        self, resolve: Resolve, inner: httpcore.NetworkBackend, *, allow_private: bool, deadline: Deadline
    ) -> None:
        self._resolve, self._inner = resolve, inner
        self._allow_private, self._deadline = allow_private, deadline

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to `host`. Raises `RefusedError` where it has no address that may be asked."""
        failure: Exception = httpcore.ConnectError("it has no address")
        for address in self._addresses(host, port, timeout)[:_MOST_TRIED]:
            left = self._deadline.left(timeout)
            if left <= 0:
                raise httpcore.ConnectTimeout
            try:
                stream = self._inner.connect_tcp(
                    address, port, timeout=left, local_address=local_address, socket_options=socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return TimedStream(stream, self._deadline)
        raise failure

    def _addresses(self, host: str, port: int, timeout: float | None) -> tuple[str, ...]:
        try:
            found = self._resolve(host, port, self._deadline.left(timeout))
        except OSError as error:
            raise httpcore.ConnectError(str(error)) from error
        allowed = permitted(found, allow_private=self._allow_private)
        if found and not allowed:
            where = ", ".join(found[:_MOST_TRIED])
            raise RefusedError(host, f"is at {where}, in a private network (allow_private lets memcon ask there)")
        return allowed


class TimedStream(httpcore.NetworkStream):
    """A connection each wait of which ends with the `deadline`, however slowly the other side drips."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has come, `max_bytes` at most."""
        return self._inner.read(max_bytes, self._left(timeout, httpcore.ReadTimeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send all of `buffer`."""
        self._inner.write(buffer, self._left(timeout, httpcore.WriteTimeout))

    def close(self) -> None:
        """Hang up."""
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The same connection under TLS, verified for `server_hostname`."""
        left = self._left(timeout, httpcore.ConnectTimeout)
        return TimedStream(self._inner.start_tls(ssl_context, server_hostname, left), self._deadline)

    def get_extra_info(self, info: str) -> Any:
        """What the connection says of itself."""
        return self._inner.get_extra_info(info)

    def _left(self, timeout: float | None, over: type[Exception]) -> float:
        left = self._deadline.left(timeout)
        if left <= 0:
            raise over
        return left
