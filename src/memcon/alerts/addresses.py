"""Which network addresses may be posted to: those that are open to the world, unless a hook allows private ones.

Else whoever may name a hook's address could reach what only this machine can: a router, a database, a cloud's own service.
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

_NAT64 = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Whether `address` (IPv4 or IPv6, without brackets) is one of the open net; what is no address is not."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and not all(map(is_public, _inside(found))):
        return False
    return found.is_global and not found.is_multicast


def _inside(address: IPv6Address) -> list[str]:
    """The IPv4 addresses that an IPv6 one leads to, by any of the ways that there are."""
    found = [address.ipv4_mapped, address.sixtofour, address.teredo[1] if address.teredo else None]
    if address in _NAT64:
        found.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [str(each) for each in found if each is not None]
