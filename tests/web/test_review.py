"""Judging on the pages: behind a token, from our own pages alone, shut after ten bad tries; each judgement by name, with its time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from memcon.web.login import BAD_TRIES, LASTS, SHUT
from tests.web.conftest import TOKEN, Desk, visitor

if TYPE_CHECKING:
    from memcon.ledger import Ledger


def test_off_unless_a_token_is_set(ledger: Ledger, round_id: str) -> None:
    """Without a token there is no door, and nothing can be judged."""
    pages = visitor(ledger, token=None)
    assert "/login" not in pages.get("/review").text
    pages.get("/login", code=404)
    pages.send("/login", code=404, name="Ada", token="")
    pages.send("/review", code=401, action="accept", id=round_id)
    assert list(ledger.decisions()) == []


def test_correction_shows_who_and_when(pages: Desk, round_id: str) -> None:
    """A correction wins, shows its author where it bears, with the time among the decisions, and can be undone."""
    csrf = pages.log_in()
    fields = {"csrf": csrf, "id": round_id, "next": f"/rounds/{round_id}"}
    sent = pages.send("/review", action="correct", status="held", when="2031-03-02", reason="the communiqué", **fields)
    assert sent.headers["location"] == f"/rounds/{round_id}"
    shown = pages.data(f"/rounds/{round_id}")["round"]
    assert (shown["status"]["code"], shown["when"]["edtf"]) == ("held", "2031-03-02")
    assert {one["by"] for one in shown["settled"]} == {"Ada Novak"}
    assert "by the decision of Ada Novak" in pages.get(f"/rounds/{round_id}").text
    (decision,) = pages.data("/review")["decisions"]
    assert (decision["by"], decision["decided"]) == ("Ada Novak", "2031-03-02 12:00 UTC")
    pages.send("/review", action="undo", csrf=csrf, id=decision["id"], reason="a mistake")
    assert pages.data(f"/rounds/{round_id}")["round"]["status"]["code"] == "cancelled"


def test_only_what_was_changed_is_set(pages: Desk, round_id: str) -> None:
    """A field that is as it was is no correction, and a form with nothing changed is none at all."""
    csrf = pages.log_in()
    same = {"status": "cancelled", "was-status": "cancelled"}
    refused = pages.send("/review", code=400, action="correct", csrf=csrf, id=round_id, reason="x", **same)
    assert "nothing was changed" in refused.text
    assert list(pages.ledger.decisions()) == []


def test_split_and_join(pages: Desk, round_id: str) -> None:
    """A mention is taken out of a round, and the two are made one again."""
    csrf = pages.log_in()
    mention = pages.data(f"/rounds/{round_id}")["mentions"][1]["sighting"]
    pages.send("/review", action="split", csrf=csrf, id=round_id, other=mention, reason="another one")
    track = pages.data("/tracks")["lines"][0]["href"]
    rounds = [one["id"] for one in pages.data(track)["rounds"]]
    assert len(rounds) == 2
    pages.send("/review", action="join", csrf=csrf, id=rounds[0], other=rounds[1], reason="the same after all")
    assert len(pages.data(track)["rounds"]) == 1


def test_refused_without_login(pages: Desk, round_id: str) -> None:
    """Who is not logged in changes nothing, whatever the form carries."""
    pages.send("/review", code=401, action="reject", id=round_id, csrf="guess")
    assert list(pages.ledger.decisions()) == []


@pytest.mark.parametrize("origin", [None, "http://evil.example", "null", "http://testserver.evil.example"])
def test_refused_from_another_site(pages: Desk, round_id: str, origin: str | None) -> None:
    """A form of another site is refused, even with the session and the right mark."""
    csrf = pages.log_in()
    pages.send("/review", code=403, origin=origin, action="reject", id=round_id, csrf=csrf)
    pages.send("/login", code=403, origin=origin, name="Eve", token=TOKEN)
    assert list(pages.ledger.decisions()) == []


def test_refused_without_the_forms_own_mark(pages: Desk, round_id: str) -> None:
    """A form that does not carry the session's mark is refused."""
    pages.log_in()
    for csrf in ("", "guess"):
        pages.send("/review", code=403, action="reject", id=round_id, csrf=csrf)
    assert list(pages.ledger.decisions()) == []


def test_shut_after_ten_bad_tries(pages: Desk) -> None:
    """After ten wrong tokens the right one is refused too, until a while has passed."""
    for _ in range(BAD_TRIES):
        pages.send("/login", code=403, name="Eve", token="wrong")  # noqa: S106 - of a test
    pages.send("/login", code=429, name="Ada", token=TOKEN)
    pages.clock.seconds += SHUT + 1
    pages.send("/login", code=303, name="Ada", token=TOKEN)


def test_a_session_ends(pages: Desk, round_id: str) -> None:
    """By logging out, and by itself."""
    csrf = pages.log_in()
    pages.send("/logout", csrf=csrf)
    pages.send("/review", code=401, action="accept", id=round_id, csrf=csrf)
    csrf = pages.log_in()
    pages.clock.seconds += LASTS + 1
    pages.send("/review", code=401, action="accept", id=round_id, csrf=csrf)


def test_the_cookie_cannot_be_read_or_sent_across_sites(pages: Desk) -> None:
    """Scripts cannot read it, and no other site's form carries it; behind https it is only sent there."""
    cookie = pages.send("/login", name="Ada", token=TOKEN).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    secure = visitor(pages.ledger, base="https://desk.example")
    assert "Secure" in secure.send("/login", name="Ada", token=TOKEN).headers["set-cookie"]


def test_going_on_leads_to_our_own_pages_alone(pages: Desk) -> None:
    """An address of another site is not gone on to."""
    for path in ("https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", "/\r\nX: y"):
        sent = pages.send("/login", name="Ada", token=TOKEN, next=path)
        assert sent.headers["location"] == "/review"


def test_odd_forms(pages: Desk) -> None:
    """Too large, of another kind, not to be read: refused in one line."""
    pages.log_in()
    huge = pages.client.post(
        "/review", content=b"a=" + b"x" * 100_000, headers={"content-type": "application/x-www-form-urlencoded"}
    )
    odd = pages.client.post("/review", json={"action": "accept"})
    broken = pages.client.post(
        "/review", content=b"\xff\xfe", headers={"content-type": "application/x-www-form-urlencoded"}
    )
    assert [each.status_code for each in (huge, odd, broken)] == [403, 403, 403]
    unknown = pages.send("/review", code=400, action="burn", id="x", csrf=pages.csrf())
    assert "there is no such judgement" in unknown.text
