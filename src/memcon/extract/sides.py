"""Who does it to whom: the parties on either side of a verb or of a noun that names an act.

A verb's doer is its subject, found through control ("agreed to meet"), coordination, relative clauses, participles and "by"; a noun's
is its possessor, adjective, compound or "by/of/from" phrase ("Israeli strikes on Iran", "Trump's offer to Putin"), or the subject of
the light verb that carries it ("held talks with"). In words that a report quotes, "we" and "our country" are the speaker's party.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.actors import parties_of_phrase
from memcon.extract.conflicts import conflicts
from memcon.extract.verb_group import is_passive, verb_group

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Token

    from memcon.extract.reading import Reading
    from memcon.model import Statement

Parties = tuple[str, ...]
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_SUBJECT = frozenset({"nsubj", "csubj"})
_MODIFIER = frozenset({"amod", "compound", "nmod", "poss"})
_FIRST_PERSON = frozenset({"i", "we", "us", "our", "my", "me", "ours", "mine", "ourselves"})
_OBJECT_CONTROL = frozenset(
    {"urge", "ask", "call", "invite", "tell", "order", "force", "want", "expect", "allow", "permit", "encourage", "press", "compel", "require", "request", "persuade", "convince", "help", "warn", "lead", "push",
     "advise", "beg", "instruct", "pressure", "enable", "oblige", "prompt", "get", "direct", "summon", "dissuade", "prevent", "stop", "accuse", "blame"}
)  # fmt: skip
DOER = frozenset({"by", "from", "of"})
TARGET = frozenset({"on", "from", "against", "to", "toward", "towards", "with", "into", "upon", "over", "for"})
TOGETHER = frozenset({"with", "between", "among", "amongst", "involving"})
_LIGHT = frozenset(
    {
        "hold", "have", "make", "take", "pay", "conduct", "carry", "launch", "begin", "start", "stage", "mount", "impose", "reach", "give", "resume", "enter", "engage", "convene", "wage", "commit", "declare", "announce",
        "issue", "send", "extend", "attend", "host", "put", "place", "offer", "provide", "deliver", "lift", "conclude", "join", "participate", "lead", "undertake", "lodge", "file", "sign", "continue", "step", "seek", "do",
        "increase", "expand", "strengthen", "boost", "deepen", "develop", "enhance", "plan", "schedule", "propose", "cancel", "postpone", "express", "voice", "show", "arrange", "open", "come", "arrive", "head", "go", "travel", "meet", "play", "exert", "set", "present", "receive",
    }
)  # fmt: skip
_RECEIVING = frozenset({"receive", "get", "face", "suffer", "undergo", "win", "obtain", "secure"})
_OCCASION = frozenset({"during", "in", "at", "after", "before", "following", "upon", "on", "for"})
_FIRING = frozenset({"fire", "launch", "shoot", "lob", "aim", "hurl"})
_DASHES = frozenset({"-", "–", "—"})
_OF = frozenset({"of", "from", "including", "like", "between"})
_SIDES = frozenset({"side", "party", "faction", "rival", "foe", "belligerent"})
_STANDS_FOR = frozenset(
    "official side party authority leader government rebel group militant force troop faction rival militia people ally".split()
)
_STEPS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties that do and those that it is done to; empty where the words name none."""

    initiators: Parties
    recipients: Parties

    @property
    def all(self) -> Parties:
        """Both sides as one, each party once."""
        return union(self.initiators, self.recipients)


def union(*groups: Iterable[str]) -> Parties:
    """The parties of several groups, each once, in order."""
    return tuple(dict.fromkeys(p for group in groups for p in group))


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
        found = union(parties_of_phrase(token, self.reading.cast), self._joined(token))
        found = found or self._first_person(token) or self._possessed(token) or self._modified(token)
        return self._opposed(token, found)

    def _opposed(self, token: Token, found: Parties) -> Parties:
        """ "The Yemeni sides", "Sudan's warring parties": those of the conflict that the one party named stands for."""
        if token.lemma_.lower() not in _SIDES or token.tag_ != "NNS" or len(found) != 1:
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
        """ "our country", "my ministers", "two of us"."""
        for child in token.children:
            if child.dep_ == "poss" and child.lower_ in _FIRST_PERSON:
                return self.speaker_at(child)
            if child.dep_ == "prep" and child.lower_ == "of" and token.pos_ in {"NUM", "DET", "PRON"}:
                return union(*(self.phrase(o) for o in child.children if o.dep_ == "pobj"))
        return ()

    def _modified(self, token: Token) -> Parties:
        """A phrase named by what stands in it: "delegations from both countries", "a group of Norland ministers", "a ship of theirs"."""
        found: list[Parties] = []
        for child in token.children:
            if child.dep_ in _MODIFIER | {"appos"}:
                found.append(
                    self.phrase(child) if child.dep_ != "amod" else parties_of_phrase(child, self.reading.cast)
                )
            elif (
                child.dep_ == "prep"
                and child.lower_ in {"of", "from", "in", "including", "like", "between"}
                and token.pos_ in _NOMINAL
            ):
                found.extend(self.phrase(o) for o in child.children if o.dep_ in {"pobj", "pcomp"})
        return union(*found)

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
            return Sides(initiators=self._agent(verb), recipients=self._patient(verb) or objects)
        return Sides(initiators=self.subject(verb), recipients=objects)

    def subject(self, verb: Token) -> Parties:
        """The parties that do what `verb` says; where the parse has no subject with a party, those named just before the verb."""
        token = subject_token(verb)
        found = self.phrase(token) if token is not None else ()
        if found or (token is not None and token.pos_ == "PRON"):
            return found
        return self._just_before(verb) if verb_group(verb).finite else ()

    def _just_before(self, verb: Token) -> Parties:
        """The parties of the name that ends right before the verb's group."""
        at = min((w.i for w in verb_group(verb).words), default=verb.i) - 1
        while at > verb.sent.start and verb.doc[at].pos_ == "ADV":
            at -= 1
        mention = self.reading.cast.at(at)
        if mention is None or mention.head != at or verb.doc[at].dep_ in {"pobj", "dobj"}:
            return ()
        return mention.parties

    def _agent(self, verb: Token) -> Parties:
        found = [
            self.phrase(o)
            for c in verb.children
            if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by")
            for o in c.children
            if o.dep_ == "pobj"
        ]
        if found or verb.dep_ != "conj":
            return union(*found) or self._compound_agent(verb)
        return self._agent(verb.head) if is_passive(verb.head) else ()

    def _compound_agent(self, verb: Token) -> Parties:
        """ "UN-brokered talks", "Russian-occupied territory"."""
        return union(
            *(
                self.phrase(c)
                for c in verb.children
                if c.dep_ in {"npadvmod", "compound", "amod", "advmod", "nmod"} and c.i < verb.i
            )
        )

    def _patient(self, verb: Token) -> Parties:
        for child in verb.children:
            if child.dep_ == "nsubjpass":
                return self._resolved(child)
        if verb.dep_ in {"acl", "relcl"} and verb.head.pos_ in _NOMINAL:
            return self.phrase(verb.head)
        if verb.dep_ == "amod":
            return self.phrase(verb.head)
        if verb.dep_ == "conj" and verb.head.pos_ in _VERBAL:
            return self._patient(verb.head)
        return ()

    def _resolved(self, token: Token) -> Parties:
        if token.tag_ in {"WDT", "WP"} or (token.lower_ == "that" and token.head.dep_ == "relcl"):
            return self.phrase(token.head.head)
        return self.phrase(token)

    def objects(self, verb: Token) -> Parties:
        """The parties among a verb's objects and the phrases under "on", "against", "with" and their like."""
        own = union(*(self._object(c) for c in verb.children if c.dep_ in {"dobj", "dative", "attr", "oprd"}))
        return own or union(*(self.phrase(o) for o in _aims(verb)))

    def _object(self, token: Token) -> Parties:
        """The parties of an object: it is one, it belongs to one, or it is aimed at one ("sanctions on Sudria")."""
        own = self._resolved(token)
        return own or self.after(token, TARGET | {"between", "by", "of"})

    def after(self, token: Token, prepositions: frozenset[str]) -> Parties:
        """The parties under one of `prepositions` that hang on `token`."""
        return union(*(self.phrase(o) for o in objects_under(token, prepositions)))

    # Nouns

    def of_noun(self, noun: Token) -> Sides:
        """The sides of a noun: its modifiers and prepositional phrases, then those of the verb that carries it."""
        doers = union(self._owners(noun), self.after(noun, frozenset({"by"})))
        if not doers:
            doers = self.after(noun, frozenset({"from", "of"}))
        targets = self.after(noun, TARGET)
        carried = self._carried(noun)
        initiators = doers or tuple(p for p in carried.initiators if p not in targets) or carried.initiators
        return Sides(
            initiators=initiators, recipients=targets or tuple(p for p in carried.recipients if p not in initiators)
        )

    def _owners(self, noun: Token) -> Parties:
        return union(*(self._modifier(c) for c in noun.children if c.dep_ in _MODIFIER and c.i < noun.i))

    def _modifier(self, token: Token) -> Parties:
        return union(parties_of_phrase(token, self.reading.cast), self._joined(token)) or self._first_person(token)

    def _carried(self, noun: Token) -> Sides:
        """The sides of the verb that carries a noun ("launched strikes on", "sanctions were imposed by")."""
        verb = carrier(noun)
        if verb is None or (
            verb.lemma_ not in _LIGHT | _RECEIVING and not (is_passive(verb) and noun.dep_ != "nsubjpass")
        ):
            return Sides(initiators=(), recipients=())
        sides = self.of_verb(verb)
        if verb.lemma_ in _RECEIVING and not is_passive(verb):
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
        if token.pos_ in _VERBAL and token.dep_ not in {"amod", "compound"}:
            sides = self.of_verb(token)
            return union(sides.initiators, sides.recipients, self.after(token, TOGETHER))
        inner = union(self._convened(token), self.after(token, TOGETHER | {"of", "by"}), self._attended(token))
        if self.after(token, frozenset({"between", "among", "amongst"})):
            return inner
        return union(inner, self._hosts(token))

    def _convened(self, noun: Token) -> Parties:
        """Owners and adjectives of a meeting; a lone name before it is its venue or its matter ("the Geneva talks", "Sudria talks")."""
        named = union(
            *(self._modifier(c) for c in noun.children if c.dep_ in {"compound", "nmod"} and c.i < noun.i),
            self._strung(noun),
        )
        owners = union(*(self._modifier(c) for c in noun.children if c.dep_ in {"poss", "amod"} and c.i < noun.i))
        return union(owners, named) if owners or len(named) > 1 else ()

    def _strung(self, noun: Token) -> Parties:
        """The names strung before a noun by dashes ("Norland-Sudria talks"), wherever the parse has put them."""
        at, dashed = noun.i - 1, False
        while at > noun.sent.start and (noun.doc[at].pos_ in {"ADJ", "PROPN", "NOUN"} or noun.doc[at].text in _DASHES):
            dashed |= noun.doc[at].text in _DASHES
            at -= 1
        return self.reading.cast.parties_between(at + 1, noun.i) if dashed else ()

    def _beside(self, noun: Token) -> Parties:
        """ "During a meeting with the envoy, the minister said": who acts in the clause was there, where the phrase names one side or none.

        A clause with one doer says nothing of talks that name nobody ("after the talks, the minister left").
        """
        verb = occasion_of(noun)
        if verb is None:
            return ()
        doers = self._patient(verb) if is_passive(verb) else self.subject(verb)
        return doers if self.after(noun, frozenset({"with"})) or len(doers) > 1 else ()

    def _attended(self, noun: Token) -> Parties:
        return union(
            *(
                self._agent(c)
                for c in noun.children
                if c.dep_ in {"acl", "relcl"} and c.lemma_ in {"attend", "hold", "join", "lead"}
            )
        )

    def _hosts(self, noun: Token) -> Parties:
        verb = carrier(noun)
        if verb is None:
            return self._beside(noun)
        if verb.lemma_ not in _LIGHT or verb.lemma_ == "host":
            return ()
        if is_passive(verb):
            return union(self._agent(verb), self.after(verb, TOGETHER))
        if verb.dep_ == "pcomp" or subject_token(verb) is None or subject_token(verb) == noun:
            return self.after(verb, TOGETHER)
        return union(self.subject(verb), self.after(verb, TOGETHER))


# Where to look --------------------------------------------------------------------------------------------------------


def objects_under(token: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """The objects of those of the token's prepositional phrases that begin with one of `prepositions`; "of" chains are followed once."""
    for child in token.children:
        if child.dep_ in {"prep", "agent", "dative"} and child.lower_ in prepositions:
            yield from (
                o for o in child.children if o.dep_ in {"pobj", "pcomp"} and o.ent_type_ not in {"DATE", "TIME"}
            )
        elif child.dep_ == "acl" and child.lemma_ in {"involve", "impose", "aim", "direct", "target", "hold"}:
            yield from (
                o
                for o in child.children
                if o.dep_ == "dobj" and child.lemma_ == "involve" and "involving" in prepositions
            )
            yield from objects_under(child, prepositions)


def _aims(verb: Token) -> Iterator[Token]:
    """What a verb is aimed at under "on", "against", "with" and their like, a particle between or not."""
    at = {"at"} if verb.lemma_ in _FIRING else set()
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in TARGET | {"between", "among", "from"} | at:
            yield from (
                o for o in child.children if o.dep_ in {"pobj", "pcomp"} and o.ent_type_ not in {"DATE", "TIME"}
            )
        elif child.dep_ in {"prt", "advmod"}:
            yield from (o for p in child.children if p.dep_ == "prep" for o in p.children if o.dep_ == "pobj")


def carrier(noun: Token) -> Token | None:
    """The verb that carries a noun as its object or subject, over "a round of", "the start of" and coordinated nouns."""
    node = noun
    for _ in range(_STEPS):
        head = node.head
        if head.i == node.i:
            return None
        if head.pos_ in _VERBAL and node.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "oprd", "dative"}:
            return head if node.dep_ != "nsubj" or head.lemma_ in _LIGHT | {"be"} else None
        if node.dep_ == "pobj" and head.head.pos_ in _VERBAL:
            return (
                head.head
                if head.head.lemma_ in _LIGHT and head.lower_ in {"in", "for", "to", "on", "into", "at", "with"}
                else None
            )
        if node.dep_ == "pobj" and head.lower_ in {"of", "in", "for"} and head.head.pos_ in _NOMINAL:
            node = head.head
            continue
        if node.dep_ in {"conj", "appos", "compound"} and head.pos_ in _NOMINAL:
            node = head
            continue
        return None
    return None


def subject_token(verb: Token) -> Token | None:
    """The word that names who does what `verb` says, through control, coordination, participles and relative clauses."""
    node = verb
    for _ in range(_STEPS):
        own = next((c for c in node.children if c.dep_ in _SUBJECT and c.pos_ not in _VERBAL), None)
        if own is not None:
            return _antecedent(own)
        step = _controller(node)
        if step is None or step.i == node.i:
            return None
        if step.pos_ not in _VERBAL:
            return step
        if is_passive(step) and step.i != verb.i:
            return _passive_controller(step, node)
        node = step
    return None


def occasion_of(noun: Token) -> Token | None:
    """The verb whose occasion a noun tells ("after three days of talks", "as part of a deal"), over "of" phrases."""
    node, seen = noun, False
    for _ in range(_STEPS):
        if node.dep_ != "pobj":
            return None
        preposition = node.head
        seen = seen or preposition.lower_ in _OCCASION
        above = preposition.head
        if above.pos_ in _VERBAL:
            return above if seen or preposition.lower_ == "as" else None
        node = above
    return None


def _antecedent(subject: Token) -> Token:
    """The noun that "who", "which" and "that" stand for."""
    if (
        (subject.tag_ in {"WDT", "WP"} or subject.lower_ == "that")
        and subject.head.dep_ == "relcl"
        and subject.head.head.pos_ in _NOMINAL
    ):
        return subject.head.head
    return subject


def _passive_controller(step: Token, node: Token) -> Token | None:
    """ "They were accused of bombing", "is expected to meet": the passive's own subject."""
    subject = next((c for c in step.children if c.dep_ in {"nsubjpass", "nsubj"}), None)
    if subject is not None:
        return _antecedent(subject)
    if step.dep_ in {"acl", "relcl"}:
        return step.head
    return _passive_controller(step.head, node) if step.dep_ == "conj" and step.head.pos_ in _VERBAL else None


def _controller(verb: Token) -> Token | None:
    """The next place to look for the subject of a verb that has none of its own."""
    head = verb.head
    if verb.dep_ == "xcomp" and head.lemma_ in _OBJECT_CONTROL:
        return next((c for c in head.children if c.dep_ in {"dobj", "dative"}), head)
    if verb.dep_ in {"xcomp", "advcl", "conj", "ccomp", "parataxis"}:
        return head
    if verb.dep_ in {"acl", "relcl"}:
        return _noun_controller(head, verb)
    if verb.dep_ in {"pcomp", "pobj"}:
        above = head.head
        if above.pos_ in _NOMINAL:
            return _noun_controller(above, verb)
        if above.pos_ == "ADJ" and above.head.pos_ in _VERBAL:
            return above.head
        if head.lower_ in {"of", "for", "from"} and above.lemma_ in _OBJECT_CONTROL | {
            "criticize",
            "condemn",
            "thank",
            "praise",
            "punish",
            "criticise",
            "sanction",
        }:
            return next((c for c in above.children if c.dep_ in {"dobj", "nsubjpass"}), above)
        return above
    return None


def _noun_controller(noun: Token, verb: Token) -> Token | None:
    """ "efforts to mediate" have their owner's subject; "a man carrying arms" is the subject himself."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None) or next(
        objects_under(noun, frozenset({"by"})), None
    )
    if owner is not None:
        return owner
    if verb.tag_ == "VB" or verb.dep_ == "pcomp":
        above = carrier(noun)
        return above if above is not None else noun
    return noun
