"""Who meets: the parties and persons that a mention names, visitor and host of a visit, and what may be filled in from the context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.actors import gazetteer, parties_of_phrase
from memcon.extract.meetings_lexicon import opponents, words
from memcon.extract.meetings_time import goals
from memcon.extract.modality import is_verbal
from memcon.extract.sides import SideFinder, carrier, participants_of, subject_token, union
from memcon.extract.verb_group import is_passive
from memcon.extract.where import where_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.actors.places import PlaceMention
    from memcon.extract.meetings_mentions import Mention
    from memcon.extract.reading import Reading
    from memcon.model import Statement

Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})
_COUNTERPARTS = frozenset(
    {
        "counterpart",
        "delegation",
        "group",
        "side",
        "country",
        "neighbor",
        "neighbour",
        "power",
        "party",
        "rival",
        "ally",
        "enemy",
        "militant",
        "rebel",
        "opposition",
        "administration",
        "state",
        "government",
        "partner",
    }
)
_SIDES = frozenset(
    {
        "country",
        "side",
        "nation",
        "state",
        "government",
        "leader",
        "party",
        "minister",
        "president",
        "official",
        "neighbor",
        "neighbour",
        "power",
        "diplomat",
        "counterpart",
        "capital",
        "ally",
    }
)
_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NEAR = 4  # tokens between a visit's phrase and its place
_PERSONS = frozenset({"person"})


def parties_of(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> Parties:
    """The parties that the mention and the verb that carries it name, visitors first."""
    token = reading.doc[mention.head]
    if mention.kind == "visit":
        return _visit(reading, mention, token, statements)
    found = participants_of(reading, token, statements)
    for inner in _under(token, {"of"}):
        if inner.pos_ == "NOUN":
            found = union(found, participants_of(reading, inner, statements))
    table = token.head if token.dep_ in {"compound", "amod"} and token.head.lemma_ == "table" else None
    if table is not None:
        found = union(found, participants_of(reading, table, statements))
    if token.dep_ == "pobj" and token.head.lower_ == "in" and (state := _in_talks(token)) is not None:
        found = union(SideFinder(reading, statements).subject(state), found)
    if len(found) < 2 and list(_under(token, {"with"})):
        found = union(_speaker_there(token, SideFinder(reading, statements)), found)
    body = _own_body(reading, token)
    place = _seat_before(reading, token)
    explicit = union(*(parties_of_phrase(o, reading.cast) for o in _under(token, {"with", "between", "among"})))
    if body and not explicit:
        return body
    if len(explicit) < 2 and _under_any(token, "between"):
        found = union(found, _linear(reading, mention))
    if len(found) < 2 and _speaks_of_two(token):
        found = pair_before(reading, token) or found
    return rivals_at_home(reading, mention, tuple(p for p in found if p not in place or p in explicit))


def _speaker_there(token: Token, finder: SideFinder) -> Parties:
    """As in "Zimin said during a meeting with the envoy": who spoke there met there."""
    if token.dep_ != "pobj" or token.head.lower_ not in {"in", "during", "at", "after", "following"}:
        return ()
    verb = next((t for t in token.ancestors if t.pos_ in _VERBAL), None)
    who = subject_token(verb) if verb is not None else None
    return finder.phrase(who) if who is not None else ()


def among_themselves(reading: Reading, mention: Mention, statements: tuple[Statement, ...]) -> bool:
    """Whether those met are of the same state as who met them: a president with his own ministers."""
    token = reading.doc[mention.head]
    met = union(*(parties_of_phrase(o, reading.cast) for o in _under(token, {"with"})))
    finder = SideFinder(reading, statements)
    who = _speaker_there(token, finder)
    if not who and is_verbal(token) and (subject := subject_token(token)) is not None:
        who = finder.phrase(subject)
    return len(met) == 1 and met == who


def _in_talks(token: Token) -> Token | None:
    """The verb of "are in talks", "remain locked in talks"."""
    verb = token.head.head
    return verb if verb.lemma_ in {"be", "remain", "engage", "lock", "participate", "stay", "partake"} else None


def _speaks_of_two(token: Token) -> bool:
    """As in "officials from both countries", "talks between the two sides", "their two foreign ministers"."""
    verb = token if is_verbal(token) else carrier(token)
    who = subject_token(verb) if verb is not None else None
    phrases = [token, *([who] if who is not None else [])]
    for phrase in phrases:
        for word in phrase.subtree:
            if word.lower_ in {"both", "two"} and word.head.lemma_.lower() in _SIDES and word.i < word.head.i:
                return True
    return False


def pair_before(reading: Reading, token: Token) -> Parties:
    """The two parties that "both countries" stands for: those last named before, if there are just two."""
    found: Parties = ()
    sent = token.sent
    for _ in range(3):
        found = union(found, _acting(reading, sent.start, min(sent.end, token.i)))
        if len(found) >= 2 or sent.start == 0:
            break
        sent = reading.doc[sent.start - 1].sent
    return found[:2] if len(found) >= 2 else ()


def _under_any(token: Token, preposition: str) -> bool:
    return any(c.lower_ == preposition for c in token.children)


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
    near = [c for c in token.lefts if c.dep_ in {"compound", "nmod", "amod", "poss"}] + list(_under(token, {"of"}))
    found = union(*(parties_of_phrase(c, reading.cast) for c in near))
    return found if len(found) == 1 and found[0] in words("bodies", "own") else ()


def meets_its_own(reading: Reading, mention: Mention) -> bool:
    """As in "a meeting with students": those met stand for no party and are not named, so nothing is filled in."""
    token = reading.doc[mention.head]
    for other in _under(token, {"with"}):
        named = parties_of_phrase(other, reading.cast) or other.ent_type_ in _NAMES or other.pos_ in {"PRON", "PROPN"}
        if (
            not named
            and other.lemma_.lower() not in _COUNTERPARTS
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


def _visit(reading: Reading, mention: Mention, token: Token, statements: tuple[Statement, ...]) -> Parties:
    finder = SideFinder(reading, statements)
    visitor = _visitor(token, finder)
    host = host_of(reading, mention, visitor)
    return union(visitor[:1] if len(visitor) > 1 and host else visitor, host)


def _visitor(token: Token, finder: SideFinder) -> Parties:
    if is_verbal(token):
        who = subject_token(token)
        if is_passive(token):
            agent = next((o for c in token.children if c.dep_ == "agent" for o in c.children), None)
            return finder.phrase(agent) if agent is not None else ()
        return finder.phrase(who) if who is not None else ()
    owners = union(*(finder.phrase(c) for c in token.lefts if c.dep_ in {"poss", "amod", "compound", "nmod"}))
    if owners:
        return owners
    by = union(*(finder.phrase(o) for o in _under(token, {"by", "of"})))
    if by and not _is_goal(token):
        return by
    verb = carrier(token)
    who = subject_token(verb) if verb is not None else None
    return finder.phrase(who) if who is not None and who.i != token.i else by


def _is_goal(token: Token) -> bool:
    """As in "a tour of Syria": what is under "of" is where it goes."""
    return token.lemma_ == "tour"


def host_of(reading: Reading, mention: Mention, visitor: Parties) -> Parties:
    """The state visited: that of the place, or the party that is the object."""
    doc = reading.doc
    token = doc[mention.head]
    if mention.beside is not None:
        here = reading.cast.at(mention.beside)
        return tuple(
            p
            for p in _country(reading, doc[mention.beside]) or (here.parties if here is not None else ())
            if p not in visitor
        )[:1]
    objects = [c for c in token.children if c.dep_ == "dobj"] if is_verbal(token) else []
    objects += list(_under(token, {"to", "in", "of"} if not is_verbal(token) else {"to", "in", "for", "at"}))
    for thing in objects:
        found = tuple(p for p in _country(reading, thing) or parties_of_phrase(thing, reading.cast) if p not in visitor)
        if found:
            return found[:1]
    place = where_of(reading, token)
    if place is not None and place.country and place.country not in visitor:
        return (place.country,)
    if is_verbal(token):
        return ()
    near = [p for p in goals(reading, token) if p.head - mention.end <= _NEAR and _follows_to(reading, p)]
    return tuple(p.place.country for p in near[:1] if p.place.country and p.place.country not in visitor)


def _follows_to(reading: Reading, place: PlaceMention) -> bool:
    """Whether "to" or "in" stands before the place, wherever the parse hung it."""
    span = reading.doc.char_span(place.span.start, place.span.end, alignment_mode="expand")
    return span is not None and span.start > 0 and reading.doc[span.start - 1].lower_ in {"to", "in"}


def _country(reading: Reading, token: Token) -> Parties:
    """The state that a place lies in."""
    before = token.nbor(-1) if token.i else token
    places = goals(reading, before if before.sent == token.sent else token)
    return next(((p.place.country,) for p in places if p.head == token.i and p.place.country), ())


def _under(token: Token, prepositions: set[str]) -> Iterator[Token]:
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            yield from (o for o in child.children if o.dep_ == "pobj")


def persons_of(reading: Reading, mention: Mention) -> tuple[str, ...]:
    """The actors, persons and unnamed officials, that take part, in the order of the text."""
    token = reading.doc[mention.head]
    tokens: dict[int, None] = {}
    for phrase in _participants(token, mention):
        for part in (phrase, *phrase.conjuncts):
            if part.i >= phrase.i:
                tokens[part.i] = None
    found: dict[str, None] = {}
    for i in sorted(tokens):
        at = reading.cast.headed(i) or reading.cast.at(i)
        if at is not None and at.actor is not None and reading.cast.actor(at.actor).kind in _PERSONS:
            found[at.actor] = None
    return tuple(found)


def _participants(token: Token, mention: Mention) -> Iterator[Token]:
    """The words that name those who meet."""
    links = {"with", "between", "among", "by"} | (
        {"to"} if mention.kind in {"call", "talks"} and is_verbal(token) else set()
    )
    yield from _under(token, links | ({"of"} if not is_verbal(token) and mention.kind != "visit" else set()))
    if is_verbal(token):
        yield from (c for c in token.children if c.dep_ == "dobj" and mention.kind != "visit")
        who = subject_token(token)
        if who is not None:
            yield who
        return
    yield from (c for c in token.lefts if c.dep_ == "poss")
    verb = carrier(token)
    if verb is not None:
        who = subject_token(verb)
        if who is not None and who.i != token.i and not is_passive(verb):
            yield who
        yield from _under(verb, {"with"})


def is_domestic(parties: Parties) -> bool:
    """Whether one state alone is named: its own cabinet, officials or assembly."""
    return len(parties) == 1 and parties[0] not in words("bodies", "own")


def salient(reading: Reading, at: int) -> Parties:
    """The parties that act in the sentence of token `at`, then in the one before it: subjects, owners and those met, no topics or places."""
    sent = reading.doc[at].sent
    near = _acting(reading, sent.start, sent.end)
    if len(near) >= 2 or sent.start == 0:
        return near
    before = reading.doc[sent.start - 1].sent
    return union(near, _acting(reading, before.start, before.end))


def _acting(reading: Reading, start: int, end: int) -> Parties:
    found: list[Parties] = []
    for mention in reading.cast.mentions:
        if start <= mention.head < end and mention.parties:
            head = reading.doc[mention.head]
            while head.dep_ in {"conj", "appos", "compound", "nmod", "amod"} and head.head.i != head.i:
                head = head.head
            met = head.dep_ == "pobj" and head.head.lower_ in {"with", "between", "among", "by", "from"}
            if met or head.dep_ in {"nsubj", "nsubjpass", "poss", "dobj", "ROOT"}:
                found.append(mention.parties)
    return union(*found)


def rivals_at_home(reading: Reading, mention: Mention, parties: Parties) -> Parties:
    """As in "the Sudrian peace talks", "intra-Sudrian dialogue": the state's armed opponent, if the report names it."""
    token = reading.doc[mention.head]
    near = {c.lower_ for c in token.lefts}
    inner = any(w.startswith(("inter", "intra")) for w in near) or near & {
        "peace",
        "ceasefire",
        "political",
        "reconciliation",
        "truce",
    }
    named = {p for m in reading.cast.mentions for p in m.parties}
    if not parties and near & {"peace", "ceasefire", "truce"}:
        parties = _at_war_in(reading, token)
    if len(parties) != 1 or not inner:
        return parties
    return union(parties, (p for p in opponents().get(parties[0], ()) if p in named))


def _at_war_in(reading: Reading, token: Token) -> Parties:
    """As in "peace talks in Sudria": the state, where it has a war of its own."""
    for thing in _under(token, {"in", "on", "for"}):
        found = _country(reading, thing) or parties_of_phrase(thing, reading.cast)
        if len(found) == 1 and found[0] in opponents():
            return found
    return ()


def leading_pair(reading: Reading) -> Parties:
    """The two parties that the report names most."""
    counts: dict[str, int] = {}
    for mention in reading.cast.mentions:
        for party in mention.parties:
            counts[party] = counts.get(party, 0) + 1
    ranked = sorted(counts, key=lambda p: -counts[p])
    return tuple(ranked[:2])
