"""Is it English? By script, by the commonest English words, and by py3langid, a small classifier that ships its model."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier  # type: ignore[import-untyped]

# On 850 English news digests the classifier calls five another language, four of them Nigerian Pidgin, none with more
# than 0.74; the shortest sentences in fourteen other languages get 0.89 and more.
_SURE = 0.8
# Creoles and Scots are written so near to English that a wrong answer among them says nothing.
_NO_ANSWER = frozenset({"en", "pcm", "sco", "jam", "bi", "tpi", "zxx", "und"})
_COMMON = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "that",
        "said",
        "with",
        "was",
        "by",
        "from",
        "has",
        "have",
        "had",
        "were",
        "which",
        "it",
        "its",
        "he",
        "his",
        "they",
        "their",
        "will",
        "would",
        "been",
        "not",
        "this",
    ]
)
_ENGLISH_SHARE = 0.15  # of words; English news has about 0.3, and no other language reaches 0.05 by chance
_MANY_WORDS, _FOREIGN_SHARE = 80, 0.05  # of a text so long, English that has fewer of them has not been seen
_SAMPLE = 1500  # characters from each of the start, the middle and the end
_NAMED_ENGLISH = re.compile(r"(?i)en(?:g|glish)?(?:[-_ ].*)?")


def says_english(language: str) -> bool:
    """Whether a language field (``en``, ``en-GB``, ``eng``, ``English``) names English."""
    return bool(_NAMED_ENGLISH.fullmatch(language.strip()))


def other_language(text: str) -> str:
    """The English name of the language that `text` surely is in, ``""`` if that is English or cannot be told."""
    sample = _sample(text)
    letters = [char for char in sample if char.isalpha()]
    words = re.findall(r"[a-z]+", sample.lower())
    share = sum(word in _COMMON for word in words) / max(len(words), 1)
    foreign = sum(ord(char) > 0x24F for char in letters) * 2 > len(letters)  # past the Latin letters of Unicode
    if not foreign and (len(letters) < 20 or share > _ENGLISH_SHARE):
        return ""
    code, certainty = _identifier().classify(sample)
    unlike = foreign or (len(words) >= _MANY_WORDS and share < _FOREIGN_SHARE)
    if code in _NO_ANSWER:
        return "another language" if unlike else ""
    return name(code) if unlike or certainty >= _SURE else ""


def name(code: str) -> str:
    """The English name of a language by its code; the code itself where it has none."""
    known = Locale("en").languages.get(code.strip().replace("-", "_").split("_")[0].lower())
    return f"{known} ({code})" if known else code


def _sample(text: str) -> str:
    if len(text) <= 3 * _SAMPLE:
        return text
    middle = len(text) // 2
    return " ".join((text[:_SAMPLE], text[middle : middle + _SAMPLE], text[-_SAMPLE:]))


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second, and not all runs need it

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
