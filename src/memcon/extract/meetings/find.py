"""Meetings: each meeting, round of talks, call or visit that a report speaks of, with all its mentions.

`meetings_mentions` finds the words, `meetings_status`, `meetings_parties` and `meetings_agenda` read what each says, `meetings_join`
brings those of one meeting together; here the entry is made of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import characters
from memcon.extract.clause.modality import clause_of
from memcon.extract.clause.sides import SideFinder
from memcon.extract.clause.verb_group import verb_group
from memcon.extract.meetings.agenda import about_of, agenda_of
from memcon.extract.meetings.beside import beside
from memcon.extract.meetings.context import filled_in, with_counterpart
from memcon.extract.meetings.frame import day_before
from memcon.extract.meetings.join import gather, join
from memcon.extract.meetings.learned import restanding
from memcon.extract.meetings.lexicon import is_domestic
from memcon.extract.meetings.mentions import find_mentions
from memcon.extract.meetings.parties import among_themselves, mediators_of, meets_its_own, parties_of
from memcon.extract.meetings.partners import one_by_one
from memcon.extract.meetings.persons import persons_of
from memcon.extract.meetings.places import place_of
from memcon.extract.meetings.said import Said, format_of, size_of, turn_of
from memcon.extract.meetings.standing import FIRM, GENERIC, PLAIN, WEAK, Standing
from memcon.extract.meetings.status import standing_of
from memcon.extract.meetings.time import day_of, for_days, when_held
from memcon.model import Meeting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.meetings.said import Joined
    from memcon.extract.reading import Reading
    from memcon.model import MeetingStatus, Place, Span, Statement

_LAST_WORD = ("cancelled", "postponed", "suspended")
_DAY = 10  # characters of a day in EDTF
_OPEN = frozenset({"proposed", "refused"})
_NAMES_CHANGER = frozenset({"cancelled", "postponed", "refused"})


def find_meetings(
    reading: Reading,
    statements: tuple[Statement, ...],
) -> tuple[Meeting, ...]:
    """Every meeting of the report, in the order of the text."""
    said = [s for mention in _all_mentions(reading) if (s := _said(reading, mention, statements)) is not None]
    kinship = {a.id: a.party for a in reading.cast.actors if a.party}
    told: list[tuple[Joined, tuple[str, ...]]] = []
    for joined in join(reading.doc, said, kinship):
        told.append((joined, with_counterpart(reading, joined, filled_in(reading, joined, told))))
    meetings = [
        m for joined, parties in gather(told) if (m := _meeting(reading, joined, parties, statements)) is not None
    ]
    meetings.sort(key=lambda m: m.mentions[0])
    return tuple(replace(m, id=f"m{n}") for n, m in enumerate(_same_day(reading, meetings), 1))


def _same_day(reading: Reading, meetings: list[Meeting]) -> Iterator[Meeting]:
    """As in "He also met", "in a separate meeting": one held on the day of the meeting told before it, where it has no day of its own."""
    before = ""
    for meeting in meetings:
        open_end = f"../{reading.report.published}"
        if meeting.status == "held" and meeting.when == open_end and before and _goes_with_another(reading, meeting):
            yield replace(meeting, when=before)
            continue
        before = meeting.when if meeting.status == "held" and not meeting.when.startswith("..") else ""
        yield meeting


def _goes_with_another(reading: Reading, meeting: Meeting) -> bool:
    first = meeting.mentions[0]
    span = reading.doc.char_span(first.start, first.end, alignment_mode="expand")
    return span is not None and any(
        w.lower_ in {"also", "separate", "separately"} for w in span.sent[: span.end - span.sent.start + 1]
    )


def _all_mentions(reading: Reading) -> Iterator[Mention]:
    for mention in find_mentions(reading):
        yield from one_by_one(reading, mention)
        yield from beside(reading, mention)


def _said(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> Said | None:
    standing = restanding(reading, mention, standing_of(reading, mention))
    parties = parties_of(reading, mention, statements)
    if standing.status is None or ((is_domestic(parties) or not parties) and meets_its_own(reading, mention)):
        return None
    if is_domestic(parties) and among_themselves(reading, mention, statements):
        return None
    aged = _aged(reading, mention, standing)
    return Said(
        mention=mention,
        parties=parties,
        persons=persons_of(reading, mention),
        standing=aged,
        when=when_held(reading, mention, aged.status or "held", statements),
        day=day_of(reading, mention),
        where=place_of(reading, mention),
        agenda=agenda_of(reading, mention) if mention.beside is None else (),
        turn=turn_of(reading.doc, mention),
        mediators=mediators_of(reading, mention, statements),
        size=size_of(reading.doc, mention),
        format=format_of(reading.doc, mention),
    )


def _aged(reading: Reading, mention: Mention, standing: Standing) -> Standing:
    """What began long before the report is over ("began talks in 2011"); what has a day to come is planned."""
    published = reading.report.published
    if standing.status == "held" and mention.series and when_held(reading, mention, "held").endswith("/.."):
        return replace(standing, status="under-way")
    if standing.status in {"held", "under-way"} and published and _is_to_come(reading, mention, standing):
        return replace(standing, status="planned")
    if standing.status != "under-way" or standing.strength == FIRM:
        return standing
    began = when_held(reading, mention, "under-way")
    if not began or not reading.report.published:
        return standing
    last = began.split("/")[0].rstrip("~")
    if mention.series or reading.doc[mention.head].head.lemma_ == "launch":
        return standing
    if when_held(reading, mention, "held").endswith("/.."):
        return standing
    return replace(standing, status="held") if last[:7] < _month_before(reading.report.published[:7]) else standing


def _is_to_come(reading: Reading, mention: Mention, standing: Standing) -> bool:
    """As in "leaves for Norland on Saturday": a day after the report, where no past tense speaks against it."""
    token = reading.doc[mention.head]
    group = verb_group(clause_of(token))
    told = (group.past or group.perfect) and (standing.strength > WEAK or token.dep_ != "pobj")
    called = clause_of(token).lemma_ in {"convene", "call", "schedule"}  # "convened a summit for 29 October"
    return (called or not told) and when_held(reading, mention, "held")[:_DAY] > reading.report.published


def _month_before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7] or 1)
    return f"{year - 1}-12" if number == 1 else f"{year}-{number - 1:02}"


# One entry -----------------------------------------------------------------------------------------------------------


def _meeting(
    reading: Reading, joined: Joined, parties: tuple[str, ...], statements: tuple[Statement, ...]
) -> Meeting | None:
    if not joined.parties and all(s.mention.bare for s in joined.said):
        return None
    if (
        not parties
        or is_domestic(parties)
        or (all(s.standing.strength == GENERIC for s in joined.said) and len(joined.parties) < 2)
    ):
        return None
    carrying = _carrying(joined)
    status = carrying.standing.status
    if status is None:
        return None
    agenda = tuple(dict.fromkeys(a for s in joined.said for a in s.agenda))
    return Meeting(
        id="",
        mentions=tuple(dict.fromkeys(span for s in joined.said if (span := _span(reading, s.mention)) is not None)),
        parties=parties,
        delegates=joined.persons,
        status=status,
        changed_by=_changed_by(reading, joined, status, statements, parties),
        when=_when(reading, joined, status, statements),
        where=_where(joined),
        agenda=agenda,
        source=_source(reading, carrying, statements),
        about=about_of(reading, joined.said[0].mention, agenda),
    )


def _span(reading: Reading, mention: Mention) -> Span | None:
    return characters(reading.doc, mention.start, mention.end)


def _carrying(joined: Joined) -> Said:
    """The mention whose status holds: a cancellation ends all, a firm or plain word outweighs a default, the first of equals leads."""
    for status in _LAST_WORD:
        for one in joined.said:
            if one.standing.status == status and one.standing.strength == FIRM:
                return one
    plain = [s for s in joined.said if s.standing.strength >= PLAIN]
    left_open = [s for s in plain if s.standing.status in _OPEN]
    if left_open and not any(s.when for s in plain) and 2 * len(left_open) > len(plain):
        refused = [s for s in left_open if s.standing.status == "refused"]
        offers = [s for s in left_open if s.standing.status == "proposed"]
        return refused[0] if 2 * len(refused) >= len(offers) else offers[0]
    strongest = max(min(s.standing.strength, PLAIN) for s in joined.said)
    strong = [s for s in joined.said if s.standing.strength >= strongest]
    return _latest(strong)


def _latest(strong: list[Said]) -> Said:
    """What happened outweighs what was planned; among offers and refusals the report's first word stands."""
    first = strong[0]
    for status in ("held", "under-way", "planned"):
        for one in strong:
            settled = first.standing.status not in _OPEN or (first.standing.status == "proposed" and bool(one.when))
            if one.standing.status == status and settled:
                return one
    return first


def _changed_by(
    reading: Reading, joined: Joined, status: MeetingStatus, statements: tuple[Statement, ...], parties: tuple[str, ...]
) -> str | None:
    if status not in _NAMES_CHANGER:
        return None
    finder = SideFinder(reading, statements)
    for one in joined.said:
        if one.standing.status == status and one.standing.changer is not None:
            found = finder.phrase(one.standing.changer)
            if found:
                return found[0]
    if status != "refused":
        return None
    for one in joined.said:
        token = reading.doc[one.mention.head]
        spoken = finder.speaker_at(token)
        if one.standing.status == status and spoken and spoken[0] in parties:
            return spoken[0]
    return None


def _when(reading: Reading, joined: Joined, status: MeetingStatus, statements: tuple[Statement, ...]) -> str:
    """The most exact day that any mention of that status gives."""
    if status in _OPEN:
        named = [s.day for s in joined.said if s.day and s.standing.status == status]
        return max(named, key=_exactness) if named and named[0] >= reading.report.published else ""
    same = [s for s in joined.said if s.when and s.standing.status == status] or [s for s in joined.said if s.when]
    values = [s.when for s in same if s.day] or [s.when for s in same]
    if values:
        best = max(values, key=_exactness)
        lasting = (for_days(reading, s.mention, best) for s in joined.said if s.mention.kind == "visit")
        return next((span for span in lasting if span != best), best)
    if status == "held":
        return day_before(reading, joined.said[0].mention, statements)
    return ""


def _exactness(value: str) -> int:
    """Closed before open, days before months, first and last day before the first alone."""
    first, _, last = value.partition("/")
    return (0 if ".." in value else 4) + (2 if len(first.rstrip("~")) == _DAY else 0) + (1 if len(last) == _DAY else 0)


def _where(joined: Joined) -> Place | None:
    return next((s.where for s in joined.said if s.where is not None), None)


def _source(reading: Reading, carrying: Said, statements: tuple[Statement, ...]) -> str | None:
    """The outer statement that the carrying mention stands in."""
    at = reading.doc[carrying.mention.head].idx
    holding = [s for s in statements if any(c.start <= at < c.end for c in s.content)]
    return max(holding, key=lambda s: sum(c.end - c.start for c in s.content)).id if holding else None
