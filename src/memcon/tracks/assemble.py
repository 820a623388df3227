"""Notes of reports and decisions → tracks with their rounds.

Each scope is put together by itself, so that a new report makes work for the scopes it speaks of only (`scopes_of`)::

    notes of a scope | rounds.join | matter of each round | tracks | what bears on them
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from memcon.tracks import (
    copies,
    counting,
    days,
    groups,
    identity,
    lexicon,
    matters,
    meeting_days,
    offices,
    rounds,
    standings,
)
from memcon.tracks.model import Key, Mediation, Round, Track, TrackCondition, TrackReport
from memcon.tracks.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from memcon.ledger.model import Decision
    from memcon.model import Place
    from memcon.tracks.groups import Group
    from memcon.tracks.model import Evidence, Scope, TrackStatus
    from memcon.tracks.notes import Bearing, Mention, Notes

_BESIDE, _SAME_ROUNDS = (
    10,
    150,
)  # days within which talks, or a round, of which nothing is told are about what the one beside is
_MANY = 0.2  # share of mentions from which on a party counts among those of talks named by their place
_SEAT = 3
_AGENDA = 20  # agenda spans shown with a round
_OPEN = frozenset({"planned", "proposed"})
_BROKEN = frozenset({"cancelled", "postponed", "suspended", "refused"})


@dataclass(frozen=True, slots=True)
class _Matter:
    """The rounds of a scope on one matter, and the mentions of its talks as a whole."""

    groups: list[Group]
    series: list[Mention]
    bearings: list[Bearing]
    others: set[str]

    @property
    def reports(self) -> set[str]:
        """The reports that speak of it."""
        return (
            {one.report for group in self.groups for one in group.mentions}
            | {one.report for one in self.series}
            | self.others
        )


def scopes_of(notes: Notes) -> frozenset[Scope]:
    """The scopes that a report speaks of: those to put together again when it is read."""
    return frozenset(
        (
            *(one.scope for one in notes.mentions),
            *(one.scope for one in notes.dealings),
            *(one.scope for one in notes.bearings),
        )
    )


def assemble(notes: Iterable[Notes], decisions: Iterable[Decision] = ()) -> tuple[Track, ...]:
    """All tracks of these notes, the latest spoken of first."""
    by_scope: defaultdict[Scope, list[Notes]] = defaultdict(list)
    for one in notes:
        for scope in scopes_of(one):
            by_scope[scope].append(one)
    verdicts = Verdicts.of(decisions)
    found = [track for scope, ours in by_scope.items() for track in assemble_scope(scope, ours, verdicts)]
    found = joined_tracks(found, verdicts)
    return tuple(sorted(found, key=lambda track: (track.last, track.first, track.id), reverse=True))


def assemble_scope(scope: Scope, notes: Sequence[Notes], verdicts: Verdicts) -> tuple[Track, ...]:
    """The tracks of one scope from all notes that speak of it."""
    ours = sorted(notes, key=lambda one: (one.source.day, one.source.id))
    copied = copies.copies(ours)
    mentions = [verdicts.corrected(one) for each in ours for one in each.mentions if one.scope == scope]
    mentions = [one for one in mentions if not verdicts.is_rejected(one.anchor)]
    found = rounds.join(mentions, one_series=scope.kind == "format", copied=copied)
    names = partial(_names, scope)
    found = verdicts.applied(found, names, copied)
    found = [group for group in found if not verdicts.is_rejected(*names(group))]
    parts = _with_dossier(scope, _by_matter(scope, found, mentions, ours, copied))
    for part in parts.values():
        counting.count(part.groups)
    last_seen = max((one.day for one in mentions), default=0)
    made = [
        _track(Key(scope, matter), part, ours, copied=copied, verdicts=verdicts, last_seen=last_seen)
        for matter, part in sorted(parts.items())
    ]
    return tuple(joined_tracks(made, verdicts))


def _names(scope: Scope, group: Group) -> tuple[str, ...]:
    """The ids by which a round can be named: that of each mention, and the round's as it would be by each."""
    anchors = sorted(one.anchor for one in group.mentions)
    return (*anchors, *(identity.round_id(scope, anchor) for anchor in anchors))


def joined_tracks(tracks: Iterable[Track], verdicts: Verdicts) -> list[Track]:
    """Tracks with those made one that persons decided to be one: with the rounds of both, under the id of the older one."""
    found = {one.id: one for one in tracks}
    for decision in verdicts.in_order():
        two = [found[name] for name in (decision.left, decision.right) if name in found]
        if decision.kind == "same" and len({one.id for one in two}) > 1:
            older, newer = sorted(two, key=lambda one: (one.first, one.id))
            found[older.id] = verdicts.settle_track(_as_one(older, newer))
            found.pop(newer.id)
    return [one for one in found.values() if not verdicts.is_rejected(one.id)]


def _as_one(left: Track, right: Track) -> Track:
    each = tuple(sorted((*left.rounds, *right.rounds), key=_order))
    by_id = {one.id: one for one in (*left.reports, *right.reports)}
    reports = tuple(sorted(by_id.values(), key=lambda one: (one.published, one.id)))
    return replace(
        left,
        parties=tuple(dict.fromkeys((*left.parties, *right.parties))),
        mediators=tuple(dict.fromkeys((*left.mediators, *right.mediators))),
        about=tuple(dict.fromkeys((*left.about, *right.about))),
        status=_status(each),
        rounds=each,
        conditions=(*left.conditions, *right.conditions),
        mediations=(*left.mediations, *right.mediations),
        reports=reports,
        sources=sum(one.copy_of is None for one in reports),
        first=min(left.first, right.first),
        last=max(left.last, right.last),
    )


# --- which matter ---


def _by_matter(
    scope: Scope,
    found: Sequence[Group],
    mentions: Sequence[Mention],
    notes: Sequence[Notes],
    copied: Collection[str],
) -> dict[str, _Matter]:
    parts: dict[str, _Matter] = {}

    def part(matter: str) -> _Matter:
        return parts.setdefault(matter, _Matter([], [], [], set()))

    placed = {one.anchor for group in found for one in group.mentions}
    told = [(group, _told(group, copied)) for group in found]
    for group, matter in told:
        part(matter or _beside(group, told) or _default(scope)).groups.append(group)
    for one in mentions:
        if one.anchor not in placed:
            part(one.matter or _nearest(one, told) or _default(scope)).series.append(one)
    for each in notes:
        for dealing in each.dealings:
            if dealing.scope == scope:
                part(dealing.matter).others.add(each.source.id)
        for bearing in each.bearings:
            if bearing.scope == scope:
                part(_borne(bearing, each, parts) or _default(scope)).bearings.append(bearing)
    return parts


_DOSSIER = 2  # reports from which on two parties' relations are a dossier


def _with_dossier(scope: Scope, parts: dict[str, _Matter]) -> dict[str, _Matter]:
    """The same, with every report of two parties that have many dealings on file among those of their relations too."""
    relations = parts.get(matters.RELATIONS)
    if scope.kind == "pair" and relations is not None and len(relations.reports) >= _DOSSIER:
        for part in list(parts.values()):
            relations.others.update(part.reports)
    return parts


def _default(scope: Scope) -> str:
    if scope.kind == "format":
        return lexicon.formats()[scope.name].matter or matters.RELATIONS
    return matters.between(scope.name.split("|")) or matters.RELATIONS


def _told(group: Group, copied: Collection[str]) -> str | None:
    """What most reports say a round is about; their own words for it count twice what their lead does."""
    scores: defaultdict[str, float] = defaultdict(float)
    for one in group.mentions:
        if one.matter is not None:
            own = one.own.get(one.matter, 0.0) >= matters.STRONG
            scores[one.matter] += (2.0 if own else 1.0) * (0.1 if one.report in copied else 1.0)
    return matters.best(scores, at_least=0.0)


def _beside(group: Group, told: Sequence[tuple[Group, str | None]]) -> str | None:
    """The matter of the talks nearest in time, for talks of which nothing is told; principals' meetings stay apart."""
    if group.kind != "talks" or group.names:
        return None
    day = _time(group)
    near = [
        (abs(_time(other) - day), matter)
        for other, matter in told
        if matter is not None and other.kind == "talks" and not other.names
    ]
    best = min(near, default=(_SAME_ROUNDS + 1, ""))
    is_round = any(one.is_round for one in group.mentions)
    return best[1] if best[0] <= (_SAME_ROUNDS if is_round else _BESIDE) else None


def _nearest(one: Mention, told: Sequence[tuple[Group, str | None]]) -> str | None:
    near = [(abs(_time(other) - one.day), matter) for other, matter in told if matter is not None]
    return min(near, default=(0, None))[1] if near else None


def _time(group: Group) -> int:
    return group.days.first if group.days else group.mentions[0].day


def _borne(bearing: Bearing, notes: Notes, parts: Mapping[str, _Matter]) -> str | None:
    """The track that a condition or mediation bears on: that of its own matter, else the one its report speaks of most."""
    if bearing.matter in parts:
        return bearing.matter
    counts = {
        matter: sum(one.report == notes.source.id for group in part.groups for one in group.mentions)
        + sum(one.report == notes.source.id for one in part.series)
        for matter, part in parts.items()
    }
    best = min(counts, key=lambda matter: (-counts[matter], matter), default=None)
    return best if best is not None and counts[best] else bearing.matter


# --- a track ---


def _track(
    key: Key, part: _Matter, notes: Sequence[Notes], *, copied: Mapping[str, str], verdicts: Verdicts, last_seen: int
) -> Track:
    mentions = [one for group in part.groups for one in group.mentions] + part.series
    each = [_round(key, group, copied=copied, verdicts=verdicts, last_seen=last_seen) for group in part.groups]
    ordered = tuple(sorted(each, key=_order))
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
        status=_status(ordered),
        rounds=ordered,
        conditions=_conditions(part.bearings),
        mediations=_mediations(part.bearings),
        reports=reports,
        sources=sum(one.copy_of is None for one in reports),
        first=reports[0].published if reports else "",
        last=reports[-1].published if reports else "",
    )
    return verdicts.settle_track(made)


def _order(one: Round) -> tuple[int, str]:
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


def _status(each: Sequence[Round]) -> TrackStatus:
    """How a track stands: as its last round does; broken off rounds suspend it where it had begun."""
    if not each:
        return ""
    last = each[-1].status
    begun = any(one.headline == "held" for one in each[:-1])
    return "suspended" if last in _BROKEN and begun else last


# --- a round ---


def _round(key: Key, group: Group, *, copied: Collection[str], verdicts: Verdicts, last_seen: int) -> Round:
    mentions = sorted(group.mentions, key=lambda one: (one.day, one.anchor))
    when = group.days
    claims = standings.said(mentions, when)
    head = standings.headline(claims, when, last_seen=last_seen)
    found = standings.positions(claims)
    parties = _sitting(key.scope, mentions)
    base = Round(
        id=identity.round_id(key.scope, mentions[0].anchor),
        number=_number(mentions, copied) or group.number,
        kind=group.kind,
        parties=parties,
        when=days.edtf(when) if when else meeting_days.vague(mentions),
        where=_where(key.scope, mentions, copied),
        status=standings.settled_status(head, found, parties),
        headline=head,
        changed_by=standings.changed_by(mentions, head),
        delegates=_delegates(mentions),
        agenda=_agenda(mentions, copied),
        positions=found,
        history=standings.history(claims),
        reports=tuple(dict.fromkeys(one.report for one in mentions)),
        anchors=tuple(one.anchor for one in mentions),
        joined=tuple(dict.fromkeys(why for why in group.why if why)),
    )
    return verdicts.settle_round(base, _names(key.scope, group))


def _sitting(scope: Scope, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Who sat there: the scope's parties; of a format, those whom reports name of it."""
    if scope.kind in {"pair", "parties", "body"}:
        return tuple(dict.fromkeys(party for one in mentions for party in one.parties))
    counts = Counter(party for one in mentions for party in one.parties)
    members = lexicon.formats()[scope.name].sitting if scope.kind == "format" else frozenset()
    kept = [party for party in counts if party in members or counts[party] * 2 > len(mentions)]
    return tuple(sorted(kept, key=lambda party: (-counts[party], party)))


def _number(mentions: Sequence[Mention], copied: Collection[str]) -> int | None:
    counts: Counter[int] = Counter()
    for one in mentions:
        if one.number:
            counts[one.number] += 1 if one.report in copied else 10
    return min(counts, key=lambda number: (-counts[number], number), default=None)


def _where(scope: Scope, mentions: Sequence[Mention], copied: Collection[str]) -> Place | None:
    """The place that most reports give; in talks that go by a place, that one before others that they speak of."""
    seats = lexicon.formats()[scope.name].places if scope.kind == "format" else ()
    counts: Counter[Place] = Counter()
    for one in mentions:
        if one.where is not None:
            took = one.status in meeting_days.TOOK_PLACE
            weight = (2 if took else 1) * (_SEAT if one.where.name in seats else 1)
            counts[one.where] += weight * (1 if one.report in copied else 10)
    return min(counts, key=lambda place: (-counts[place], place.name), default=None)


def _delegates(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Who sat there by name, those named most first, each in the fullest of its frequent spellings. Unnamed ones are left out."""
    counts = Counter(filter(None, (offices.proper(name) for one in mentions for name in one.delegates)))
    spelled: defaultdict[str, list[str]] = defaultdict(list)
    for name in counts:
        for surname in groups.surnames([name]):
            spelled[surname].append(name)
    by_person = sorted(spelled.values(), key=lambda names: (-sum(counts[name] for name in names), min(names)))
    return tuple(min(names, key=lambda name: (" " not in name, -counts[name], -len(name), name)) for names in by_person)


def _agenda(mentions: Sequence[Mention], copied: Collection[str]) -> tuple[Evidence, ...]:
    found: dict[str, Evidence] = {}
    for one in mentions:
        if one.report not in copied:
            for span in one.agenda:
                found.setdefault(" ".join(span.text.casefold().split()), span)
    return tuple(found.values())[:_AGENDA]


# --- what bears on it ---


def _conditions(bearings: Sequence[Bearing]) -> tuple[TrackCondition, ...]:
    return tuple(
        TrackCondition(
            what=one.what,
            requires=one.requires,
            set_by=one.by,
            said_by=one.said_by,
            anchor=one.anchor,
            evidence=one.evidence,
        )
        for one in bearings
        if one.kind == "condition"
    )


def _mediations(bearings: Sequence[Bearing]) -> tuple[Mediation, ...]:
    """Each mediator's offers and doings by status, the last report's words."""
    found: dict[tuple[str, str], Mediation] = {}
    for one in bearings:
        if one.kind == "mediation" and one.by:
            found[one.by, one.status] = Mediation(
                by=one.by, status=one.status, said_by=one.said_by, as_of=one.said, evidence=one.evidence
            )
    return tuple(found.values())
