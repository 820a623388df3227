"""Large inputs that mean harm, each of 50 MB at most, by name: made when they are asked for, for together they would fill the memory."""

from __future__ import annotations

import gzip
import json
import zlib
from typing import TYPE_CHECKING

from tests.reports import made, pdfs

if TYPE_CHECKING:
    from collections.abc import Callable

MB = 1_000_000


def _gzip_of(piece: bytes, times: int) -> bytes:
    """A gzip file of a piece many times over: a member each, so that it is made at once."""
    return gzip.compress(piece) * times


def _bomb(start: bytes = b"") -> bytes:
    """A megabyte that unpacks to a gigabyte."""
    return gzip.compress(start) + _gzip_of(b"a " * MB, 500)


def _deflated(piece: bytes, times: int) -> bytes:
    """A zlib stream of a piece many times over; its checksum is wrong, as readers of PDF expect it to be."""
    packer = zlib.compressobj(9, wbits=-15)
    return b"\x78\xda" + (packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)) * times + b"\x03\0\0\0\0\0"


def _entities() -> bytes:
    """Entities of entities: a billion laughs."""
    names = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{names}]>'
    item = f"<item><title>&l9;</title><description>{made.BODY} &l9;</description></item>"
    return f"{head}<rss version='2.0'><channel><title>&l9;</title>{item}</channel></rss>".encode()


def _long_entity() -> bytes:
    """One entity of 100,000 characters, named 10,000 times: a quadratic blow-up."""
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY long "{"talks " * 20_000}">]>'
    item = f"<item><title>Talks</title><description>{'&long;' * 10_000}</description></item>"
    return f"{head}<rss version='2.0'><channel>{item}</channel></rss>".encode()


def _entries() -> bytes:
    item = f"<item><title>T</title><description>{made.BODY}</description></item>"
    return (f"<?xml version='1.0'?><rss version='2.0'><channel>{item * 8_000}</channel></rss>").encode()


def _pdf(objects: list[bytes], *, trailer: str = "") -> bytes:
    return pdfs._file(objects, trailer)


def _page_tree_loop() -> bytes:
    return _pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 1000000000 >>",
        b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 1000000000 >>",
    ])  # fmt: skip


def _xref_loop() -> bytes:
    whole = pdfs.pdf([pdfs.laid_out([(11, one) for one in made.PARAGRAPHS])])
    at = whole.rindex(b"xref\n0 ")
    return whole.replace(b"/Root 1 0 R", b"/Prev %d /Root 1 0 R" % at)


def _with_stream(data: bytes, filters: str) -> bytes:
    head = f"<< /Length {len(data)} /Filter [{filters}] >>\nstream\n".encode()
    return _pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        head + data + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ])  # fmt: skip


def _stream_bomb() -> bytes:
    """A page's content that unpacks to 2 GB."""
    return _with_stream(_deflated(b"(a) Tj " * (MB // 7), 2_000), "/FlateDecode")


def _twice_packed() -> bytes:
    """A page's content that is packed twice: some kilobytes that unpack to 4 GB."""
    return _with_stream(zlib.compress(_deflated(b" " * 4 * MB, 1_000), 9), "/FlateDecode /FlateDecode")


def _letters() -> bytes:
    """Very many letters on one page."""
    return _with_stream(
        zlib.compress(b"BT /F1 9 Tf " + b"(Words again and again) Tj " * 400_000 + b"ET"), "/FlateDecode"
    )


def _form_loop() -> bytes:
    """A form that draws itself, twice."""
    form = b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 12 >>\nstream\n/X Do /X Do \nendstream"
    return _pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
        b"<< /Length 5 >>\nstream\n/X Do\nendstream",
        form,
    ])  # fmt: skip


def _many_pages() -> bytes:
    """One page that a tree shows a million times."""
    kids = b"3 0 R " * MB
    return _pdf([
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, MB),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
    ])  # fmt: skip


def _archive(length: int, body: bytes = b"") -> bytes:
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:0>\r\nWARC-Date: 2024-05-06T00:00:00Z\r\n"
    head += f"WARC-Target-URI: https://herald.example/1\r\nContent-Type: application/http\r\nContent-Length: {length}\r\n\r\n"
    return (
        head.encode()
        + b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n"
        + (body or made.html().encode())
        + b"\r\n\r\n"
    )


def _packed_page() -> bytes:
    """A record whose page is packed, and unpacks to 600 MB."""
    packed = _bomb(b"<html><body><p>")
    head = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    fields = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2024-05-06T00:00:00Z\r\nContent-Length: {len(head) + len(packed)}\r\n"
    return fields.encode() + b"Content-Type: application/http\r\n\r\n" + head + packed + b"\r\n\r\n"


def _html(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _article(piece: str, times: int) -> bytes:
    paragraphs = "".join(f"<p>{one}</p>" for one in made.PARAGRAPHS)
    return _html(f"<article>{paragraphs}{piece * times}</article>")


HARMFUL: dict[str, tuple[str, Callable[[], bytes]]] = {
    "a gzip bomb": ("a.txt.gz", _bomb),
    "a gzip bomb that is JSON": ("a.jsonl.gz", lambda: _bomb(b'{"text": "')),
    "a gzip bomb that is HTML": ("a.html.gz", lambda: _bomb(b"<html><body><p>")),
    "a gzip bomb that is a feed": ("a.rss.gz", lambda: _bomb(b"<rss><channel><item><description>")),
    "a gzip bomb that is an archive": ("a.warc.gz", lambda: _bomb(b"WARC/1.0\r\nContent-Length: 9\r\n\r\n")),
    "a gzip bomb in a gzip file": ("a.gz", lambda: gzip.compress(gzip.compress(_bomb()))),
    "a million gzip members": ("a.gz", lambda: gzip.compress(b"") * MB),
    "blanks, packed": ("a.gz", lambda: _gzip_of(b" \n" * MB, 300)),
    "deep elements": ("a.html", lambda: _html("<div>" * 100_000 + made.BODY)),
    "deep elements, closed": ("a.html", lambda: _html("<div><p>" * 15_000 + made.BODY + "</p></div>" * 15_000)),
    "deep inline elements": ("a.html", lambda: _article("<b><i><a href=x>", 13_000)),
    "deep tables": ("a.html", lambda: _html("<table><tr><td>" * 13_000 + made.BODY)),
    "deep lists": ("a.html", lambda: _article("<ul><li>", 19_000)),
    "many paragraphs": ("a.html", lambda: _article("<p>The two sides met again in Vienna on Monday.</p>", 39_000)),
    "many links": ("a.html", lambda: _article("<p><a href='/x'>Read</a> more</p>", 19_000)),
    "many attributes": ("a.html", lambda: _html("<p " + " ".join(f"a{i}={i}" for i in range(300_000)) + ">" + made.BODY)),
    "a long attribute": ("a.html", lambda: _html(f"<p title='{'x ' * 9 * MB}'>{made.BODY}")),
    "many meta elements": ("a.html", lambda: _html(f"<p>{made.BODY}", "<meta property='article:tag' content='May 6, 2024'>" * 39_000)),
    "an open tag without end": ("a.html", lambda: _html(made.BODY + "<a " * 6 * MB)),
    "open brackets": ("a.html", lambda: _html("<" * 9 * MB)),
    "one long line of HTML": ("a.html", lambda: _article("talks ", 2 * MB)),
    "comments": ("a.html", lambda: _article("<!-- a -->", 39_000)),
    "entities": ("a.html", lambda: _article("&amp;", 3 * MB)),
    "entities of entities": ("a.rss", _entities),
    "a long entity": ("a.rss", _long_entity),
    "an entity from a file": ("a.rss", lambda: b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + made.feed("&x; " + made.BODY).encode()),
    "many entries": ("a.rss", _entries),
    "deep elements in a feed": ("a.rss", lambda: b"<rss><channel><item>" + b"<a>" * 5 * MB),
    "deep markup in an entry": ("a.rss", lambda: made.feed("<div>" * 100_000 + made.BODY).encode()),
    "much markup in an entry": ("a.rss", lambda: made.feed(f"<p>{made.BODY}</p>" + "<p>Talks &amp; <b>more</b></p>" * 300_000).encode()),
    "many attributes in a feed": ("a.rss", lambda: b"<rss><channel><item " + b" ".join(b"a%d='1'" % i for i in range(MB)) + b"></item></channel></rss>"),
    "a long text in a feed": ("a.rss", lambda: made.feed("talks " * 8 * MB).encode()),
    "open brackets in a feed": ("a.rss", lambda: b"<rss><channel><item><title>" + b"<" * 20 * MB),
    "a page tree in a circle": ("a.pdf", _page_tree_loop),
    "an xref in a circle": ("a.pdf", _xref_loop),
    "a form that draws itself": ("a.pdf", _form_loop),
    "a content that unpacks to 2 GB": ("a.pdf", _stream_bomb),
    "a content packed twice": ("a.pdf", _twice_packed),
    "many letters": ("a.pdf", _letters),
    "one page a million times": ("a.pdf", _many_pages),
    "deep arrays in a PDF": ("a.pdf", lambda: _pdf([b"[" * 10 * MB])),
    "many objects": ("a.pdf", lambda: _pdf([b"<< >>"] * 400_000)),
    "an archive, too long": ("a.warc", lambda: _archive(10**15)),
    "an archive, too short": ("a.warc", lambda: _archive(50) * 3),
    "an archive, negative": ("a.warc", lambda: _archive(-1) * 3),
    "an archive of no length": ("a.warc", lambda: _archive(0) * 200_000),
    "an archive with a packed page": ("a.warc", _packed_page),
    "an archive with many heads": ("a.warc", lambda: b"WARC/1.0\r\n" + b"X: y\r\n" * 7 * MB),
    "an archive with a long head": ("a.warc", lambda: b"WARC/1.0\r\nX: " + b"y" * 49 * MB),
    "deep JSON": ("a.jsonl", lambda: b'{"text": ' + b"[" * 40 * MB),
    "deep JSON objects": ("a.jsonl", lambda: b'{"a":' * 9 * MB),
    "many lines": ("a.jsonl", lambda: b"{}\n" * 3 * MB),
    "many keys": ("a.jsonl", lambda: json.dumps({f"k{i}": i for i in range(900_000)} | {"text": made.BODY}).encode()),
    "a long number": ("a.jsonl", lambda: b'{"text": ' + b"9" * 12 * MB + b"}"),
    "a long line": ("a.jsonl", lambda: b'{"text": "' + b"a" * 49 * MB),
    "a long array": ("a.json", lambda: b"[" + b'{"text": "x y z"},' * 700_000 + b"{}]"),
    "one long word": ("a.txt", lambda: b"a" * 999_999),
    "one long line": ("a.txt", lambda: b"Talks. " * 140_000),
    "capitals": ("a.txt", lambda: b"A. " * 330_000),
    "quotation marks": ("a.txt", lambda: "“a ”".encode() * 200_000 + made.BODY.encode()),
    "short lines": ("a.txt", lambda: made.BODY.encode() + b"\na b" * 200_000),
    "blank lines": ("a.txt", lambda: made.BODY.encode() + b"\n \n" * 300_000),
    "dates": ("a.txt", lambda: made.BODY.encode() + b"\n\nMay 6, 2024" * 70_000),
    "addresses": ("a.txt", lambda: made.BODY.encode() + b"\n\nhttps://a.example/" * 50_000),
    "open tags in a text": ("a.txt", lambda: made.BODY.encode() + b"<a " * 300_000),
    "letters of no encoding": ("a.txt", lambda: bytes(range(128, 256)) * 30_000),
    "marks that cannot be seen": ("a.txt", lambda: "\u200b\u202e ".encode() * 140_000 + made.BODY.encode()),
}  # fmt: skip
