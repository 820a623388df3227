"""Who speaks at a cue: the subject of the verb, the owner of the noun, the one behind "according to"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.clause.grammar import (
    agent_of,
    characters,
    is_passive,
    own_subject,
    subject_of,
    subtree_span,
)
from memcon.extract.statements.beside import main_beside, said_beside
from memcon.extract.statements.wordlists import listed

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.actors.cast import Cast, Mention
    from memcon.extract.reading import Reading
    from memcon.extract.statements.cues import Cue
    from memcon.model import Span

_FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who is given as the source: an actor's id and party where known, the words that name it here, and its head token."""

    actor: str | None
    party: str | None
    span: Span | None
    token: Token | None
    document: str | None = None


NOBODY = Speaker(actor=None, party=None, span=None, token=None)


def speaker_of(cue: Cue, reading: Reading) -> Speaker | None:
    """The speaker at `cue`; `NOBODY` where the report names none ("it was reported"); ``None`` where nobody can be speaking."""
    match cue.kind:
        case "verb" | "shown" | "adjective":
            return _subject_speaker(cue, reading)
        case "noun":
            return _owner_speaker(cue.head, reading)
        case "source":
            return _source_speaker(cue, reading)
        case _:
            return NOBODY


def _subject_speaker(cue: Cue, reading: Reading) -> Speaker | None:
    verb = cue.head
    quoting = quoting_verb(verb)
    if quoting is not None:
        quoted = _quoted(quoting)
        return speaker_at(quoted, reading) if quoted is not None else None
    if cue.kind == "adjective":
        verb = verb.head if verb.head.lemma_ in {"be", "remain", "seem", "appear", "stand"} else verb
    agent = agent_of(verb)
    if agent is not None:
        return speaker_at(agent, reading)
    if is_passive(verb):
        return _passive_speaker(verb)
    if verb.dep_ in {"acl", "amod"} and verb.tag_ == "VBN":  # "individuals accused of …"
        return NOBODY
    subject = subject_of(said_beside(verb) or main_beside(verb) or verb)
    if subject is None:
        return None
    return speaker_at(subject, reading)


def quoting_verb(verb: Token) -> Token | None:
    """The "quoted" of "quoted the envoy as saying" and "was quoted as saying", for its "saying"."""
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).lower_ != "as":
        return None
    for above in reversed(verb.doc[verb.sent.start : verb.i]):
        if above.lemma_ in {"quote", "cite"} and above.pos_ == "VERB":
            return above
    return None


def _quoted(quoting: Token) -> Token | None:
    if is_passive(quoting):
        return next((c for c in quoting.children if c.dep_ == "nsubjpass"), None)
    return next((c for c in quoting.children if c.dep_ in {"dobj", "nsubj"} and c.i > quoting.i), _next_noun(quoting))


def _next_noun(verb: Token) -> Token | None:
    """The head of the noun phrase after `verb`, where the parse gives it no object."""
    following = verb.doc[verb.i + 1 : verb.sent.end]
    return next((_head_of_phrase(t) for t in following if t.pos_ in {"NOUN", "PROPN", "PRON"}), None)


def _passive_speaker(verb: Token) -> Speaker | None:
    """“It was reported that …”, “accused of …”: nobody is named. Other passives without an agent tell of an act, not of a speaker."""
    if verb.lemma_ not in listed("impersonal"):
        return None
    subject = own_subject(verb)
    if verb.lemma_ != "accuse" and subject is not None and subject.lower_ != "it" and not _has_infinitive(verb):
        return None
    return NOBODY


def _has_infinitive(verb: Token) -> bool:
    """“is said to have met”."""
    return any(child.dep_ == "xcomp" for child in verb.children)


def speaker_at(token: Token, reading: Reading) -> Speaker | None:
    """The speaker that the noun phrase headed by `token` names; ``None`` where it names nobody who could speak."""
    mention = mention_for(token, reading.cast)
    if mention is not None and mention.actor is not None and token.lemma_.lower() not in listed("documents"):
        return _of_mention(mention, token, reading)
    if token.lemma_.lower() in listed("documents"):
        return _document_speaker(token, reading)
    if token.lower_ in _FIRST_PERSON:
        return Speaker(actor=None, party=None, span=_phrase(token, reading), token=token)
    if token.lower_ in listed("nobody"):
        return None
    if (
        token.pos_ in {"NOUN", "PROPN"}
        or token.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}
        or token.lower_ in listed("somebody")
        or _counts_people(token)
    ):
        parties = reading.cast.parties_between(token.left_edge.i, token.i + 1)
        return Speaker(actor=None, party=parties[0] if parties else None, span=_phrase(token, reading), token=token)
    return None


def _counts_people(token: Token) -> bool:
    """“Two of the envoys”, “one in five”, “22 percent”: a number that stands for those who were asked."""
    return token.pos_ == "NUM" or token.tag_ == "CD"


def mention_for(token: Token, cast: Cast) -> Mention | None:
    """The mention headed by `token`, or the one that it stands in."""
    return cast.headed(token.i) or cast.at(token.i)


def _of_mention(mention: Mention, token: Token, reading: Reading) -> Speaker:
    party = mention.parties[0] if mention.parties else None
    if party is None and mention.actor is not None:
        party = reading.cast.actor(mention.actor).party
    return Speaker(actor=mention.actor, party=party, span=mention.span, token=token)


def _document_speaker(token: Token, reading: Reading) -> Speaker:
    """“The ministry's statement said”, “a statement by the Taliban spokesman said”: who issued it, else nobody named."""
    owner = _owner(token) or _maker(token)
    found = (
        speaker_at(owner, reading) if owner is not None and owner.lemma_.lower() not in listed("documents") else None
    )
    span = _phrase(token, reading)
    if found is None:
        parties = reading.cast.parties_between(token.left_edge.i, token.i)
        return Speaker(actor=None, party=parties[0] if parties else None, span=span, token=token, document=token.lemma_)
    return Speaker(actor=found.actor, party=found.party, span=found.span, token=token, document=token.lemma_)


def _owner_speaker(noun: Token, reading: Reading) -> Speaker | None:
    """Whose offer, claim or request it is."""
    owner = _owner(noun)
    if owner is None:
        owner = _maker(noun)
    if owner is None:
        return NOBODY if noun.lemma_.lower() in listed("going_round") else None
    return speaker_at(owner, reading)


def _owner(noun: Token) -> Token | None:
    """The possessor of a noun, or the one behind its "by", "from" or "of"; a national adjective or name before it comes last."""
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
        if child.dep_ in {"acl", "relcl"} and (agent := agent_of(child)) is not None:
            return agent
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of" and noun.lemma_.lower() in listed("documents"):
            return next((grand for grand in child.children if grand.dep_ == "pobj"), None)
    for child in noun.children:
        if child.dep_ in {"compound", "amod", "nmod"} and child.ent_type_ in {"GPE", "NORP", "ORG", "PERSON"}:
            return child
    return None


def _maker(noun: Token) -> Token | None:
    """The subject of "made an offer to …", "issued a call for …"."""
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in listed("makers"):
        return subject_of(verb)
    return None


def _source_speaker(cue: Cue, reading: Reading) -> Speaker | None:
    """The one behind "according to": the object of its preposition."""
    last = cue.tail
    candidates = [child for child in last.children if child.dep_ in {"pobj", "dobj"}]
    if not candidates and last.i + 1 < len(reading.doc):
        following = reading.doc[last.i + 1]
        candidates = [_head_of_phrase(following)]
    if not candidates:
        return None
    found = speaker_at(candidates[0], reading)
    return (
        found
        if found is not None
        else Speaker(actor=None, party=None, span=_phrase(candidates[0], reading), token=candidates[0])
    )


def _head_of_phrase(token: Token) -> Token:
    while token.dep_ in {"det", "compound", "amod", "nmod", "poss"} and token.head.i > token.i:
        token = token.head
    return token


def _phrase(token: Token, reading: Reading) -> Span | None:
    start, end = subtree_span(
        token, without=[c.i for c in token.children if c.dep_ in {"relcl", "acl", "appos", "prep", "punct"}]
    )
    return characters(reading.doc, start, end)
