"""Pronouns and phrases that point back, to the actor they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

ORLOV = "Russian Foreign Minister Pavel Orlov met U.S. envoy Helen Marsh. "
POINTERS = [  # text, the word that points, the name of the actor meant
    ("Russian minister Pavel Orlov said he was ready.", "he", "Pavel Orlov"),
    (ORLOV + "He was ready.", "He", "Pavel Orlov"),
    (ORLOV + "She was ready.", "She", "Helen Marsh"),
    (ORLOV + "His talks went well.", "His", "Pavel Orlov"),
    (ORLOV + "Her talks went well.", "Her", "Helen Marsh"),
    (ORLOV + "The minister was ready.", "minister", "Pavel Orlov"),
    (ORLOV + "The envoy was ready.", "envoy", "Helen Marsh"),
    (ORLOV + "The Russian foreign minister was ready.", "minister", "Pavel Orlov"),
    (ORLOV + "Marsh told him so.", "him", "Pavel Orlov"),
    ("Israeli spokesman Avi Shalev and spokeswoman Ruth Kessler of the Kremlin spoke. She left.", "She", "Ruth Kessler"),
    ("Maria Petrova, the Foreign Ministry spokeswoman, spoke. The spokeswoman left.", "spokeswoman", "Maria Petrova"),
    ("Pavel Orlov, who heads the Russian delegation, spoke.", "who", "Pavel Orlov"),
    ("Pavel Orlov, the Russian minister, spoke. The official left.", "official", "Pavel Orlov"),
    ("Iranian diplomat Hamid Rostami spoke. The top diplomat left.", "diplomat", "Hamid Rostami"),
    ("UN Secretary-General Anders Holm spoke. The U.N. chief left.", "chief", "Anders Holm"),
    ("Former president Tariq Mahmood of Pakistan spoke. The former president left.", "president", "Tariq Mahmood"),
    ("The Russian minister said no. Pavel Orlov, the Russian minister, left.", "minister", "Pavel Orlov"),
    ("“We are ready,” Orlov said. Russian minister Pavel Orlov added that he would go.", "he", "Pavel Orlov"),
    ("China’s envoy for Syria praised Iran. Zhao Ming made the remarks on Monday.", "envoy", "Zhao Ming"),
    ("Despite his offer, Russian minister Pavel Orlov left.", "his", "Pavel Orlov"),
]  # fmt: skip
PARTIES = [
    ("Iran said it would go.", "it", {"IRN"}),
    ("Hamas, which rules Gaza, said no.", "which", {"HAMAS"}),
    ("Hamas said no. The group left.", "group", {"HAMAS"}),
    ("The EU said no. The bloc left.", "bloc", {"EU"}),
    ("NATO said no. The alliance left.", "alliance", {"NATO"}),
    ("The Russian Foreign Ministry said no. The ministry gave no reason.", "ministry", {"RUS"}),
    ("Russian Foreign Minister Pavel Orlov and Turkish minister Murat Kaya met. They agreed.", "They", {"RUS", "TUR"}),
    ("Iran said no. Its officials left.", "officials", {"IRN"}),
    ("Pakistani minister Tariq Mahmood spoke. His country would wait.", "country", {"PAK"}),
    ("Pakistani minister Tariq Mahmood spoke. His government would wait.", "government", {"PAK"}),
    ("The IAEA said no. The agency gave no reason.", "agency", {"IAEA"}),
    ("Saudi Arabia said no. The kingdom gave no reason.", "kingdom", {"SAU"}),
    ("U.S. officials spoke. They gave no names.", "They", {"USA"}),
    ("The Russian Foreign Ministry issued a statement. The statement said no.", "statement", {"RUS"}),
    ("Iran left, according to a statement by the Kremlin.", "statement", {"RUS"}),
    ("Russian minister Pavel Orlov met Turkish minister Murat Kaya. The African Union and the EU watched. The two ministers left.", "ministers", {"RUS", "TUR"}),
    ("Officials spoke. China and Pakistan met. Officials from both countries left.", "Officials", {"CHN", "PAK"}),
    ("NATO will send troops.", "troops", {"NATO"}),
    ("Teams of the Syrian government and opposition met.", "opposition", {"SYRIAN OPPOSITION"}),
    ("China spoke. In Seoul, a government official left.", "official", {"KOR"}),
    ("The Taliban said no. They gave no reason.", "They", {"TALIBAN"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "name"), POINTERS)
def test_word_points_to_person(read: Callable, text: str, word: str, name: str) -> None:
    """A pronoun or a description means the person that an attentive reader takes it for."""
    doc, cast = read(text)
    token = (
        [t for t in doc if t.text == word][-1] if word != "envoy" else next(t for t in reversed(doc) if t.text == word)
    )
    mention = cast.headed(token.i)
    assert mention is not None
    assert mention.actor is not None
    assert cast.actor(mention.actor).name == name


@pytest.mark.parametrize(("text", "word", "parties"), PARTIES)
def test_word_points_to_parties(read: Callable, text: str, word: str, parties: set[str]) -> None:
    """A word that points back stands for the parties of what it means."""
    doc, cast = read(text)
    mention = cast.headed([t for t in doc if t.text == word][-1].i)
    assert mention is not None
    assert set(mention.parties) == parties


@pytest.mark.parametrize("word", ["I", "We", "our", "you"])
def test_first_and_second_person_stay_open(read: Callable, word: str) -> None:
    """Who "I" and "we" are is the speaker's to tell: the mention is there, without an actor."""
    doc, cast = read(f"“{word} will go,” Russian minister Pavel Orlov said.")
    mention = cast.headed(next(t.i for t in doc if t.text == word))
    assert mention is not None
    assert (mention.actor, mention.reference) == (None, "pronoun")


@pytest.mark.parametrize("text", ["It is likely that Iran left.", "Iran left. It was reported that Syria stayed."])
def test_empty_it_means_nobody(read: Callable, text: str) -> None:
    """The "it" that stands for no thing is no mention."""
    doc, cast = read(text)
    assert cast.headed(next(t.i for t in doc if t.text == "It")) is None
