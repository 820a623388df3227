"""Which addresses may be asked: pure functions over web addresses and over network addresses."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import TYPE_CHECKING

import httpx

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCHEMES = ("http", "https")
LONGEST = 2000  # characters; what is longer is a mistake or an attack
_HOST = re.compile(rb"[0-9a-zA-Z._-]{1,253}|[0-9a-fA-F:.]+")  # a name as it is sent, or an IPv6 address
# A translated IPv4 address (RFC 6052): it is reached by the network's own translator.
_TRANSLATED = IPv6Network("64:ff9b::/96")
# For use inside one network, whatever they carry: translation (RFC 8215) and the site-local addresses of old (RFC 3879).
_INTERNAL = (IPv6Network("64:ff9b:1::/48"), IPv6Network("fec0::/10"))


def problem_of(address: str) -> str:
    """Why a web address cannot be asked, in words that follow it, or ``""``."""
    if len(address) > LONGEST:
        return f"is an address of more than {LONGEST:,} characters"
    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return "is no address"
    if url.scheme not in SCHEMES:
        return f"has the scheme {url.scheme!r}: only http and https are asked" if url.scheme else "has no scheme"
    if not _HOST.fullmatch(url.raw_host):
        return "names no host"
    return "has a user or password in it, which memcon does not send" if url.userinfo else ""


def joined(address: str, link: str) -> str:
    """The address that `link` leads to from the page at `address`, without its fragment; ``""`` where it makes no sense."""
    try:
        return str(httpx.URL(address).join(link.strip()).copy_with(fragment=None))
    except (httpx.InvalidURL, UnicodeError, ValueError):
        return ""


def host_of(address: str) -> str:
    """The host of a web address that has no problem, as it is asked for."""
    return httpx.URL(address).host.lower().rstrip(".")


def origin_of(address: str) -> str:
    """Scheme, host and port: what has one robots.txt."""
    url = httpx.URL(address)
    return f"{url.scheme}://{url.netloc.decode('ascii')}"


def permitted(found: Iterable[str], *, allow_private: bool) -> tuple[str, ...]:
    """Those of a host's network addresses that may be connected to, in their order."""
    return tuple(dict.fromkeys(one for one in found if allow_private or is_public(one)))


def is_public(address: str) -> bool:
    """Whether a network address is out on the internet, with every address that it may carry inside it.

    Not public are private, loopback, link-local, shared (RFC 6598), multicast, reserved and unspecified addresses, and an
    IPv6 address that leads to such an IPv4 one: mapped, translated, 6to4, Teredo.
    """
    try:
        one = ip_address(address.partition("%")[0])  # a link's zone says nothing of the address
    except ValueError:
        return False
    if isinstance(one, IPv6Address) and (one.ipv4_mapped or one in _TRANSLATED):
        return _is_public(IPv4Address(one.packed[-4:]))
    return all(map(_is_public, [one, *_carried(one)]))


def _is_public(one: IPv4Address | IPv6Address) -> bool:
    internal = isinstance(one, IPv6Address) and any(one in network for network in _INTERNAL)
    return one.is_global and not (internal or one.is_multicast or one.is_reserved or one.is_unspecified)


def _carried(one: IPv4Address | IPv6Address) -> Iterator[IPv4Address]:
    if isinstance(one, IPv6Address) and one.sixtofour:
        yield one.sixtofour
    if isinstance(one, IPv6Address) and one.teredo:
        yield from one.teredo
