"""One try to deliver a message: who is asked, under which address of the net, and what came of it."""

from __future__ import annotations

import asyncio
import socket
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import httpx

import memcon
from memcon.alerts import signing
from memcon.alerts.model import Outcome
from memcon.watch.addresses import is_public

if TYPE_CHECKING:
    import ssl
    from collections.abc import Sequence

    from memcon.alerts.model import Hook, Message

TIMEOUT = 20.0  # seconds for all of it, however slowly the receiver talks


class _RefusedError(Exception):
    """The receiver may not be asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Poster:
    """Posts messages. `trust`: whose certificates are believed (``None``: those of the usual authorities)."""

    trust: ssl.SSLContext | None = None
    timeout: float = TIMEOUT

    async def post(self, hook: Hook, message: Message, *, now: float) -> Outcome:
        """Post `message`, signed at `now`; what goes wrong is in the outcome."""
        began = time.monotonic()

        def outcome(status: int | None, problem: str, wait: float = 0.0) -> Outcome:
            return Outcome(status=status, problem=problem, took=time.monotonic() - began, wait=wait)

        try:
            async with asyncio.timeout(self.timeout):
                response = await self._answer(hook, message, now)
        except TimeoutError:
            return outcome(None, f"no answer within {self.timeout:g} seconds")
        except _RefusedError as error:
            return outcome(None, str(error))
        except (OSError, UnicodeError, httpx.HTTPError, httpx.InvalidURL) as error:
            return outcome(None, f"{type(error).__name__}: {error}".rstrip(": "))
        return outcome(response.status_code, _problem(response), _wish(response))

    async def _answer(self, hook: Hook, message: Message, now: float) -> httpx.Response:
        addresses = await _addresses(hook)
        for address in addresses[:-1]:
            try:
                return await self._ask(hook, message, now, address)
            except (httpx.ConnectError, httpx.ConnectTimeout):
                continue  # the next one may be reached: of two, one is often IPv6
        return await self._ask(hook, message, now, addresses[-1])

    async def _ask(self, hook: Hook, message: Message, now: float, address: str) -> httpx.Response:
        """Ask `address` itself, under the hook's name: a name that is looked up again could mean another machine by then."""
        body, url = message.body.encode(), httpx.URL(hook.url)
        headers = {
            "host": url.netloc.decode(),
            "content-type": "application/json",
            "user-agent": f"memcon/{memcon.__version__}",
            **signing.headers(message.id, int(now), body, hook.secrets),
        }
        # No proxy, no .netrc, no redirects: the message goes where the hook says, or nowhere.
        async with httpx.AsyncClient(
            verify=self.trust or True, timeout=self.timeout, trust_env=False, follow_redirects=False
        ) as client:
            request = client.build_request(
                "POST",
                url.copy_with(host=address),
                content=body,
                headers=headers,
                extensions={"sni_hostname": url.raw_host.decode()},
            )
            response = await client.send(request, stream=True)  # of the answer, only its head counts
            await response.aclose()
            return response


async def _addresses(hook: Hook) -> Sequence[str]:
    parts = urlsplit(hook.url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    addresses = list(dict.fromkeys(str(each[4][0]) for each in found))
    closed = next((each for each in addresses if not is_public(each)), None)
    if closed and not hook.allow_private:
        raise _RefusedError(
            f"{parts.hostname} is {closed}, no address of the open net (allow-private = true lets it be)"
        )
    return addresses


def _problem(response: httpx.Response) -> str:
    if response.is_success:
        return ""
    told = " (redirects are not followed)" if response.is_redirect else ""
    return f"HTTP status {response.status_code}{told}"


def _wish(response: httpx.Response) -> float:
    """The seconds of ``Retry-After``; a date there is passed over, as the pause grows by itself."""
    given = response.headers.get("retry-after", "").strip()
    return float(given) if given.isdecimal() and len(given) < 9 else 0.0
