"""Text from outside made fit for a feed: nothing that XML or UTF-8 cannot hold, nothing that turns the order of words."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from memcon.export.calm import UNSAFE

# What XML 1.0 allows in no way: most control characters, halves of a surrogate pair, and two code points that are none.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_WEB = frozenset({"http", "https"})


def line(words: str) -> str:
    """`words` on one line, without what must not be shown."""
    return " ".join(UNSAFE.sub(" ", legal(words)).split())


def legal(words: str) -> str:
    """`words` without the characters that are illegal in XML; line ends stay."""
    return _NEVER.sub("", words)


def shortened(words: str, limit: int) -> str:
    """The first `limit` characters at most, cut between words and marked as cut."""
    if len(words) <= limit:
        return words
    head = words[: limit - 1] if words[limit - 1] == " " else words[: limit - 1].rpartition(" ")[0]
    return (head.rstrip(",;:. ") or words[: limit - 1]) + "…"


def web_address(url: str) -> str:
    """`url` if it is one of the web that a link may lead to, else ``""``: never ``javascript:``, never a file."""
    clean = legal(url).strip()
    try:
        parts = urlsplit(clean)
    except ValueError:  # brackets that hold no address
        return ""
    return clean if parts.scheme.lower() in _WEB and parts.netloc and not re.search(r"\s", clean) else ""
