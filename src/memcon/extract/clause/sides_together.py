"""Everyone at a meeting, in talks or to an accord: owners, "with", "between" and "of" phrases, and who holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.clause.sides_doers import carrier, occasion_of, subject_token, words
from memcon.extract.clause.sides_lists import met_with, union
from memcon.extract.clause.verb_group import is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.clause.sides import SideFinder

Parties = tuple[str, ...]
TOGETHER = frozenset({"with", "between", "among", "amongst", "involving"})
_VERBAL = frozenset({"VERB", "AUX"})
_STATE_CODE = 3  # letters of a state's code
_DASHES = frozenset({"-", "–", "—"})


def together(finder: SideFinder, token: Token) -> Parties:
    """Everyone at a meeting: owners, "with/between/of" phrases, and subject and objects of the verb that carries it."""
    if token.pos_ in _VERBAL and token.dep_ not in {"amod", "compound"}:
        sides = finder.of_verb(token)
        if len(sides.all) < 2 and (both := _both_named(finder, token)):
            return both
        return union(sides.initiators, sides.recipients, finder.after(token, TOGETHER), _met(finder, token))
    inner = phrase_together(finder, token)
    if not inner and token.dep_ in {"nsubj", "nsubjpass"}:
        inner = finder.after(token.head, frozenset({"between"}))  # "clashes broke out between"
    if finder.after(token, frozenset({"between", "among", "amongst"})):
        return inner
    return union(inner, _hosts(finder, token))


def _both_named(finder: SideFinder, verb: Token) -> Parties:
    """“President A of Norland and Prime Minister B spoke by phone": the names of a subject that the parse has hung one under the other."""
    subject = subject_token(verb)
    if subject is None or subject.head.i != verb.i or finder.after(verb, TOGETHER | {"to"}):
        return ()
    phrase = verb.doc[subject.left_edge.i : subject.i + 1]
    named = finder.reading.cast.parties_between(phrase.start, phrase.end)
    return named if len(named) > 1 and any(w.lower_ == "and" for w in phrase) else ()


def phrase_together(finder: SideFinder, noun: Token) -> Parties:
    """Everyone whom the phrase of a meeting names, whoever holds it."""
    return union(
        _convened(finder, noun),
        finder.after(noun, TOGETHER | {"of", "by"}),
        _attended(finder, noun),
        _met(finder, noun),
    )


def _met(finder: SideFinder, token: Token) -> Parties:
    """The list under "with" or "between", read off the words."""
    return union(
        *(met_with(c, finder.reading.cast) for c in token.children if c.dep_ == "prep" and c.lower_ in TOGETHER)
    )


def _convened(finder: SideFinder, noun: Token) -> Parties:
    """Owners and adjectives of a meeting; a lone name before it is its venue or its matter ("the Geneva talks", "Sudria talks")."""
    named = union(
        *(finder.modifier(c) for c in noun.children if c.dep_ in {"compound", "nmod"} and c.i < noun.i),
        _strung(finder, noun),
    )
    owners = union(*(finder.modifier(c) for c in noun.children if c.dep_ in {"poss", "amod"} and c.i < noun.i))
    body = len(named) == 1 and len(named[0]) != _STATE_CODE and noun.lemma_.lower() in {"summit", "session", "meeting"}
    return union(owners, named) if owners or len(named) > 1 or body else ()


def _strung(finder: SideFinder, noun: Token) -> Parties:
    """The names strung before a noun by dashes ("Norland-Sudria talks"), wherever the parse has put them."""
    at, dashed, start = noun.i - 1, False, noun.sent.start
    while at > start and (noun.doc[at].pos_ in {"ADJ", "PROPN", "NOUN"} or noun.doc[at].text in _DASHES):
        dashed |= noun.doc[at].text in _DASHES
        at -= 1
    return finder.reading.cast.parties_between(at + 1, noun.i) if dashed else ()


def _beside(finder: SideFinder, noun: Token) -> Parties:
    """“During a meeting with the envoy, the minister said”: who acts in the clause was there, where the phrase names one side or none.

    A clause with one doer says nothing of talks that name nobody ("after the talks, the minister left").
    """
    verb = occasion_of(noun)
    if verb is None:
        return ()
    doers = finder.patient(verb) if is_passive(verb) else finder.subject(verb)
    if verb.lemma_ in {"tell", "inform", "assure"} and not is_passive(verb):
        doers = union(doers, finder.objects(verb))
    return doers if finder.after(noun, frozenset({"with"})) or len(doers) > 1 else ()


def _attended(finder: SideFinder, noun: Token) -> Parties:
    """“Talks held by Chile", "the meeting that Chile and Peru had planned"."""
    clauses = [c for c in noun.children if c.dep_ in {"acl", "relcl"}]
    there = (finder.agent(c) for c in clauses if c.lemma_ in {"attend", "hold", "join", "lead"})
    own = (
        finder.subject(c)
        for c in clauses
        if c.lemma_ in {"plan", "schedule", "arrange", "hold", "have"}
        and any(w.tag_ in {"WDT", "WP"} and w.dep_ == "dobj" for w in c.children)
    )
    return union(*there, *own)


def _hosts(finder: SideFinder, noun: Token) -> Parties:
    verb = carrier(noun)
    if verb is None:
        return _beside(finder, noun)
    if verb.lemma_ not in words()["light"] or verb.lemma_ == "host":
        return ()
    if is_passive(verb):
        return union(finder.agent(verb), finder.after(verb, TOGETHER))
    if verb.dep_ == "pcomp" or subject_token(verb) is None or subject_token(verb) == noun:
        return finder.after(verb, TOGETHER)
    return union(finder.subject(verb), finder.after(verb, TOGETHER))
