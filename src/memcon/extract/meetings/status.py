"""How a mention says that its meeting stands: held, planned, cancelled, refused…, who changed it, and how firmly that is said.

The governors of the noun or verb are climbed first (`meetings_governed`); where none settles it, the words around it and the tense and
modality of the clause do (`modality`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality import clause_of, is_verbal, status_of
from memcon.extract.clause.verb_group import verb_group
from memcon.extract.meetings.governed import governed_by, lemma_with_particle
from memcon.extract.meetings.lexicon import class_of, words
from memcon.extract.meetings.standing import (
    CARRIES,
    FIRM,
    GENERIC,
    PLAIN,
    WEAK,
    Standing,
    changer_of,
    complement_of,
    is_negated,
    status_named,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import EventStatus, MeetingStatus

_VERBAL = frozenset({"VERB", "AUX"})
_OFFERED = frozenset({"proposed", "possible", "potential", "prospective", "suggested", "offered"})
_FIXED = frozenset(
    {"due", "schedule", "expect", "slate", "set", "plan", "scheduled", "expected", "planned", "foresee", "bill", "pencil", "call", "tentative"}
)  # fmt: skip
_CHANGES = frozenset({"cancelled", "postponed", "suspended"})
_OF_EVENT: dict[str, MeetingStatus] = {
    "occurred": "held",
    "ongoing": "under-way",
    "planned": "planned",
    "cancelled": "cancelled",
    "proposed": "proposed",
    "refused": "refused",
    "conditional": "proposed",
    "hypothetical": "proposed",
    "alleged": "held",
}


def standing_of(reading: Reading, mention: Mention) -> Standing:
    """The status that the mention gives; ``None`` where the meeting is denied outright."""
    token = reading.doc[mention.head]
    if (met := _met_for(token)) is not None:
        return met
    governed = governed_by(token)
    if governed is not None and governed.status in _CHANGES and governed.strength == FIRM:
        return governed
    for found in (_modified(token), _followed(token), _predicated(token), _attended(token, mention), governed):
        if found is not None:
            return _under_if(token, found)
    return _under_if(token, _by_tense(token, mention))


def _met_for(token: Token) -> Standing | None:
    """As in "A and B met for talks": the talks are what they met for, and stand as the meeting does."""
    link = token.head
    if is_verbal(token) or token.dep_ != "pobj" or link.lower_ != "for" or link.head.pos_ not in _VERBAL:
        return None
    status = _OF_EVENT.get(status_of(link.head))
    if class_of("verbs").get(link.head.lemma_) != "meet" or status not in {"held", "under-way"}:
        return None
    return Standing(status=status, strength=WEAK)


def _followed(token: Token) -> Standing | None:
    """As in "talks due to take place on", "a visit scheduled for", "the round, which was postponed"."""
    if is_verbal(token):
        return None
    for child in (c for bearer in (token, *_of(token)) for c in bearer.rights):
        listed = class_of("status").get(lemma_with_particle(child)) or class_of("status").get(child.lemma_.lower())
        if child.dep_ == "relcl" and child.lemma_ in {"begin", "start", "open"} and child.tag_ == "VBD":
            return Standing(status="under-way", strength=PLAIN)
        if child.dep_ not in {"amod", "acl", "relcl", "appos", "advcl"} or listed not in {
            "cancelled",
            "postponed",
            "suspended",
            "planned",
        }:
            continue
        whose = next((c for c in child.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
        if whose is not None and whose.lower_ not in {"which", "that"}:
            continue
        if listed == "planned" and child.lemma_.lower() not in _FIXED:
            continue
        return Standing(
            status=status_named(listed), strength=FIRM, changer=changer_of(child) if child.pos_ in _VERBAL else None
        )
    return None


def _of(token: Token) -> list[Token]:
    """The talks of "a round of talks"."""
    return [
        o
        for c in token.children
        if c.dep_ == "prep" and c.lower_ in {"of", "with", "between"}
        for o in c.children
        if o.dep_ == "pobj"
    ]


def _predicated(token: Token) -> Standing | None:
    """As in "talks are possible", "the talks are on hold", "negotiation is futile"."""
    verb = token.head
    if token.dep_ != "nsubj" or verb.lemma_ not in {"be", "remain", "look", "seem", "become"}:
        return None
    return complement_of(verb)


def _attended(token: Token, mention: Mention) -> Standing | None:
    """As in "said during talks", "after a meeting with": it took place, unless the clause looks ahead."""
    if is_verbal(token):
        return None
    if token.dep_ == "pobj" and token.head.head.lemma_ in {"sideline", "margin"}:
        return _beside_it(token, mention)
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        token = token.head.head  # "after three days of talks"
    if token.dep_ != "pobj" or token.head.lower_ not in {"during", "after", "following", "since", "amid"}:
        return None
    if any(class_of("status").get(c.lower_) == "planned" for c in token.lefts):
        return None
    verb = next((t for t in token.ancestors if t.pos_ in _VERBAL), None)
    ahead = verb is not None and status_of(verb) in {"planned", "hypothetical"} and token.head.lower_ != "following"
    if ahead and verb is not None and verb_group(verb).modal:
        return Standing(status="planned", strength=WEAK if mention.definite else PLAIN)
    return Standing(status="held", strength=WEAK if mention.definite else PLAIN)


def _beside_it(token: Token, mention: Mention) -> Standing:
    """As in "will meet on the sidelines of the summit": the summit is when they meet."""
    verb = next((t for t in token.ancestors if t.pos_ in _VERBAL), None)
    ahead = verb is not None and status_of(verb) == "planned"
    return Standing(status="planned" if ahead else "held", strength=WEAK if mention.definite else PLAIN)


def _under_if(token: Token, found: Standing) -> Standing:
    """As in "If they want to meet, I will meet": an offer, no plan."""
    if found.status != "planned" or found.strength == FIRM:
        return found
    verb = token if is_verbal(token) else token.head
    for clause in (verb, *verb.ancestors):
        marks = [c for c in clause.children if c.dep_ == "mark" and c.lower_ in {"if", "unless"}]
        bound = [
            c
            for c in clause.children
            if c.dep_ == "advcl" and any(m.dep_ == "mark" and m.lower_ in {"if", "unless"} for m in c.children)
        ]
        if marks or bound:
            return Standing(status="proposed", strength=found.strength)
        if clause.dep_ in {"ccomp", "ROOT", "relcl"}:
            break
    return found


def _modified(token: Token) -> Standing | None:
    """As in "the cancelled talks", "a planned visit", "a proposed meeting"."""
    if token.pos_ in _VERBAL and is_verbal(token):
        return None
    for child in token.lefts:
        listed = class_of("status").get(child.lower_) or class_of("status").get(child.lemma_.lower())
        if child.dep_ in {"amod", "compound", "nmod", "advmod"} and listed in {"cancelled", "postponed", "suspended"}:
            return Standing(status=status_named(listed), strength=FIRM)
        if child.dep_ in {"amod", "compound"} and child.lower_ in _OFFERED:
            return Standing(status="proposed", strength=PLAIN)
    return None


def _by_tense(token: Token, mention: Mention) -> Standing:
    """What the clause's tense and modality say."""
    event: EventStatus = status_of(token)
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ in {"aim", "focus", "center", "centre"}:
        group = verb_group(token.head)
        if not group.past and not group.modal:
            return Standing(status="under-way", strength=PLAIN)
    if (state := _state(token)) is not None:
        return state
    if token.lemma_ == "be" and any(c.dep_ == "acomp" and c.lower_ in {"due", "expected"} for c in token.children):
        return Standing(status="planned", strength=PLAIN)
    if _goes_on(token):
        return Standing(status="under-way", strength=PLAIN)
    if _led_to_nothing(token):
        return Standing(status="held", strength=PLAIN)
    if event == "denied" and (told := _without(token)) is not None:
        return told
    if event == "denied":
        return Standing(status=None, strength=PLAIN)
    status = _OF_EVENT[event]
    if mention.bare and not is_verbal(token) and not _has_finite_carrier(token) and _holds_nobody(token):
        return Standing(status=status, strength=GENERIC)
    if status in {"held", "planned"} and _arrives_for(token, mention):
        return Standing(status="under-way", strength=PLAIN)
    if status == "under-way" and mention.definite and _has_a_host(token):
        return Standing(status=status, strength=WEAK)
    if status == "held" and _in_progress(token, mention):
        return Standing(status="under-way", strength=WEAK if token.dep_ == "amod" else PLAIN)
    if status == "held" and not _has_finite_carrier(token) and not _at_it(token):
        goes_on = mention.kind == "talks" and _is_standing(token)
        return Standing(status="under-way" if goes_on else "held", strength=WEAK)
    points_back = status == "held" and mention.definite and _at_it(token)
    return Standing(status=status, strength=WEAK if points_back else PLAIN)


def _led_to_nothing(token: Token) -> bool:
    """As in "failed to agree at talks in Oman": they took place."""
    if token.dep_ != "pobj" or token.head.lower_ not in {"at", "in", "during"}:
        return False
    return any(a.lemma_ == "fail" and verb_group(a).past for a in token.ancestors)


def _without(token: Token) -> Standing | None:
    """As in "concluded talks without a deal": what is missing is something else."""
    verb = token if is_verbal(token) else clause_of(token)
    if is_negated(verb) or not any(c.lower_ == "without" for c in verb.children):
        return None
    group = verb_group(verb)
    return Standing(status="held" if group.past or group.perfect else "planned", strength=PLAIN)


def _state(token: Token) -> Standing | None:
    """As in "are in talks", "remain locked in negotiations", "is on a visit"."""
    verb = token.head.head
    if (
        token.dep_ != "pobj"
        or token.head.lower_ not in {"in", "on"}
        or verb.lemma_ not in {"be", "remain", "engage", "lock"}
    ):
        return None
    status = status_of(verb, standing=True)
    if status not in {"ongoing", "occurred"}:
        return None
    past = verb_group(verb).past and not _is_reported(verb)
    return Standing(status="held" if past else "under-way", strength=PLAIN)


def _is_reported(verb: Token) -> bool:
    """As in "said that A and B were in talks": the past is that of the saying."""
    return verb.dep_ == "ccomp" and verb.head.lemma_ in words("saying", "cues") and verb_group(verb.head).past


def _goes_on(token: Token) -> bool:
    """As in "will continue talks", "the continuation of talks", "have been holding talks", "are negotiating"."""
    verb = token if is_verbal(token) else token.head
    if verb.pos_ not in _VERBAL:
        return verb.lower_ == "of" and verb.head.lemma_ == "continuation"
    if not is_verbal(token) and token.dep_ not in {"dobj", "nsubj", "nsubjpass"}:
        return False
    above = verb.head if verb.dep_ in {"xcomp", "conj"} else verb
    if "continue" in {verb.lemma_, above.lemma_} and not is_negated(verb):
        return True
    group = verb_group(verb)
    if group.negated or group.modal or not group.perfect:
        return False
    return group.progressive or (token.dep_ == "nsubj" and _so_far(verb))


def _so_far(verb: Token) -> bool:
    """As in "The talks have so far resulted in two accords"."""
    return any(c.lower_ == "far" and any(a.lower_ == "so" for a in c.lefts) for c in verb.children)


def _at_it(token: Token) -> bool:
    """As in "said in a meeting with", "agreed at talks in": the clause happened there."""
    return (
        not is_verbal(token)
        and token.dep_ == "pobj"
        and token.head.lower_ in {"in", "at", "on"}
        and token.head.head.pos_ in _VERBAL
    )


def _holds_nobody(token: Token) -> bool:
    return not any(c.dep_ == "prep" and c.lower_ in {"with", "between", "among", "in", "at"} for c in token.children)


def _has_finite_carrier(token: Token) -> bool:
    """Whether the noun is subject or object of a verb that says that it took place."""
    if is_verbal(token):
        return True
    while token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "NOUN":
        token = token.head.head  # "had two years of talks"
    verb = token.head
    return (
        verb.pos_ in _VERBAL
        and token.dep_ in {"dobj", "nsubj", "nsubjpass"}
        and verb.lemma_ in CARRIES | {"end", "conclude", "last", "take", "yield", "result", "produce"}
    )


def _arrives_for(token: Token, mention: Mention) -> bool:
    """As in "arrived for a three-day visit": the visit has begun."""
    link = token.head
    arrived = token.dep_ == "pobj" and link.lower_ == "for" and link.head.lemma_ in {"arrive", "land"}
    group = verb_group(link.head)
    return mention.kind == "visit" and arrived and not group.modal and not group.to


def _in_progress(token: Token, mention: Mention) -> bool:
    """As in "arrived in Tehran on Friday", "began talks": begun, and not said to have ended."""
    if mention.kind == "visit" and (token.lemma_.lower() in {"arrive", "arrival", "land"} or token.dep_ == "amod"):
        return True
    if mention.series and not is_verbal(token) and not _has_finite_carrier(token):
        return token.lower_ != "rounds"
    verb = token.head
    started = (
        verb.pos_ in _VERBAL
        and verb.lemma_ in {"begin", "start", "launch", "resume", "open", "restart", "kick"}
        and token.dep_ in {"dobj", "nsubj", "nsubjpass", "xcomp"}
    )
    if token.lemma_ in words("status", "under_way") or started:
        return not verb_group(verb).perfect or started
    modifiers = {c.lower_ for c in token.lefts}
    return bool(modifiers & {"ongoing", "current", "continuing", "visiting", "regular", "constant", "continuous"})


def _has_a_host(token: Token) -> bool:
    """As in "Sudria, which is hosting the talks": it need not have begun."""
    return not is_verbal(token) and token.dep_ == "dobj" and token.head.lemma_ in {"host", "mediate", "attend", "join"}


def _is_standing(token: Token) -> bool:
    """As in "supports the peace talks", "Norland's talks with Sudria": talks that a report takes for granted go on."""
    owned = any(c.dep_ == "poss" and c.pos_ != "PRON" for c in token.lefts)
    return owned or any(c.lower_ in words("wars", "truce") for c in token.lefts)
