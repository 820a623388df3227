"""A statement as the ledger has it, with who made it and the report it stands in: gathered once, for pages and JSON alike."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

from memcon.export.sureness import Sureness, judged, sureness_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from memcon.ledger import AsOf, Heading, Ledger, Sighting, Standing

_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement with what it refers to. `speaker` is an actor's sighting, `relay` the name of who relays it, or ``""``.

    `sureness` says how sure it is, by its confidence or by what a person judged.
    """

    standing: Standing
    report: Heading
    speaker: Sighting | None
    relay: str
    sureness: Sureness = field(default_factory=Sureness)

    @property
    def sighting(self) -> Sighting:
        """The statement's own."""
        return self.standing.sighting


def told(ledger: Ledger, statements: Iterable[Standing], as_of: AsOf) -> Iterator[Told]:
    """Each of `statements` with speaker, relay and report, asked for a page at a time."""
    waiting = iter(statements)
    decided = judged(ledger.decisions(as_of=as_of))
    while page := list(islice(waiting, _PAGE)):
        actors = _actors(ledger, page, as_of)
        reports = ledger.headings({one.sighting.report_id for one in page})
        for one in page:
            via = one.sighting.body["via"]
            relay = actors.get(via or "")
            yield Told(
                standing=one,
                report=reports[one.sighting.report_id],
                speaker=actors.get(one.sighting.body["speaker"] or ""),
                relay=relay.body["name"] if relay else via or "",
                sureness=sureness_of(one.sighting, decided),
            )


def to_json(one: Told) -> dict[str, Any]:
    """The statement by the contract of a record, its id the ledger's, with who and where in full."""
    body = one.sighting.body
    return {
        "id": one.sighting.id,
        **body,
        "speaker": one.speaker
        and {"id": one.speaker.id, **{key: one.speaker.body[key] for key in ("name", "role", "kind", "party")}},
        "via": one.relay or None,
        "confidence": one.sureness.confidence,
        "judged_by": one.sureness.by,
        "report": report_json(one.report),
        "recorded": one.standing.recorded.isoformat(),
        "anchor": one.sighting.anchor,
    }


def report_json(report: Heading) -> dict[str, Any]:
    """A report's heading, without what only the ledger needs."""
    value = asdict(report)
    return {key: value[key] for key in ("id", "source_id", "title", "published", "outlet", "url")}


def _actors(ledger: Ledger, page: Iterable[Standing], as_of: AsOf) -> Mapping[str, Sighting]:
    bodies = [one.sighting.body for one in page]
    anchors = {body[field] for body in bodies for field in ("speaker", "via") if body[field]}
    return {one.sighting.anchor: one.sighting for one in ledger.sightings(kind="actor", anchors=anchors, as_of=as_of)}
