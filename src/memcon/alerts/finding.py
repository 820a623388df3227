"""What a hook has not been told yet."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from memcon.alerts.model import Hook, Message
from memcon.export.feeds import change_item
from memcon.export.feeds.jsonfeed import item_json
from memcon.export.ledger.changes import WEIGHT, to_json
from memcon.questions import answers

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from memcon.export.ledger.changes import Change
    from memcon.ledger import Heading, Ledger

FRESH = 30 * 24 * 3600  # seconds: older news than that is told only to who asked for it by `since`


def found(ledger: Ledger, hook: Hook, *, now: float) -> list[Change]:
    """The changes that answer the hook's question and are recent enough to be told, the oldest first."""
    fresh = datetime.fromtimestamp(now - FRESH, UTC).date().isoformat()
    since = max(hook.since or fresh, hook.question.since or "")
    changes = answers.changes(ledger, hook.question.but(since=since))
    return sorted(changes, key=lambda one: (one.day, WEIGHT[one.kind], one.id))


def message_id(change: Change) -> str:
    """The ``webhook-id`` of a change, by which a receiver knows it again."""
    return f"msg_{change.id}"


def messages(ledger: Ledger, changes: Sequence[Change], known: Collection[str], base: str) -> list[Message]:
    """Those of `changes` that are not `known` (by `message_id`), as messages."""
    new = [each for each in changes if message_id(each) not in known]
    reports = ledger.headings({report for change in new for report in change.reports})
    return [_message(each, reports, base) for each in new]


def _message(change: Change, reports: Mapping[str, Heading], base: str) -> Message:
    item = change_item(change, reports, base=base)
    value = {
        "type": f"change.{change.kind.replace(' ', '_')}",
        "timestamp": item.updated.isoformat(),
        "data": {"change": to_json(change), "item": item_json(item)},
    }
    body = json.dumps(value, ensure_ascii=True, separators=(",", ":"))  # ASCII: no proxy can change its bytes
    return Message(id=message_id(change), title=item.title, body=body)
