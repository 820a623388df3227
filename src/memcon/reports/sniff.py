"""Which format some bytes are in: their content first, the name's suffix only where the content leaves it open."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal, TypeAlias

from memcon.reports.decode import decode, wide_encoding
from memcon.reports.streams import HEAD

Format: TypeAlias = Literal["gzip", "pdf", "warc", "feed", "html", "jsonl", "text", "binary", "empty"]

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a picture, sound or film"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7-zip archive"),
    (b"Rar!", "a rar archive"),
    (b"\x28\xb5\x2f\xfd", "a zstandard archive"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)
_HTML = re.compile(
    r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|article|section|main|table|script|meta|title)[\s>]",
    re.IGNORECASE,
)
_BY_SUFFIX: dict[str, Format] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".rss": "feed", ".atom": "feed",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".warc": "warc",
}  # fmt: skip


def sniff(head: bytes, name: str) -> Format:
    """The format of an input that begins with `head`."""
    if not head.strip():
        return "empty" if len(head) < HEAD else "text"
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"WARC/"):
        return "warc"
    if what_binary(head):
        return "binary"
    return _of_text(decode(head[:8192]).lstrip("\ufeff \t\r\n"), name)


def what_binary(head: bytes) -> str:
    """What kind of binary data this is, in words; ``""`` if it may be text."""
    known = next((words for magic, words in _MAGIC if head.startswith(magic)), "")
    if known or wide_encoding(head) or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return known
    sample = head[:8192]
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\v\x1b\0" for byte in sample)
    # A few NULs happen in text that a faulty program wrote; a tenth of all bytes do not.
    return "binary data" if controls * 50 > len(sample) or sample.count(0) * 10 > len(sample) else ""


def _of_text(text: str, name: str) -> Format:
    start = text[:4000]
    suffix = PurePath(name.removesuffix(".gz")).suffix.lower()
    if re.match(r'\[?\s*\{\s*["}]', text):
        return "jsonl"
    if text.startswith("<"):
        if _FEED.search(start) and not re.match(r"<!doctype\s+html|<html", start, re.IGNORECASE):
            return "feed"
        if _HTML.search(start):
            return "html"
    if suffix == ".xml":
        return "feed"
    by_suffix = _BY_SUFFIX.get(suffix, "text")
    return "text" if by_suffix == "html" and "<" not in text else by_suffix
