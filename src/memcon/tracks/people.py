"""Who is who across reports: persons by name, party and office, each join scored and explained.

Two names are one person only where the party agrees and no part of the names speaks against it. A surname alone joins the one
person of that party that bears it; where several do (two Kims), the office decides, or it stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from memcon.tracks import identity, offices, spelling
from memcon.tracks.model import Join, Person
from memcon.tracks.verdicts import Verdicts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from memcon.ledger.model import Decision, Standing

_SURE, _LIKELY, _OFFICE, _ALONE = 0.98, 0.9, 0.85, 0.75
_ALIKE = 0.84  # letters in common from which on two words are spellings of one
_LONG = 6  # letters: shorter words are not compared by letters
_NAMES_IN_FULL = 2
_FAR_MORE = 5  # times as many sightings


@dataclass(slots=True)
class _Bearer:
    """All sightings under one spelling of a name and one party."""

    name: str
    party: str | None
    words: tuple[str, ...]
    initials: frozenset[str] = frozenset()
    standings: list[Standing] = field(default_factory=list)

    @property
    def offices(self) -> frozenset[str]:
        """The offices that reports give, as they are compared."""
        return frozenset(filter(None, (offices.core(one.sighting.body["role"] or "") for one in self.standings)))

    @property
    def order(self) -> tuple[str, str]:
        """The first sighting, by day and anchor."""
        return min((one.day, one.sighting.anchor) for one in self.standings)


def people(standings: Iterable[Standing], decisions: Iterable[Decision] = ()) -> tuple[Person, ...]:
    """All persons of these sightings, by party and name. Sightings of other kinds are passed over; their order does not count."""
    bearers = _bearers(standings)
    verdicts = Verdicts.of(decisions)
    clusters = [cluster for family in _families(bearers) for cluster in _joined(family)]
    found = [_person(each, joins) for each, joins in clusters]
    found = _decided(found, clusters, verdicts)
    return tuple(sorted(found, key=lambda one: (one.party or "~", one.name.casefold(), one.id)))


def _bearers(standings: Iterable[Standing]) -> list[_Bearer]:
    found: dict[tuple[str | None, tuple[str, ...], frozenset[str]], _Bearer] = {}
    each = [one for one in standings if one.sighting.kind == "actor" and one.sighting.status == "person"]
    for one in sorted(each, key=lambda one: (one.day, one.sighting.anchor)):
        party, name = one.sighting.body["party"], offices.proper(one.sighting.body["name"])
        words, initials = spelling.words(name), spelling.initials(name)
        if words:
            bearer = found.setdefault((party, words, initials), _Bearer(name, party, words, initials))
            bearer.standings.append(one)
    return list(found.values())


def _families(bearers: Sequence[_Bearer]) -> Iterator[list[_Bearer]]:
    """Bearers that may be one: of one party, with a word of their names in common or nearly so."""
    by_party: defaultdict[str | None, list[_Bearer]] = defaultdict(list)
    for one in bearers:
        by_party[one.party].append(one)
    for party in sorted(by_party, key=lambda party: party or ""):
        yield sorted(by_party[party], key=lambda one: (-len(one.words), one.order))


def _joined(family: Sequence[_Bearer]) -> list[tuple[list[_Bearer], list[Join]]]:
    """Bearers of one party joined into persons: full names first, each next to the best of those that it fits."""
    found: list[tuple[list[_Bearer], list[Join]]] = []
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    for one in family:
        scored = sorted(
            ((*_score(one, found[at][0]), at) for at in _near(one, by_word)),
            key=lambda each: (-each[0], -_borne(found[each[2]][0]), each[2]),
        )
        fits = [each for each in scored if each[0] > 0]
        if fits and _stands_out(fits, found):
            score, reason, at = fits[0]
            found[at][0].append(one)
            found[at][1].append(Join(left=one.name, right=found[at][0][0].name, score=score, reason=reason))
        else:
            at = len(found)
            found.append(([one], []))
        for word in _marks(one):
            if at not in by_word[word]:
                by_word[word].append(at)
    return found


def _borne(bearers: Sequence[_Bearer]) -> int:
    return sum(len(each.standings) for each in bearers)


def _stands_out(
    fits: Sequence[tuple[float, str, int]], found: Sequence[tuple[Sequence[_Bearer], Sequence[Join]]]
) -> bool:
    """Whether the best of several fits better than the next, or is spoken of so much more that it is meant."""
    if len(fits) == 1 or fits[0][0] > fits[1][0]:
        return True
    return _borne(found[fits[0][2]][0]) >= _FAR_MORE * _borne(found[fits[1][2]][0])


def _marks(one: _Bearer) -> set[str]:
    """What two spellings of one name have in common: a word of it, the beginning of a word, or all of it run together."""
    return {*one.words, *(word[:3] for word in one.words if len(word) >= _LONG), "".join(one.words)}


def _near(one: _Bearer, by_word: dict[str, list[int]]) -> list[int]:
    return sorted({at for word in _marks(one) for at in by_word.get(word, ())})


def _score(one: _Bearer, others: Sequence[_Bearer]) -> tuple[float, str]:
    """The best score of a bearer against those already joined; 0 where a part of a full name speaks against it."""
    scored = [_pair(one, other) for other in others]
    if any(score < 0 for score, _ in scored):
        return 0.0, ""
    return max(scored, key=lambda each: each[0])


def _pair(one: _Bearer, other: _Bearer) -> tuple[float, str]:
    """Whether two names of one party are one person's: score and reason; below 0 where they cannot be."""
    left, right = one.words, other.words
    if one.initials and other.initials and one.initials != other.initials:
        return -1.0, ""
    same_office = bool(one.offices & other.offices)
    if left == right or "".join(left) == "".join(right):
        return _SURE, "the same name in another spelling"
    if len(left) >= _NAMES_IN_FULL and len(right) >= _NAMES_IN_FULL:
        return _full(left, right, same_office=same_office)
    short, long = sorted((left, right), key=len)
    if short[0] not in long or (len(short) == 1 and not _is_surname(short[0], long, one.party)):
        return 0.0, ""
    if same_office:
        return _OFFICE, f"the surname and the office of {other.name}"
    if len(short) == 1 and short[0] in offices.shared_surnames():
        return 0.0, ""
    return _ALONE, f"the surname alone, borne by hardly another of that party than {other.name}"


def _is_surname(word: str, name: Sequence[str], party: str | None) -> bool:
    return word == (name[0] if party in offices.family_first() else name[-1]) or (
        len(name) > _NAMES_IN_FULL and word == name[-2]
    )


def _full(left: Sequence[str], right: Sequence[str], *, same_office: bool) -> tuple[float, str]:
    """Two names of two words or more."""
    short, long = sorted((left, right), key=len)
    if set(short) <= set(long) and short[-1] == long[-1]:
        return _LIKELY, "one name holds all words of the other"
    likeness = min(max(spelling.likeness(word, other) for other in long) for word in short)
    is_long = all(len(word) >= _LONG or word in long for word in short)
    if likeness >= _ALIKE and is_long and len(short) == len(long):
        reason = f"spellings alike ({likeness:.2f})"
        return (_OFFICE, f"{reason}, and the same office") if same_office else (_ALONE, reason)
    return -1.0, ""


def _person(bearers: Sequence[_Bearer], joins: Sequence[Join]) -> Person:
    standings = sorted(
        (one for each in bearers for one in each.standings), key=lambda one: (one.day, one.sighting.anchor)
    )
    counts = Counter(offices.proper(one.sighting.body["name"]) for one in standings)
    full = [name for name in counts if len(spelling.words(name)) >= _NAMES_IN_FULL] or list(counts)
    names = sorted(counts, key=lambda name: (name not in full, -counts[name], name))
    first = standings[0]
    return Person(
        id=identity.person_id(party=bearers[0].party, anchor=first.sighting.anchor),
        name=names[0],
        names=tuple(names),
        party=bearers[0].party,
        offices=offices.offices(standings),
        anchors=tuple(one.sighting.anchor for one in standings),
        reports=tuple(dict.fromkeys(one.sighting.report_id for one in standings)),
        joins=tuple(joins),
    )


# --- what persons decided ---


def _decided(
    found: list[Person], clusters: Sequence[tuple[list[_Bearer], list[Join]]], verdicts: Verdicts
) -> list[Person]:
    """Persons joined, split and corrected as named persons decided; by ids of persons or anchors of sightings."""
    by_anchor = {one.sighting.anchor: one for bearers, _ in clusters for each in bearers for one in each.standings}
    for decision in verdicts.in_order():
        left, right = (_holding(found, name) for name in (decision.left, decision.right or ""))
        if decision.kind == "same" and left and right and left is not right:
            found = [one for one in found if one not in (left, right)]
            found.append(_as_one(left, right, by_anchor, decision))
        elif (
            decision.kind == "different"
            and left
            and left is right
            and {decision.left, decision.right} <= by_anchor.keys()
        ):
            found = [one for one in found if one is not left]
            later = max(decision.left, decision.right or "", key=left.anchors.index)
            found += _as_two(left, later, by_anchor, decision)
    return [_corrected(one, verdicts) for one in found if not verdicts.is_rejected(one.id)]


def _holding(found: Sequence[Person], name: str) -> Person | None:
    return next((one for one in found if name == one.id or name in one.anchors), None)


def _as_one(left: Person, right: Person, by_anchor: dict[str, Standing], decision: Decision) -> Person:
    join = Join(left=left.name, right=right.name, score=1.0, reason=decision.reason, by=decision.by)
    made = _of_anchors((*left.anchors, *right.anchors), left.party or right.party, by_anchor)
    older = left if left.anchors[0] == made.anchors[0] else right
    return replace(made, id=older.id, joins=(*left.joins, *right.joins, join))


def _as_two(one: Person, anchor: str, by_anchor: dict[str, Standing], decision: Decision) -> list[Person]:
    """All sightings under the spelling of that one leave, or itself where all are spelled so."""
    words = spelling.words(by_anchor[anchor].sighting.body["name"])
    same = [each for each in one.anchors if spelling.words(by_anchor[each].sighting.body["name"]) == words]
    out = same if len(same) < len(one.anchors) else [anchor]
    stay = [each for each in one.anchors if each not in out]
    apart = Join(
        left=one.name, right=by_anchor[anchor].sighting.body["name"], score=0.0, reason=decision.reason, by=decision.by
    )
    parts = [_of_anchors(each, one.party, by_anchor) for each in (stay, out) if each]
    return [
        replace(parts[0], id=one.id, joins=(*one.joins, apart)),
        *(replace(part, joins=(apart,)) for part in parts[1:]),
    ]


def _of_anchors(anchors: Iterable[str], party: str | None, by_anchor: dict[str, Standing]) -> Person:
    bearer = _Bearer("", party, (), standings=[by_anchor[anchor] for anchor in anchors])
    return _person([bearer], ())


def _corrected(one: Person, verdicts: Verdicts) -> Person:
    for decision in verdicts.about.get(one.id, ()):
        if decision.kind == "correct":
            one = replace(one, name=decision.value.get("name", one.name), party=decision.value.get("party", one.party))
    return one
