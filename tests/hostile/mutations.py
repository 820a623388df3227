"""Small valid inputs of every format, and what becomes of them: bytes changed, parts left out, doubled, swapped, put elsewhere."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

from tests.reports import made, pdfs

if TYPE_CHECKING:
    import random

_ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Talks</title><id>urn:1</id>'
    f"<updated>2024-05-06T00:00:00Z</updated><content type='html'>&lt;p&gt;{made.BODY}&lt;/p&gt;</content></entry></feed>"
)
_PDF = pdfs.pdf([pdfs.laid_out([(18, made.TITLE)] + [(11, one) for one in made.PARAGRAPHS])] * 2)
_TEXT = (
    f"{made.TITLE}\n\nMay 6, 2024\n\nVIENNA, May 6 (Xinhua) -- {made.BODY}\n\nhttps://herald.example/2024/05/06/talks"
)

SEEDS: dict[str, bytes] = {
    "a.html": made.html().encode(),
    "a.rss": made.feed(made.BODY, f"<p>{made.BODY}</p>").encode(),
    "a.atom": _ATOM.encode(),
    "a.pdf": _PDF,
    "a.warc": made.warc(made.html(), made.html()),
    "a.warc.gz": made.warc(made.html(), gzip=True),
    "a.jsonl": f"{made.json_line()}\n{made.json_line(id='2', published='2024-05')}\n".encode(),
    "a.json": f"[{made.json_line()}, {made.json_line()}]".encode(),
    "a.txt": _TEXT.encode(),
    "wide.txt": _TEXT.encode("utf-16"),
    "a.txt.gz": gzip.compress(_TEXT.encode(), mtime=0),
}
# What parsers stumble over: each is put in, or in the place of something.
_ODD = (
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"<", b">", b"</p>", b"<![CDATA[", b"]]>", b"<!--", b"&#0;", b"&#x110000;", b"&x;",
    b'"', b"\\u", b"\\ud800", b"{", b"[", b"}", b"-1", b"99999999999999999999", b"1e999", b"NaN", b"null", b"%PDF-1.7", b"endobj", b"stream\n",
    b"0 0 R", b"WARC/1.0\r\n", b"Content-Length: -5\r\n", b"\x1f\x8b\x08\0\0\0\0\0\0\0", b"<?xml version='1.0' encoding='utf-7'?>",
    b"<meta charset=utf-16>", b"<script>", b"<plaintext>", b"<frameset>", b"9999-99-99", b"0000-00-00", "\u202e\U0010ffff".encode(),
)  # fmt: skip
_PART = re.compile(rb"\w+|\s+|[^\w\s]+")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """`data` after one to six changes; one in twenty is random bytes."""
    if chance.random() < 0.05:
        return chance.randbytes(chance.randint(0, 4000))
    for _ in range(chance.randint(1, 6)):
        data = chance.choice((_flipped, _cut, _with_odd, _parts_changed, _repeated))(data, chance)
        data = data[:200_000]
    return data


def _flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    return data[:start] + data[start + chance.randint(0, len(data) // 4 + 1) :]


def _with_odd(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(_ODD) * chance.choice((1, 1, 1, 3, 200)) + data[at + chance.randint(0, 9) :]


def _parts_changed(data: bytes, chance: random.Random) -> bytes:
    """Words, numbers and marks taken out, put in the place of each other, or made odd."""
    parts = _PART.findall(data)
    for _ in range(chance.randint(1, 6)):
        if len(parts) > 1:
            here, there = chance.randrange(len(parts)), chance.randrange(len(parts))
            parts[here] = chance.choice((b"", parts[there], parts[here] * 2, chance.choice(_ODD)))
    return b"".join(parts)


def _repeated(data: bytes, chance: random.Random) -> bytes:
    start = chance.randint(0, len(data))
    piece = data[start : start + chance.randint(1, 60)]
    return data[:start] + piece * chance.choice((2, 10, 300)) + data[start:]
