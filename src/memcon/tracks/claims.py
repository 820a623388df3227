"""On whose word a meeting stands in one report: what its statements say of its meetings, and who is silent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from memcon.tracks.model import Evidence
from memcon.tracks.notes import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from memcon.ledger.model import Sighting
    from memcon.model import MeetingStatus
    from memcon.tracks.report import Report

_OF_EVENT: Mapping[str, MeetingStatus] = {
    "occurred": "held", "ongoing": "under-way", "planned": "planned", "cancelled": "cancelled", "proposed": "proposed",
    "refused": "refused",
}  # fmt: skip
_BROKEN_OFF = frozenset({"164", "120"})
_OF_ACT: Mapping[str, MeetingStatus] = {"propose": "proposed", "demand": "proposed", "reject": "refused"}
_NEAR = 40  # characters between the parts of a silence: auxiliaries, adverbs and “on” fit, a clause does not
_TO_COME = re.compile(
    r"\b(?:will|would|shall|to) (?:also )?(?:be held|take place|happen|convene|resume|begin|start|address)"
)


def claims_of(report: Report) -> dict[str, tuple[Claim, ...]]:
    """The claims on each meeting, by its anchor, in the order of the report."""
    on = _on_meetings(report)
    found: dict[str, list[Claim]] = {one.anchor: [] for one in report.meetings}
    for meeting in report.meetings:
        if meeting.body["source"] not in report.by_anchor:
            found[meeting.anchor].append(_in_own_voice(meeting, report))
    for statement, meeting in on:
        claim = _claim(statement, meeting, report)
        if claim is not None:
            found[meeting.anchor].append(claim)
    return {anchor: tuple(sorted(claims, key=lambda one: one.at)) for anchor, claims in found.items()}


def _on_meetings(report: Report) -> list[tuple[Sighting, Sighting]]:
    """Which meeting each statement is on: those it carries, else the one its content mentions first.

    A silence answers the claim before it: where that was on another meeting of the same party, it is on that.
    """
    found: list[tuple[Sighting, Sighting]] = []
    for statement in report.statements:
        carried = [one for one in report.meetings if one.body["source"] == statement.anchor]
        found += [(statement, one) for one in carried]
        if carried:
            continue
        meeting = _mentioned(statement, report.meetings)
        if statement.status == "decline":
            meeting = _answered(statement, meeting, found)
        if meeting is not None:
            found.append((statement, meeting))
    return found


def _mentioned(statement: Sighting, meetings: Sequence[Sighting]) -> Sighting | None:
    firsts = [(start, at) for at, one in enumerate(meetings) for start in _starts(statement, one)]
    return meetings[min(firsts)[1]] if firsts else None


def _starts(statement: Sighting, meeting: Sighting) -> Iterator[int]:
    for span in meeting.body["mentions"]:
        if any(span["start"] < part["end"] and part["start"] < span["end"] for part in statement.body["content"]):
            yield span["start"]


def _answered(
    silence: Sighting, meeting: Sighting | None, before: Sequence[tuple[Sighting, Sighting]]
) -> Sighting | None:
    party = silence.body["party"]
    for _, other in reversed(before):
        if party in other.parties:
            is_open = other.status not in {"held", "under-way"}
            return other if meeting is None or (is_open and meeting.status == "held") else meeting
    return meeting


def _claim(statement: Sighting, meeting: Sighting, report: Report) -> Claim | None:
    act, party = statement.status, statement.body["party"]
    status = None if act == "decline" else _status(statement, meeting, report)
    if status is None and act not in {"decline", "deny"}:
        return None
    if party is None and statement.body["speaker"] not in report.by_anchor:
        return None
    return Claim(
        party=party,
        outlet=None,
        speaker=statement.names[0] if statement.names else "",
        act=act,  # type: ignore[arg-type] # a statement's status is its act
        status=status,
        said=statement.said or report.source.day,
        at=statement.body["cue"]["start"],
        evidence=tuple(
            Evidence(report=report.source.id, statement=statement.local, start=start, end=end, text=text)
            for start, end, text in (_silence(statement, report) if act == "decline" else _content(statement))
        ),
    )


def _content(statement: Sighting) -> Iterator[tuple[int, int, str]]:
    for span in statement.body["content"] or [statement.body["cue"]]:
        yield span["start"], span["end"], span["text"]


def _silence(statement: Sighting, report: Report) -> Iterator[tuple[int, int, str]]:
    """“has not yet commented on the canceled round”: its own words from the speaker on, the *not* among them."""
    cue, speaker, text = statement.body["cue"], statement.body["speaker_span"], report.source.text
    start, end = cue["start"], cue["end"]
    if speaker and 0 <= start - speaker["end"] <= _NEAR:
        start = speaker["end"]
    for span in statement.body["content"]:
        end = span["end"] if 0 <= span["start"] - end <= _NEAR else end
    start += len(text[start:end]) - len(text[start:end].lstrip(" ,"))
    if text[start:end]:
        yield start, end, text[start:end]
    else:  # a source without its text
        yield from _content(statement)


def _status(statement: Sighting, meeting: Sighting, report: Report) -> MeetingStatus | None:
    """The status that a statement gives: the meeting's where it carries it, else that of the event told in it."""
    if meeting.body["source"] == statement.anchor:
        return meeting.body["status"]  # type: ignore[no-any-return]
    for event in report.events:
        if event.body["source"] == statement.anchor and set(event.parties) & set(meeting.parties):
            if event.body["type"] == "CONSULT" and event.status in _OF_EVENT and _is_by(event, meeting):
                return _OF_EVENT[event.status]
            if event.body["code"] in _BROKEN_OFF and event.status == "occurred" and meeting.status == "cancelled":
                return "cancelled"
    text = " ".join(span["text"] for span in statement.body["content"])
    if meeting.status not in {"held", "under-way"} and _TO_COME.search(text):
        return "planned"
    if meeting.status in {"cancelled", "postponed"} and meeting.status[:6] in text:
        return meeting.body["status"]  # type: ignore[no-any-return]
    return None if meeting.status in {"held", "under-way"} else _OF_ACT.get(statement.status)


def _is_by(event: Sighting, meeting: Sighting) -> bool:
    """Whether the event's trigger is the meeting's own mention, or beside one."""
    at: Any = event.body["trigger"]["start"]
    return any(span["start"] - 20 <= at <= span["end"] + 20 for span in meeting.body["mentions"])


def _in_own_voice(meeting: Sighting, report: Report) -> Claim:
    spans = meeting.body["mentions"]
    return Claim(
        party=None,
        outlet=report.source.outlet,
        speaker="",
        act="assert",
        status=meeting.body["status"],
        said=report.source.day,
        at=spans[0]["start"] if spans else 0,
        evidence=tuple(
            Evidence(report=report.source.id, statement=None, start=s["start"], end=s["end"], text=s["text"])
            for s in spans[:1]
        ),
    )
