"""A group of mentions → the round that shows: days, place, number, delegates, agenda, positions, history."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from memcon.tracks import (
    days,
    groups,
    identity,
    lexicon,
    meeting_days,
    offices,
    standings,
)
from memcon.tracks.model import Key, Round, surest

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from memcon.model import Place
    from memcon.tracks.groups import Group
    from memcon.tracks.model import Evidence, Scope
    from memcon.tracks.notes import Mention
    from memcon.tracks.verdicts import Verdicts


_SEAT = 3
_AGENDA = 20  # agenda spans shown with a round


def names_of(scope: Scope, group: Group) -> tuple[str, ...]:
    """The ids by which a round can be named: that of each mention, and the round's as it would be by each."""
    anchors = sorted(one.anchor for one in group.mentions)
    return (*anchors, *(identity.round_id(scope, anchor) for anchor in anchors))


def made_round(key: Key, group: Group, *, copied: Collection[str], verdicts: Verdicts, last_seen: int) -> Round:
    """The round that a group of mentions tells of, as decisions of persons leave it."""
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
        places=_places(mentions),
        confidence=surest(one.confidence for one in mentions),
    )
    return verdicts.settle_round(base, names_of(key.scope, group))


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


def _places(mentions: Sequence[Mention]) -> tuple[Place, ...]:
    """Each place as it came to be told; it only grows by what later reports say."""
    told = [one.where for one in mentions if one.where is not None]
    return tuple(place for at, place in enumerate(told) if not at or told[at - 1] != place)


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
