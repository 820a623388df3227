"""The sides of an event, by the frame of its act, and the second party where the words leave it to be understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from memcon.extract.conflicts import conflict_of, conflicts, war_of
from memcon.extract.events_understood import Understood
from memcon.extract.sides import TARGET, TOGETHER, SideFinder, Sides, carrier, occasion_of, subject_token, union
from memcon.extract.verb_group import is_passive, verb_group
from memcon.extract.when import when_of
from memcon.extract.where import where_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from memcon.extract.events_triggers import Trigger
    from memcon.extract.reading import Reading
    from memcon.model import EventType, Statement

Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})
_PEOPLE = frozenset(
    [
        "delegation",
        "official",
        "minister",
        "president",
        "envoy",
        "diplomat",
        "team",
        "ambassador",
        "negotiator",
        "leader",
        "secretary",
        "premier",
        "king",
        "prince",
        "chief",
        "head",
        "delegate",
        "mission",
        "representative",
        "counterpart",
        "chancellor",
        "emir",
        "sultan",
        "pope",
        "general",
        "commander",
        "adviser",
        "advisor",
        "lawmaker",
        "senator",
        "parliamentarian",
        "troika",
        "group",
    ]
)
_ORDINAL = frozenset(
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "next",
        "last",
        "previous",
        "latest",
        "new",
        "final",
        "upcoming",
        "earlier",
        "fresh",
    ]
)
_STRIFE = frozenset(
    [
        "war",
        "conflict",
        "crisis",
        "peace",
        "truce",
        "ceasefire",
        "cease",
        "fighting",
        "violence",
        "strife",
        "talk",
        "talks",
        "negotiation",
        "dialogue",
        "settlement",
        "solution",
        "reconciliation",
    ]
)
_STATE_CODE = 3  # letters of a state's code


def sides_of_event(
    reading: Reading,
    trigger: Trigger,
    statements: tuple[Statement, ...],
    before: Mapping[EventType, Parties] | None = None,
) -> Sides | None:
    """Initiators and recipients; ``None`` where the act needs a party that cannot be named.

    `before` gives the parties of the report's last act of each type that has all on both sides: a further round is theirs.
    """
    finder = _Finder(reading, trigger, statements, before or {})
    return finder.find()


class _Finder:
    def __init__(
        self, reading: Reading, trigger: Trigger, statements: tuple[Statement, ...], before: Mapping[EventType, Parties]
    ) -> None:
        self.reading, self.trigger, self.before = reading, trigger, before
        self.token, self.act = trigger.token, trigger.act
        self.finder = SideFinder(reading, statements)
        self.left = Understood(reading, self.finder, trigger.token)

    def find(self) -> Sides | None:
        frame = self.act.frame
        if frame == "obliged":
            return self._obliged()
        if self.act.lonely and self.finder.after(
            self.token, frozenset({"at", "on", "into", "against", "toward", "towards"})
        ):
            return None
        if self.act.speech and self.token.dep_ == "amod":
            return None
        if self.act.finite and not (
            self.token.pos_ in _VERBAL and verb_group(self.token).finite and self.token.dep_ not in {"relcl", "acl"}
        ):
            return None
        if frame in {"mutual", "war"}:
            return self._mutual()
        if frame == "visit":
            return self._visit()
        if frame == "third":
            return self._third()
        if frame == "host" and not any(self._person(c) for c in self.token.children if c.dep_ in {"dobj", "nsubjpass"}):
            return None
        return self._act()

    # Frames

    def _jointly(self) -> bool:
        """“We agreed on”, "all agreed that", "their agreement to": with the others, who are not named again."""
        if self.token.pos_ not in _VERBAL:
            return any(c.lower_ in {"their", "our"} for c in self.token.children)
        subject = subject_token(self.token)
        return subject is not None and subject.lower_ in {"we", "all", "both", "they"} and self.token.lemma_ == "agree"

    def _named_person(self) -> bool:
        """Whether the doer is a person whose party the report does not give: then it is taken for the report's own."""
        subject = subject_token(self.token)
        return subject is not None and subject.ent_type_ == "PERSON"

    def _doer_unsaid(self) -> bool:
        """Whether the words leave the doer open: a noun, a passive, a pronoun, or no subject at all; not one that is no party."""
        if self.token.pos_ not in _VERBAL or is_passive(self.token):
            return True
        subject = subject_token(self.token)
        return (
            subject is None
            or subject.pos_ == "PRON"
            or subject.lower_ in {"sides", "parties", "west", "allies"}
            or self._person(subject)
            or subject.ent_type_ == "PERSON"
        )

    def _act(self) -> Sides | None:
        sides = self._named()
        initiators, recipients = sides.initiators, tuple(p for p in sides.recipients if p not in sides.initiators)
        if self.act.frame == "agree" and not recipients and (len(initiators) > 1 or self._jointly()):
            if self._among_themselves():
                return None
            both = union(initiators, self.left.understood(initiators) if len(initiators) == 1 else ())
            return Sides(initiators=both, recipients=both) if len(both) > 1 else None
        if not initiators and self.act.speech and self._doer_unsaid():
            initiators = tuple(p for p in self.finder.speaker_at(self.token) if p not in recipients)
        if self.act.owned and not initiators:
            return None
        if self.act.clause and not recipients and not any(w.lower_ in {"if", "unless"} for w in self.token.subtree):
            return None
        together = _each_other(self.token) or (self.act.code == "0871" and not recipients)
        if together and len(initiators) > 1:
            return Sides(initiators=initiators, recipients=initiators)
        if self.act.type == "ASSAULT" and not recipients and not self._on_no_party():
            recipients = tuple(p for p in self._struck() if p not in initiators)
        if self.act.alone and (initiators or recipients):
            return Sides(initiators=initiators, recipients=recipients)
        if self.act.party and not (initiators and recipients):
            return None
        return self._completed(initiators, recipients)

    def _obliged(self) -> Sides | None:
        """“Sudria must withdraw”, said by another: a demand of the speaker on the subject, where that is a party and not its affairs."""
        verb = self.token if self.token.tag_ != "MD" else self.token.head
        subject = subject_token(verb)
        asking = self.finder.speaker_at(self.token)
        if subject is None or not asking or is_passive(verb):
            return None
        mention = self.reading.cast.at(subject.i)
        asked = self.finder.phrase(subject) if mention is not None and mention.reference != "adjective" else ()
        return Sides(initiators=asking, recipients=asked) if asked and not set(asked) & set(asking) else None

    def _on_no_party(self) -> bool:
        """Whether what is fought is no party: "fights terrorism", "attacks on extremists"."""
        near = (*self.token.children, *(g for c in self.token.children for g in c.children))
        return any(t.lemma_.lower().startswith(("terror", "extrem", "militan", "drug", "jihad")) for t in near)

    def _struck(self) -> Parties:
        """Whom an attack hit, where its phrase does not say: those killed in it, or the state it struck in."""
        occasion = occasion_of(self.token)
        if occasion is not None and is_passive(occasion):
            killed = self.finder.of_verb(occasion).recipients
            if killed:
                return killed
        place = where_of(self.reading, self.token)
        return (place.country,) if place is not None and place.country else ()

    def _completed(self, initiators: Parties, recipients: Parties) -> Sides | None:
        """Both sides, the missing one understood from the sentence, the speaker or the report."""
        if (
            not initiators
            and not recipients
            and self.token.pos_ in _VERBAL
            and not is_passive(self.token)
            and self._named_person()
        ):
            initiators = self.left.foremost(())
        if initiators and not recipients:
            recipients = self.left.understood(initiators)
        elif recipients and not initiators and self._doer_unsaid():
            initiators = self.left.understood(recipients)
        return Sides(initiators=initiators, recipients=recipients) if initiators and recipients else None

    def _mutual(self) -> Sides | None:
        if self._bare():
            return None
        parties = union(self.finder.together(self.token), *(self.finder.together(h) for h in self._noun_heads()))
        if len(parties) < 2 and self.token.pos_ not in _VERBAL and (conflict := conflict_of(self.token)) is not None:
            if conflict.attacker:
                return Sides(initiators=(conflict.attacker,), recipients=conflict.attacked)
            parties = conflict.sides
        if len(parties) < 2 and self._of_the_war():
            parties = war_of(self.reading) or parties
        if len(parties) < 2:
            parties = self._filled(parties)
        return Sides(initiators=parties, recipients=parties) if len(parties) > 1 or self._one_body(parties) else None

    def _of_the_war(self) -> bool:
        """Whether a noun is bound to be of the one war that the report tells of: a truce, "peace talks", "the civil war"."""
        near = {c.lower_ for c in self.token.lefts}
        return self.token.pos_ not in _VERBAL and (
            self.act.type == "RETREAT"
            or "peace" in near
            or (self.token.lemma_.lower() == "war" and bool(near & {"the", "civil"}))
        )

    def _bare(self) -> bool:
        """Talking that is with nobody ("the minister spoke"), and a truce only thought of ("guarantors of the truce")."""
        if self.act.party:
            return len(self.finder.together(self.token)) < 2 and not self.finder.after(
                self.token, frozenset({"with", "to", "between"})
            )
        under_noun = self.token.dep_ == "pobj" and self.token.head.head.pos_ not in _VERBAL
        return self.act.type == "RETREAT" and under_noun and not when_of(self.reading, self.token)

    def _among_themselves(self) -> bool:
        """Whether several of one party do it together ("the president and parliament agreed"): their own affair."""
        subject = subject_token(self.token) if self.token.pos_ in _VERBAL else None
        return subject is not None and bool(subject.conjuncts) and len(self.finder.phrase(subject)) == 1

    def _noun_heads(self) -> list[Token]:
        return [h for h in self.trigger.heads if h.pos_ not in _VERBAL]

    def _one_body(self, parties: Parties) -> bool:
        """A body's own meeting has the body alone on both sides; so has fighting within one group."""
        return len(parties) == 1 and self.act.type in {"CONSULT", "ASSAULT"} and len(parties[0]) != _STATE_CODE

    def _filled(self, parties: Parties) -> Parties:
        """None or one of the sides is named: who else is understood from the sentence, the speaker, or what the report told before."""
        open_ended = (
            not self._among_themselves()
            and not (self.act.between or self.act.party)
            and (self.token.pos_ in _VERBAL or self._carried_by_subject())
        )
        if len(parties) == 1 and open_ended and not self._one_body(parties):
            return union(parties, self.left.understood(parties))
        if self._among_themselves():
            return parties
        last = self.before.get("CONSULT", ())
        if self.act.type == "SUPPORT" and is_passive(self.token):
            return last or union(parties, self.left.foremost(parties, 2 - len(parties)))
        if self.act.type != "CONSULT":
            return parties
        if len(parties) == 1 and self.finder.after(self.token, frozenset({"with"})):
            return union(self.left.home(parties), parties)
        return (
            last if last and set(parties) <= set(last) and self.token.pos_ not in _VERBAL and self._new() else parties
        )

    def _new(self) -> bool:
        """Whether a noun without parties tells of a further round: it has an ordinal, a day or a place of its own."""
        if any(c.lower_ in _ORDINAL or c.tag_ == "CD" for c in self.token.children):
            return True
        verb = carrier(self.token)
        if (
            verb is not None
            and verb.lemma_ in {"hold", "take", "begin", "start", "conclude", "end", "resume", "launch", "schedule"}
            and (is_passive(verb) or self.token.dep_ == "nsubj")
        ):
            return True
        return bool(when_of(self.reading, self.token)) and not any(
            c.lower_ in {"the", "this", "these", "those"} for c in self.token.children
        )

    def _carried_by_subject(self) -> bool:
        """Whether a noun is the object of a verb whose subject is a party: then who it is with may be left unsaid."""
        verb = carrier(self.token)
        return verb is not None and not is_passive(verb) and bool(self.finder.subject(verb))

    def _visit(self) -> Sides | None:
        if self.act.person and not self._person(subject_token(self.token)):
            return None
        sides = self._named()
        occasion = occasion_of(self.token)
        if not sides.initiators and occasion is not None:
            sides = Sides(initiators=self.finder.subject(occasion), recipients=sides.recipients)
        place = where_of(self.reading, self.token)
        toured = self.finder.after(self.token, frozenset({"of"})) if self.token.pos_ not in _VERBAL else ()
        hosts = tuple(p for p in sides.recipients or toured if p not in sides.initiators)
        if not hosts and place is not None and place.country and place.country not in sides.initiators:
            hosts = (place.country,)
        if sides.initiators and not hosts and self.token.pos_ not in _VERBAL:
            hosts = self.left.nearest(sides.initiators)
        if not sides.initiators or not hosts:
            return None
        return Sides(initiators=sides.initiators, recipients=hosts)

    def _person(self, token: Token | None) -> bool:
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
        return token.lemma_.lower() in _PEOPLE or token.lower_ in {"he", "she", "they", "who", "we", "i"}

    def _third(self) -> Sides | None:
        sides = self._named()
        between = union(
            self.finder.after(self.token, frozenset({"between", "among"})),
            *(self._at_odds(h) for h in self._objects()),
        )
        others = tuple(p for p in union(between, sides.recipients) if p not in sides.initiators)
        others = tuple(p for p in self._at_war(others) if p not in sides.initiators)
        return self._completed(sides.initiators, others) if sides.initiators else None

    def _at_war(self, named: Parties) -> Parties:
        """Both sides of the conflict of which only the state or nobody is named: "mediated the peace talks", "a solution in Sudria"."""
        if len(named) > 1 or not any(t.lemma_.lower() in _STRIFE for t in self.token.sent):
            return named
        if named:
            conflict = conflicts().get(named[0])
            return conflict.sides if conflict is not None and named[0] in conflict.sides else named
        return war_of(self.reading) or self.before.get("CONSULT", ())

    def _at_odds(self, noun: Token) -> Parties:
        """The sides of the talks or truce that a third party brings about."""
        conflict = conflict_of(noun)
        return conflict.sides if conflict is not None else self.finder.phrase_together(noun)

    def _objects(self) -> list[Token]:
        return [c for c in self.token.children if c.dep_ in {"dobj", "nsubjpass"}] + (
            [self.token.head] if self.token.dep_ in {"acl", "amod"} else []
        )

    # The words themselves

    def _named(self) -> Sides:
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
        sides = self.finder.of_noun(token)
        return self._aimed(sides) if self.trigger.heads else sides

    def _aimed(self, sides: Sides) -> Sides:
        """What the object is aimed at outranks whose it is: "lifted U.S. sanctions on Sudria"."""
        heads = [h for h in self.trigger.heads if h.pos_ not in _VERBAL]
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


def _each_other(verb: Token) -> bool:
    """Whether what is done is done to "each other" or "one another"."""
    return any(
        w.lower_ in {"other", "another"} and w.i > verb.i and w.nbor(-1).lower_ in {"each", "one"} for w in verb.subtree
    )
