"""What needs no network: hooks as they are written, addresses, signatures, pauses."""

from __future__ import annotations

import base64
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from memcon.alerts import signing
from memcon.alerts.backoff import TRIES, pause
from memcon.alerts.hooks import read
from memcon.alerts.model import AlertsError
from memcon.watch.addresses import is_public
from tests.alerts.receivers import OTHER_SECRET, SECRET, verified

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = f"""base = "https://desk.example"
[[hook]]
name = "off"
url = "https://receiver.example/memcon"
secret = "{SECRET}"
question = "party=Russia&status=cancelled"
since = "2026-01"
"""


def test_a_hook_is_read_as_written(tmp_path: Path) -> None:
    """The question has the words of an address, and names are understood as there."""
    path = tmp_path / "alerts.toml"
    path.write_text(WHOLE, "utf-8")
    found = read(path, {})
    (hook,) = found.every
    assert found.base == "https://desk.example"
    assert (hook.name, hook.question.parties, hook.question.statuses) == ("off", ("RUS",), ("cancelled",))
    assert (hook.since, hook.allow_private, hook.secrets) == ("2026-01-01", False, (b"k" * 32,))


def test_secrets_from_a_variable_and_several(tmp_path: Path) -> None:
    """A variable of the environment can hold it; two are there while one takes the other's place."""
    path = tmp_path / "alerts.toml"
    path.write_text(WHOLE.replace(f'secret = "{SECRET}"', 'secret-env = "HOOK"'), "utf-8")
    (hook,) = read(path, {"HOOK": f"{SECRET} {OTHER_SECRET}"}).every
    assert hook.secrets == (b"k" * 32, b"another key of some length")


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("[[hook]]", "[[hook", "this is no TOML"),
        (WHOLE, "", "there is no hook"),
        ('name = "off"', "", "a hook has no name"),
        ("https://receiver", "http://receiver", "url is not https"),
        ("https://receiver.example", "https://me:pw@receiver.example", "url holds a user or password"),
        ("https://receiver.example/memcon", "ftp://receiver.example", "no address of the web"),
        ("https://receiver.example/memcon", "https://[bad", "no address of the web"),
        (f'"{SECRET}"', '"swordfish"', "the secret cannot be used: it does not begin with whsec_"),
        (f'"{SECRET}"', '"whsec_c2hvcnQ="', "it has 5 bytes"),
        (f'secret = "{SECRET}"', "", "there is no secret"),
        (f'secret = "{SECRET}"', 'secret-env = "GONE"', "the variable GONE is not set"),
        ("status=cancelled", "statu=cancelled", "question: statu is none of its words"),
        ("status=cancelled", "who=Quiroga", "question: who is none of its words"),
        ("status=cancelled", "status=gone", "status gone: there is no such word"),
        ("party=Russia", "party=Russland", "no party is known by this name"),
        ('"2026-01"', '"soon"', "since soon: this is no day"),
        ('"2026-01"', "2026", "since is text"),
        ("question", "questoin", "questoin is none of its settings"),
        (WHOLE, WHOLE + WHOLE.partition("\n")[2], "two hooks are named off"),
    ],
)
def test_what_makes_no_sense_is_said_in_a_line(tmp_path: Path, old: str, new: str, line: str) -> None:
    """Each mistake has its line, which names the file and never shows a secret."""
    path = tmp_path / "alerts.toml"
    path.write_text(WHOLE.replace(old, new), "utf-8")
    with pytest.raises(AlertsError, match=line) as caught:
        read(path, {})
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert "swordfish" not in str(caught.value)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1%eth0", "fd00::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "2002:7f00:1::", "localhost", "",
    ],
)  # fmt: skip
def test_closed_addresses(address: str) -> None:
    """Loopback, private nets, link-local (a cloud's own service), multicast, and IPv6 that leads to any of them."""
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "93.184.215.14", "2606:4700::1111", "64:ff9b::808:808"])
def test_open_addresses(address: str) -> None:
    """What anybody can reach."""
    assert is_public(address)


def test_the_example_of_the_specification() -> None:
    """The message, secret and signature that the specification's own libraries test with."""
    secret = signing.secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    found = signing.headers("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}', [secret])
    assert found["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_a_signature_holds_for_the_very_bytes_time_and_id() -> None:
    """Who knows one of the secrets takes it; one byte, the id or the time changed, and nobody does."""
    body = '{"a":"ü"}'.encode()
    keys = [base64.b64decode(each[6:]) for each in (SECRET, OTHER_SECRET)]
    headers = dict(signing.headers("msg_1", 1_780_000_000, body, keys))
    for secret in (SECRET, OTHER_SECRET):
        assert verified(headers, body, secret, now=1_780_000_100)
    assert not verified(headers, body + b" ", SECRET, now=1_780_000_100)
    assert not verified({**headers, "webhook-id": "msg_2"}, body, SECRET, now=1_780_000_100)
    assert not verified({**headers, "webhook-timestamp": "1780000001"}, body, SECRET, now=1_780_000_100)
    assert not verified(headers, body, SECRET, now=1_780_000_999)


def test_pauses_grow_over_days_and_end() -> None:
    """Each is longer than the one before up to half a day; together they are more than two days; then it is given up."""
    planned = [pause(tries, 0.5) for tries in range(1, TRIES)]
    assert all(one is not None and other is not None and one <= other for one, other in pairwise(planned))
    assert planned[0] == 30
    assert 2 < sum(filter(None, planned)) / 86400 < 4
    assert pause(TRIES, 0.5) is None


def test_pauses_are_spread_and_a_wish_is_granted() -> None:
    """Chance moves a pause by a quarter; who asks to be left alone is, for a day at most."""
    assert (pause(1, 0.0), pause(1, 1.0)) == (22.5, 37.5)
    assert pause(1, 0.5, 600) == 600
    assert pause(1, 0.5, 10**8) == 86400
