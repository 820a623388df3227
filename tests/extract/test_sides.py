"""Sides: who does it to whom. The act's word stands in brackets; all officials are invented."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from memcon.extract.clause.sides import participants_of, sides_of
from memcon.model import Span, Statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Token

    from memcon.extract.reading import Reading

_spec = importlib.util.spec_from_file_location("reading_of", Path(__file__).with_name("reading_of.py"))
assert _spec is not None
assert _spec.loader is not None
_module = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_module)
marked: Callable[[str], tuple[Reading, Token]] = _module.marked

# sentence → initiators, recipients
SIDES = [
    # subject and object
    ("Chile [attacked] Peru.", "CHL", "PER"),
    ("Chile [imposed] sanctions on Peru.", "CHL", "PER"),
    ("Chile [seized] a Peruvian ship.", "CHL", "PER"),
    ("Chilean and Japanese officials [condemned] Peru.", "CHL JPN", "PER"),
    ("Officials from Chile and Japan [condemned] Peru.", "CHL JPN", "PER"),
    ("Chilean Foreign Minister Rosa Vidal [thanked] Peru.", "CHL", "PER"),
    ("Chile [sent] Peru grain.", "CHL", "PER"),
    ("Chile [complained] to Peru.", "CHL", "PER"),
    # control, coordination, participles, relative clauses
    ("Chile agreed to [meet] Peru.", "CHL", "PER"),
    ("Chile wants to [punish] Peru.", "CHL", "PER"),
    ("Chile urged Peru to [release] Japanese sailors.", "PER", "JPN"),
    ("Chile met Japan and [condemned] Peru.", "CHL", "PER"),
    ("Chile, which [attacked] Peru, apologized.", "CHL", "PER"),
    ("Chile left the talks after [attacking] Peru.", "CHL", "PER"),
    ("Chile is blamed for [attacking] Peru.", "CHL", "PER"),
    ("Soldiers of Chile [attacking] Peru were stopped.", "CHL", "PER"),
    ("The decision by Chile to [attack] Peru shocked many.", "CHL", "PER"),
    # the passive
    ("Peru was [attacked] by Chile.", "CHL", "PER"),
    ("Peruvian ships were [seized] by Chile.", "CHL", "PER"),
    ("The sanctions [imposed] by Chile on Peru hurt.", "CHL", "PER"),
    ("Peru was [attacked] on Monday.", "", "PER"),
    # nouns
    ("Israeli [strikes] on Iran killed dozens.", "ISR", "IRN"),
    ("Riyadh's [aggression] against Yemen goes on.", "SAU", "YEM"),
    ("The [attack] by Chile on Peru shocked many.", "CHL", "PER"),
    ("The [sanctions] against Peru hurt trade.", "", "PER"),
    ("Chile's [offer] to Peru was turned down.", "CHL", "PER"),
    ("An [offer] from Chile to Peru was turned down.", "CHL", "PER"),
    ("Chile launched [strikes] on Peru.", "CHL", "PER"),
    ("Chile paid a [visit] to Peru.", "CHL", "PER"),
    ("Peru received a [visit] from Chile.", "CHL", "PER"),
    # what "of" names is done to, not doing
    ("The [assassination] of a Peruvian envoy by Chile shocked many.", "CHL", "PER"),
    ("The [release] of Peruvian sailors pleased many.", "", "PER"),
    ("The [seizure] of the Peruvian embassy by Chile shocked many.", "CHL", "PER"),
    # lists, and occasions that are no target
    ("Chile [thanked] Peru, Japan and Kenya.", "CHL", "PER JPN KEN"),
    ("Chile [attacked] Peru on the sidelines of the G20 summit.", "CHL", "PER"),
    ("Peruvian soldiers were [killed] in a Chilean airstrike.", "CHL", "PER"),
]
# sentence → everyone at the meeting
TOGETHER = [
    ("Chile and Peru [met] in Oslo.", "CHL PER"),
    ("Chile [met] with Peru.", "CHL PER"),
    ("Chile and Peru held [talks] in Oslo.", "CHL PER"),
    ("[Talks] between Chile and Peru will be held in Oslo.", "CHL PER"),
    ("Chile held a [meeting] with Peru.", "CHL PER"),
    ("The Chile-Peru [talks] were short.", "CHL PER"),
    ("The Chilean-Peruvian [talks] were short.", "CHL PER"),
    ("The [meeting] of Chile and Peru was short.", "CHL PER"),
    ("The [summit] attended by Chile and Peru was short.", "CHL PER"),
    ("During a [meeting] with Peru, Chile praised Japan.", "CHL PER"),
    ("After three days of [talks], Chile and Peru signed an accord.", "CHL PER"),
    ("Norway hosted [talks] between Chile and Peru.", "CHL PER"),
    ("Norway condemned the [talks].", ""),
    ("The Afghan sides held [talks].", "AFG TALIBAN"),
    ("Chile [met] with the foreign ministers of Peru, Japan and Kenya.", "CHL PER JPN KEN"),
    ("Chilean and Peruvian officials [met] in Oslo.", "CHL PER"),
    ("Chile [met] Peru on the sidelines of the G20 summit.", "CHL PER"),
]


@pytest.mark.parametrize(("sentence", "initiators", "recipients"), SIDES)
def test_who_does_it_to_whom(sentence: str, initiators: str, recipients: str) -> None:
    """Subject, object, modifiers and prepositions tell the sides, by parse and by place."""
    reading, word = marked(sentence)
    sides = sides_of(reading, word)
    assert (" ".join(sides.initiators), " ".join(sides.recipients)) == (initiators, recipients)


@pytest.mark.parametrize(("sentence", "parties"), TOGETHER)
def test_who_meets(sentence: str, parties: str) -> None:
    """All who take part, whoever called it; a host that only hosts is none of them."""
    reading, word = marked(sentence)
    assert sorted(participants_of(reading, word)) == sorted(parties.split())


@pytest.mark.parametrize("pronoun", ["We", "Our country", "Our soldiers", "My government"])
def test_the_first_person_is_the_speaker(pronoun: str) -> None:
    """In the content of a statement "we" and its like are the speaker's party."""
    sentence = f"{pronoun} will [defend] Peru, the minister said."
    reading, word = marked(sentence)
    said = Statement(
        id="s1", speaker=None, speaker_span=None, party="CHL", cue=Span(word.idx + 13, word.idx + 30), content=(Span(0, word.idx + 11),),
        form="indirect", act="assert", said="", channel=None, via=None,
    )  # fmt: skip
    assert sides_of(reading, word, (said,)).initiators == ("CHL",)
