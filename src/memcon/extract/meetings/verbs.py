"""Verbs that tell of a meeting: people meet, visit, arrive, speak by phone, negotiate, receive each other.

The same verbs have many other uses ("meet a demand", "spoke to reporters", "called on"): objects and subjects tell them apart.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import gazetteer
from memcon.extract.clause.modality import is_verbal
from memcon.extract.clause.sides import subject_token
from memcon.extract.clause.verb_group import is_passive
from memcon.extract.meetings.lexicon import class_of, words
from memcon.extract.meetings.nouns import OF_TALKS, lemma_of, under

_DOWN = frozenset({"down", "again", "together"})

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.meetings.lexicon import Kind
    from memcon.extract.reading import Reading


def verb_kind(reading: Reading, token: Token) -> Kind | None:
    """The kind of meeting that a verb tells of, or ``None``."""
    lemma = token.lemma_.lower()
    listed = class_of("verbs").get(lemma)
    if token.lower_ == "visiting" and token.dep_ == "amod" and _is_person(reading, token.head):
        return "visit"
    if listed is None or token.pos_ not in {"VERB", "AUX"} or not is_verbal(token):
        return None
    if listed == "meet":
        return "meeting" if _meets(reading, token, lemma) else None
    if listed == "sit":
        together = under(token, {"with"}) or _several(token) or _of_sides(token)
        return "meeting" if together and any(c.lower_ in _DOWN for c in token.children) else None
    if listed == "see":
        return "meeting" if _sees(reading, token) else None
    if listed == "visit":
        return "visit" if _goes_to_place(reading, token, direct=True) else None
    if listed == "travel":
        return "visit" if _travels(reading, token, lemma) else None
    if listed in {"speak", "discuss"}:
        return _speaks(reading, token, lemma)
    if listed == "negotiate":
        return "talks"
    if listed == "phone" and _calls_on(reading, token):
        return "meeting"
    if listed == "phone":
        return "call" if (lemma != "call" and _object(token) is not None) or _calls(reading, token) else None
    return "meeting" if _hosts(reading, token) else None


def _of_sides(verb: Token) -> bool:
    """As in "the two sides will sit again"."""
    who = subject_token(verb)
    return who is not None and who.lemma_.lower() in words("people", "sides") and who.tag_ == "NNS"


def _sees(reading: Reading, verb: Token) -> bool:
    """As in "after seeing his counterpart", "flew in to see the rebels' leaders": a purpose or an occasion, and somebody of another party."""
    thing = _object(verb)
    if thing is None or not (verb.dep_ == "pcomp" or (verb.tag_ == "VB" and verb.dep_ in {"advcl", "xcomp"})):
        return False
    if any(c.dep_ in {"prep", "xcomp", "ccomp"} and c.lower_ == "as" for c in verb.children):
        return False
    return thing.lemma_.lower() == "counterpart" or (_is_people(thing) and bool(_party(reading, thing)))


def _several(verb: Token) -> bool:
    """Whether the subject names more than one: "envoys of Chile and Peru", "Chile and Peru"."""
    who = subject_token(verb)
    return who is not None and who.i < verb.i and any(w.dep_ == "conj" for w in who.subtree)


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "dobj"), None)


def _meets(reading: Reading, verb: Token, lemma: str) -> bool:
    """People meet people; a demand that is met is no meeting."""
    thing = _object(verb)
    if thing is not None and (thing.lemma_.lower() in words("refuse", "meet_objects") or thing.pos_ == "NUM"):
        return False
    if any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children):
        return False
    if thing is not None and lemma == "meet":
        return (
            bool(_party(reading, thing))
            or thing.ent_type_ in {"PERSON", "NORP", "ORG"}
            or thing.pos_ == "PRON"
            or _is_people(thing)
        )
    if lemma in {"meet", "convene", "reconvene", "huddle"}:
        return thing is None or lemma != "huddle"
    return any(
        c.dep_ == "prep" and c.lower_ in {"in", "at", "for", "on"} for c in verb.children
    ) and _subject_is_official(reading, verb)


def _is_people(token: Token) -> bool:
    return token.lemma_.lower() in words("people", "officials")


def _subject_is_official(reading: Reading, verb: Token) -> bool:
    subject = subject_token(verb) or next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and (bool(_party(reading, subject)) or _is_people(subject))


def _party(reading: Reading, token: Token) -> tuple[str, ...]:
    mention = reading.cast.headed(token.i) or reading.cast.at(token.i)
    return mention.parties if mention is not None else ()


def _is_person(reading: Reading, token: Token) -> bool:
    """Whether the word names somebody who can travel for a party: a person, a delegation, officials."""
    mention = reading.cast.headed(token.i) or reading.cast.at(token.i)
    if token.lemma_.lower() in words("people", "no_visitors"):
        return False
    if (
        mention is not None
        and mention.actor is not None
        and reading.cast.actor(mention.actor).kind in {"person", "group"}
    ):
        return True
    return (
        token.ent_type_ == "PERSON"
        or _is_people(token)
        or (token.pos_ == "PRON" and token.lower_ in {"he", "she", "they", "we", "i", "who"})
    )


def _goes_to_place(reading: Reading, verb: Token, *, direct: bool) -> bool:
    """Whether somebody who can act for a party goes to a named place."""
    who = subject_token(verb)
    if who is None or not _is_person(reading, who):
        return False
    thing = _object(verb) if direct else None
    return (
        thing is None
        or thing.ent_type_ in {"GPE", "LOC", "FAC", "ORG"}
        or bool(_party(reading, thing))
        or _is_country_word(thing)
    )


def _is_country_word(token: Token) -> bool:
    return token.lemma_.lower() in {
        "country",
        "capital",
        "region",
        "city",
        "kingdom",
        "neighbor",
        "neighbour",
        "troops",
        "site",
    } or any(c.ent_type_ == "GPE" for c in token.children)


def _travels(reading: Reading, verb: Token, lemma: str) -> bool:
    """As in "arrived in Muscat", "will go to Kuwait"; a plain "is in Tehran" with a purpose, too."""
    wanted = {
        "arrive": {"in", "at"},
        "land": {"in"},
        "leave": {"for"},
        "depart": {"for"},
        "be": {"in"},
        "head": {"to", "for"},
        "spend": {"in", "at"},
        "stop": {"in", "at"},
    }.get(lemma, {"to"})
    if (lemma == "be" and not _on_mission(verb)) or (lemma == "spend" and not _some_days(verb)):
        return False
    if lemma == "return" and not _goes_back(reading, verb):
        return False
    links = [*verb.children, *(c for a in verb.children if a.dep_ == "acomp" for c in a.children)]
    for child in links:
        if (
            child.dep_ == "prep"
            and child.lower_ in wanted
            and any(_is_place(reading, o) and not _in_clause(o, child) for o in child.subtree if o.i - child.i <= 6)
        ):
            return _goes_to_place(reading, verb, direct=False)
    return False


def _in_clause(place: Token, link: Token) -> bool:
    """As in "come to the understanding that Norland wants peace": the place is of what is understood."""
    return any(a.pos_ in {"VERB", "AUX"} for a in place.ancestors if link.is_ancestor(a))


def _some_days(verb: Token) -> bool:
    """As in "spent two days in Muscat"."""
    return any(c.dep_ in {"dobj", "npadvmod"} and c.lemma_ in {"day", "hour", "week"} for c in verb.children)


def _goes_back(reading: Reading, verb: Token) -> bool:
    """As in "will return to Lomé next Tuesday": to where others are at home, and not to the traveller's own seat."""
    who = subject_token(verb)
    at_home = set(_party(reading, who)) if who is not None else set()
    for link in verb.children:
        for place in link.children if link.dep_ == "prep" and link.lower_ == "to" else ():
            there = {p.place.country for p in reading.places if p.head == place.i} | set(_party(reading, place))
            if there - {""} and at_home and not there & at_home:
                return True
    return False


def _is_place(reading: Reading, token: Token) -> bool:
    return (
        token.ent_type_ in {"GPE", "LOC", "FAC"}
        or token.lemma_ in {"capital", "country", "kingdom"}
        or (token.pos_ == "PROPN" and (bool(_party(reading, token)) or bool(gazetteer.find(token.text))))
    )


def _on_mission(verb: Token) -> bool:
    """As in "is in Tehran for talks", "was in Muscat to discuss"."""
    for child in verb.children:
        if (
            child.dep_ == "prep"
            and child.lower_ == "for"
            and any(lemma_of(o) in OF_TALKS | {"round", "summit", "conference"} for o in child.children)
        ):
            return True
        if child.dep_ == "acomp" and child.lower_ in {"due", "expected"}:
            return True
        if child.dep_ in {"advcl", "xcomp"} and child.lemma_ in {
            "meet",
            "discuss",
            "attend",
            "hold",
            "sign",
            "negotiate",
            "confer",
            "talk",
        }:
            return True
    return False


def _speaks(reading: Reading, verb: Token, lemma: str) -> Kind | None:
    """Two sides that speak with each other; speaking to the press or saying something is none."""
    partners = [
        o
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"with", "to"}
        for o in c.children
        if o.dep_ == "pobj"
    ]
    by_phone = any(
        (
            c.dep_ == "prep"
            and c.lower_ in {"by", "on", "over", "via"}
            and any(o.lower_ in {"phone", "telephone"} for o in c.children)
        )
        for c in verb.children
    )
    if by_phone:
        return "call"
    if not partners and lemma in {"confer", "consult"} and _object(verb) is None and _several(verb):
        return "talks"
    if not partners or any(_hears(p) for p in partners):
        return None
    named = any(_party(reading, p) or _is_people(p) or _both(p) for p in partners)
    if not named or (lemma == "discuss" and not any(c.lower_ == "with" for c in verb.children)):
        return None
    if lemma in {"speak", "talk", "chat", "converse"}:
        return "call" if lemma == "speak" and verb.tag_ in {"VBD", "VBN"} else "talks"
    return "talks"


def _both(partner: Token) -> bool:
    """As in "spoke with both sides"."""
    return partner.lemma_.lower() in words("people", "sides") and any(
        c.lower_ in {"both", "two"} for c in partner.lefts
    )


def _hears(partner: Token) -> bool:
    listed = words("refuse", "hearers")
    return partner.lemma_.lower() in listed or any(c.lower_ in listed for c in partner.lefts)


def _calls(reading: Reading, verb: Token) -> bool:
    """As in "phoned Putin"; "called Putin on Monday", but not "called Putin a friend" or "called on"."""
    if verb.lemma_ != "call":
        return False
    thing = _object(verb)
    plain = not any(c.dep_ in {"oprd", "xcomp", "prt", "ccomp", "acomp", "attr"} for c in verb.children)
    return (
        thing is not None
        and plain
        and _is_person(reading, thing)
        and (thing.pos_ == "PROPN" or (_is_people(thing) and bool(_party(reading, thing))))
        and verb.tag_ in {"VBD", "VBN", "VB"}
        and not any(c.dep_ == "prep" and c.lower_ in {"for", "on"} for c in verb.children)
    )


def _calls_on(reading: Reading, verb: Token) -> bool:
    """As in "will call on the prime minister", in British use; "called on him to resign" is none."""
    if verb.lemma_ != "call" or any(c.dep_ in {"xcomp", "ccomp", "dobj", "advcl"} for c in verb.children):
        return False
    links = [c for c in verb.children if c.dep_ in {"prep", "prt"} and c.lower_ == "on"]
    return any(
        o.tag_ in {"NN", "NNP"} and _is_person(reading, o) and not any(c.dep_ == "relcl" for c in o.children)
        for link in links
        for o in link.children
        if o.i > verb.i
    )


def _hosts(reading: Reading, verb: Token) -> bool:
    """As in "hosted Putin", "was received by the president"."""
    passive = is_passive(verb)
    own = next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    thing = (own or subject_token(verb)) if passive else _object(verb)
    if thing is None or not (_is_person(reading, thing) or thing.lemma_ in {"side", "party", "delegation"}):
        return False
    by = any(c.dep_ == "agent" for c in verb.children)
    return (by if passive else _subject_is_official(reading, verb)) and (verb.lemma_ != "greet")
