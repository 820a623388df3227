"""The contract's terms in plain words, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from memcon.model import Act, EventStatus, EventType, MeetingStatus

ACTS: Mapping[Act, str] = {
    "assert": "says",
    "confirm": "confirms",
    "deny": "denies",
    "decline": "no comment",
    "propose": "proposes",
    "demand": "demands",
    "accept": "accepts",
    "reject": "rejects",
    "accuse": "accuses",
    "warn": "warns",
    "pledge": "pledges",
    "hope": "hopes",
}
EVENT_TYPES: Mapping[EventType, str] = {
    "AGREE": "agreement",
    "CONSULT": "meeting or talks",
    "SUPPORT": "support or accord",
    "CONCEDE": "concession",
    "COOPERATE": "cooperation",
    "AID": "aid",
    "RETREAT": "pull-back",
    "REQUEST": "request or offer",
    "ACCUSE": "accusation",
    "REJECT": "refusal or break",
    "THREATEN": "threat",
    "PROTEST": "protest",
    "SANCTION": "sanction",
    "MOBILIZE": "show of force",
    "COERCE": "coercion",
    "ASSAULT": "attack",
}
EVENT_STATUSES: Mapping[EventStatus, str] = {
    "occurred": "happened",
    "ongoing": "going on",
    "planned": "planned",
    "cancelled": "cancelled",
    "proposed": "proposed",
    "refused": "refused",
    "conditional": "on a condition",
    "denied": "denied",
    "alleged": "alleged",
    "hypothetical": "only possible",
}
MEETING_STATUSES: Mapping[MeetingStatus, str] = {
    "held": "held",
    "under-way": "under way",
    "planned": "planned",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "suspended": "suspended",
    "proposed": "proposed",
    "refused": "refused",
}
MEETING_STYLES: Mapping[MeetingStatus, str] = {
    "held": "bold green",
    "under-way": "bold cyan",
    "planned": "bold blue",
    "cancelled": "bold red",
    "postponed": "bold yellow",
    "suspended": "bold yellow",
    "proposed": "bold magenta",
    "refused": "bold red",
}


def listed(names: list[str]) -> str:
    """“A”, “A and B”, “A, B and C”."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def counted(number: int, noun: str) -> str:
    """“1 meeting”, “2 meetings”."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def capitalized(words: str) -> str:
    """`words` with a capital at their head, all else as it is (`str.capitalize` makes small letters of names)."""
    return words[:1].upper() + words[1:]
