"""Which addresses may be asked."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memcon.watch.addresses import host_of, is_public, joined, origin_of, permitted, problem_of

INSIDE = [
    "127.0.0.1", "127.255.255.254", "0.0.0.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254",
    "100.64.0.1", "192.0.0.1", "192.0.2.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1",
    "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254",
    "::ffff:7f00:1", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1",
    "2001:0:7f00:1::", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "2001:db8::1", "100::1",
    "", "localhost", "1.1.1", "nonsense",
]  # fmt: skip
OUTSIDE = [
    "1.1.1.1",
    "8.8.8.8",
    "192.0.1.1",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("address", INSIDE)
def test_inside(address: str) -> None:
    """Private, local, shared, reserved and malformed addresses are not public, in whatever dress."""
    assert not is_public(address)


@pytest.mark.parametrize("address", OUTSIDE)
def test_outside(address: str) -> None:
    """The internet is public, also where IPv6 carries it."""
    assert is_public(address)


@given(st.ip_addresses(v=4))
def test_a_dress_changes_nothing(address: IPv4Address) -> None:
    """An IPv4 address mapped into IPv6, or translated, is as public as it is by itself."""
    plain = is_public(str(address))
    mapped, translated = (str(IPv6Address(base + int(address))) for base in (0xFFFF << 32, 0x64FF9B << 96))
    assert (is_public(mapped), is_public(translated)) == (plain, plain)


@given(st.text(max_size=40))
def test_any_words(words: str) -> None:
    """Nothing raises, whatever a page has for a link."""
    assert is_public(words) in {True, False}
    assert isinstance(problem_of(words), str)
    found = joined("https://wire.example/rss", words)
    if found and not problem_of(found):
        assert host_of(found)
        assert origin_of(found).startswith("http")


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("https://wire.example/rss", ""),
        ("http://[2606:4700::1111]:8080/", ""),
        ("ftp://wire.example/rss", "has the scheme 'ftp'"),
        ("file:///etc/passwd", "has the scheme 'file'"),
        ("javascript:alert(1)", "has the scheme"),
        ("wire.example/rss", "has no scheme"),
        ("https:///rss", "names no host"),
        ("https://user:secret@wire.example/", "has a user or password"),
        ("https://[", "names no host"),
        ("https://wire.example:port/", "is no address"),
        ("https://wire.example/" + "x" * 2_000, "more than 2,000 characters"),
    ],
)
def test_web_addresses(address: str, problem: str) -> None:
    """Only http and https to a named host, without a password, are asked."""
    assert problem_of(address).startswith(problem) or problem in problem_of(address)
    assert bool(problem_of(address)) == bool(problem)


def test_links() -> None:
    """Links are taken from where they stand; what follows # names no other page."""
    base = "https://wire.example/world/index.html"
    assert joined(base, " 1#top ") == "https://wire.example/world/1"
    assert joined(base, "//gulf.example/a b") == "https://gulf.example/a%20b"
    assert joined(base, "https://host:port/") == ""
    assert joined(base, "?page=2") == "https://wire.example/world/index.html?page=2"


def test_what_is_permitted() -> None:
    """What is not public is left out of an answer, unless private networks are allowed."""
    assert permitted(["10.0.0.1", "8.8.8.8", "8.8.8.8"], allow_private=False) == ("8.8.8.8",)
    assert permitted(["10.0.0.1"], allow_private=False) == ()
    assert permitted(["10.0.0.1", "8.8.8.8"], allow_private=True) == ("10.0.0.1", "8.8.8.8")
