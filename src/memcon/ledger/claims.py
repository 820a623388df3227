"""What a sighting asserts, apart from where and in which words: the part that two reports can share.

A claim is never stored as a row of its own: it is what sightings with one `Sighting.claim` have in common, so nothing can
drift, and two wordings of one claim are two sightings. Who carries an event or meeting is left out, so that the same
cancellation on two sides' word is one claim with two sightings.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from memcon.model import Actor, Condition, Event, Meeting, Place, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"\w+")


def folded(text: str) -> str:
    """`text` as it is compared: case, accents and punctuation gone, one blank between words."""
    return " ".join(tokens(text))


def tokens(text: str) -> list[str]:
    """The words of `text` as they are compared and looked up."""
    if not text.isascii():
        text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    return _WORD.findall(text.casefold())


def content_of(
    item: Actor | Statement | Event | Meeting | Condition, *, text: str, names: Iterable[str]
) -> dict[str, object]:
    """What `item` of a report with this `text` asserts; `names` are the speaker's or the delegates'."""
    match item:
        case Actor():
            return {"kind": "actor", "name": folded(item.name), "is": item.kind, "party": item.party}
        case Statement():
            return {
                "kind": "statement",
                "speaker": [folded(name) for name in names],
                "party": item.party,
                "act": item.act,
                "content": [_said(span, text) for span in item.content],
            }
        case Event():
            return {
                "kind": "event",
                "type": item.type,
                "code": item.code,
                "initiators": sorted(item.initiators),
                "recipients": sorted(item.recipients),
                "status": item.status,
                "when": item.when,
                "where": _where(item.where),
            }
        case Meeting():
            return {
                "kind": "meeting",
                "parties": sorted(item.parties),
                "status": item.status,
                "changed_by": item.changed_by,
                "when": item.when,
                "where": _where(item.where),
                "about": folded(item.about or ""),
            }
        case Condition():
            return {
                "kind": "condition",
                "what": _said(item.what, text),
                "requires": _said(item.requires, text),
                "set_by": item.set_by,
            }


def _said(span: Span, text: str) -> str:
    return folded(text[span.start : span.end])


def _where(place: Place | None) -> list[str | None] | None:
    return [folded(place.name), place.country] if place else None
