"""Deliveries as a page and as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from rich.text import Text

from memcon.export.calm import calm
from memcon.export.ledger.layout import listing
from memcon.export.memo.layout import LABEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import RenderableType

    from memcon.alerts.model import Delivery, State

_STYLES: dict[State, str] = {"waiting": "yellow", "delivered": "green", "dead": "bold red"}
_TRIES_SHOWN = 3


def deliveries_page(deliveries: Sequence[Delivery], limit: int) -> Iterator[RenderableType]:
    """The first `limit` of `deliveries` (0: all): what, to whom, how it stands, and the last tries."""
    return listing(map(_delivery, deliveries), limit, none="No delivery.")


def to_json(one: Delivery) -> dict[str, Any]:
    """A delivery with every try; the message as it was posted."""
    return {
        "number": one.number,
        "hook": one.hook,
        "id": one.message.id,
        "title": one.message.title,
        "state": one.state,
        "tries": one.tries,
        "made": _moment(one.made),
        "due": _moment(one.due) if one.state == "waiting" else None,
        "ended": None if one.ended is None else _moment(one.ended),
        "problem": one.problem,
        "attempts": [
            {"at": _moment(each.at), "status": each.status, "problem": each.problem, "took": round(each.took, 3)}
            for each in one.attempts
        ],
        "message": json.loads(one.message.body),
    }


def _delivery(one: Delivery) -> Text:
    page = Text(f"{one.number} ", "bold").append(one.state.upper(), _STYLES[one.state])
    page.append(f" {calm(one.hook)}: {calm(one.message.title)}")
    tries = one.attempts[-_TRIES_SHOWN:]
    if len(one.attempts) > len(tries):
        page.append(f"\n  {len(one.attempts) - len(tries)} earlier tries", LABEL)
    for each in tries:
        page.append(f"\n  {_moment(each.at)} {calm(each.problem) or each.status}", LABEL)
    if one.state == "waiting":
        page.append(f"\n  to be tried at {_moment(one.due)}", LABEL)
    return page.append(f"\n  {one.message.id}", LABEL)


def _moment(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
