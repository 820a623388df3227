"""Bytes to text: byte order marks, the charset that markup declares, UTF-8, and last an informed guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=(?:\s*[\"'])?\s*([\w.:-]{2,40})|<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})",
    re.IGNORECASE,
)
_GUESS_FROM = 65_536  # bytes; more makes the guess slower and no better
# What a browser reads where a page says latin-1: the web's own rule (WHATWG Encoding), for pages written on Windows.
_AS_ON_THE_WEB = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}


def decode(data: bytes, *, declared: str = "") -> str:
    """The text of `data`; bytes that fit no encoding become U+FFFD, and nothing raises.

    `declared` is a charset from outside (an HTTP header), which yields to a byte order mark.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    for encoding in (wide_encoding(data), "utf-8"):
        if encoding and (text := _strictly(data, encoding)) is not None:
            return text
    for encoding in (_named(declared), _named(_in_markup(data))):
        if encoding and (text := _strictly(data, encoding)) is not None:
            return text
    return _guess(data)


def wide_encoding(data: bytes) -> str:
    """``utf-16-le`` or ``-be`` where every other byte of the head is NUL, as in English text; else ``""``."""
    head = data[:2000]
    half = len(head) // 2
    if half < 8:
        return ""
    low, high = head[1::2].count(0), head[0::2].count(0)
    if low > 0.7 * half and high < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if high > 0.7 * half and low < 0.1 * half else ""


def _guess(data: bytes) -> str:
    broken = data.decode("utf-8", "replace")
    high = sum(byte > 127 for byte in data[:_GUESS_FROM])
    if broken.count("\ufffd") * 20 < high or broken.count("\ufffd") * 3 < sum(ord(c) > 127 for c in broken):
        return broken  # UTF-8 with a few bytes damaged
    # English with a few high bytes: curly quotes, dashes and accents of Windows, which a statistical guess takes for others.
    if high * 20 < len(data[:_GUESS_FROM]) and (text := _strictly(data, "cp1252")) is not None:
        return text
    best = from_bytes(data[:_GUESS_FROM]).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _in_markup(data: bytes) -> str:
    match = _DECLARED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii", "replace") if match else ""


def _named(name: str) -> str:
    name = name.strip().strip("\"'").lower()
    try:
        info = codecs.lookup(_AS_ON_THE_WEB.get(name, name)) if name else None
    except (LookupError, ValueError):
        return ""
    # Python counts "hex" and "zlib" as codecs too; only those that give text are charsets.
    return info.name if info and getattr(info, "_is_text_encoding", True) else ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, ValueError):
        return None
