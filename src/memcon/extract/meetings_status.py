"""How a mention says that its meeting stands: held, planned, cancelled, refused…, who changed it, and how firmly that is said.

The governors of the noun or verb are climbed ("refused to hold talks", "the cancellation of the visit") until one of them settles it;
where none does, the tense and modality of the clause do (`modality`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.meetings_lexicon import class_of, words
from memcon.extract.modality import is_verbal, status_of
from memcon.extract.sides import subject_token
from memcon.extract.verb_group import is_passive, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings_mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import EventStatus, MeetingStatus

_VERBAL = frozenset({"VERB", "AUX"})
_STEPS = 9
_OFFERED = frozenset({"proposed", "possible", "potential", "prospective", "suggested", "offered"})
_FIXED = frozenset({"due", "schedule", "expect", "slate", "set", "plan", "scheduled", "expected", "planned"})
_CARRIES = frozenset({
    "hold", "have", "be", "take", "conduct", "enter", "engage", "attend", "join", "participate", "sit", "come", "go", "return", "begin", "start",
    "resume", "open", "launch", "organize", "organise", "host", "convene", "make", "pay", "get", "do", "arrange", "continue", "schedule", "set", "complete", "meet", "negotiate", "visit", "talk", "speak", "move", "restart",
})  # fmt: skip
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
FIRM, PLAIN, WEAK, GENERIC = 3, 2, 1, 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A status, how firmly it is said, and the token of who changed it.

    `FIRM` is by a word for it, `PLAIN` by tense, `WEAK` by default; `GENERIC` words alone would make no meeting.
    """

    status: MeetingStatus | None
    strength: int
    changer: Token | None = None


def standing_of(reading: Reading, mention: Mention) -> Standing:
    """The status that the mention gives; ``None`` where the meeting is denied outright."""
    token = reading.doc[mention.head]
    for found in (_modified(token), _followed(token), _predicated(token), _attended(token, mention), _governed(token)):
        if found is not None:
            return _under_if(token, found)
    return _under_if(token, _by_tense(token, mention))


def _followed(token: Token) -> Standing | None:
    """As in "talks due to take place on", "a visit scheduled for", "the round, which was postponed"."""
    if is_verbal(token):
        return None
    for child in (c for bearer in (token, *_of(token)) for c in bearer.rights):
        listed = class_of("status").get(_lemma(child)) or class_of("status").get(child.lemma_.lower())
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
            status=_status(listed), strength=FIRM, changer=_changer(child) if child.pos_ in _VERBAL else None
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
    return _complement(verb)


def _complement(verb: Token) -> Standing | None:
    """What "is possible", "is out of the question" says."""
    for child in verb.children:
        if child.dep_ not in {"acomp", "attr", "oprd"} or child.i < verb.i:
            continue
        listed = class_of("status").get(child.lemma_.lower()) or class_of("status").get(child.lower_)
        if listed in {"proposed", "refused"}:
            refused = (listed == "refused") != _is_negated(verb)
            return Standing(status="refused" if refused else "proposed", strength=PLAIN)
    return None


def _attended(token: Token, mention: Mention) -> Standing | None:
    """As in "said during talks", "after a meeting with": it took place, unless the clause looks ahead."""
    if (
        is_verbal(token)
        or token.dep_ != "pobj"
        or token.head.lower_ not in {"during", "after", "following", "since", "amid"}
    ):
        return None
    if any(class_of("status").get(c.lower_) == "planned" for c in token.lefts):
        return None
    verb = next((t for t in token.ancestors if t.pos_ in _VERBAL), None)
    ahead = verb is not None and status_of(verb) in {"planned", "hypothetical"} and token.head.lower_ != "following"
    if ahead and verb is not None and verb_group(verb).modal:
        return Standing(status="planned", strength=WEAK if mention.definite else PLAIN)
    return Standing(status="held", strength=WEAK if mention.definite else PLAIN)


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
            return Standing(status=_status(listed), strength=FIRM)
        if child.dep_ in {"amod", "compound"} and child.lower_ in _OFFERED:
            return Standing(status="proposed", strength=PLAIN)
    return None


def _status(listed: str) -> MeetingStatus:
    return "under-way" if listed == "under_way" else "held" if listed == "ended" else listed  # type: ignore[return-value]


def governors(token: Token) -> Iterator[tuple[Token, str]]:
    """What governs the mention, outward, each with the relation it is reached by, over prepositions and light verbs."""
    node = token
    lost = _lost_offer(token)
    if lost is not None:
        yield lost, f"prep:{token.left_edge.nbor(-1).lower_}"
    for _ in range(_STEPS):
        above, relation = node.head, node.dep_
        if above.i == node.i:
            return
        if above.dep_ in {"prep", "agent"} or above.pos_ == "ADP":
            relation = f"prep:{above.lower_}"
            if above.head.i == above.i:
                return
            above = _bearer(above)
        yield above, relation
        node = above


def _lost_offer(token: Token) -> Token | None:
    """The offer or refusal right before a phrase ("his calls for talks cannot be …"), where the parse has made the talks a subject."""
    first = token.left_edge
    if token.dep_ not in {"nsubj", "nsubjpass"} or first.i < first.sent.start + 2:
        return None
    link, word = first.nbor(-1), first.nbor(-2)
    listed = class_of("status").get(word.lemma_.lower())
    return word if link.lower_ in {"for", "of", "to"} and link.head.i != token.i and listed in {"proposed", "refused"} else None


def _bearer(preposition: Token) -> Token:
    """What a preposition hangs on: a word of offer or refusal right before it, whatever the parse says ("state their openness to talks")."""
    before = preposition.nbor(-1) if preposition.i > preposition.sent.start else preposition.head
    listed = class_of("status").get(before.lemma_.lower())
    near = before.pos_ in {"NOUN", "ADJ"} and listed in {"proposed", "refused", "cancelled", "postponed"}
    return before if near and not before.is_ancestor(preposition) else preposition.head


def _governed(token: Token) -> Standing | None:
    """The first governor whose word settles the status, within the reach of the clause."""
    below = token
    negated = is_verbal(token) and _is_negated(token)
    if negated:
        return _negated_act(token)
    if _no(token):
        return Standing(
            status="refused", strength=FIRM, changer=_subject(token.head) if token.head.pos_ in _VERBAL else None
        )
    for governor, relation in governors(token):
        settled = _settles(governor, relation, below)
        if settled is not None:
            return settled
        if not _transparent(governor, relation):
            return None
        below = governor
    return None


def _transparent(governor: Token, relation: str) -> bool:
    """Whether what governs the governor still says something of the meeting."""
    if governor.pos_ in _VERBAL:
        return (
            governor.lemma_.lower() in _CARRIES | {"agree", "be", "able"}
            and relation not in {"advcl", "relcl"}
            and not (relation == "nsubj" and governor.lemma_ != "be")
        )
    return (
        relation.startswith("prep:of")
        or relation in {"compound", "conj", "acl", "pcomp", "xcomp"}
        or governor.pos_ == "ADP"
        or governor.lemma_ in {"table", "start", "resumption", "continuation", "idea", "way", "result", "round"}
    )


def _no(token: Token) -> bool:
    """As in "no talks", "any talks" under a negation is left to the verb."""
    return any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj", "neg"} for c in token.lefts)


def _lemma(governor: Token) -> str:
    """The governor's lemma with its particle ("call off"), or with its preposition where that makes the sense ("pull out of")."""
    particle = next(
        (
            c.lower_
            for c in governor.children
            if c.dep_ == "prt"
            or (
                c.dep_ in {"advmod", "prep"}
                and c.i == governor.i + 1
                and c.lower_ in {"off", "out", "back", "down", "up", "underway"}
            )
        ),
        "",
    )
    return f"{governor.lemma_.lower()} {particle}".strip()


def _settles(governor: Token, relation: str, below: Token) -> Standing | None:
    lemma = _lemma(governor)
    listed = class_of("status").get(_with_preposition(lemma, relation)) or class_of("status").get(lemma)
    if listed is None:
        listed = class_of("status").get(governor.lower_ if governor.pos_ in _VERBAL else governor.lemma_.lower())
    if (
        governor.lemma_ == "be"
        and relation in {"xcomp", "ccomp", "advcl", "csubj"}
        and (said := _complement(governor)) is not None
    ):
        return said
    if governor.pos_ in _VERBAL and governor.lemma_ in _CARRIES and _is_negated(governor):
        return _negated_act(governor)
    if listed is None or listed == "ended":
        return None
    return _listed(governor, relation, below, listed)


def _with_preposition(lemma: str, relation: str) -> str:
    return f"{lemma} {relation.removeprefix('prep:')}" if relation.startswith("prep:") else lemma


def _listed(governor: Token, relation: str, below: Token, listed: str) -> Standing | None:
    """What a governor of the status lists says, if it governs the mention in the right way."""
    subject = relation == "nsubj" and not is_passive(governor)
    negated = _is_negated(governor) or (governor.pos_ not in _VERBAL and _no(governor))
    if listed in {"cancelled", "postponed"}:
        return _change(governor, listed) if not subject or governor.lemma_ == "adjourn" else None
    if listed == "suspended":
        return (
            Standing(status="suspended", strength=FIRM)
            if relation in {"dobj", "nsubjpass", "nsubj", "prep:of", "prep:in", "amod"}
            else None
        )
    if relation in {
        "advcl",
        "relcl",
        "prep:after",
        "prep:during",
        "prep:following",
        "prep:in",
        "prep:at",
        "prep:since",
    }:
        return None
    if listed == "refused":
        if negated:
            return Standing(status="proposed", strength=PLAIN)
        return (
            Standing(status="refused", strength=FIRM, changer=_changer(governor))
            if not subject or governor.pos_ == "ADJ" or governor.lemma_ == "be"
            else None
        )
    if listed == "proposed":
        return _proposal(governor, relation, below, negated=negated, subject=subject)
    if listed == "planned":
        return _plan(governor, relation, negated=negated, subject=subject)
    return None


def _change(governor: Token, listed: str) -> Standing:
    if verb_planned(governor) or _only_spoken_of(governor):
        return Standing(status="planned", strength=FIRM)
    if governor.pos_ in _VERBAL and status_of(governor) in {"planned", "proposed", "hypothetical", "denied"}:
        return Standing(status="planned", strength=FIRM)
    return Standing(status=_status(listed), strength=FIRM, changer=_changer(governor))


def _only_spoken_of(governor: Token) -> bool:
    """As in "has no problem with postponing", "talk of cancelling": no change that was made."""
    return governor.tag_ == "VBG" and governor.dep_ == "pcomp" and governor.head.lower_ in {"with", "of", "about", "on"}


def verb_planned(governor: Token) -> bool:
    """As in "rescheduled to July" names a new day."""
    return governor.lemma_ == "reschedule"


def _proposal(governor: Token, relation: str, below: Token, *, negated: bool, subject: bool) -> Standing | None:
    if subject and governor.pos_ in _VERBAL:
        return None
    if governor.lemma_ in {"call", "push", "press", "ask", "appeal"} and relation not in {
        "prep:for",
        "xcomp",
        "dobj",
        "prep:on",
        "advcl",
        "ccomp",
    }:
        return None
    if negated and governor.lemma_ not in {"rule", "possible"}:
        return Standing(status="refused", strength=PLAIN, changer=_changer(governor))
    above = _refusal_above(governor)
    if above is not None:
        return above
    if (
        governor.lemma_
        in {"support", "welcome", "hope", "need", "require", "interest", "way", "solution", "condition", "precondition"}
        and relation != "xcomp"
        and any(c.lower_ in {"the", "these", "this"} for c in below.lefts)
    ):
        return None
    return Standing(status="proposed", strength=PLAIN)


def _refusal_above(governor: Token) -> Standing | None:
    """As in "ruled out the possibility of talks", "rejected an offer to meet", "sees no prospect of"."""
    if governor.pos_ in _VERBAL or governor.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return None
    verb = governor.head if governor.dep_ != "pobj" else governor.head.head
    if verb.pos_ in _VERBAL and class_of("status").get(_lemma(verb)) == "refused":
        negated = _is_negated(verb) or any(t.lemma_ == "refuse" for t in verb.ancestors)
        return Standing(status="proposed" if negated else "refused", strength=FIRM, changer=_changer(verb))
    if verb.pos_ in _VERBAL and _is_negated(verb) and verb.lemma_ in {"see", "have", "accept", "be"}:
        return Standing(status="refused", strength=FIRM, changer=_changer(verb))
    return None


def _plan(governor: Token, relation: str, *, negated: bool, subject: bool) -> Standing | None:
    if subject or (
        governor.lemma_ in {"agree", "announce", "set", "decide", "agreement"}
        and relation not in {"dobj", "xcomp", "ccomp", "prep:on", "prep:to", "nsubjpass", "acl"}
    ):
        return None
    if negated:
        return Standing(status="refused", strength=FIRM, changer=_changer(governor))
    return Standing(status="planned", strength=PLAIN)


def _is_negated(verb: Token) -> bool:
    return verb_group(verb).negated or any(c.dep_ == "neg" or c.lower_ in {"never", "neither"} for c in verb.children)


def _negated_act(verb: Token) -> Standing:
    """As in "will not hold talks" refuses; "did not meet" says only that there was none."""
    group = verb_group(verb)
    changer = _subject(verb)
    if group.modal in {"future", "would", "possible", "obliging"} or group.to or not group.past:
        return Standing(status="refused", strength=FIRM, changer=changer)
    return Standing(status=None, strength=PLAIN)


def _subject(verb: Token) -> Token | None:
    return subject_token(verb)


def _changer(governor: Token) -> Token | None:
    """Who cancelled, postponed or refused: the subject, the "by" or "at the initiative of" of a passive, the owner of a noun."""
    if governor.pos_ not in _VERBAL:
        owner = next((c for c in governor.children if c.dep_ == "poss"), None)
        return owner or next(
            (o for c in governor.children if c.dep_ == "prep" and c.lower_ in {"by", "of"} for o in c.children), None
        )
    if is_passive(governor):
        return _agent(governor)
    return _subject(governor)


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


def _by_tense(token: Token, mention: Mention) -> Standing:
    """What the clause's tense and modality say."""
    event: EventStatus = status_of(token)
    if token.dep_ in {"nsubj", "nsubjpass"} and token.head.lemma_ in {"aim", "focus", "center", "centre"}:
        group = verb_group(token.head)
        if not group.past and not group.modal:
            return Standing(status="under-way", strength=PLAIN)
    if (state := _state(token)) is not None:
        return state
    if _goes_on(token):
        return Standing(status="under-way", strength=PLAIN)
    if event == "denied":
        return Standing(status=None, strength=PLAIN)
    status = _OF_EVENT[event]
    if mention.bare and not is_verbal(token) and not _has_finite_carrier(token) and _holds_nobody(token):
        return Standing(status=status, strength=GENERIC)
    if status == "held" and _in_progress(token, mention):
        return Standing(status="under-way", strength=PLAIN)
    if status == "held" and not _has_finite_carrier(token) and not _at_it(token):
        goes_on = mention.kind == "talks" and _is_standing(token)
        return Standing(status="under-way" if goes_on else "held", strength=WEAK)
    return Standing(status=status, strength=PLAIN)


def _state(token: Token) -> Standing | None:
    """As in "are in talks", "remain locked in negotiations"."""
    verb = token.head.head
    if token.dep_ != "pobj" or token.head.lower_ != "in" or verb.lemma_ not in {"be", "remain", "engage", "lock"}:
        return None
    status = status_of(verb, standing=True)
    if status not in {"ongoing", "occurred"}:
        return None
    past = verb_group(verb).past
    return Standing(status="held" if past else "under-way", strength=PLAIN)


def _goes_on(token: Token) -> bool:
    """As in "will continue talks", "the continuation of talks", "have been holding talks", "are negotiating"."""
    verb = token if is_verbal(token) else token.head
    if verb.pos_ not in _VERBAL:
        return verb.lower_ == "of" and verb.head.lemma_ == "continuation"
    if not is_verbal(token) and token.dep_ not in {"dobj", "nsubj", "nsubjpass"}:
        return False
    above = verb.head if verb.dep_ in {"xcomp", "conj"} else verb
    if "continue" in {verb.lemma_, above.lemma_} and not _is_negated(verb):
        return True
    group = verb_group(verb)
    return group.progressive and group.perfect and not group.negated and not group.modal


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
        and verb.lemma_ in _CARRIES | {"end", "conclude", "last", "take", "yield", "result", "produce"}
    )


def _in_progress(token: Token, mention: Mention) -> bool:
    """As in "arrived in Tehran on Friday", "began talks": begun, and not said to have ended."""
    if mention.kind == "visit" and token.lemma_.lower() in {"arrive", "arrival", "land"}:
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
    return bool(modifiers & {"ongoing", "current", "continuing", "visiting"})


def _is_standing(token: Token) -> bool:
    """As in "supports the peace talks", "Norland's talks with Sudria": talks that a report takes for granted go on."""
    owned = any(c.dep_ == "poss" and c.pos_ != "PRON" for c in token.lefts)
    return owned or any(c.lower_ in words("wars", "truce") for c in token.lefts)
