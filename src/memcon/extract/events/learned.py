"""What the encoder adds to the events that the rules find: triggers of no entry, and statuses that it is sure of.

The rules know the frames of acts and what a word swallows; the encoder has seen which words tell an act. Without scores nothing is
changed. The bounds were set on reports that the weights had not seen (`docs/design/0015-encoder.md`).
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from math import log
from typing import TYPE_CHECKING

from memcon.extract.events.lexicon import Act
from memcon.extract.events.triggers import Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from memcon.encoder.scores import Scores
    from memcon.extract.events.lexicon import Frame
    from memcon.extract.reading import Reading
    from memcon.model import Event, EventType

SURE = 0.8  # a word that is likelier is a trigger by itself
NAMES_IT = 0.5  # an object that is likelier is the trigger, and not its verb
SURER = 2.0  # log of how much likelier another status must be than the one by tense
_LEAST = 1e-4  # keeps logarithms finite
_CLASSES = frozenset({"VERB", "NOUN", "ADJ", "AUX", "PROPN"})
_BY_TENSE = frozenset({"occurred", "ongoing"})  # what no word names; "denied", "planned" and such have one
_CODES: dict[EventType, str] = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "CONCEDE": "080", "COOPERATE": "060", "AID": "070",
    "RETREAT": "087", "REQUEST": "020", "ACCUSE": "110", "REJECT": "120", "THREATEN": "130", "PROTEST": "140",
    "SANCTION": "160", "MOBILIZE": "150", "COERCE": "170", "ASSAULT": "190",
}  # fmt: skip
_FRAMES: dict[EventType, Frame] = {"CONSULT": "mutual", "AGREE": "agree"}
_SPEECH = frozenset({"AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})


def further(reading: Reading, known: set[int]) -> Iterator[Trigger]:
    """Triggers at words that fit no entry, by their likeliest type."""
    if reading.scores is None:
        return
    for n, chance in enumerate(reading.scores.triggers()):
        token = reading.doc[n]
        if chance >= SURE and n not in known and token.pos_ in _CLASSES and not _is_light(token, reading.scores):
            types = reading.scores.type(n)
            yield Trigger(token, _act(max(types, key=lambda kind: types[kind])))


def _is_light(verb: Token, scores: Scores) -> bool:
    """Whether the object tells the act, and the verb only that it is done: "paid a visit"."""
    return any(c.dep_ == "dobj" and scores.trigger(c.i) >= NAMES_IT for c in verb.children)


def restated(reading: Reading, event: Event, token: Token) -> Event:
    """With the encoder's status, where it is sure of it."""
    if reading.scores is None or event.status not in _BY_TENSE:
        return event
    statuses = reading.scores.status(token.i)
    best = max(statuses, key=lambda status: statuses[status])
    surer = log(statuses[best] + _LEAST) - log(statuses[event.status] + _LEAST)
    return replace(event, status=best) if surer >= SURER else event


@lru_cache(maxsize=16)
def _act(kind: EventType) -> Act:
    """An entry for a word that the lexicon does not have: the type's own code, and no word that must stand with it."""
    none: frozenset[str] = frozenset()
    return Act(
        type=kind, code=_CODES[kind], future="036" if kind == "CONSULT" else "", frame=_FRAMES.get(kind, "act"), trigger="word",
        verbs=(), nouns=(), adjectives=(), modals=(), objects=none, under=none, complement=none, marked=none, subjects=none,
        alone=False, speech=kind in _SPEECH, party=False, standing=False, owned=False, between=False,
        person=False, finite=False, void=False, clause=False, lonely=False, under_way=False, bids=False, home=False,
    )  # fmt: skip
