"""The rounds of one scope on one matter → the track that shows."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from memcon.tracks import (
    days,
    identity,
    lexicon,
    matters,
)
from memcon.tracks.making import made_round
from memcon.tracks.model import Key, Mediation, Round, Track, TrackCondition, TrackReport

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from memcon.tracks.by_matter import Matter
    from memcon.tracks.model import Scope, TrackStatus
    from memcon.tracks.notes import Bearing, Mention, Notes
    from memcon.tracks.verdicts import Verdicts


_MANY = 0.2  # share of mentions from which on a party counts among those of talks named by their place
_OPEN = frozenset({"planned", "proposed"})
_BROKEN = frozenset({"cancelled", "postponed", "suspended", "refused"})


def made_track(
    key: Key, part: Matter, notes: Sequence[Notes], *, copied: Mapping[str, str], verdicts: Verdicts, last_seen: int
) -> Track:
    """The track of one key from its rounds and what bears on them, as decisions of persons leave it."""
    mentions = [one for group in part.groups for one in group.mentions] + part.series
    each = [made_round(key, group, copied=copied, verdicts=verdicts, last_seen=last_seen) for group in part.groups]
    ordered = tuple(sorted(each, key=order_of))
    speaking = (
        {one.report for one in mentions} | part.others | {span.report for b in part.bearings for span in b.evidence}
    )
    reports = tuple(_report(one, copied) for one in notes if one.source.id in speaking)
    made = Track(
        id=identity.track_id(key),
        key=key,
        parties=_parties(key.scope, mentions),
        mediators=_mediators(key.scope, mentions, part.bearings),
        about=_about(key.scope, key.matter, mentions),
        status=status_of(ordered),
        rounds=ordered,
        conditions=conditions_of(part.bearings),
        mediations=mediations_of(part.bearings),
        reports=reports,
        sources=sum(one.copy_of is None for one in reports),
        first=reports[0].published if reports else "",
        last=reports[-1].published if reports else "",
    )
    return verdicts.settle_track(made)


def order_of(one: Round) -> tuple[int, str]:
    """Where a round stands among those of its track: by its day, or by when it was told of last."""
    span = days.days_of(one.when)
    if span is not None and span.first != days.EARLIEST:
        return span.first, one.id
    if span is not None and span.last != days.LATEST:
        return span.last, one.id
    if one.headline in _OPEN | _BROKEN:
        return max((days.ordinal(step.reported) or 0 for step in one.history), default=0), one.id
    return (days.ordinal(one.history[0].reported) or 0) if one.history else 0, one.id


def _report(notes: Notes, copied: Mapping[str, str]) -> TrackReport:
    source = notes.source
    return TrackReport(
        id=source.id,
        source_id=source.source_id,
        published=source.published or source.day,
        outlet=source.outlet,
        title=source.title,
        copy_of=copied.get(source.id),
    )


def _parties(scope: Scope, mentions: Sequence[Mention]) -> tuple[str, ...]:
    if scope.kind == "format":
        return lexicon.formats()[scope.name].members
    counts = Counter(party for one in mentions for party in one.parties)
    if scope.kind == "place":
        each = [party for party, count in counts.items() if count >= _MANY * len(mentions)]
        return tuple(sorted(each, key=lambda party: (-counts[party], party)))
    firsts = Counter(one.parties[0] for one in mentions if one.parties)
    return tuple(sorted(scope.name.split("|"), key=lambda party: (-firsts[party], party)))


def _mediators(scope: Scope, mentions: Sequence[Mention], bearings: Sequence[Bearing]) -> tuple[str, ...]:
    named = lexicon.formats()[scope.name].mediators if scope.kind == "format" else ()
    counts = Counter(party for one in mentions for party in one.mediators)
    counts.update(one.by for one in bearings if one.kind == "mediation" and one.by and one.status == "occurred")
    parties = set(_parties(scope, mentions))
    each = sorted(counts, key=lambda party: (-counts[party], party))
    return tuple(dict.fromkeys((*named, *(party for party in each if party not in parties))))


def _about(scope: Scope, matter: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The matter, and the words in which reports tell it, the most frequent first."""
    label = "meetings" if scope.kind == "body" and matter == matters.RELATIONS else matters.label_of(matter)
    subjects = (" ".join(words.split()) for one in mentions for words in one.subjects[:1])
    counts = Counter(words for words in subjects if matters.best(matters.told(words)) == matter)
    most = sorted(counts, key=lambda words: (-counts[words], len(words), words))[:3]
    return (label, *most)


def status_of(each: Sequence[Round]) -> TrackStatus:
    """How a track stands: as its last round does; broken off rounds suspend it where it had begun."""
    if not each:
        return ""
    last = each[-1].status
    begun = any(one.headline == "held" for one in each[:-1])
    return "suspended" if last in _BROKEN and begun else last


def conditions_of(bearings: Sequence[Bearing]) -> tuple[TrackCondition, ...]:
    """The conditions among what bears on a track."""
    return tuple(
        TrackCondition(
            what=one.what,
            requires=one.requires,
            set_by=one.by,
            said_by=one.said_by,
            anchor=one.anchor,
            evidence=one.evidence,
            confidence=one.confidence,
        )
        for one in bearings
        if one.kind == "condition"
    )


def mediations_of(bearings: Sequence[Bearing]) -> tuple[Mediation, ...]:
    """Each mediator's offers and doings by status, the last report's words."""
    found: dict[tuple[str, str], Mediation] = {}
    for one in bearings:
        if one.kind == "mediation" and one.by:
            found[one.by, one.status] = Mediation(
                by=one.by, status=one.status, said_by=one.said_by, as_of=one.said, evidence=one.evidence
            )
    return tuple(found.values())
