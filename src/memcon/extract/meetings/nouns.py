"""Nouns that name a meeting: talks, a round, a summit, a visit, a call; and the many that look like one and are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.modality import is_verbal
from memcon.extract.clause.sides import carrier
from memcon.extract.meetings.lexicon import class_of, ordinals, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.meetings.lexicon import Kind

_PHONE = frozenset(
    {"phone", "telephone", "video", "videoconference", "teleconference", "telephonic", "telephoned"}
)  # fmt: skip
PREMODIFIERS = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "npadvmod", "advmod", "predet", "case", "punct", "neg"}
)  # fmt: skip
OF_TALKS = frozenset(
    {"talks", "negotiation", "consultation", "discussion", "dialogue", "meeting", "visit", "session", "conversation", "contact", "dialog"}
)  # fmt: skip
_LIGHT = frozenset(
    {"hold", "have", "conduct", "enter", "begin", "start", "resume", "launch", "continue", "host", "cancel", "suspend", "postpone", "reject", "refuse", "offer", "seek", "propose", "join", "attend", "be", "take", "want", "engage", "break", "restart", "open"}
)  # fmt: skip
_OFFERS = frozenset({"offer", "proposal", "resumption", "refusal", "rejection", "invitation"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CONVENED = frozenset({"call", "convene", "schedule", "hold", "set", "plan"})
_LASTING = frozenset({"hour", "day", "week", "month", "year"})
_GENERIC_PREPOSITIONS = frozenset(
    {"through", "via", "by", "than", "instead", "without", "as"}
)  # fmt: skip


def lemma_of(token: Token) -> str:
    """The lemma that the lexicon knows: "talks" keeps its plural, since "talk" is another word."""
    if token.lower_ in {"talks", "contacts", "discussions", "negotiations", "consultations", "deliberations"}:
        return (
            token.lower_
            if token.lower_ in {"talks", "contacts", "discussions", "deliberations"}
            else token.lower_.removesuffix("s")
        )
    return (
        token.lemma_.lower()
        if token.pos_ != "PROPN"
        else token.lower_.removesuffix("s")
        if token.lower_ != "congress"
        else "congress"
    )


def noun_kind(token: Token) -> Kind | None:
    """The kind of meeting that a noun names, or ``None``."""
    lemma = lemma_of(token)
    listed = class_of("nouns").get(lemma)
    if listed is None or not _is_noun(token) or _ruled_out(token):
        return None
    if listed == "talks":
        return "talks" if not _generic(token, lemma) else None
    if listed == "meeting":
        return "meeting"
    if listed == "meal":
        return "meeting" if under(token, {"with", "between"}) and token.pos_ == "NOUN" else None
    if listed == "conference":
        return "conference" if _conference(token, lemma) else None
    if listed == "call":
        return "call" if _call(token, lemma) else None
    if listed == "visit":
        return "visit" if _visit(token, lemma) else None
    if listed == "round":
        return "talks" if _round(token) else None
    return _rare(token, lemma, listed)


def elliptical_kind(token: Token) -> Kind | None:
    """As in "the next one will be held in April", "a second will follow": one of a kind that was just named."""
    turned = {c.lower_ for c in token.lefts} & (words("turn", "next") | words("turn", "previous") | set(ordinals()))
    verb = token.head
    held = verb.lemma_ in {"hold", "take", "convene", "follow", "open", "begin", "end"} and token.dep_ in _SUBJECTS
    if token.lower_ in ordinals() and token.dep_ in _SUBJECTS and any(c.lower_ == "the" for c in token.lefts):
        return "talks" if _placed(token) else None
    return "talks" if token.lower_ in {"one", "ones"} and turned and held else None


def _placed(token: Token) -> bool:
    """As in "The fourth, in Muscat in February, got nowhere"."""
    return any(
        o.ent_type_ in {"GPE", "DATE"}
        for c in token.rights
        if c.dep_ == "prep" and c.lower_ == "in"
        for o in c.children
    )


def _rare(token: Token, lemma: str, listed: str) -> Kind | None:
    if listed == "series":
        return (
            "talks"
            if any(
                c.dep_ in {"compound", "nmod", "amod"} and c.ent_type_ in {"GPE", "LOC", "FAC"} for c in token.children
            )
            else None
        )
    if lemma == "exchange" and not any(o.lemma_ in {"view", "opinion", "idea"} for o in objects_of(token, {"of"})):
        return None
    if lemma in {"event", "process"} and (token.tag_ in {"NNS", "NNPS"} or under(token, {"of"})):
        return None
    if listed == "echo" and is_definite(token):
        return "conference" if lemma == "event" else "call" if lemma == "conversation" else "talks"
    return None


def _is_noun(token: Token) -> bool:
    if token.pos_ in {"NOUN", "PROPN"}:
        return token.dep_ not in {"compound", "nmod"} or is_table(token)
    return token.tag_ == "VBG" and token.lower_ == "meeting" and not is_verbal(token)


def is_table(token: Token) -> bool:
    """As in "the negotiating table", "negotiation table"."""
    return token.head.lemma_ == "table" and token.head.i == token.i + 1


def _ruled_out(token: Token) -> bool:
    """Whether a modifier, or what the noun is of, makes it no meeting between parties."""
    barred = words("refuse", "modifiers")
    before = {c.lower_ for c in token.children if c.dep_ in PREMODIFIERS and c.i < token.i}
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
    return (
        token.dep_ == "pobj"
        and above.lower_ == "of"
        and lemma_of(above.head) in {"round", "session", "leg", "series", "phase", "cycle"}
    )


def _generic(token: Token, lemma: str) -> bool:
    """Dialogue as a good thing in general, not one that two parties hold or may hold."""
    if (
        lemma in {"talks", "discussions"}
        or is_definite(token)
        or token.lower_ in {"negotiations", "consultations", "contacts"}
    ):
        return _without_holders(token) and token.head.lower_ in _GENERIC_PREPOSITIONS and lemma != "talks"
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in _LASTING | _OFFERS:
        return False
    if lemma == "contacts" and not under(token, {"with", "between"}):
        return True
    if not _without_holders(token):
        return False
    verb = carrier(token)
    return verb is None or verb.lemma_ not in _LIGHT


def _without_holders(token: Token) -> bool:
    """Whether the phrase names nobody: no "with", no "between", no name before it."""
    named = any(c.ent_type_ in {"NORP", "GPE", "PERSON", "ORG"} or c.dep_ == "poss" for c in token.lefts)
    return not named and not under(token, {"with", "between", "among"})


def under(token: Token, prepositions: set[str]) -> bool:
    """Whether one of the prepositions hangs on the token."""
    return any(c.dep_ == "prep" and c.lower_ in prepositions for c in token.children)


def _conference(token: Token, lemma: str) -> bool:
    if lemma == "assembly":
        return token.i > 0 and token.nbor(-1).lower_ == "general" and token.dep_ == "pobj"
    if lemma == "congress":
        return False
    if lemma == "session":
        return (
            any(
                c.lower_ in {"emergency", "special", "extraordinary", "plenary", "closed", "negotiating", "opening"}
                for c in token.lefts
            )
            or is_definite(token)
            or any(c.dep_ in {"acl", "relcl"} and c.lemma_ in _CONVENED for c in token.rights)
        )
    return True


def _call(token: Token, lemma: str) -> bool:
    """A call by phone or with somebody; "a call for talks" is none."""
    lefts = {c.lower_ for c in token.lefts} | ({token.nbor(-1).lower_} if token.i else set())
    if lefts & _PHONE or (lemma in {"videoconference", "teleconference"}):
        return True
    if under(token, {"for", "to", "on"}) and lemma == "call":
        return False
    if under(token, {"with", "between"}):
        return True
    return (
        token.lower_ in {"call", "conversation"}
        and token.dep_ == "pobj"
        and token.head.lower_ in {"in", "during", "after", "following"}
        and is_definite(token)
    )


def _visit(token: Token, lemma: str) -> bool:
    if token.pos_ == "PROPN" and lemma in {"trip", "tour"}:
        return False
    if lemma == "tour" and under(token, {"duty"}):
        return False
    return lemma != "arrival" or under(token, {"in", "at", "of"}) or any(c.dep_ == "poss" for c in token.lefts)


def _round(token: Token) -> bool:
    """As in "a round of talks", or "the next round" by itself."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return any(lemma_of(o) in OF_TALKS or o.lower_ in {"talks", "negotiations"} for o in child.children)
    turned = {c.lower_ for c in token.lefts} & (words("turn", "next") | words("turn", "previous") | set(ordinals()))
    numbered = any(c.lower_.rstrip("stndrh").isdigit() for c in token.lefts)
    return (bool(turned) or numbered) and token.lower_ in {"round", "cycle"} and token.dep_ != "compound"


def is_definite(token: Token) -> bool:
    """Whether the noun points at one that is known: "the", "this", "that", "his"."""
    return any(
        (c.dep_ == "det" and c.lower_ in {"the", "this", "that", "these", "those", "such", "both"})
        or (c.dep_ == "poss")
        for c in token.lefts
    )


def objects_of(token: Token, prepositions: set[str]) -> Iterator[Token]:
    """What stands under one of the prepositions that hang on the token."""
    for child in token.children:
        if child.dep_ in {"prep", "agent"} and child.lower_ in prepositions:
            yield from (o for o in child.children if o.dep_ == "pobj")
            yield from (o for v in child.children if v.lower_ == "visiting" for o in v.children if o.dep_ == "dobj")
