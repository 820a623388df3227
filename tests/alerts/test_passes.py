"""Passes against a real receiver: what is new is told once, failures are tried again, and nothing is lost over restarts."""

from __future__ import annotations

import asyncio
import json
import ssl
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import trustme

from memcon.alerts import passes
from memcon.alerts.backoff import TRIES
from memcon.alerts.hooks import Hooks
from memcon.alerts.model import AlertsError, Hook, Message
from memcon.alerts.posting import Poster
from memcon.alerts.store import LEASE, Store
from memcon.questions.question import Question, asked
from tests.alerts.receivers import SECRET, Receiver, receiving, verified
from tests.export.desks import BEGAN, ledger_of, remember
from tests.tracks.made import told
from tests.tracks.test_standings import called_off

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memcon.alerts.passes import Told
    from memcon.ledger import Ledger

MESSAGE = Message(id="msg_1", title="a title", body='{"type":"change.held"}')


@dataclass
class Desk:
    """A ledger, a state file and a clock that is put forward by hand."""

    ledger: Ledger
    state: Path
    now: float = (
        BEGAN.timestamp() - timedelta(days=75).total_seconds()
    )  # 18 March 2026: some days after the first report
    poster: Poster = field(default_factory=lambda: Poster(timeout=2))

    @property
    def clock(self) -> passes.Clock:
        """The clock by hand; no chance."""
        return passes.Clock(now=lambda: self.now, chance=lambda: 0.5)

    def run(self, *hooks: Hook, base: str = "") -> list[Told]:
        """One pass, as a program begun for it would do."""
        every = Hooks(every=hooks, base=base)
        with Store(self.state) as store:
            passes.find(self.ledger, store, every, self.clock)
            return passes.deliver(store, every, self.poster, self.clock)

    def holds(self, day: str = "2026-03-17") -> None:
        """A report says that a round was held: news."""
        report = told(day, f"Embassy talks were held, it was said on {day}.").meeting(
            "Embassy talks", when=day, status="held"
        )
        remember(self.ledger, [report], now=self.ledger.head().recorded + timedelta(minutes=1))  # type: ignore[operator]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with one report, of 11 March 2026."""
    with ledger_of(tmp_path, called_off()) as ledger:
        yield Desk(ledger=ledger, state=tmp_path / "alerts.db")


def hook(receiver: Receiver, **changes: object) -> Hook:
    """A hook for everything."""
    given: dict[str, object] = {"name": "all", "question": Question(), "allow_private": True, "url": receiver.url}
    return Hook(secrets=(b"k" * 32,), **(given | changes))  # type: ignore[arg-type]


def test_the_first_run_tells_nothing_old_and_the_next_what_is_new(desk: Desk) -> None:
    """What was there before the hook is not told; what becomes known after is, once, however often it is looked at."""
    with receiving() as receiver:
        desk.run(hook(receiver))
        assert receiver.got == []
        desk.holds()
        (told_now,) = desk.run(hook(receiver), base="https://desk.example")
        assert (told_now.delivered, told_now.waiting, told_now.problem) == (1, 0, "")
        desk.run(hook(receiver))
        assert len(receiver.got) == 1
        headers, body = receiver.got[0]
        assert verified(headers, body, SECRET, now=desk.now)
        value = json.loads(body)
        assert value["type"] == "change.held"
        assert value["data"]["item"]["title"].startswith("Talks held on 17 March 2026, as The Andean Courier tells it")
        assert value["data"]["item"]["url"].startswith("https://desk.example/rounds/")
        assert value["data"]["change"]["status"] == "held"


def test_since_tells_what_was_there(desk: Desk) -> None:
    """With `since` the first run tells what was published on that day or later, the oldest first, by its question."""
    with receiving() as receiver:
        desk.run(hook(receiver, name="old", since="2026-03-01"))
        assert len(receiver.got) == 3
        desk.run(hook(receiver, name="off", since="2026-03-01", question=asked({"status": ["cancelled"]})))
        assert len(receiver.got) == 4
        assert json.loads(receiver.got[3][1])["data"]["change"]["what"] == "cancelled by Chile"
        assert receiver.ids[3] in receiver.ids[:3]  # the same change, the same id
        desk.run(hook(receiver, name="late", since="2026-03-12"))
        assert len(receiver.got) == 4


def test_another_question_begins_anew(desk: Desk) -> None:
    """A hook that asks something else is not flooded with what was there all along."""
    with receiving() as receiver:
        desk.run(hook(receiver, question=asked({"party": ["PER"]})))
        desk.run(hook(receiver))
        assert receiver.got == []
        desk.holds()
        desk.run(hook(receiver))
        assert len(receiver.got) == 1


def test_an_archive_read_later_floods_nobody(desk: Desk) -> None:
    """What was published more than a month ago is told only to who asked for it by `since`."""
    with receiving() as receiver:
        desk.run(hook(receiver))
        desk.holds("2026-01-15")
        desk.run(hook(receiver))
        assert receiver.got == []


def test_a_failure_is_tried_again_later_with_the_same_id_and_body(desk: Desk) -> None:
    """Twice refused: not at once, but when its pause is over, it is tried again; each try is on record."""
    with receiving(500, 503, 200) as receiver:
        desk.run(hook(receiver))
        desk.holds()
        assert desk.run(hook(receiver))[0].problem == "HTTP status 500"
        desk.run(hook(receiver))
        assert len(receiver.got) == 1
        desk.now += 31
        desk.run(hook(receiver))
        desk.now += 91
        assert desk.run(hook(receiver))[0].delivered == 1
        assert len(set(receiver.ids)) == 1
        assert len({body for _, body in receiver.got}) == 1
        assert len({headers["webhook-timestamp"] for headers, _ in receiver.got}) == 3
        assert all(verified(headers, body, SECRET, now=desk.now) for headers, body in receiver.got)
        with Store(desk.state) as store:
            (kept,) = store.deliveries()
        assert (kept.state, kept.tries) == ("delivered", 3)
        assert [each.status for each in kept.attempts] == [500, 503, 200]


def test_who_is_down_is_left_alone_until_the_next_pass(desk: Desk) -> None:
    """Of three messages only one is tried while the receiver fails; another hook's go on."""
    with receiving(500) as down, receiving() as up:
        desk.run(hook(down, since="2026-03-01"), hook(up, name="up", since="2026-03-01"))
        assert (len(down.got), len(up.got)) == (1, 3)


def test_silence_is_a_failure(desk: Desk) -> None:
    """A receiver that takes the message and says nothing: the try ends, and is made again."""
    desk.poster = Poster(timeout=0.3)
    with receiving(0, 200) as receiver:
        desk.run(hook(receiver))
        desk.holds()
        assert "no answer within 0.3 seconds" in desk.run(hook(receiver))[0].problem
        desk.now += 31
        assert desk.run(hook(receiver))[0].delivered == 1


def test_nobody_there(desk: Desk) -> None:
    """A connection that is refused is a failure like any other."""
    with receiving() as receiver:
        gone = hook(receiver)
    desk.run(gone)
    desk.holds()
    assert "ConnectError" in desk.run(gone)[0].problem


def test_gone_disables_the_hook(desk: Desk) -> None:
    """410: what waits is given up, nothing more is posted, until somebody enables it or gives another address."""
    with receiving(410) as receiver:
        (first,) = desk.run(hook(receiver, since="2026-03-01"))
        assert first.disabled
        desk.holds()
        desk.now += 10**6
        desk.run(hook(receiver, since="2026-03-01"))
        assert len(receiver.got) == 1
        with Store(desk.state) as store:
            assert {each.state for each in store.deliveries()} == {"dead"}
            assert store.enable("all")
            assert not store.enable("all")
            assert len(store.again("all", now=desk.now)) == 3
        receiver.answers = [200]
        assert desk.run(hook(receiver, since="2026-03-01"))[0].delivered == 4
    with receiving(410) as first_one, receiving() as second:
        desk.holds("2026-03-28")
        desk.run(hook(first_one, since="2026-03-01"))
        with Store(desk.state) as store:
            assert len(store.again("all", now=desk.now)) == 1
        assert desk.run(hook(second, since="2026-03-01"))[0].delivered == 1


def test_given_up_after_the_last_try_and_sent_again(desk: Desk) -> None:
    """After all tries it is given up; sent again it has the same id."""
    with receiving(500) as receiver:
        desk.run(hook(receiver))
        desk.holds()
        for _ in range(TRIES + 2):
            desk.run(hook(receiver))
            desk.now += 13 * 3600
        assert len(receiver.got) == TRIES
        with Store(desk.state) as store:
            (dead,) = store.deliveries(state="dead")
            assert store.again("unknown", now=desk.now) == []
            assert [each.number for each in store.again(dead.message.id, now=desk.now)] == [dead.number]
        receiver.answers = [204]
        assert desk.run(hook(receiver))[0].delivered == 1
        assert len(set(receiver.ids)) == 1


def test_a_wish_to_wait_is_granted(desk: Desk) -> None:
    """Retry-After is heeded where it is longer than the pause."""
    with receiving(429, 200) as receiver:
        receiver.retry_after = "600"
        desk.run(hook(receiver))
        desk.holds()
        desk.run(hook(receiver))
        desk.now += 500
        desk.run(hook(receiver))
        assert len(receiver.got) == 1
        desk.now += 101
        desk.run(hook(receiver))
        assert len(receiver.got) == 2


def test_redirects_are_not_followed(desk: Desk) -> None:
    """A message goes where the hook says, or nowhere."""
    with receiving(307) as receiver, receiving() as elsewhere:
        receiver.location = elsewhere.url
        desk.run(hook(receiver))
        desk.holds()
        assert "redirects are not followed" in desk.run(hook(receiver))[0].problem
        assert elsewhere.got == []


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_private_addresses_are_refused_unless_allowed(desk: Desk, host: str) -> None:
    """By number or by name: no connection is made, and the line says how to allow it."""
    with receiving() as receiver:
        closed = hook(receiver, url=receiver.url.replace("127.0.0.1", host), allow_private=False)
        desk.run(closed)
        desk.holds()
        assert "no address of the open net (allow-private = true lets it be)" in desk.run(closed)[0].problem
        assert receiver.got == []


def test_a_run_that_was_killed_costs_no_message(desk: Desk) -> None:
    """A delivery that was claimed by a program that is no more is tried again; until then nobody else tries it."""
    with receiving() as receiver:
        ours = hook(receiver)
        with Store(desk.state) as store, Store(desk.state) as other:
            store.put(ours, [MESSAGE], [], head="", now=desk.now)
            assert store.claim(ours, now=desk.now) is not None
            assert other.claim(ours, now=desk.now) is None
            assert other.claim(ours, now=desk.now + LEASE + 1) is not None


def test_two_programs_put_a_message_in_line_once(desk: Desk) -> None:
    """The second one finds it there."""
    with receiving() as receiver, Store(desk.state) as store, Store(desk.state) as other:
        assert store.put(hook(receiver), [MESSAGE], [], head="", now=1) == 1
        assert other.put(hook(receiver), [MESSAGE], [], head="", now=2) == 0


def test_the_state_is_nobody_elses(desk: Desk) -> None:
    """It can be read by its owner alone; what is no state is said in a line."""
    with Store(desk.state):
        assert desk.state.stat().st_mode & 0o077 == 0
    desk.state.write_text("no database at all, but long enough to be taken for one" * 40, "utf-8")
    with pytest.raises(AlertsError, match="the state of alerts cannot be used"):
        Store(desk.state)


def test_https_is_checked_by_the_hooks_name(desk: Desk) -> None:
    """The address of the net is asked, and the certificate must be the name's: another name's is refused."""
    authority = trustme.CA()
    trust = ssl.create_default_context()
    authority.configure_trust(trust)
    outcomes = {}
    for name in ("localhost", "receiver.example"):
        with receiving() as receiver:
            server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            authority.issue_cert(name).configure_cert(server)
            receiver.socket = server.wrap_socket(receiver.socket, server_side=True)
            secure = hook(receiver, url=f"https://localhost:{receiver.server_port}/hook")
            outcomes[name] = asyncio.run(Poster(trust=trust, timeout=5).post(secure, MESSAGE, now=desk.now))
            if name == "localhost":
                assert receiver.got[0][0]["host"] == f"localhost:{receiver.server_port}"
    assert outcomes["localhost"].status == 200
    assert outcomes["receiver.example"].status is None
