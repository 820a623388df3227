"""Whether an act happened, happens, will or might happen: the status of a verb or of a noun that names an act.

The status is read outward. First the verb group that carries the act ("will not meet", "talks were held"), or the words about its
noun ("upcoming talks"); then what governs it ("plans to meet", "denied that it had met"); then the clause that it stands in
("if they meet"). The words are data: ``lexicon/modality.toml``.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias

from memcon.extract.verb_group import VerbGroup, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

    from memcon.model import EventStatus

Class: TypeAlias = str
Words: TypeAlias = "Mapping[str, frozenset[str]]"
_CLAUSE = frozenset({"ccomp", "advcl", "relcl", "ROOT", "parataxis", "csubj", "csubjpass"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_VERBAL = frozenset({"VERB", "AUX"})
_MAX_STEPS = 12
Link: TypeAlias = Literal["arg", "clause"]


@lru_cache(maxsize=1)
def words() -> Mapping[str, Words]:
    """The lists of ``modality.toml`` by table and name."""
    data = tomllib.loads(files("memcon.extract").joinpath("lexicon/modality.toml").read_text("utf-8"))
    return {table: {name: frozenset(entries) for name, entries in lists.items()} for table, lists in data.items()}


def status_of(token: Token, *, standing: bool | None = None) -> EventStatus:
    """The status of the act that `token` names, a verb or a noun.

    `standing` says whether the act lasts ("sanctions", "supports"), so that it counts as `ongoing` where nothing puts it in the past;
    left out, the lists of verbs and nouns decide.
    """
    if standing is None:
        lists = words()["standing"]
        standing = token.lemma_.lower() in lists["verbs" if token.pos_ in _VERBAL else "nouns"]
    status = _verb_status(token, standing=standing) if is_verbal(token) else _noun_status(token, standing=standing)
    return _outer(token, status)


def is_verbal(token: Token) -> bool:
    """Whether a token stands as a verb (a gerund with a determiner or a "meeting" does not)."""
    if token.pos_ not in _VERBAL:
        return False
    if token.dep_ == "amod" or token.dep_ == "compound":
        return False
    return not (
        token.tag_ == "VBG"
        and any(c.dep_ in {"det", "poss", "amod"} for c in token.children)
        and not any(c.dep_ == "dobj" for c in token.children)
    )


# The verb group ------------------------------------------------------------------------------------------------------


def _verb_status(verb: Token, *, standing: bool) -> EventStatus:
    group = verb_group(verb)
    if group.modal == "" and (group.to or not group.finite):
        return _infinite_status(verb, group, standing=standing)
    return _finite_status(group, standing=standing)


def _finite_status(group: VerbGroup, *, standing: bool) -> EventStatus:
    """The status that a finite verb group gives, its own clause alone."""
    if group.modal == "possible":
        return "denied" if group.negated and _certain(group) else "hypothetical"
    if group.negated:
        return "denied"
    if group.modal == "future":
        return "planned"
    if group.modal == "would":
        return "planned" if backshifted(group.verb) else "hypothetical"
    if group.modal == "obliging":
        return "proposed"
    if group.progressive:
        return "planned" if _going(group) else "occurred" if group.past else "ongoing"
    if group.past or group.perfect or group.passive:
        return "occurred" if not (standing and group.passive and not group.past and not group.perfect) else "ongoing"
    return "ongoing" if standing else "occurred"


def _certain(group: VerbGroup) -> bool:
    """Cannot and could not deny; may not and might not leave it open."""
    return any(w.lower_ in {"can", "ca", "could", "cannot"} for w in group.words)


def _going(group: VerbGroup) -> bool:
    return group.verb.lemma_ == "go"


def _infinite_status(verb: Token, group: VerbGroup, *, standing: bool) -> EventStatus:
    """An infinitive, gerund or participle: as what governs it has it, else planned for an infinitive and occurred for the rest."""
    if group.negated:
        return "denied"
    governor = _governor_of_verb(verb)
    if governor is None:
        return "planned" if group.to else "occurred"
    if is_to_be(verb):
        return "planned"
    if group.to:
        return _infinitive_under(governor, verb)
    kind = _class_of(governor)
    if kind == "begun":
        return _begun_status(governor)
    if verb.dep_ == "xcomp" and verb.tag_ == "VB":
        return _carrier_status(governor, standing=standing)
    if kind == "planned" and _governor_negated(governor):
        return "denied"
    if verb.tag_ == "VBN":
        return "ongoing" if verb.lemma_ in words()["standing"]["participles"] else "occurred"
    if (
        kind in _STATUS_OF_CLASS
        and verb.dep_ in {"xcomp", "dobj", "pcomp", "ccomp", "acl"}
        and not (kind == "planned" and verb.dep_ == "acl")
    ):
        return _STATUS_OF_CLASS[kind]
    return _participle_status(verb, governor)


def _participle_status(verb: Token, governor: Token) -> EventStatus:
    """A participle clause or "by/in/after …ing" happens when its main verb does."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in words()["links"]["after"]:
        return "occurred"
    if verb.dep_ == "pcomp" and verb.head.lower_ in words()["links"]["ahead"]:
        return "planned"
    if governor.pos_ not in _VERBAL:
        return "occurred"
    main = _verb_status(governor, standing=False) if governor.i != verb.i else "occurred"
    return main if main in {"planned", "hypothetical"} else "occurred"


def is_to_be(verb: Token) -> bool:
    """Whether a verb stands as "is to meet", "was to have met": what is arranged."""
    group = verb_group(verb)
    if not group.to:
        return False
    before = [w.lemma_ for w in group.words if w.lower_ != "to" and w.lower_ not in {"not"}]
    head = verb.head
    return before[:1] == ["be"] or (
        verb.dep_ == "xcomp" and head.lemma_ == "be" and not any(c.dep_ in {"acomp", "attr"} for c in head.children)
    )


_STATUS_OF_CLASS: dict[str, EventStatus] = {
    "planned": "planned",
    "proposed": "proposed",
    "refused": "refused",
    "denied": "denied",
    "alleged": "alleged",
    "hypothetical": "hypothetical",
    "cancelled": "cancelled",
    "postponed": "planned",
    "conditional": "conditional",
}


def _infinitive_under(governor: Token, verb: Token) -> EventStatus:
    """ "to meet" under a verb, adjective or noun: plans to, ready to, refused to, offer to; of purpose: planned."""
    kind = _class_of(governor)
    if kind == "real" or governor.lemma_ in {"decision", "move", "vote"}:
        return _carrier_status(governor, standing=False)
    if _governor_negated(governor):
        return "denied"
    if kind == "begun":
        return _begun_status(governor)
    if kind in _STATUS_OF_CLASS:
        return _STATUS_OF_CLASS[kind]
    if governor.lemma_ in {"have", "need"} and verb.dep_ == "xcomp":
        return "proposed"
    return "planned"


def _begun_status(governor: Token) -> EventStatus:
    """ "will continue to supply" is going on already; "will begin to supply" is to come."""
    status = _carrier_status(governor, standing=True)
    return "ongoing" if status == "planned" and governor.lemma_ in {"continue", "keep", "remain"} else status


def _governor_negated(governor: Token) -> bool:
    if any(c.lower_ in {"no", "not", "n't", "never", "without"} for c in governor.children):
        return True
    return governor.pos_ in _VERBAL and verb_group(governor).negated


# The noun ------------------------------------------------------------------------------------------------------------


def _noun_status(noun: Token, *, standing: bool) -> EventStatus:
    """Modifiers first, then the light verb or predicate that the noun stands with, then the preposition."""
    if noun.tag_ == "NNP" and standing and noun.text[:1].isupper():
        standing = False  # a war with a name is over, unless the words say that it goes on
    by_modifier = _modifier_status(noun)
    if by_modifier is not None and by_modifier not in {"planned", "ongoing", "occurred"}:
        return by_modifier
    by_carrier = _argument_status(noun, standing=standing)
    if by_modifier == "planned" and by_carrier in {None, "occurred", "ongoing", "hypothetical"}:
        return "planned"
    if by_modifier == "ongoing" and by_carrier in {None, "occurred"}:
        return "ongoing"
    return by_carrier or by_modifier or ("ongoing" if standing else "occurred")


def _modifier_status(noun: Token) -> EventStatus | None:
    modifiers = [
        c
        for c in noun.children
        if c.dep_ in {"amod", "det", "advmod", "compound", "neg", "nmod", "acl"} and c.i < noun.i
    ]
    if (
        noun.i > 0
        and noun.nbor(-1).pos_ in {"ADJ", "VERB"}
        and noun.nbor(-1) not in modifiers
        and noun.nbor(-1).dep_ == "amod"
    ):
        modifiers.append(noun.nbor(-1))
    lists = words()["modifiers"]
    for kind in (
        "denied",
        "cancelled",
        "postponed",
        "alleged",
        "hypothetical",
        "proposed",
        "planned",
        "ongoing",
        "past",
    ):
        if any(m.lower_ in lists[kind] for m in modifiers):
            return "occurred" if kind == "past" else "ongoing" if kind == "ongoing" else _STATUS_OF_CLASS[kind]
    return None


LIGHT = frozenset(
    {
        "hold", "be", "have", "make", "take", "pay", "conduct", "carry", "launch", "begin", "start", "open", "continue", "stage", "mount", "sign", "impose", "reach", "give", "do",
        "resume", "happen", "occur", "enter", "engage", "convene", "kick", "go", "come", "wage", "commit", "declare", "announce", "issue", "send", "extend", "attend", "host", "put",
        "place", "get", "offer", "provide", "deliver", "lift", "strike", "conclude", "join", "participate", "lead", "run", "perform", "undertake", "execute", "proceed", "lodge", "file", "stop", "end", "arrange", "express", "voice",
    }
)  # fmt: skip


_ENDING = frozenset(
    {"end", "stop", "halt", "resolve", "settle", "lift", "ease", "de-escalate", "preserve", "maintain", "monitor"}
)
_SHARING_NO = frozenset(
    {
        "plan",
        "intention",
        "round",
        "possibility",
        "chance",
        "kind",
        "form",
        "question",
        "prospect",
        "sort",
        "type",
        "series",
    }
)


def _argument_status(noun: Token, *, standing: bool) -> EventStatus | None:
    """What the noun's place says: subject or object of a verb, or under a preposition."""
    head, dep = noun.head, noun.dep_
    if dep == "conj" and head.pos_ in _NOMINAL:
        own = any(c.dep_ in {"det", "poss"} for c in noun.children)
        return _argument_status(head, standing=standing) if own else _noun_status(head, standing=standing)
    if dep in {"compound", "nmod", "poss", "appos"} and head.pos_ in _NOMINAL and head.i != noun.i:
        return _modifier_status(head) or (_argument_status(head, standing=standing) if dep == "compound" else None)
    if dep in {"dobj", "attr", "oprd", "nsubjpass", "dative"}:
        return _object_status(noun, head, standing=standing)
    if dep == "nsubj":
        return _subject_status(head, standing=standing)
    if dep == "pobj":
        return _prepositional_status(noun, head, standing=standing)
    return None


def _object_status(noun: Token, verb: Token, *, standing: bool) -> EventStatus | None:
    kind = _class_of(verb)
    if standing and (kind in {"refused", "denied", "proposed"} or verb.lemma_ in _ENDING):
        return None
    negated = _governor_negated(verb) if verb.lemma_ in LIGHT | {"see", "witness"} else False
    if verb.lemma_ in LIGHT and verb.lemma_ not in {"announce", "offer", "arrange", "stop"}:
        status = _carrier_status(verb, standing=standing and verb.lemma_ in {"be", "have", "continue", "wage"})
        return "denied" if negated else status
    if kind in {"alleged", "denied", "cancelled", "postponed", "planned", "proposed", "hypothetical", "refused"}:
        return _STATUS_OF_CLASS[kind]
    return _carrier_status(verb, standing=standing) if noun.dep_ == "nsubjpass" else None


def _subject_status(verb: Token, *, standing: bool) -> EventStatus | None:
    """ "The talks will focus on …" is planned; "the talks did not yield anything" still took place."""
    group = verb_group(verb)
    exists = verb.lemma_ in {"take", "occur", "happen", "be", "begin", "start", "resume"}
    adjective = next((c for c in verb.children if c.dep_ in {"acomp", "oprd"}), None)
    if adjective is not None and _class_of(adjective) in {"hypothetical", "planned", "conditional"}:
        return _STATUS_OF_CLASS[_class_of(adjective)]
    if group.negated and not exists and group.modal == "":
        return "occurred"
    if _class_of(verb) == "conditional":
        return "conditional"
    if group.negated and not exists:
        return "occurred"
    if standing and not exists and group.finite and not group.past and group.modal == "":
        return "ongoing"
    return _carrier_status(verb, standing=True)


def _prepositional_status(noun: Token, preposition: Token, *, standing: bool) -> EventStatus | None:
    above, word = preposition.head, preposition.lower_
    links = words()["links"]
    if word in links["ahead"] or (word == "of" and above.lower_ == "ahead"):
        return "planned"
    if word in {"after", "following", "despite", "since"}:
        return "occurred" if not standing or word in {"after", "following"} else None
    if word == "without":
        return "denied"
    if word == "for" and above.lemma_ in links["travel"]:
        return "planned"
    kind = _class_of(above)
    if standing and kind in {"refused", "denied", "proposed", "conditional"}:
        return None
    if above.pos_ in _NOMINAL and kind in {
        "alleged",
        "hypothetical",
        "proposed",
        "planned",
        "refused",
        "denied",
        "cancelled",
        "postponed",
    }:
        return _STATUS_OF_CLASS[kind]
    if above.pos_ in _NOMINAL:
        return (
            (_modifier_status(above) or _argument_status(above, standing=standing))
            if word in {"of", "in", "for"}
            else None
        )
    if kind in {"alleged", "hypothetical", "proposed", "refused", "denied", "conditional"} and word in {
        "of",
        "for",
        "to",
        "out",
        "with",
        "against",
        "on",
        "about",
    }:
        return _STATUS_OF_CLASS[kind]
    status = _carrier_status(above, standing=standing) if above.pos_ in _VERBAL else None
    return (
        status
        if status in {"planned", "hypothetical", "proposed"}
        and word in {"in", "at", "for", "to", "with", "during", "on", "into"}
        else None
    )


def _carrier_status(verb: Token, *, standing: bool) -> EventStatus:
    """The status of the verb that carries the act: a light verb, or one of beginning and ending."""
    if verb.pos_ not in _VERBAL:
        return "ongoing" if standing else "occurred"
    return _verb_status(verb, standing=standing)


# What governs ---------------------------------------------------------------------------------------------------------


def _class_of(word: Token) -> Class:
    """The list of governors that a word is on, by its lemma or form; ``""`` for none."""
    lists = words()["governors"]
    lemma, form = word.lemma_.lower(), word.lower_
    for kind in (
        "denied",
        "refused",
        "cancelled",
        "postponed",
        "alleged",
        "conditional",
        "hypothetical",
        "proposed",
        "planned",
        "begun",
        "real",
    ):
        if lemma in lists[kind] or form in lists[kind]:
            return kind
    return ""


def _governor_of_verb(verb: Token) -> Token | None:
    """The verb, adjective or noun that an infinitive, gerund or participle hangs on."""
    head = verb.head
    if verb.dep_ == "ROOT" or head.i == verb.i:
        return None
    if verb.dep_ == "conj":
        return _governor_of_verb(head)
    if verb.dep_ in {"pcomp", "pobj"}:
        return head.head if head.head.i != head.i else None
    return head


def backshifted(verb: Token) -> bool:
    """Whether a "would" stands for "will" in speech reported in the past ("said it would meet")."""
    lists = words()["reporting"]
    for above in verb.ancestors:
        past = above.tag_ in {"VBD", "VBN"} or verb_group(above).past if above.pos_ in _VERBAL else False
        if (past and above.lemma_ in lists["verbs"]) or (above.pos_ == "NOUN" and above.lemma_ in lists["nouns"]):
            return True
    return any(
        t.tag_ == "VBD" and t.lemma_ in lists["verbs"] and t.i != verb.i for t in verb.sent
    ) and not has_condition(verb)


def _outer(token: Token, status: EventStatus) -> EventStatus:
    """What the clauses about the act add: a denial, a charge, an if, a condition."""
    if in_condition(token):
        return "hypothetical"
    above = _denied_or_alleged(token, status)
    if above is not None:
        return above
    if status == "occurred" and _reportedly(token):
        return "alleged"
    if (
        status in {"planned", "hypothetical", "proposed", "denied"}
        and has_condition(token)
        and not (status == "denied" and verb_is_past(token))
    ):
        return "conditional"
    return status


def _denied_or_alleged(token: Token, status: EventStatus) -> EventStatus | None:
    """What a denial, a charge or a doubt over the act makes of it; a denial outranks the rest."""
    steps = [(above, child, _class_of(above)) for above, child in _climb(token)]
    for above, child, kind in steps:
        if (
            kind == "denied"
            and child.dep_ in {"ccomp", "acl", "xcomp", "pcomp"}
            and above.lemma_ not in {"fail", "failure"}
        ):
            return "denied"
        told = child.lemma_ in words()["reporting"]["nouns"] and child.i != token.i
        if kind in {"refused", "denied"} and child.dep_ in {"dobj", "ccomp"} and told:
            return "denied"
    for above, child, kind in steps:
        if (
            kind == "alleged"
            and child.dep_ in {"ccomp", "acl", "pcomp", "prep", "xcomp"}
            and status in {"occurred", "ongoing"}
            and above.lemma_ not in {"claim", "charge"}
        ):
            return "alleged"
        if (
            kind == "hypothetical"
            and child.dep_ in {"ccomp", "acl", "pcomp", "prep"}
            and status in {"planned", "occurred"}
            and above.lemma_ not in {"warn", "concern"}
        ):
            return "hypothetical"
    return None


def verb_is_past(token: Token) -> bool:
    """Whether the clause of an act is told in the past: "did not meet until"."""
    clause = clause_of(token)
    return clause.pos_ in _VERBAL and verb_group(clause).past


def _climb(token: Token) -> Iterator[tuple[Token, Token]]:
    """The words above `token`, each with the child that leads down, up to where another fact begins (a relative clause, a full stop)."""
    node = token
    for _ in range(_MAX_STEPS):
        if node.head.i == node.i or node.dep_ in {"relcl", "parataxis"}:
            return
        if node.dep_ == "advcl" and any(
            c.dep_ == "mark" and c.lower_ not in {"that", "whether"} for c in node.children
        ):
            return
        yield node.head, node
        if (
            node.dep_ == "ccomp"
            and node.head.lemma_ in words()["reporting"]["verbs"]
            and node.head.dep_ in {"ROOT", "conj"}
        ):
            return
        node = node.head


def _reportedly(token: Token) -> bool:
    clause = clause_of(token)
    return any(
        c.lower_ in {"reportedly", "allegedly", "purportedly", "supposedly"}
        for c in (*token.children, *clause.children)
    )


def clause_of(token: Token) -> Token:
    """The verb of the clause that a token stands in."""
    node = token
    while node.head.i != node.i and not (
        node.pos_ in _VERBAL and node.dep_ in {*_CLAUSE, "conj", "acl", "pcomp", "xcomp"}
    ):
        node = node.head
    return node


def in_condition(token: Token) -> bool:
    """Whether a token stands in an if-clause or its like."""
    node = token
    marks = words()["links"]["condition"]
    for _ in range(_MAX_STEPS):
        if node.dep_ in {"advcl", "ccomp", "acl"} and any(
            c.dep_ in {"mark", "advmod"} and c.lower_ in marks and c.i < node.i for c in node.children
        ):
            return not _past_until(node)
        if node.head.i == node.i or node.dep_ == "relcl":
            return False
        node = node.head
    return False


def _past_until(clause: Token) -> bool:
    """ "until they met", "once he had signed" in the past are no conditions."""
    marks = {c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"}}
    return bool(marks & {"until", "once", "whether"}) and verb_group(clause).past


def has_condition(token: Token) -> bool:
    """Whether the act is made to depend on something: an if-clause of its own verb, or "contingent on" and its like."""
    for verb in _verbs_over(token):
        for child in verb.children:
            if child.dep_ == "advcl" and any(
                c.dep_ in {"mark", "advmod"} and c.lower_ in words()["links"]["condition"] for c in child.children
            ):
                return not _past_until(child)
            if child.dep_ in {"advcl", "prep", "advmod"} and _condition_phrase(child, verb):
                return True
    return False


def _condition_phrase(child: Token, verb: Token) -> bool:
    start = child.left_edge.i
    text = verb.doc[start : min(start + 5, verb.sent.end)].text.lower()
    before = verb.doc[max(start - 2, 0) : start].text.lower()
    return any(text.startswith(p) or f"{before} {text}".startswith(p) for p in words()["links"]["condition_phrases"])


def _verbs_over(token: Token) -> Iterator[Token]:
    """The act's own verb and those that govern it within the sentence, up to a verb of saying."""
    node = token
    for _ in range(_MAX_STEPS):
        if node.pos_ in _VERBAL:
            yield node
        if node.head.i == node.i or node.dep_ in {"relcl", "ccomp", "advcl", "parataxis"}:
            return
        node = node.head
