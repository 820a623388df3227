"""What bears on a track: conditions that parties set, and offers to mediate between them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from memcon.tracks import keys, matters
from memcon.tracks.model import Evidence
from memcon.tracks.notes import Bearing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from memcon.tracks.model import Scope
    from memcon.tracks.notes import Mention
    from memcon.tracks.report import Report

_MEDIATES = frozenset({"045", "039"})
_FEWEST_SIDES = 2


def bearings_of(report: Report, mentions: Sequence[Mention]) -> tuple[Bearing, ...]:
    """The conditions and mediations of a report, with the parties between whom they bear and their matter where told."""
    return (*_conditions(report, mentions), *_mediations(report, mentions))


def _conditions(report: Report, mentions: Sequence[Mention]) -> Iterator[Bearing]:
    for one in report.conditions:
        source = report.by_anchor.get(one.body["source"] or "")
        said_by = source.body["party"] if source else None
        spans = (one.body["what"], one.body["requires"])
        scope = _scope(frozenset(filter(None, (one.body["set_by"], said_by))), mentions)
        if scope is None:
            continue
        text = spans[0]["text"]
        told = (
            matters.best(matters.told(words), at_least=matters.STRONG) for words in (text, f"{text} {spans[1]['text']}")
        )
        yield Bearing(
            kind="condition",
            anchor=one.anchor,
            scope=scope,
            matter=next(filter(None, told), None),
            what=text,
            requires=spans[1]["text"],
            by=one.body["set_by"],
            said_by=said_by,
            status="",
            said=(source.said if source else "") or report.source.day,
            evidence=tuple(
                Evidence(report=report.source.id, statement=source.local if source else None, **span) for span in spans
            ),
            confidence=one.body.get("confidence"),
        )


def _mediations(report: Report, mentions: Sequence[Mention]) -> Iterator[Bearing]:
    for one in report.events:
        sides = frozenset(one.body["recipients"]) - frozenset(one.body["initiators"])
        if one.body["code"] not in _MEDIATES or len(sides) != _FEWEST_SIDES or not one.body["initiators"]:
            continue
        scope = _scope(sides, mentions)
        if scope is None:
            continue
        source = report.by_anchor.get(one.body["source"] or "")
        yield Bearing(
            kind="mediation",
            anchor=one.anchor,
            scope=scope,
            matter=matters.between(sides),
            what=one.body["trigger"]["text"],
            requires="",
            by=one.body["initiators"][0],
            said_by=source.body["party"] if source else None,
            status=one.status,
            said=(source.said if source else "") or report.source.day,
            evidence=(
                Evidence(report=report.source.id, statement=source.local if source else None, **one.body["trigger"]),
            ),
        )


def _scope(parties: frozenset[str], mentions: Sequence[Mention]) -> Scope | None:
    """The scope that bears it: of those in the report that hold these parties the one spoken of most, else the pair itself."""
    counts = Counter(one.scope for one in mentions if parties and parties <= set(one.parties))
    if counts:
        return min(counts, key=lambda scope: (-counts[scope], scope.kind != "pair", scope))
    return keys.scope_of(sorted(parties)) if len(parties) == _FEWEST_SIDES else None
