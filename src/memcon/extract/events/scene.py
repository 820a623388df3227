"""One act in its report: the sides that its own words name, and what the frames of acts ask about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.clause.sides import TARGET, TOGETHER, SideFinder, Sides, carrier, subject_token, union
from memcon.extract.clause.sides_doers import anchor_of, words
from memcon.extract.clause.verb_group import is_passive
from memcon.extract.events.understood import Understood

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.events.lexicon import Act
    from memcon.extract.events.told import Told
    from memcon.extract.events.triggers import Trigger
    from memcon.extract.reading import Reading
    from memcon.model import Statement

Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Scene:
    """A trigger where it stands; `told` is what the report has told before it."""

    reading: Reading
    trigger: Trigger
    statements: tuple[Statement, ...]
    told: Told

    @property
    def token(self) -> Token:
        """The word that names the act."""
        return self.trigger.token

    @property
    def act(self) -> Act:
        """The entry of the lexicon."""
        return self.trigger.act

    @property
    def finder(self) -> SideFinder:
        """Finds parties in the reading."""
        return SideFinder(self.reading, self.statements)

    @property
    def left(self) -> Understood:
        """Finds the party that the words leave out."""
        return Understood(self.reading, self.finder, self.token, self.told)

    @property
    def is_verb(self) -> bool:
        """Whether a verb names the act."""
        return self.token.pos_ in _VERBAL

    def named(self) -> Sides:
        """The sides that the words themselves name."""
        token = self.token
        if token.pos_ in _VERBAL:
            sides = self.finder.of_verb(token)
            return self._aimed(sides) if self.trigger.heads else sides
        if token.pos_ == "ADJ":
            subject = subject_token(token.head) if token.head.pos_ in _VERBAL else None
            own = next((c for c in token.children if c.dep_ == "nsubj"), subject)
            return Sides(
                initiators=self.finder.phrase(own) if own is not None else (), recipients=self._in_complement()
            )
        sides = self.finder.of_noun(anchor_of(token))
        return self._aimed(sides) if self.trigger.heads else sides

    def _aimed(self, sides: Sides) -> Sides:
        """What the object is aimed at outranks whose it is: "lifted U.S. sanctions on Sudria"."""
        heads = [h for h in self.trigger.heads if h.pos_ not in _VERBAL]
        if self.act.type == "REJECT" and self.act.speech:
            whose = union(*(self.finder.owners(h) for h in heads))
            whose = tuple(p for p in whose if p not in sides.initiators)
            if whose:
                return Sides(initiators=sides.initiators, recipients=whose)
        asked = self._asked()
        if asked:
            return Sides(initiators=sides.initiators, recipients=asked)
        aimed = union(self.finder.after(self.token, TARGET), *(self.finder.after(h, TARGET | TOGETHER) for h in heads))
        aimed = tuple(p for p in aimed if p not in sides.initiators)
        if aimed:
            return Sides(initiators=sides.initiators, recipients=aimed)
        if sides.recipients or self.act.type == "REJECT":
            return Sides(initiators=sides.initiators, recipients=sides.recipients or self._in_complement())
        return Sides(
            initiators=sides.initiators,
            recipients=union(self._in_complement(), *(self.finder.phrase(h) for h in heads)),
        )

    def _asked(self) -> Parties:
        """“urged Sudria to hold talks with Norland”: who is asked, and not with whom."""
        if self.act.type != "REQUEST" or self.token.pos_ not in _VERBAL or is_passive(self.token):
            return ()
        heard = [c for c in self.token.children if c.dep_ == "dobj" and c not in self.trigger.heads]
        return (
            union(*(self.finder.phrase(c) for c in heard)) if any(h.pos_ in _VERBAL for h in self.trigger.heads) else ()
        )

    def _in_complement(self) -> Parties:
        """Parties under the complement: "ready to meet the envoy of Sudria", "offer of talks with Sudria"."""
        found = [
            self.finder.objects(h) if h.pos_ in _VERBAL else self.finder.after(h, TARGET | TOGETHER)
            for h in self.trigger.heads
        ]
        found += [
            self.finder.after(o, TARGET | TOGETHER) for h in self.trigger.heads for o in h.children if o.dep_ == "dobj"
        ]
        return union(*found)

    def is_person(self, token: Token | None) -> bool:
        """Whether a word names people: a person or a group of the cast, or a delegation."""
        if token is None:
            return False
        mention = self.reading.cast.headed(token.i) or self.reading.cast.at(token.i)
        if (
            mention is not None
            and mention.actor is not None
            and self.reading.cast.actor(mention.actor).kind in {"person", "group"}
        ):
            return True
        return token.lemma_.lower() in words()["travellers"] or token.lower_ in {"he", "she", "they", "who", "we", "i"}

    def named_person(self) -> bool:
        """Whether the doer is a person whose party the report does not give: then it is taken for the report's own."""
        subject = subject_token(self.token)
        return subject is not None and subject.ent_type_ == "PERSON"

    def doer_unsaid(self) -> bool:
        """Whether the words leave the doer open: a noun, a passive, a pronoun, or no subject at all; not one that is no party."""
        if not self.is_verb or is_passive(self.token):
            return True
        subject = subject_token(self.token)
        return (
            subject is None
            or subject.pos_ == "PRON"
            or subject.lower_ in {"sides", "parties", "west", "allies"}
            or self.is_person(subject)
            or subject.ent_type_ == "PERSON"
        )

    def of_a_deed(self) -> bool:
        """Whether what is condemned or hailed is an act that was told, without its doer: "the attack", "the move"."""
        things = [c for c in self.token.children if c.dep_ in {"dobj", "nsubjpass"}]
        return any(
            t.lemma_.lower() in words()["deeds"] and any(c.lower_ in {"the", "this", "that"} for c in t.lefts)
            for t in things
        )

    def among_themselves(self) -> bool:
        """Whether several of one party do it together ("the president and parliament agreed"): their own affair."""
        subject = subject_token(self.token) if self.is_verb else None
        return subject is not None and bool(subject.conjuncts) and len(self.finder.phrase(subject)) == 1

    def carried_by_subject(self) -> bool:
        """Whether a noun is the object of a verb whose subject is a party: then who it is with may be left unsaid."""
        verb = carrier(self.token)
        return verb is not None and not is_passive(verb) and bool(self.finder.subject(verb))

    def completed(self, initiators: Parties, recipients: Parties) -> Sides | None:
        """Both sides, the missing one understood from the sentence, the speaker or the report."""
        if not initiators and not recipients and self.is_verb and not is_passive(self.token) and self.named_person():
            initiators = self.left.foremost(())
        if initiators and not recipients:
            recipients = self.left.understood(initiators)
        elif recipients and not initiators and self.doer_unsaid():
            initiators = self.left.understood(recipients)
        return Sides(initiators=initiators, recipients=recipients) if initiators and recipients else None
