"""What on a news page is no part of the report: related links, newsletter boxes, buttons, captions, sign-offs."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

Kind: TypeAlias = Literal["body", "related", "label", "promo", "button", "caption", "signoff", "ending"]

_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$|[.!?…,][\"”»]$")
_WORD = r"[^\s.!?]+"
_CREDIT_SHORT, _CREDIT_LONG = 320, 700


@cache
def lists() -> dict[str, dict[str, list[str]]]:
    """The lexicon of page furniture (``data/furniture.toml``)."""
    text = files("memcon.reports").joinpath("data/furniture.toml").read_text("utf-8")
    return tomllib.loads(text)


def is_finished(paragraph: str) -> bool:
    """Whether it ends as a sentence does; titles, captions' credits and links do not."""
    return bool(_SENTENCE_END.search(paragraph.rstrip()))


def is_prose(paragraph: str) -> bool:
    """Whether it reads as a paragraph of the report: a finished sentence of some length, or several."""
    words = len(paragraph.split())
    return (is_finished(paragraph) and words >= 5) or words >= 45


def kind(paragraph: str) -> Kind:
    """What a paragraph is."""
    plain = paragraph.translate(_QUOTES).strip()
    for name, test in _TESTS:
        if test(plain):
            return name
    return "body"


def body(paragraphs: list[str]) -> list[str]:
    """The paragraphs of the report itself, of those from its first on."""
    kept: list[str] = []
    under_label = False
    for paragraph in paragraphs:
        what = kind(paragraph)
        if what == "ending" and any(is_prose(one) for one in kept):
            break
        if what in ("label", "ending"):
            under_label = True
        elif what == "body" and not (under_label and not is_prose(paragraph)):
            kept.append(paragraph)
            under_label = False
    return kept


def is_caption(plain: str) -> bool:
    """Whether it is a picture's caption: it carries a credit, or the name of a file picture."""
    patterns = _credit_patterns()
    if len(plain) > _CREDIT_LONG:
        return False
    if any(pattern.search(plain) for pattern in patterns["sure"]):
        return True
    return len(plain) <= _CREDIT_SHORT and not is_finished(plain) and any(p.search(plain) for p in patterns["short"])


@cache
def _credit_patterns() -> dict[str, tuple[re.Pattern[str], ...]]:
    agency = "(?:" + "|".join(sorted(map(re.escape, lists()["captions"]["agencies"]), key=len, reverse=True)) + ")"
    name = r"[A-Z][\w.'-]+(?: [\w.'-]+){0,4}"
    medium = r"(?:photo|photograph|picture|image|file|credit|handout|courtesy|screen ?(?:grab|shot)|video)"
    sure = (
        rf"(?i:[(\[][^()\[\]]*\b{medium}s?\b[^()\[\]]*[)\]])[\s.]*$",
        rf"[(\[](?:[^()\[\]]{{0,40}}\b)?{agency}\s?/[^()\[\]]+[)\]][\s.]*$",
        rf"\[[^\[\]]*\b{agency}\b[^\[\]]*\][\s.]*$",
        rf"(?:REUTERS|AFP|AP Photo|EPA|TASS)\s?/\s?{name}(?:\s?/\s?[A-Z][\w .]+)*\.?$",
        r"^(?:FILE|File) ?(?:(?:PHOTO|photo|IMAGE|image|PICTURE|picture)\b|[-–—:])",
        rf"^(?i:(?:image|media|photo|picture) (?:caption|source|credit)|caption|{medium}s? (?:by|credit)|{medium}s?)(?: ?[:|©]|, | by )",
        r"^(?i:(?:image|media) (?:caption|source)\b)",
        rf"(?i:\b(?:photo|photograph|image|picture)s?(?: credit)?(?: by|:| ©)) {name}(?: ?/ ?{name})*\.?$",
        r"©\s?[^.]{2,60}\.?$",
    )
    short = (
        rf"(?:^|[.!?]['\")]?\s|[,;]\s){_WORD}(?: {_WORD}){{0,7}}\s/\s[^/!?]{{2,60}}$",
        rf"(?:^|[.!?/,(-]\s?|\bvia |\bby ){agency}(?:\s?/\s?[\w .]+)?$",
        r"(?i:\bfile (?:photo|picture|image)\b)",
    )
    compiled = {"sure": sure, "short": short}
    return {group: tuple(map(re.compile, sources)) for group, sources in compiled.items()}


def _pattern(words: list[str]) -> str:
    escaped = (re.escape(word).replace(r"\*", r"[^.!?\n]{1,60}") for word in sorted(words, key=len, reverse=True))
    return "(?:" + "|".join(escaped) + ")"


@cache
def _line_patterns() -> dict[str, re.Pattern[str]]:
    data = lists()
    label, sort = _pattern(data["related"]["labels"]), _pattern(data["related"]["kinds"])
    promo, sign = _pattern(data["promo"]["starts"]), _pattern(data["signoffs"]["starts"])
    mark = r"[>»›▶•→*·\s-]*"
    sources = {
        "related": rf"{mark}{label}\s*(?::|\||[–—»›>→-](?=\s))\s*\S.*",
        "sort": rf"{mark}{sort}\s*(?::|\||[–—»›>](?=\s))\s*\S.*",
        "label": rf"{mark}{label}\s*[:.…»›>→]*",
        "promo": rf"{mark}{promo}(?!\w).*",
        "button": rf"{_pattern(data['promo']['lone'])}[\s:.…]*|[\W\d_]{{1,12}}|\d+ (?:shares?|comments?|min(?:ute)?s?(?: read)?)",
        "signoff": rf"[(\[*\s-]*{sign}(?!\w).*",
        "ending": rf"{_pattern(data['endings']['lines'])}\s*[:.…]*",
    }
    return {name: re.compile(source, re.IGNORECASE | re.DOTALL) for name, source in sources.items()}


def _is(name: str, plain: str, longest: int) -> bool:
    return len(plain) <= longest and bool(_line_patterns()[name].fullmatch(plain))


def _is_related(plain: str) -> bool:
    return _is("related", plain, 250) or (_is("sort", plain, 200) and not is_finished(plain))


def _is_signoff(plain: str) -> bool:
    credited = re.fullmatch(
        r"[A-Z(].{3,200}\bcontributed (?:to|from) (?:this|the|his|her|[A-Z]).{0,80}", plain, re.DOTALL
    )
    return bool(credited) or _is("signoff", plain, 400)


_TESTS: tuple[tuple[Kind, Callable[[str], bool]], ...] = (
    ("ending", lambda plain: _is("ending", plain, 80)),
    ("label", lambda plain: _is("label", plain, 60)),
    ("button", lambda plain: _is("button", plain, 40)),
    ("related", _is_related),
    ("promo", lambda plain: _is("promo", plain, 400)),
    ("signoff", _is_signoff),
    ("caption", is_caption),
)
