"""Words that speak of a meeting: nouns ("a round of talks with Russia"), verbs ("met", "visited"), and the second day or place beside one.

This file decides which words count and how far a mention reaches; what is said of the meeting is read by `meetings_status`,
`meetings_parties` and `meetings_agenda`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from memcon.extract.meetings_lexicon import class_of, words
from memcon.extract.modality import is_verbal
from memcon.extract.sides import carrier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

    from memcon.extract.reading import Reading

Kind: TypeAlias = Literal["talks", "meeting", "conference", "call", "visit"]
_PHONE = frozenset({"phone", "telephone", "video", "videoconference", "teleconference", "telephonic", "telephoned"})
_PREMODIFIERS = frozenset({"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "npadvmod", "advmod", "predet", "case", "punct", "neg"})
_OF_TALKS = frozenset({"talks", "negotiation", "consultation", "discussion", "dialogue", "meeting", "visit", "session", "conversation", "contact", "dialog"})
_LINKS = frozenset({"with", "between", "among", "of", "in", "at", "to", "involving", "by"})
_LIGHT = frozenset({"hold", "have", "conduct", "enter", "begin", "start", "resume", "launch", "continue", "host", "cancel", "suspend", "postpone", "reject", "refuse", "offer", "seek", "propose", "resume", "join", "attend", "be", "take", "want", "engage", "break", "restart", "open"})
_GENERIC_PREPOSITIONS = frozenset({"through", "via", "by", "than", "instead", "without", "as"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One mention of a meeting: tokens ``[start, end)`` with their `head`, its `kind`, and whether it is a noun that points back.

    `definite` is "the talks", "this visit", "their meeting"; `indefinite` is "a meeting"; `bare` a noun with no determiner or modifier.
    `series` speaks of rounds as a whole ("the Astana process", "nine rounds of talks"). `beside` is the place or day token where the
    mention is the second of two named together.
    """

    start: int
    end: int
    head: int
    kind: Kind
    definite: bool = False
    bare: bool = False
    indefinite: bool = False
    series: bool = False
    beside: int | None = None


def find_mentions(reading: Reading) -> Iterator[Mention]:
    """Every mention of a meeting, in the order of the text."""
    for token in reading.doc:
        kind = _noun_kind(token)
        if kind is not None:
            yield _noun_mention(token, kind)
        elif (verb_kind := _verb_kind(reading, token)) is not None:
            yield Mention(start=token.i, end=token.i + 1, head=token.i, kind=verb_kind)


# Nouns ---------------------------------------------------------------------------------------------------------------


def lemma_of(token: Token) -> str:
    """The lemma that the lexicon knows: "talks" keeps its plural, since "talk" is another word."""
    if token.lower_ in {"talks", "contacts", "discussions", "negotiations", "consultations", "deliberations"}:
        return token.lower_ if token.lower_ in {"talks", "contacts", "discussions", "deliberations"} else token.lower_.removesuffix("s")
    return token.lemma_.lower() if token.pos_ != "PROPN" else token.lower_.removesuffix("s") if token.lower_ != "congress" else "congress"


def _noun_kind(token: Token) -> Kind | None:
    """The kind of meeting that a noun names, or ``None``."""
    lemma = lemma_of(token)
    listed = class_of("nouns").get(lemma)
    if listed is None or not _is_noun(token) or _ruled_out(token):
        return None
    if listed == "talks":
        return "talks" if not _generic(token, lemma) else None
    if listed == "meeting":
        return "meeting"
    if listed == "conference":
        return "conference" if _conference(token, lemma) else None
    if listed == "call":
        return "call" if _call(token, lemma) else None
    if listed == "visit":
        return "visit" if _visit(token, lemma) else None
    if listed == "round":
        return "talks" if _round(token) else None
    return _rare(token, lemma, listed)


def _rare(token: Token, lemma: str, listed: str) -> Kind | None:
    if listed == "series":
        return "talks" if any(c.dep_ in {"compound", "nmod", "amod"} and c.ent_type_ in {"GPE", "LOC", "FAC"} for c in token.children) else None
    if listed == "echo" and _is_definite(token):
        return "conference" if lemma == "event" else "call" if lemma == "conversation" else "talks"
    return None


def _is_noun(token: Token) -> bool:
    if token.pos_ in {"NOUN", "PROPN"}:
        return token.dep_ not in {"compound", "nmod"} or _table(token)
    return token.tag_ == "VBG" and token.lower_ == "meeting" and not is_verbal(token)


def _table(token: Token) -> bool:
    """"the negotiating table", "negotiation table"."""
    return token.head.lemma_ == "table" and token.head.i == token.i + 1


def _ruled_out(token: Token) -> bool:
    """Whether a modifier, or what the noun is of, makes it no meeting between parties."""
    barred = words("refuse", "modifiers")
    before = {c.lower_ for c in token.children if c.dep_ in _PREMODIFIERS and c.i < token.i}
    if token.i > token.sent.start:
        before.add(token.nbor(-1).lower_)
        if token.nbor(-1).text == "-" and token.i - 2 >= token.sent.start:
            before.add(token.nbor(-2).lower_)
    if before & barred and lemma_of(token) not in {"talks", "negotiation"}:
        return True
    of = {o.lemma_.lower() for c in token.children if c.dep_ == "prep" and c.lower_ == "of" for o in c.children}
    return bool(of & words("refuse", "of")) or _inside_round(token)


def _inside_round(token: Token) -> bool:
    """The talks of "a round of talks", "hours of talks" and "the start of talks": in the first, the round is the mention."""
    above = token.head
    return token.dep_ == "pobj" and above.lower_ == "of" and lemma_of(above.head) in {"round", "session", "leg", "series", "phase"}


def _generic(token: Token, lemma: str) -> bool:
    """Dialogue as a good thing in general, not one that two parties hold or may hold."""
    if lemma in {"talks", "discussions"} or _is_definite(token) or token.lower_ in {"negotiations", "consultations", "contacts"}:
        return _without_holders(token) and token.head.lower_ in _GENERIC_PREPOSITIONS and lemma != "talks"
    if lemma == "contacts" and not _under(token, {"with", "between"}):
        return True
    if not _without_holders(token):
        return False
    verb = carrier(token)
    return verb is None or verb.lemma_ not in _LIGHT


def _without_holders(token: Token) -> bool:
    """Whether the phrase names nobody: no "with", no "between", no name before it."""
    named = any(c.ent_type_ in {"NORP", "GPE", "PERSON", "ORG"} or c.dep_ == "poss" for c in token.lefts)
    return not named and not _under(token, {"with", "between", "among"})


def _under(token: Token, prepositions: set[str]) -> bool:
    return any(c.dep_ == "prep" and c.lower_ in prepositions for c in token.children)


def _conference(token: Token, lemma: str) -> bool:
    if lemma == "assembly":
        return token.i > 0 and token.nbor(-1).lower_ == "general"
    if lemma == "congress":
        return False
    if lemma == "session":
        return any(c.lower_ in {"emergency", "special", "extraordinary", "plenary", "closed", "negotiating", "opening"} for c in token.lefts) or _is_definite(token)
    return True


def _call(token: Token, lemma: str) -> bool:
    """A call by phone or with somebody; "a call for talks" is none."""
    lefts = {c.lower_ for c in token.lefts} | ({token.nbor(-1).lower_} if token.i else set())
    if lefts & _PHONE or (lemma in {"videoconference", "teleconference"}):
        return True
    if _under(token, {"for", "to", "on"}) and lemma == "call":
        return False
    if _under(token, {"with", "between"}):
        return True
    return token.lower_ in {"call", "conversation"} and token.dep_ == "pobj" and token.head.lower_ in {"in", "during", "after", "following"} and _is_definite(token)


def _visit(token: Token, lemma: str) -> bool:
    if token.pos_ == "PROPN" and lemma in {"trip", "tour"}:
        return False
    if lemma == "tour" and _under(token, {"duty"}):
        return False
    return lemma != "arrival" or _under(token, {"in", "at", "of"}) or any(c.dep_ == "poss" for c in token.lefts)


def _round(token: Token) -> bool:
    """"a round of talks", or "the next round" by itself."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return any(lemma_of(o) in _OF_TALKS or o.lower_ in {"talks", "negotiations"} for o in child.children)
    turned = {c.lower_ for c in token.lefts} & (words("turn", "next") | words("turn", "previous") | {"first", "second", "third", "fourth", "fifth", "final"})
    return bool(turned) and token.lower_ == "round" and token.dep_ not in {"compound"}


def _is_definite(token: Token) -> bool:
    """Whether the noun points at one that is known: "the", "this", "that", "his"."""
    return any(
        (c.dep_ == "det" and c.lower_ in {"the", "this", "that", "these", "those", "such", "both"}) or (c.dep_ == "poss")
        for c in token.lefts
    )


def _noun_mention(token: Token, kind: Kind) -> Mention:
    lefts = [c for c in token.lefts if c.dep_ in _PREMODIFIERS]
    start = min([token.i, *(c.left_edge.i for c in lefts)])
    while start < token.i and token.doc[start].is_punct:
        start += 1
    head = token.head if _table(token) else token
    start = min(start, *(c.left_edge.i for c in head.lefts if c.dep_ in _PREMODIFIERS)) if head.i != token.i else start
    return Mention(
        start=start,
        end=_reach(head),
        head=token.i,
        kind=kind,
        definite=_is_definite(head),
        bare=start == token.i,
        indefinite=any(c.lower_ in {"a", "an"} for c in head.lefts),
        series=_is_series(token),
    )


def _is_series(token: Token) -> bool:
    lemma = lemma_of(token)
    return token.lower_ in {"rounds"} or lemma in words("nouns", "series")


def _reach(token: Token) -> int:
    """The end of the mention: over "of talks", "with …", "between … and …", and a place or day that follows."""
    doc, end = token.doc, token.i + 1
    for child in sorted(token.rights, key=lambda c: c.i):
        if child.dep_ != "prep" or child.i > end:
            break
        if child.lower_ in _LINKS or (child.lower_ in {"on", "during"} and _is_day(child)):
            end = _edge(doc, child)
        else:
            break
    return end


def _edge(doc: Doc, preposition: Token) -> int:
    """The end of a prepositional phrase, before a relative clause, an apposition with a comma, or a participle."""
    limit = preposition.right_edge.i + 1
    for i in range(preposition.i + 1, limit):
        token = doc[i]
        if token.dep_ in {"relcl", "acl"} or token.text in {"(", "[", "“", '"', "–", "—"}:
            return token.left_edge.i if token.dep_ in {"relcl", "acl"} and token.left_edge.i > preposition.i + 1 else i
        if token.text == "," and not any(c.dep_ == "conj" and c.i > i for t in doc[preposition.i : i] for c in t.children):
            return i
    return limit


def _is_day(preposition: Token) -> bool:
    return any(o.ent_type_ in {"DATE", "TIME"} for o in preposition.children)


# Verbs ---------------------------------------------------------------------------------------------------------------


def _verb_kind(reading: Reading, token: Token) -> Kind | None:
    """The kind of meeting that a verb tells of, or ``None``."""
    lemma = token.lemma_.lower()
    listed = class_of("verbs").get(lemma)
    if listed is None or token.pos_ not in {"VERB", "AUX"} or not is_verbal(token):
        return None
    if listed == "meet":
        return "meeting" if _meets(reading, token, lemma) else None
    if listed == "sit":
        return "meeting" if _under(token, {"with"}) and any(c.lower_ == "down" for c in token.children) else None
    if listed == "visit":
        return "visit" if _goes_to_place(reading, token, direct=True) else None
    if listed == "travel":
        return "visit" if _travels(reading, token, lemma) else None
    if listed in {"speak", "discuss"}:
        return _speaks(reading, token, lemma)
    if listed == "negotiate":
        return "talks"
    if listed == "phone":
        return "call" if lemma != "call" and _object(token) is not None or _calls(reading, token) else None
    return "meeting" if _hosts(reading, token) else None


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
        return bool(_party(reading, thing)) or thing.ent_type_ in {"PERSON", "NORP", "ORG"} or thing.pos_ == "PRON" or _is_people(thing)
    if lemma in {"meet", "convene", "reconvene", "huddle"}:
        return thing is None or lemma != "huddle"
    return any(c.dep_ == "prep" and c.lower_ in {"in", "at", "for", "on"} for c in verb.children) and _subject_is_official(reading, verb)


def _is_people(token: Token) -> bool:
    return token.lemma_.lower() in {
        "counterpart", "official", "leader", "minister", "president", "delegation", "envoy", "ambassador", "diplomat", "representative", "chief",
        "negotiator", "head", "chairman", "speaker", "king", "prince", "pope", "secretary", "premier", "team", "group", "member", "colleague", "chancellor",
    }  # fmt: skip


def _subject_is_official(reading: Reading, verb: Token) -> bool:
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    return subject is not None and (bool(_party(reading, subject)) or _is_people(subject))


def _party(reading: Reading, token: Token) -> tuple[str, ...]:
    mention = reading.cast.headed(token.i) or reading.cast.at(token.i)
    return mention.parties if mention is not None else ()


def _is_person(reading: Reading, token: Token) -> bool:
    """Whether the word names somebody who can travel for a party: a person, a delegation, officials."""
    mention = reading.cast.headed(token.i) or reading.cast.at(token.i)
    if mention is not None and mention.actor is not None and reading.cast.actor(mention.actor).kind in {"person", "group"}:
        return True
    return token.ent_type_ == "PERSON" or _is_people(token) or (token.pos_ == "PRON" and token.lower_ in {"he", "she", "they", "we", "i", "who"})


def _traveller(verb: Token) -> Token | None:
    from memcon.extract.sides import subject_token  # noqa: PLC0415

    return subject_token(verb)


def _goes_to_place(reading: Reading, verb: Token, *, direct: bool) -> bool:
    """Whether somebody who can act for a party goes to a named place."""
    who = _traveller(verb)
    if who is None or not _is_person(reading, who):
        return False
    thing = _object(verb) if direct else None
    return thing is None or thing.ent_type_ in {"GPE", "LOC", "FAC", "ORG"} or bool(_party(reading, thing)) or _is_country_word(thing)


def _is_country_word(token: Token) -> bool:
    return token.lemma_.lower() in {"country", "capital", "region", "city", "kingdom", "neighbor", "neighbour", "troops", "site"} or any(
        c.ent_type_ in {"GPE"} for c in token.children
    )


def _travels(reading: Reading, verb: Token, lemma: str) -> bool:
    """"arrived in Muscat", "will go to Kuwait"; a plain "is in Tehran" with a purpose, too."""
    wanted = {"arrive": {"in", "at"}, "land": {"in"}, "leave": {"for"}, "depart": {"for"}, "be": {"in"}, "head": {"to", "for"}, "return": set()}.get(lemma, {"to"})
    if lemma == "be" and not _on_mission(verb):
        return False
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in wanted and any(_is_place(reading, o) for o in child.subtree if o.i - child.i <= 6):
            return _goes_to_place(reading, verb, direct=False)
    return False


def _is_place(reading: Reading, token: Token) -> bool:
    return token.ent_type_ in {"GPE", "LOC", "FAC"} or token.lemma_ in {"capital", "country", "kingdom"} or (token.pos_ == "PROPN" and bool(_party(reading, token)))


def _on_mission(verb: Token) -> bool:
    """"is in Tehran for talks", "was in Muscat to discuss"."""
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "for" and any(lemma_of(o) in _OF_TALKS for o in child.children):
            return True
        if child.dep_ in {"advcl", "xcomp"} and child.lemma_ in {"meet", "discuss", "attend", "hold", "sign"}:
            return True
    return False


def _speaks(reading: Reading, verb: Token, lemma: str) -> Kind | None:
    """Two sides that speak with each other; speaking to the press or saying something is none."""
    partners = [o for c in verb.children if c.dep_ == "prep" and c.lower_ in {"with", "to"} for o in c.children if o.dep_ == "pobj"]
    by_phone = any(
        (c.dep_ == "prep" and c.lower_ in {"by", "on", "over", "via"} and any(o.lower_ in {"phone", "telephone"} for o in c.children)) for c in verb.children
    )
    if by_phone:
        return "call"
    if not partners or any(_hears(p) for p in partners):
        return None
    named = any(_party(reading, p) or _is_people(p) for p in partners)
    if not named or (lemma == "discuss" and not any(c.lower_ == "with" for c in verb.children)):
        return None
    if lemma in {"speak", "talk", "chat", "converse"}:
        return "call" if lemma == "speak" and verb.tag_ in {"VBD", "VBN"} else "talks"
    return "talks"


def _hears(partner: Token) -> bool:
    listed = words("refuse", "hearers")
    return partner.lemma_.lower() in listed or any(c.lower_ in listed for c in partner.lefts)


def _calls(reading: Reading, verb: Token) -> bool:
    """"phoned Putin"; "called Putin on Monday", but not "called Putin a friend" or "called on"."""
    if verb.lemma_ != "call":
        return False
    thing = _object(verb)
    plain = not any(c.dep_ in {"oprd", "xcomp", "prt", "ccomp", "acomp", "attr"} for c in verb.children)
    return thing is not None and plain and _is_person(reading, thing) and thing.pos_ == "PROPN" and verb.tag_ in {"VBD", "VBN", "VB"} and not any(
        c.dep_ == "prep" and c.lower_ in {"for", "on"} for c in verb.children
    )


def _hosts(reading: Reading, verb: Token) -> bool:
    """"hosted Putin", "was received by the president"."""
    thing = _object(verb) or next((c for c in verb.children if c.dep_ == "nsubjpass"), None)
    if thing is None or not _is_person(reading, thing):
        return False
    passive = any(c.dep_ == "nsubjpass" for c in verb.children)
    by = any(c.dep_ == "agent" for c in verb.children)
    return (by if passive else _subject_is_official(reading, verb)) and (verb.lemma_ != "greet")
