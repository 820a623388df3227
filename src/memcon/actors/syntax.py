"""What a name does in its sentence: whether a city or a state acts, or only says where something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

WHERE = frozenset({
    "in", "at", "near", "across", "inside", "outside", "around", "throughout", "within", "via", "through", "into", "over", "beyond",
    "off", "along",
})  # fmt: skip
MOTION = frozenset({
    "visit", "travel", "fly", "arrive", "return", "come", "go", "head", "trip", "flight", "journey", "tour", "move", "drive", "land", "leave",
    "depart", "relocate", "route", "road", "way", "transfer", "transport", "deliver", "stopover", "departure", "arrival",
})  # fmt: skip
SENT = frozenset(
    {"delegation", "team", "negotiator", "troop", "convoy", "official", "mission", "force", "warship", "plane"}
)
SURROUNDINGS = frozenset({
    "city", "capital", "suburb", "outskirt", "outskirts", "street", "streets", "center", "centre", "south", "north", "east", "west", "mayor",
    "airport", "resident", "residents", "town", "port", "part", "parts", "area", "district", "kilometer", "kilometers", "kilometre",
    "kilometres", "mile", "miles", "km", "neighborhood", "neighbourhood", "province", "region", "university", "battle", "siege", "fall",
})  # fmt: skip
EVENTS = frozenset({
    "talk", "talks", "meeting", "meetings", "summit", "round", "conference", "negotiation", "negotiations", "process", "format",
    "accord", "accords", "agreement", "agreements", "visit", "trip", "forum", "treaty", "convention", "declaration", "communique", "peace",
    "protocol", "protocols", "dialogue", "climate", "memorandum", "congress", "airport", "suburb", "street", "streets", "hotel", "university",
    "time", "stock", "office", "bureau", "session", "sessions", "gathering", "attack", "attacks", "bombing", "region", "area", "province",
    "platform", "consultations", "statement", "understandings", "deal", "embassy", "metro", "court", "principles",
})  # fmt: skip


LATEST_IN_DATELINE, EARLY_IN_DATELINE, LONGEST_DATELINE = 12, 6, 16  # tokens


def modifies_noun(token: Token) -> bool:
    """Whether the token is a modifier before a noun ("Russian" in "Russian and Iranian officials")."""
    head = token
    while head.dep_ == "conj" and head.head.i < head.i:
        head = head.head
    if head.dep_ in {"amod", "compound", "nmod", "advmod", "npadvmod"} and head.head.i > token.i:
        return True
    nxt = next_word(token)
    return nxt is not None and nxt.pos_ in {"NOUN", "PROPN", "ADJ"} and token.pos_ == "ADJ"


def next_word(token: Token) -> Token | None:
    """The token after this one in its sentence, passing over hyphens."""
    for other in token.doc[token.i + 1 :]:
        if other.is_sent_start:
            return None
        if other.text not in {"-", "–"}:
            return other
    return None


def governor(token: Token) -> Token:
    """The first of the tokens that `token` is coordinated with, which carries the role in the sentence."""
    while token.dep_ in {"conj", "appos"} and token.head.i < token.i:
        token = token.head
    return token


def says_where(token: Token) -> bool:
    """Whether the name stands in a phrase of place ("in Syria", "across Iran", "near Minsk")."""
    first = governor(token)
    return first.dep_ == "pobj" and first.head.lower_ in WHERE


def goes_to(token: Token) -> bool:
    """Whether the name is the end or start of a journey ("flew to Moscow", "left Ankara", "a visit to Doha")."""
    first = governor(token)
    if first.dep_ == "pobj" and first.head.lower_ in {"to", "from", "for"}:
        verb = first.head.head
        sent = verb.lemma_.lower() in {"send", "dispatch"} and any(
            c.dep_ == "dobj" and c.lemma_.lower() in SENT for c in verb.children
        )
        return sent or verb.lemma_.lower() in MOTION or (first.head.lower_ == "to" and verb.lemma_.lower() in SENT)
    return first.dep_ == "dobj" and first.head.lemma_.lower() in MOTION


def city_acts(token: Token) -> bool:
    """Whether a capital or seat acts or is dealt with, and so stands for its state ("Moscow said", "ties with Tehran")."""
    if says_where(token) or goes_to(token) or in_dateline(token.doc, token.i):
        return False
    first = governor(token)
    if first.dep_ == "pobj":
        return not (first.head.lower_ in {"of", "from", "to", "for"} and first.head.head.lemma_.lower() in SURROUNDINGS)
    if first.dep_ in {"compound", "nmod", "amod"}:
        noun = first.head
        return noun.i > first.i and noun.lemma_.lower() not in EVENTS and noun.lower_ not in EVENTS
    if first.dep_ == "poss":
        return first.head.lemma_.lower() not in SURROUNDINGS | EVENTS or first.head.lemma_.lower() in {
            "office",
            "statement",
            "attack",
            "deal",
        }
    return first.dep_ in {"nsubj", "nsubjpass", "dobj", "dative", "agent", "attr", "ROOT", "oprd", "conj"}


def in_dateline(doc: Doc, index: int) -> bool:
    """Whether the token stands in the head of agency copy ("MOSCOW, Nov. 3 (Xinhua) --", "TEHRAN –")."""
    if index > LATEST_IN_DATELINE or not doc[index].is_upper:
        return False
    for token in doc[index + 1 : index + LONGEST_DATELINE]:
        spaced = token.i > 0 and bool(doc[token.i - 1].whitespace_ or doc[token.i - 1].is_space)
        if token.text in {"--", "–", "—"} or (token.text == "-" and spaced):
            return True
        if token.text == "(" and index < EARLY_IN_DATELINE:
            return True
        if token.is_lower and token.is_alpha:
            return False
    return False
