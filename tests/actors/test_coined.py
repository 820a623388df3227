"""Movements that a report introduces itself, and the armed groups that "the rebels" are. All names are invented or of the lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

# text → the party of its last word but one's phrase, by the token that heads it
NAMED = [
    ("The Free Norland Movement (FNM) left. The FNM said so.", "FNM", {"FNM"}),
    ("The Sudrian Liberation Front (SLF) left. Later the SLF said so.", "SLF", {"SLF"}),
    ("Hamas left. The militants said so.", "militants", {"HAMAS"}),
    ("Peru and the Tamil Tigers met. The rebels said so.", "rebels", {"LTTE"}),
    ("The National Housing Agency (NHA) left. The NHA said so.", "NHA", set()),
    ("The Peruvian Special Forces Command (PSFC) left. The PSFC said so.", "PSFC", set()),
]
BOTH = [
    ("Chile and Peru met. Chile and Peru quarrelled. Norway, which hosts them, urged both sides to talk.", "sides", {"CHL", "PER"}),
    ("Chile and Peru met. Chile blamed Peru. Japan praised Norway. The EU appealed to both sides.", "sides", {"CHL", "PER"}),
    ("Norway met Peru. Both sides agreed.", "sides", {"NOR", "PER"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "parties"), NAMED + BOTH)
def test_a_phrase_means_those_parties(
    read: Callable[..., tuple[object, object]], text: str, word: str, parties: set[str]
) -> None:
    """The last mention headed by the word stands for these parties."""
    doc, cast = read(text)
    heads = [t.i for t in doc if t.text == word]  # type: ignore[attr-defined]
    found = [cast.headed(i) or cast.at(i) for i in heads]  # type: ignore[attr-defined]
    named = {p for mention in found[-1:] if mention is not None for p in mention.parties}
    assert named == parties
