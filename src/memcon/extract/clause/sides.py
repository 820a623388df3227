"""Who does it to whom: the parties on either side of a verb or of a noun that names an act.

A verb's doer is its subject, found through control ("agreed to meet"), coordination, relative clauses, participles and "by"; a noun's
is its possessor, adjective, compound or "by/of/from" phrase ("Israeli strikes on Iran", "Trump's offer to Putin"), or the subject of
the light verb that carries it ("held talks with"). In words that a report quotes, "we" and "our country" are the speaker's party.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.actors import parties_of_phrase
from memcon.extract.clause.conflicts import conflicts
from memcon.extract.clause.sides_doers import (
    TARGET,
    agents,
    aims,
    carrier,
    objects_under,
    occasion_of,
    subject_token,
    words,
)
from memcon.extract.clause.sides_lists import enumerated, listed, paired, union
from memcon.extract.clause.sides_together import TOGETHER, phrase_together, together
from memcon.extract.clause.verb_group import is_passive, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.model import Statement

__all__ = [
    "TARGET",
    "TOGETHER",
    "SideFinder",
    "Sides",
    "carrier",
    "occasion_of",
    "participants_of",
    "sides_of",
    "subject_token",
    "union",
]
Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_MODIFIER = frozenset({"amod", "compound", "nmod", "poss"})
_FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "ours", "mine", "ourselves"})
_OF = frozenset({"of", "from", "including", "like", "between"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties that do and those that it is done to; empty where the words name none."""

    initiators: Parties
    recipients: Parties

    @property
    def all(self) -> Parties:
        """Both sides as one, each party once."""
        return union(self.initiators, self.recipients)


def sides_of(reading: Reading, token: Token, statements: tuple[Statement, ...] = ()) -> Sides:
    """The sides of the act that `token` names, a verb or a noun.

    With `statements`, "we" and its like in their content count as the speaker's party.
    """
    finder = SideFinder(reading, statements)
    return (
        finder.of_verb(token)
        if token.pos_ in _VERBAL and token.dep_ not in {"amod", "compound"}
        else finder.of_noun(token)
    )


def participants_of(reading: Reading, token: Token, statements: tuple[Statement, ...] = ()) -> Parties:
    """All the parties to a meeting, talks or an accord that `token` names, whoever called it."""
    finder = SideFinder(reading, statements)
    return finder.together(token)


@dataclass(frozen=True, slots=True)
class SideFinder:
    """Finds sides in one reading; `statements` tell whose words "we" stands in."""

    reading: Reading
    statements: tuple[Statement, ...] = ()

    # Phrases

    def phrase(self, token: Token) -> Parties:
        """The parties that the phrase headed by `token` stands for."""
        spoken = self._first_person(token) or self._possessed(token)
        if spoken:
            return spoken
        found = union(
            parties_of_phrase(token, self.reading.cast),
            self._joined(token),
            enumerated(token, self.reading.cast),
            paired(token, self.reading.cast),
        )
        return self._opposed(token, found or self._modified(token))

    def _opposed(self, token: Token, found: Parties) -> Parties:
        """“The Yemeni sides”, "Sudan's warring parties": those of the conflict that the one party named stands for."""
        if token.lemma_.lower() not in words()["opposed"] or token.tag_ != "NNS" or len(found) != 1:
            return found
        conflict = conflicts().get(found[0])
        return conflict.sides if conflict is not None else found

    def _joined(self, token: Token) -> Parties:
        """The parties in a word that joins several names ("Norland-Sudria talks")."""
        if not any(dash in token.text for dash in "-–—/"):
            return ()
        end = token.idx + len(token)
        return union(*(m.parties for m in self.reading.cast.mentions if m.span.start < end and token.idx < m.span.end))

    def _first_person(self, token: Token) -> Parties:
        return self.speaker_at(token) if token.lower_ in _FIRST_PERSON else ()

    def _possessed(self, token: Token) -> Parties:
        """“our country”, "my ministers", "two of us"."""
        for child in token.children:
            if child.dep_ == "poss" and child.lower_ in _FIRST_PERSON:
                return self.speaker_at(child)
            if child.dep_ == "prep" and child.lower_ == "of" and token.pos_ in {"NUM", "DET", "PRON"}:
                return union(*(self.phrase(o) for o in child.children if o.dep_ == "pobj"))
        return ()

    def _modified(self, token: Token) -> Parties:
        """A phrase named by what stands in it: "delegations from both countries", "a group of Norland ministers", "a ship of theirs"."""
        named = [c for c in token.children if c.dep_ in _MODIFIER | {"appos"}]
        own = [parties_of_phrase(c, self.reading.cast) if c.dep_ == "amod" else self.phrase(c) for c in named]
        owners = [
            self._compound_agent(c)
            for c in named
            if c.dep_ == "amod" and c.lemma_ in {"own", "flag", "hold", "control", "run"}
        ]
        return union(*own, *owners, *(self.phrase(o) for o in _inner(token)))

    def speaker_at(self, token: Token) -> Parties:
        """The party whose words a token stands in: the innermost statement's."""
        inside = [s for s in self.statements if s.party and any(c.start <= token.idx < c.end for c in s.content)]
        if not inside:
            return ()
        inner = min(inside, key=lambda s: sum(c.end - c.start for c in s.content))
        return (inner.party,) if inner.party else ()

    # Verbs

    def of_verb(self, verb: Token) -> Sides:
        """The sides of a verb: subject and objects, turned round in the passive."""
        objects = self.objects(verb)
        if is_passive(verb):
            return Sides(
                initiators=self.agent(verb), recipients=self.patient(verb) or objects or self.after(verb, TARGET)
            )
        return Sides(initiators=self.subject(verb), recipients=objects)

    def subject(self, verb: Token) -> Parties:
        """The parties that do what `verb` says; where the parse has no subject with a party, those named just before the verb."""
        token = subject_token(verb)
        found = union(self.phrase(token), listed(token, self.reading.cast)) if token is not None else ()
        if not found and token is not None and token.lemma_.lower() in words()["documents"]:
            found = self._issuer(token)
        if found or (token is not None and token.pos_ == "PRON"):
            return found
        return self._just_before(verb) if verb_group(verb).finite else ()

    def _issuer(self, document: Token) -> Parties:
        """“The party issued a declaration demanding": whose document it is, or who is told to issue it."""
        owners = self.owners(document)
        verb = carrier(document)
        if owners or verb is None:
            return owners
        if is_passive(verb):
            return self.agent(verb)
        who = subject_token(verb)
        return self.phrase(who) if who is not None and who.lemma_.lower() not in words()["documents"] else ()

    def _just_before(self, verb: Token) -> Parties:
        """The parties of the name that ends right before the verb's group, and of those that it is coordinated with."""
        at = min((w.i for w in verb_group(verb).words), default=verb.i) - 1
        while at > verb.sent.start and verb.doc[at].pos_ == "ADV":
            at -= 1
        mention = self.reading.cast.at(at)
        if mention is None or mention.head != at or verb.doc[at].dep_ in {"pobj", "dobj"}:
            return ()
        beside = verb.doc[at].head if verb.doc[at].dep_ == "conj" else None
        return union(self.phrase(beside) if beside is not None and beside.pos_ == "PROPN" else (), mention.parties)

    def agent(self, verb: Token) -> Parties:
        """Who does what a passive says, over coordination."""
        found = [self.phrase(o) for o in agents(verb)]
        if found or verb.dep_ != "conj":
            return union(*found) or self._compound_agent(verb)
        return self.agent(verb.head) if is_passive(verb.head) else ()

    def _compound_agent(self, verb: Token) -> Parties:
        """“UN-brokered talks”, "Russian-occupied territory"."""
        return union(
            *(
                self.phrase(c)
                for c in verb.children
                if c.dep_ in {"npadvmod", "compound", "amod", "advmod", "nmod"} and c.i < verb.i
            )
        )

    def patient(self, verb: Token) -> Parties:
        """Whom a passive is about."""
        for child in verb.children:
            if child.dep_ == "nsubjpass":
                return self._resolved(child)
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in _NOMINAL:
            return self.phrase(verb.head)
        if verb.dep_ == "amod":
            return self.phrase(verb.head)
        if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
            subject = subject_token(verb)  # "arrived in Lima and was received by"
            return self.patient(verb.head) or (self.phrase(subject) if subject is not None else ())
        return ()

    def _resolved(self, token: Token) -> Parties:
        if token.tag_ in {"WDT", "WP"} or (token.lower_ == "that" and token.head.dep_ == "relcl"):
            return self.phrase(token.head.head)
        return self.phrase(token)

    def objects(self, verb: Token) -> Parties:
        """The parties among a verb's objects and the phrases under "on", "against", "with" and their like."""
        own = union(*(self._object(c) for c in verb.children if c.dep_ in {"dobj", "dative", "attr", "oprd"}))
        return own or union(*(self.phrase(o) for o in aims(verb)))

    def _object(self, token: Token) -> Parties:
        """The parties of an object: it is one, it belongs to one, or it is aimed at one ("sanctions on Sudria")."""
        own = self._resolved(token)
        return own or self.after(token, TARGET | {"between", "by", "of"})

    def after(self, token: Token, prepositions: frozenset[str]) -> Parties:
        """The parties under one of `prepositions` that hang on `token`; those under "against", where there are some, alone."""
        if "against" in prepositions and len(prepositions) > 1:
            against = self.after(token, frozenset({"against"}))
            if against:
                return against
        return union(*(self.phrase(o) for o in objects_under(token, prepositions)))

    # Nouns

    def of_noun(self, noun: Token) -> Sides:
        """The sides of a noun: its modifiers and prepositional phrases, then those of the verb that carries it."""
        carried = self._carried(noun)
        done_to = noun.lemma_.lower() in words()["done_to"]
        of_heads = tuple(objects_under(noun, frozenset({"of"})))
        by = union(*(self.after(t, frozenset({"by"})) for t in (noun, *(of_heads if done_to else ()))))
        owners, of = self._owners(noun), union(*(self.phrase(o) for o in of_heads))
        of = tuple(p for p in of if p not in by)
        targets = union(of if done_to else (), owners if by else ()) or self.after(noun, TARGET)
        doers = by or owners
        if not doers and not (carried.initiators and done_to):
            leaving = noun.lemma_.lower() in words()["leaving"]
            doers = self.after(noun, frozenset({"from"} if done_to else {"of"} if leaving else {"from", "of"}))
            targets = targets or (self.after(noun, frozenset({"from"})) if leaving else ())
        initiators = doers or tuple(p for p in carried.initiators if p not in targets) or carried.initiators
        return Sides(
            initiators=initiators, recipients=targets or tuple(p for p in carried.recipients if p not in initiators)
        )

    def owners(self, noun: Token) -> Parties:
        """Whose a plan, a demand or an offer is: its possessor, or who stands under "by" and "from"."""
        return union(
            *(self.modifier(c) for c in noun.children if c.dep_ in {"poss", "amod"} and c.i < noun.i),
            self.after(noun, frozenset({"by", "from"})),
        )

    def _owners(self, noun: Token) -> Parties:
        return union(*(self.modifier(c) for c in noun.children if c.dep_ in _MODIFIER and c.i < noun.i))

    def modifier(self, token: Token) -> Parties:
        """The parties of a word before a noun: "Sudrian", "Norland-Sudria", "our"."""
        return union(parties_of_phrase(token, self.reading.cast), self._joined(token)) or self._first_person(token)

    def _carried(self, noun: Token) -> Sides:
        """The sides of the verb that carries a noun ("launched strikes on", "sanctions were imposed by")."""
        verb = carrier(noun)
        if verb is None or (
            verb.lemma_ not in words()["light"] | words()["receiving"]
            and not (is_passive(verb) and noun.dep_ != "nsubjpass")
        ):
            return Sides(initiators=(), recipients=())
        sides = self.of_verb(verb)
        if verb.lemma_ in words()["receiving"] and not is_passive(verb):
            return Sides(initiators=self.after(verb, frozenset({"from"})), recipients=sides.initiators)
        own = self.phrase(noun)
        return Sides(
            initiators=sides.initiators,
            recipients=tuple(p for p in sides.recipients if p not in own) or self._beyond(verb),
        )

    def _beyond(self, verb: Token) -> Parties:
        return self.after(verb, TARGET)

    # Both sides together

    def together(self, token: Token) -> Parties:
        """Everyone at a meeting: owners, "with/between/of" phrases, and subject and objects of the verb that carries it."""
        return together(self, token)

    def phrase_together(self, noun: Token) -> Parties:
        """Everyone whom the phrase of a meeting names, whoever holds it."""
        return phrase_together(self, noun)


def _inner(noun: Token) -> Iterator[Token]:
    """What a noun's phrase is named by: "officials from Chile", "rebels in Chad", "the border with Peru"."""
    lemma = noun.lemma_.lower()
    by = (
        _OF
        | ({"in"} if lemma in words()["stands_for"] else set())
        | ({"with"} if lemma in {"border", "frontier"} else set())
        | ({"for"} if lemma in {"camp", "shelter"} else set())
    )
    for child in noun.children:
        if child.lower_ == "in" and child.i != noun.i + 1:
            continue  # "between the rebels and Sudria in Lima": where it was
        if child.dep_ == "prep" and child.lower_ in by and noun.pos_ in _NOMINAL:
            yield from (o for o in child.children if o.dep_ in {"pobj", "pcomp"})
