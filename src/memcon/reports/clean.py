"""Text as people read it: one kind of line end, one kind of blank, no marks that cannot be seen, no tags left over."""

from __future__ import annotations

import html
import re

# Characters that print nothing: controls, soft hyphen, zero width, direction marks, byte order mark, non-characters.
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_BREAKING_TAG = re.compile(
    r"</?(?:p|div|br|hr|h[1-6]|li|ul|ol|blockquote|figure|figcaption)\b[^<>]{0,500}>", re.IGNORECASE
)
_TAG = re.compile(
    r"</?(?:u|b|i|a|em|strong|span|font|small|big|sub|sup|s|strike|mark|cite|q|abbr|img|center|tt|code|time|ins|del)"
    r"(?:\s[^<>]{0,2000})?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d?);", re.IGNORECASE)


def clean(text: str) -> str:
    """`text` with unseen marks and left-over tags gone, entities resolved, line feeds as line ends and runs of blanks as one."""
    text = _LINE_ENDS.sub("\n", text)
    if "<" in text:
        text = _TAG.sub("", _BREAKING_TAG.sub("\n\n", text))
    if "&" in text:
        text = _ENTITY.sub(lambda match: html.unescape(match[0]), text)
    return _BLANKS.sub(" ", _UNSEEN.sub("", text))


def one_line(text: str) -> str:
    """`text` cleaned and on one line, as a title or a name is written."""
    return " ".join(clean(text).split())


def has_words(text: str) -> bool:
    """Whether there is a word in it: three letters in a row (an ideograph counts as a word)."""
    return bool(re.search(r"[^\W\d_]{3}|[\u3040-\u9fff\uac00-\ud7af]", text))
