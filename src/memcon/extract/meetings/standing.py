"""How a meeting stands as one mention has it, how firmly that is said, and who changed it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.clause.sides import subject_token
from memcon.extract.clause.verb_group import is_passive, verb_group
from memcon.extract.meetings.lexicon import class_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.model import MeetingStatus

_VERBAL = frozenset({"VERB", "AUX"})
CARRIES = frozenset({
    "hold", "have", "be", "take", "conduct", "enter", "engage", "attend", "join", "participate", "sit", "come", "go", "return", "begin", "start",
    "resume", "open", "launch", "organize", "organise", "host", "convene", "make", "pay", "get", "do", "arrange", "continue", "schedule", "set", "complete", "meet", "negotiate", "visit", "talk", "speak", "move", "restart", "happen", "occur",
})  # fmt: skip
FIRM, PLAIN, WEAK, GENERIC = 3, 2, 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A status, how firmly it is said, and the token of who changed it.

    `FIRM` is by a word for it, `PLAIN` by tense, `WEAK` by default; `GENERIC` words alone would make no meeting.
    """

    status: MeetingStatus | None
    strength: int
    changer: Token | None = None


def status_named(listed: str) -> MeetingStatus:
    """The status that a list of the lexicon stands for."""
    return "under-way" if listed == "under_way" else "held" if listed == "ended" else listed  # type: ignore[return-value]


def is_negated(verb: Token) -> bool:
    """Whether the verb's group is negated, or a "never" or "neither" hangs on it."""
    return verb_group(verb).negated or any(c.dep_ == "neg" or c.lower_ in {"never", "neither"} for c in verb.children)


def negated_act(verb: Token) -> Standing:
    """As in "will not hold talks" refuses; "did not meet" says only that there was none."""
    group = verb_group(verb)
    changer = subject_token(verb)
    if group.modal in {"future", "would", "possible", "obliging"} or group.to or not (group.past or group.perfect):
        return Standing(status="refused", strength=FIRM, changer=changer)
    return Standing(status=None, strength=PLAIN)


def changer_of(governor: Token) -> Token | None:
    """Who cancelled, postponed or refused: the subject, the "by" or "at the initiative of" of a passive, the owner of a noun."""
    if governor.pos_ not in _VERBAL:
        owner = next((c for c in governor.children if c.dep_ == "poss"), None)
        return owner or next(
            (o for c in governor.children if c.dep_ == "prep" and c.lower_ in {"by", "of"} for o in c.children), None
        )
    if is_passive(governor):
        return _agent(governor)
    return subject_token(governor)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next(iter(child.children), None)
        for noun in child.children if child.dep_ == "prep" and child.lower_ in {"at", "on", "by"} else ():
            if noun.lemma_ in {"initiative", "request", "behest", "insistence", "order", "demand", "decision", "wish"}:
                owner = next((c for c in noun.children if c.dep_ == "poss"), None)
                return owner or next(
                    (o for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children), None
                )
    return None


def complement_of(verb: Token) -> Standing | None:
    """What "is possible", "is out of the question" says."""
    for child in verb.children:
        if child.dep_ not in {"acomp", "attr", "oprd"} or child.i < verb.i:
            continue
        listed = class_of("status").get(child.lemma_.lower()) or class_of("status").get(child.lower_)
        if listed in {"proposed", "refused"}:
            refused = (listed == "refused") != is_negated(verb)
            return Standing(status="refused" if refused else "proposed", strength=PLAIN)
    return None
