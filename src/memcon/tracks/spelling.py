"""Names across spellings: one key for all the ways in which English copy writes a foreign name.

Transliterations differ in few ways ("Sergei", "Sergey"; "Mohammad", "Mohammed"; "Araghchi", "Araqchi"; "Zelensky",
"Zelenskyy"), so a key that folds these is enough for most; what is left is measured by letters (`likeness`).
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

# In this order; the left sides are what spellings differ in: vowels, doubled letters, gutturals, sibilants, endings.
_FOLDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"[’'`ʿʾ´-]", ""),
        (r"(?:iy|yy|ij|ii|ei|ey|ay|ai|yi)$", "i"),
        (r"ee|ie|ei|ey|ai|ay", "i"),
        (r"oo|ou|ow", "u"),
        (r"kh|gh|q", "k"),
        (r"dzh|dj|zh", "j"),
        (r"tch|tsch|cz|č|ch", "c"),
        (r"sch|sz", "s"),
        (r"ph", "f"),
        (r"w", "v"),
        (r"y|j(?![aeiou])", "i"),
        (r"ck", "k"),
        (r"e", "a"),  # Mohammed, Mohammad; Hassan, Hasan
        (r"o", "u"),  # Muhammad, Mohammad
        (r"(.)\1+", r"\1"),
        (r"h$", ""),
        (r"v$", "f"),
    )
)
_PARTICLES = frozenset({"al", "el", "bin", "ibn", "von", "van", "de", "der", "di", "da", "le", "la", "abu", "ul", "ur"})
_RANKS = frozenset(
    {
        "dr",
        "mr",
        "mrs",
        "ms",
        "sir",
        "gen",
        "sheikh",
        "haji",
        "hajji",
        "sayyed",
        "seyed",
        "seyyed",
        "sayyid",
        "lord",
        "jr",
        "sr",
    }
)


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """The spelling key of one word of a name."""
    folded = "".join(mark for mark in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(mark))
    folded = folded.replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("ß", "ss")
    for pattern, to in _FOLDS:
        folded = pattern.sub(to, folded)
    return folded


@lru_cache(maxsize=65536)
def initials(name: str) -> frozenset[str]:
    """The initials in a name: ``{"h", "w"}`` of "George H.W. Bush"."""
    return frozenset(letter.casefold() for letter in re.findall(r"(?<!\w)([A-Z])(?=\.|\s)", name.replace(".", ". ")))


@lru_cache(maxsize=65536)
def words(name: str) -> tuple[str, ...]:
    """The keys of the words of a name, without ranks, particles and initials; ``("al-Assad",)`` gives that of "Assad"."""
    parts = [part for part in re.split(r"[\s\xa0]+", name.replace("\xad", "").replace(".", " ")) if part]
    bare = [re.sub(r"^(?:al|el|ul|as|ash|ad|ar|an|az)[-’']", "", part, flags=re.IGNORECASE) for part in parts]
    kept = [part for part in bare if part.casefold() not in _RANKS | _PARTICLES and len(part) > 1]
    return tuple(key(part) for part in kept or bare if part)


def likeness(left: str, right: str) -> float:
    """How alike two keys are, from 0 to 1, by letters in common order."""
    return 1.0 if left == right else SequenceMatcher(None, left, right, autojunk=False).ratio()
