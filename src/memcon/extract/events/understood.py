"""The party that is meant where the words leave it out: the nearest other one, the speaker's, or the report's foremost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from memcon.extract.clause.conflicts import conflicts

if TYPE_CHECKING:
    from spacy.tokens import Token

    from memcon.extract.clause.sides import SideFinder
    from memcon.extract.events.told import Told
    from memcon.extract.reading import Reading

Parties = tuple[str, ...]
_STATE_CODE = 3  # letters of a state's code
_OFTEN = 2  # sentences that name two parties together for one to be meant by what is told of the other
_BACKWARD = 6  # words that what stands before an act counts as farther: a patient mostly follows


@dataclass(frozen=True, slots=True)
class Understood:
    """Looks for the party that an act at `token` leaves unsaid."""

    reading: Reading
    finder: SideFinder
    token: Token
    told: Told

    def understood(self, known: Parties) -> Parties:
        """The party meant where none is named: the nearest other one of the sentence, the speaker, or the report's most named other."""
        near = self.nearest(known)
        if near:
            return near
        speaker = tuple(p for p in self.finder.speaker_at(self.token) if p not in known)
        if speaker:
            return speaker
        return self.told.partner(known) or self._fought(known) or self._dealt_with(known)

    def _dealt_with(self, known: Parties) -> Parties:
        """With whom the report mostly names those known, for what a verb tells."""
        verb = self.token.pos_ in {"VERB", "AUX"}
        partner = self.told.dyads.partner(known) if verb else ()
        return partner if partner and self.told.dyads.times(known, partner[0]) >= _OFTEN else ()

    def _fought(self, known: Parties) -> Parties:
        """Whom an armed group fights, where that is one party alone: "Hamas releases hostages"."""
        if len(known) != 1 or len(known[0]) == _STATE_CODE:
            return ()
        sides = {conflict.sides for conflict in conflicts().values() if known[0] in conflict.sides}
        return tuple(p for p in next(iter(sides)) if p not in known) if len(sides) == 1 else ()

    def nearest(self, known: Parties) -> Parties:
        """The nearest other party of the sentence that is no place and no qualifier."""
        sent = self.token.sent
        mentions = [
            m
            for m in self.reading.cast.mentions
            if sent.start <= m.head < sent.end
            and m.parties
            and not set(m.parties) & set(known)
            and not (m.relays or m.as_place or _says_where(self.reading.doc[m.head]))
            and not _hyphened(self.reading.doc[m.head])
        ]
        if not mentions:
            return ()
        near = min(mentions, key=lambda m: (self._distance(m.head), m.head))
        beside = self.finder.phrase(self.reading.doc[near.head]) if near.reference == "name" else ()
        return tuple(dict.fromkeys(p for p in (*near.parties, *beside) if p not in known))

    def _distance(self, head: int) -> int:
        """Words between the act and a mention; one that stands before it is the farther."""
        return abs(head - self.token.i) + (_BACKWARD if head < self.token.i else 0)

    def home(self, known: Parties) -> Parties:
        """Whose talks they are where only the other side is named: the speaker's, or the report's foremost party's."""
        speaker = tuple(p for p in self.finder.speaker_at(self.token) if p not in known)
        return speaker or self.foremost(known)

    def foremost(self, known: Parties, number: int = 1) -> Parties:
        """The parties that the report names most, those known left out."""
        count = Counter(p for m in self.reading.cast.mentions if not m.relays for p in m.parties if p not in known)
        return tuple(party for party, _ in count.most_common(number))


def _hyphened(token: Token) -> bool:
    """“UN-backed”: the name only qualifies."""
    return token.i + 1 < len(token.doc) and token.nbor(1).text == "-" and not token.whitespace_


def _says_where(token: Token) -> bool:
    """Whether a name stands under "in", "at" or "near", or beside one that does: a place, no party."""
    node = token
    while node.dep_ in {"appos", "compound", "conj"} and node.head.i != node.i:
        node = node.head
    return (
        node.dep_ == "pobj"
        and node.head.lower_ in {"in", "at", "near", "outside", "off", "across"}
        and token.ent_type_ in {"GPE", "LOC", "FAC"}
    )
