"""What waits to be looked at: the items that are least sure, the most doubtful first."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from memcon.export.sureness import judged
from memcon.web.parts.form import Choice
from memcon.web.parts.items import Item, item_of, words_of
from memcon.web.parts.words import ReportRef, heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from memcon.ledger import Kind, Sighting
    from memcon.web.visit import Visit

KINDS: Mapping[Kind, str] = {
    "meeting": "meetings",
    "statement": "statements",
    "event": "events",
    "condition": "conditions",
}
LOOKED_AT = 2000  # the newest items among which the doubtful ones are looked for
_SHOWN = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """An item in doubt, its `href` leading to its words in the report that has it."""

    item: Item
    report: ReportRef


def kinds(visit: Visit) -> tuple[Choice, ...]:
    """Which kinds can be asked for, by ``kind=``, and which is."""
    asked = visit.values.get("kind", "")
    return tuple(Choice(code=code, words=words, is_chosen=code == asked) for code, words in KINDS.items())


def doubtful(visit: Visit) -> Iterator[Doubtful]:
    """The most doubtful of the newest items, of the kind and party that the address asks for; what a person judged waits no longer."""
    decided = judged(visit.ledger.decisions(as_of=visit.question.as_of))
    waiting = [one for one in _newest(visit) if one.anchor not in decided and one.body.get("confidence") is not None]
    least = heapq.nsmallest(_SHOWN, waiting, key=lambda one: (one.body["confidence"], one.kind, one.id))
    known = _referred(visit, least)
    headings = visit.ledger.headings({one.report_id for one in least})
    for one in least:
        start, end = next(words_of(one), (None, None))
        there = visit.links.report(one.report_id, start=start, end=end)
        item = replace(item_of(one, known, visit.links, decided), href=there)
        yield Doubtful(item=item, report=heading(headings[one.report_id], visit.links))


def _newest(visit: Visit) -> Iterator[Sighting]:
    asked = [one.code for one in kinds(visit) if one.is_chosen]
    for kind in KINDS:
        if asked and kind not in asked:
            continue
        found = visit.ledger.sightings(
            kind=kind,
            party=visit.question.parties,
            published_since=visit.question.since,
            as_of=visit.question.as_of,
            newest_first=True,
        )
        share = LOOKED_AT if asked else LOOKED_AT // len(KINDS)
        yield from (one.sighting for one in islice(found, share))


def _referred(visit: Visit, found: Sequence[Sighting]) -> dict[str, Sighting]:
    """By anchor what these refer to, and what that refers to: the statement of an event, and its speaker."""
    known: dict[str, Sighting] = {}
    wanted = {each for one in found for each in _references(one)}
    while wanted:
        every = visit.ledger.sightings(anchors=wanted, as_of=visit.question.as_of)
        new = {one.sighting.anchor: one.sighting for one in every}
        known |= new
        wanted = {each for one in new.values() for each in _references(one)} - known.keys() - wanted
    return known


def _references(one: Sighting) -> Iterator[str]:
    body = one.body
    yield from (body[field] for field in ("speaker", "via", "source") if body.get(field))
    yield from body.get("delegates", ())
