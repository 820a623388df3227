"""Date lines: ``June 16, 2025``, ``Published: Mon 16 Jun 2025, 10:03 a.m. EDT``, ``By A. Reporter | 16 June 2025``.

A line is one if it gives a full date and, that and its labels, hours and byline aside, next to nothing else.
"""

from __future__ import annotations

import re

from memcon.reports import dates

_LONGEST = 170
_HOUR = re.compile(
    r"(?i)\b(?:at\s+)?\d{1,2}(?:[:.]\d{2}){1,2}(?:\.\d+)?\s*(?:[ap]\.?\s?m\b\.?)?|\b\d{1,2}\s*[ap]\.?m\b\.?|[+-]\d{2}:?\d{2}\b"
)
_ZONE = re.compile(
    r"\(?\b(?:UTC|GMT|[ECMP][DS]?T|BST|CES?T|EES?T|WES?T|MSK|IR[SD]T|IST|JST|KST|CST|HKT|SGT|WIB|PKT|PST|GST|AS?T|AE[SD]T|NZ[SD]?T|EAT|CAT|SAST"
    r"|Z|[Ll]ocal [Tt]ime|Beijing [Tt]ime|Moscow [Tt]ime|(?:Eastern|Central|Pacific) (?:Daylight |Standard )?Time)\b\)?(?:\s*[+-]\s*\d{1,2}(?::?\d{2})?)?"
)
_WORDS = re.compile(
    r"(?i)\b(?:published|updated|posted|created|modified|released|issued|filed|last|first|originally|on|at|date|dated|publication|publish|update"
    r"|time|edited|revised|uploaded|added|as of|noon|midnight|read(?:ing)? time|min(?:ute)?s?\.?(?: read)?|\d+\s*min|read|hours? ago"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?"
)
_BYLINE = re.compile(
    r"(?i:\b(?:by|from|source|editors?|author|written by|reporter|reported by)\b)(?:\s*:)?\s*[A-Z][\w.'’-]*(?:[ ,&]+(?:and |of |the |in )?[A-Z][\w.'’-]*){0,12}"
)
_EDITOR = re.compile(r"(?i)\beditors?\s*:\s*[\w.]+")
_PARTS = re.compile(r"[|•·/–—,:;()\[\]<>«»_-]+")
_PUBLISHED = re.compile(r"(?i)publi(?:shed|cation)|posted|released|issued|created|first|originally")
_UPDATED = re.compile(r"(?i)updated?|modified|revised|edited")


def is_date_line(paragraph: str) -> bool:
    """Whether the paragraph is the page's date line."""
    return words_beside_date(paragraph) is not None


def words_beside_date(paragraph: str) -> int | None:
    """How many words a date line has beside date, hour, labels and byline; ``None`` if it is no date line."""
    found = list(dates.find(paragraph)) if len(paragraph) <= _LONGEST else []
    if not found:
        return None
    rest = paragraph
    for one in reversed(found):
        rest = f"{rest[: one.start]} | {rest[one.end :]}"
    for pattern in (_HOUR, _ZONE, _EDITOR, _BYLINE, _WORDS):
        rest = pattern.sub(" | ", rest)
    parts = [part.strip(" .") for part in _PARTS.split(rest)]
    words = sum(len(part.split()) for part in parts)
    return words if words <= 6 and all(_is_name(part) for part in parts) else None


def published_day(lines: list[str]) -> str:
    """EDTF of the day of publication among the first line, a date line, and those that follow; not that of an update."""
    fallback = ""
    for line in lines:
        if not is_date_line(line):
            break
        before = 0
        for found in dates.find(line):
            label, before = line[before : found.start], found.end
            if _UPDATED.search(label) and not _PUBLISHED.search(label):
                fallback = fallback or found.edtf
                continue
            return found.edtf
    return fallback


def _is_name(part: str) -> bool:
    """An outlet, place or person beside the date: a few words, each with a capital."""
    words = part.split()
    return len(words) <= 4 and all(
        word[0].isupper() or word.lower() in {"of", "the", "and"} for word in words if word[0].isalpha()
    )
