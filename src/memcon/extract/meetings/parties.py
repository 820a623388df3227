"""Who meets: the parties that a mention and the verb that carries it name, mediators and the members of a format among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import gazetteer, parties_of_phrase
from memcon.extract.clause.modality import is_verbal
from memcon.extract.clause.sides import SideFinder, carrier, occasion_of, participants_of, subject_token, union
from memcon.extract.meetings.context import leading_pair, named_most, pair_before
from memcon.extract.meetings.lexicon import class_of, formats, words
from memcon.extract.meetings.nouns import objects_of
from memcon.extract.meetings.places import place_of
from memcon.extract.meetings.visits import visit_parties
from memcon.extract.meetings.wars import rivals_at_home

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings.mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import Statement

Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TOGETHER = {"with", "between", "among"}
_IN_TALKS = frozenset({"be", "remain", "engage", "lock", "participate", "stay", "partake"})
_OFFERED_OR_NOT = frozenset({"proposed", "refused", "cancelled", "postponed", "suspended"})
_THERE = frozenset({"in", "during", "at", "after", "following", "from"})
_LEAVES = frozenset({"walk", "storm", "withdraw", "wind", "wrap", "pull", "skip"})
_TELLING = frozenset({"tell", "inform", "assure", "brief", "thank", "urge", "warn", "remind"})


def parties_of(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> Parties:
    """The parties that the mention and the verb that carries it name, visitors first."""
    token = reading.doc[mention.head]
    if mention.kind == "visit":
        return visit_parties(reading, mention, token, statements)
    finder = SideFinder(reading, statements)
    explicit = union(*(members(o, finder) for o in objects_of(token, _TOGETHER)))
    body = _own_body(reading, token)
    if body and not explicit:
        return body
    place = _seat_before(reading, token)
    found = tuple(p for p in union(_named(reading, token, finder), explicit) if p not in place or p in explicit)
    if len(explicit) < 2 and any(c.lower_ == "between" for c in token.children):
        found = union(found, _linear(reading, mention))
    if _met_both(token):
        third = subject_of(token, finder)
        found = union(third, tuple(p for p in named_most(reading) if p not in third)[:2])
    elif len(found) < 2 and _speaks_of_two(token):
        found = leading_pair(reading) or pair_before(reading, token) or found
    found = rivals_at_home(reading, mention, found)
    if found:
        found = union(found, mediators_of(reading, mention, statements))
    return _of_partner(reading, mention, union(found, _in_format(reading, mention, found)))


def _named(reading: Reading, token: Token, finder: SideFinder) -> Parties:
    """The parties named by the noun or verb, by the talks of a round, by the table of "the negotiating table", and by who is in talks."""
    found = participants_of(reading, token, finder.statements)
    found = union(_willing(token, finder), found)
    inner = [o for o in objects_of(token, {"of"}) if o.pos_ == "NOUN"]
    if token.dep_ in {"compound", "amod"} and token.head.lemma_ == "table":
        inner.append(token.head)
    found = union(found, *(participants_of(reading, o, finder.statements) for o in inner))
    if token.dep_ == "pobj" and token.head.lower_ == "in" and token.head.head.lemma_ in _IN_TALKS:
        found = union(finder.subject(token.head.head), found)
    if token.dep_ == "pobj" and class_of("status").get(token.head.head.lemma_) in {"proposed", "refused"}:
        offer = token.head.head
        found = union((finder.of_verb(offer) if is_verbal(offer) else finder.of_noun(offer)).all, found)
    if len(found) < 2 and not is_verbal(token):
        verb = carrier(token) or occasion_of(token)
        who = subject_token(verb) if verb is not None else None
        several = members(who, finder) if who is not None else ()
        found = union(several, found) if len(several) > 1 else found
    found = union(_ending(token, finder), found, *(members(o, finder) for o in _attending(token)))
    if token.dep_ == "pobj" and token.head.lower_ == "for" and token.head.head.pos_ == "NOUN":
        found = _without_supporter(token, finder, found)
    if len(found) < 2 and token.dep_ == "dobj":
        found = union(found, _offering(token, finder))
    if list(objects_of(token, {"with"})) and token.head.lower_ == "from":
        found = union(_speaker_there(token, finder), found)
    if len(found) < 2 and (list(objects_of(token, {"with"})) or token.head.head.lemma_ in _TELLING):
        found = union(_speaker_there(token, finder), found)
    return found


def _willing(token: Token, finder: SideFinder) -> Parties:
    """As in "is willing to meet", "are ready to hold talks": who is so would be there."""
    verb = token if is_verbal(token) else carrier(token)
    if verb is None or verb.dep_ != "xcomp" or verb.head.pos_ != "ADJ" or verb.head.head.pos_ not in _VERBAL:
        return ()
    return finder.subject(verb.head.head)


def _ending(token: Token, finder: SideFinder) -> Parties:
    """As in "a delegation ended four days of talks", "walked out of talks", "skipped the round": who does so was at them."""
    node = token
    while node.dep_ == "pobj" and node.head.lower_ == "of" and node.head.head.pos_ == "NOUN":
        node = node.head.head
    verb = node.head
    if node.dep_ == "pobj" and verb.lower_ in {"of", "from"}:
        verb = verb.head if verb.head.pos_ in _VERBAL else verb.head.head
    ends = (
        class_of("status").get(verb.lemma_) in {"ended", "cancelled", "suspended", "refused"} or verb.lemma_ in _LEAVES
    )
    if verb.pos_ not in _VERBAL or not ends or node.dep_ not in {"dobj", "pobj"}:
        return ()
    who = subject_token(verb)
    return members(who, finder) if who is not None else ()


def _without_supporter(token: Token, finder: SideFinder, found: Parties) -> Parties:
    """As in "Norland expressed support for the talks": who does that is no side to them unless the words about the talks say so."""
    verb = carrier(token)
    who = subject_token(verb) if verb is not None else None
    own = union(*(members(o, finder) for o in objects_of(token, _TOGETHER)))
    outside = finder.phrase(who) if who is not None else ()
    return tuple(p for p in found if p not in outside or p in own)


def _offering(token: Token, finder: SideFinder) -> Parties:
    """As in "rejected talks with Norland", "offered talks to Sudria": who offers or refuses talks and to whom would sit at them."""
    verb = token.head
    if class_of("status").get(verb.lemma_) not in _OFFERED_OR_NOT:
        return ()
    who = subject_token(verb)
    to = [*objects_of(token, {"to"}), *objects_of(verb, {"to"})]
    to += [o for c in verb.children if c.dep_ == "dative" for o in (c, *c.children) if o.pos_ != "ADP"]
    met = union(*(finder.phrase(o) for o in (*to, *objects_of(token, {"with"}))))
    return union(finder.phrase(who), met) if who is not None and met else ()


def _attending(token: Token) -> Iterator[Token]:
    """As in "talks resumed, with delegations from A and B attending"."""
    verb = token.head if token.dep_ in {"nsubj", "nsubjpass"} else None
    for link in verb.children if verb is not None else ():
        for there in link.children if link.lower_ == "with" else ():
            if there.lemma_ in {"attend", "participate", "take", "represent"}:
                yield from (c for c in there.children if c.dep_ in {"nsubj", "nsubjpass"})


def members(token: Token, finder: SideFinder) -> Parties:
    """The parties of a phrase and of all that is coordinated with it, on whichever of its words the parse has hung that."""
    found, mention = finder.phrase(token), finder.reading.cast.headed(token.i)
    for child in token.children:
        if child.dep_ in {"conj", "appos"} and child.i > token.i:
            found = union(found, members(child, finder))
    if mention is not None:
        for word in token.subtree:
            inside = mention.span.start <= word.idx < mention.span.end and word.i != token.i
            if inside:
                found = union(
                    found, *(finder.phrase(c) for c in word.children if c.dep_ == "conj" and c.idx >= mention.span.end)
                )
    return found


def _of_partner(reading: Reading, mention: Mention, found: Parties) -> Parties:
    """Of those met one by one, the one whose meeting this is."""
    if not mention.partners:
        return found
    mine = _at(reading, mention.partners[0])
    others = union(*(_at(reading, i) for i in mention.partners[1:]))
    return union((p for p in found if p not in others), mine)


def _at(reading: Reading, token: int) -> Parties:
    mention = reading.cast.headed(token) or reading.cast.at(token)
    return mention.parties if mention is not None else ()


def mediators_of(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> Parties:
    """As in "talks mediated by Oman", "Sudrian-brokered talks", "the talks were moderated by": those who bring the sides together sit with them."""
    token, finder = reading.doc[mention.head], SideFinder(reading, statements)
    said = words("mediating", "verbs")
    participles = [c for c in token.children if c.dep_ in {"acl", "relcl"}]
    if token.dep_ == "nsubjpass":
        participles.append(token.head)
    participles += [c for p in participles for c in p.children if c.dep_ == "conj"]
    agents = [o for p in participles if p.lemma_ in said for c in p.children if c.dep_ == "agent" for o in c.children]
    found = union(*(members(o, finder) for o in agents))
    agents = _agents_behind(reading, mention)
    found = union(found, *(members(o, finder) for o in agents))
    for word in reading.doc[mention.start : mention.end]:
        if word.lemma_ in said | words("mediating", "leading") and word.i > 1 and word.nbor(-1).text in {"-", "–"}:
            found = union(found, _at(reading, word.i - 2))
    return found


def _agents_behind(reading: Reading, mention: Mention) -> list[Token]:
    """As in "talks in Doha on Thursday, mediated by Oman": the agent of a participle that only places and times part from the talks."""
    sent = reading.doc[mention.head].sent
    for word in reading.doc[mention.end : sent.end]:
        if word.lemma_ in words("mediating", "verbs") and word.tag_ == "VBN":
            return [o for c in word.children if c.dep_ == "agent" for o in c.children]
        if word.pos_ in {"VERB", "AUX"} or (word.pos_ in {"NOUN", "PROPN"} and not word.ent_type_):
            break
    return []


def _in_format(reading: Reading, mention: Mention, found: Parties) -> Parties:
    """The members of a standing format ("the Astana talks"), or of talks of its sides at its place where the report speaks of the format."""
    named = {p for m in reading.cast.mentions for p in m.parties}
    for word in reading.doc[mention.start : mention.head]:
        if word.lower_ in formats():
            return formats()[word.lower_].named(named)
    place = place_of(reading, mention)
    there = formats().get(place.name.lower()) if place is not None and mention.kind == "talks" else None
    if there is None or place is None or not found or not set(found) <= {*there.sponsors, *there.sides}:
        return ()
    return there.named(named) if _format_named(reading, place.name) else ()


def _format_named(reading: Reading, place: str) -> bool:
    """Whether the report speaks of the place's talks, process or format by that name."""
    doc = reading.doc
    heads = words("nouns", "talks") | words("nouns", "series")
    return any(t.text == place and any(w.lower_ in heads for w in doc[t.i + 1 : t.i + 3]) for t in doc)


def _speaker_there(token: Token, finder: SideFinder) -> Parties:
    """As in "Zimin said during a meeting with the envoy": who spoke there met there."""
    if token.dep_ != "pobj" or token.head.lower_ not in _THERE:
        return ()
    verb = next((t for t in token.ancestors if t.pos_ in _VERBAL), None)
    who = subject_token(verb) if verb is not None else None
    if verb is None or who is None:
        return ()
    heard = [c for c in verb.children if c.dep_ == "dobj" and verb.lemma_ in _TELLING]
    return union(members(who, finder), *(finder.phrase(c) for c in heard))


def among_themselves(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> bool:
    """Whether those met are of the same state as who met them: a president with his own ministers."""
    token = reading.doc[mention.head]
    met = union(*(parties_of_phrase(o, reading.cast) for o in objects_of(token, {"with"})))
    finder = SideFinder(reading, statements)
    who = _speaker_there(token, finder)
    if not who and is_verbal(token) and (subject := subject_token(token)) is not None:
        who = finder.phrase(subject)
    return len(met) == 1 and met == who


def _speaks_of_two(token: Token) -> bool:
    """As in "officials from both countries", "talks between the two sides", "their two foreign ministers"."""
    verb = token if is_verbal(token) else carrier(token)
    who = subject_token(verb) if verb is not None else None
    phrases = [token, *([who] if who is not None else [])]
    for phrase in phrases:
        for word in phrase.subtree:
            if (
                word.lower_ in {"both", "two"}
                and word.head.lemma_.lower() in words("people", "sides")
                and word.i < word.head.i
            ):
                return True
    return False


def _met_both(token: Token) -> bool:
    """As in "spoke with both sides", "offered to host the two delegations": a third party meets the pair."""
    near = [*token.children, *(c for o in objects_of(token, {"by", "on"}) for c in o.children)]  # "spoke by phone with"
    links = [c for c in near if c.dep_ == "prep" and c.lower_ in {"with", "to", "among"}]
    met = [o for link in links for o in link.children if o.dep_ == "pobj"]
    met += [c for c in token.children if c.dep_ == "dobj"] if is_verbal(token) else []
    return any(
        o.lemma_.lower() in words("people", "sides") | {"delegation"}
        and any(c.lower_ in {"both", "two"} for c in o.lefts)
        for o in met
    )


def subject_of(token: Token, finder: SideFinder) -> Parties:
    """The parties that the verb, or the one that carries the noun, has for subject."""
    verb = token if is_verbal(token) else carrier(token)
    who = subject_token(verb) if verb is not None else None
    return members(who, finder) if who is not None else ()


def _linear(reading: Reading, mention: Mention) -> Parties:
    """The parties after "between" in the mention's own words, where the parse lost one of them."""
    doc = reading.doc
    start = next((i for i in range(mention.head, mention.end) if doc[i].lower_ == "between"), mention.end)
    stop = next((i for i in range(start, mention.end) if doc[i].lower_ in {"in", "at", "on"}), mention.end)
    return reading.cast.parties_between(start, stop)


def _own_body(reading: Reading, token: Token) -> Parties:
    """As in "the OPEC meeting", "a summit of the EU": the body meets by itself."""
    if is_verbal(token):
        return ()
    near = [c for c in token.lefts if c.dep_ in {"compound", "nmod", "amod", "poss"}] + list(objects_of(token, {"of"}))
    found = union(*(parties_of_phrase(c, reading.cast) for c in near))
    return found if len(found) == 1 and found[0] in words("bodies", "own") else ()


def meets_its_own(reading: Reading, mention: Mention) -> bool:
    """As in "a meeting with students": those met stand for no party and are not named, so nothing is filled in."""
    token = reading.doc[mention.head]
    for other in objects_of(token, {"with"}):
        named = parties_of_phrase(other, reading.cast) or other.ent_type_ in _NAMES or other.pos_ in {"PRON", "PROPN"}
        if (
            not named
            and other.lemma_.lower() not in words("people", "counterparts")
            and not any(c.ent_type_ in _NAMES or parties_of_phrase(c, reading.cast) for c in other.subtree)
        ):
            return True
    return False


def _seat_before(reading: Reading, token: Token) -> Parties:
    """As in "the Vienna talks" are held there, not by Austria; "Moscow-Kyiv talks" are between two."""
    seats = [
        c
        for c in token.lefts
        if c.dep_ in {"compound", "nmod", "amod"} and (c.ent_type_ in {"GPE", "LOC", "FAC"} or c.pos_ == "PROPN")
    ]
    if len(seats) != 1 or any(
        c.dep_ in {"conj", "compound"} and c.ent_type_ == "GPE" and not _same_name(c, seats[0])
        for c in seats[0].children
    ):
        return ()
    name = reading.doc[seats[0].left_edge.i : seats[0].i + 1].text
    hits = gazetteer.find(name)
    if hits and all(h.entry.sort == "seat" for h in hits):
        return union(*(h.entry.parties for h in hits))
    return ()


def _same_name(one: Token, other: Token) -> bool:
    return abs(one.i - other.i) == 1
