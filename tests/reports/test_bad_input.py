"""Bad input: for each one clear line, the rest goes on, and nothing raises."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from memcon.model import Report
from memcon.reports.clean import clean
from memcon.settings import Settings
from tests.reports import made, pdfs

SMALL = Settings(max_characters=20_000)
ONE_PDF = pdfs.pdf([pdfs.laid_out([(11, one) for one in made.PARAGRAPHS])])

# name, content, the one line that comes out
REFUSED: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty.txt: is empty (give a file with a report in it)"),
    ("blank.txt", b" \n\t\r\n ", "blank.txt: is empty (give a file with a report in it)"),
    ("a.gz", gzip.compress(b""), "a.gz: is empty (give a file with a report in it)"),
    (
        "a.bin",
        bytes(range(256)) * 20,
        "a.bin: is binary data, not a report (text, HTML, PDF, JSON Lines, RSS, Atom and WARC are read)",
    ),
    (
        "a.png",
        b"\x89PNG\r\n\x1a\n" + b"x" * 99,
        "a.png: is a picture, not a report (text, HTML, PDF, JSON Lines, RSS, Atom and WARC are read)",
    ),
    (
        "a.docx",
        b"PK\x03\x04" + b"x" * 99,
        "a.docx: is a zip archive or an office document, not a report (text, HTML, PDF, JSON Lines, RSS, Atom and WARC are read)",
    ),
    (
        "long.txt",
        b"Some words. " * 10_000,
        "long.txt: has more than 20,000 characters (split it, or raise MEMCON_MAX_CHARACTERS)",
    ),
    (
        "long.jsonl",
        json.dumps({"text": "Some words. " * 2_000}).encode(),
        "long.jsonl, line 1: has more than 20,000 characters (split it, or raise MEMCON_MAX_CHARACTERS)",
    ),
    ("cut.pdf", ONE_PDF[:600], "cut.pdf: is a damaged or truncated PDF (get the file again)"),
    ("junk.pdf", b"%PDF-1.7 and then nothing", "junk.pdf: is a damaged or truncated PDF (get the file again)"),
    ("scan.pdf", pdfs.pdf([[]]), "scan.pdf: is a PDF without a text layer (run text recognition (OCR) over it first)"),
    ("locked.pdf", pdfs.encrypted(), "locked.pdf: is an encrypted PDF (save it without a password)"),
    (
        "menu.html",
        b"<html><body><nav><a href='/'>Home</a> <a href='/w'>World</a></nav></body></html>",
        "menu.html: is a page with no article in it (give the report's own page, or its text)",
    ),
    (
        "deep.html",
        b"<html><body>" + b"<div>" * 30_000 + b"Words" + b"</div>" * 30_000,
        "deep.html: is a page with no article in it (give the report's own page, or its text)",
    ),
    (
        "wide.html",
        b"<html><body>" + b"<i>x</i>" * 50_000,
        "wide.html: is a page of more than 40,000 elements (give the report's own page, or its text)",
    ),
    ("none.rss", made.feed().encode(), "none.rss: is a feed with no entries (give a feed that has some)"),
    ("none.json", b"[]", "none.json: has no reports in it (give a file with reports)"),
    ("quotes.txt", b'"' * 10_000, "quotes.txt: has no words to read (give the report's text)"),
    ("numbers.txt", b"1 2 3 4\n5 6 7", "numbers.txt: has no words to read (give the report's text)"),
    ("russian.txt", made.RUSSIAN.encode(), "russian.txt: is in Russian (ru), not in English (give a translation)"),
    (
        "koi8.txt",
        (made.RUSSIAN * 3).encode("koi8-r"),
        "koi8.txt: is in Russian (ru), not in English (give a translation)",
    ),
    (
        "french.txt",
        "Le ministre des affaires étrangères a déclaré lundi que les négociations reprendraient à Vienne.".encode(),
        "french.txt: is in French (fr), not in English (give a translation)",
    ),
    (
        "claims.jsonl",
        json.dumps({"text": made.RUSSIAN, "language": "en"}).encode(),
        "claims.jsonl, line 1: is in Russian (ru), not in English (give a translation)",
    ),
    (
        "says.jsonl",
        made.json_line(language="fa").encode(),
        "says.jsonl, line 1: says that its language is Persian (fa) (memcon reads English: give a translation)",
    ),
    (
        "notext.jsonl",
        b'{"title": "x"}',
        'notext.jsonl, line 1: has no field "text" with a string in it (correct the line or take it out)',
    ),
    (
        "types.jsonl",
        b'{"text": "Some words here.", "title": 5}',
        'types.jsonl, line 1: its field "title" is not a string (correct the line or take it out)',
    ),
    (
        "deep.jsonl",
        b'{"text": ' + b"[" * 100_000,
        "deep.jsonl, line 1: is not valid JSON: its brackets nest too deep (correct the line or take it out)",
    ),
    (
        "bad.gz",
        b"\x1f\x8b\x08" + b"0123456789" * 9,
        "bad.gz: is damaged: its compressed data cannot be unpacked further (get the file again, or unpack it by other means)",
    ),
    ("twice.gz", gzip.compress(gzip.compress(b"Some words.")), "twice.gz: is packed with gzip twice (unpack it first)"),
    (
        "bomb.gz",
        gzip.compress(b'{"text": "' + b"a" * 80_000_000),
        "bomb.gz: unpacks to more than 300 times its size (get the file again, or unpack it by other means)",
    ),
]


@pytest.mark.parametrize(("name", "data", "line"), REFUSED, ids=[name for name, _, _ in REFUSED])
def test_refuses_with_one_line(name: str, data: bytes, line: str) -> None:
    """What cannot be read gives one line: the input's name, what is wrong, what to do."""
    results = made.read(name, data, SMALL)
    assert made.errors(results) == [line]
    assert not made.reports(results)


def test_broken_line_in_the_middle() -> None:
    """The lines around a broken one are read."""
    results = made.read("a.jsonl", f'{made.json_line(id="1")}\n{{"text": "broken\n\n[1]\n{made.json_line(id="2")}\n')
    assert [one.source_id for one in made.reports(results)] == ["1", "2"]
    first, second = made.errors(results)
    assert first.startswith("a.jsonl, line 2: is not valid JSON: ")
    assert second == "a.jsonl, line 4: is not a JSON object (correct the line or take it out)"


@pytest.mark.parametrize("packed", [False, True])
def test_web_archive_cut_off(packed: bool) -> None:
    """What was read before the cut comes out, and one line says where it is."""
    data = made.warc(made.html(), made.html(), made.html(), gzip=packed)
    results = made.read("a.warc", data[:-200])
    assert len(made.reports(results)) == 2
    (line,) = made.errors(results)
    assert line.startswith("a.warc: is ")
    assert "cut off" in line


def test_feed_cut_off() -> None:
    """The entries before the cut come out."""
    results = made.read("a.rss", made.feed(made.BODY, made.BODY)[:-350])
    assert len(made.reports(results)) >= 1
    assert [line.split(" that")[0] for line in made.errors(results)] == ["a.rss: is a feed"]


@pytest.mark.parametrize("published", ["9999-12-31", "1066-10-14", "0001-01-01"])
def test_absurd_year(published: str) -> None:
    """A year in which no report appears is said to be wrong, and the report is read as one without a date."""
    results = made.read("a.jsonl", made.json_line(published=published))
    assert made.errors(results) == [
        f"a.jsonl, line 1: its date of publication, {published}, cannot be right (the report is read as one without a date)"
    ]
    (report,) = made.reports(results)
    assert (report.published, report.text) == ("", made.BODY)


def test_unreadable_date() -> None:
    """A date that is none is said to be so, and the report is read."""
    results = made.read("a.jsonl", made.json_line(published="last spring"))
    assert made.errors(results)[0].startswith("a.jsonl, line 1: its date of publication, 'last spring', cannot be read")
    assert len(made.reports(results)) == 1


def test_ten_thousand_quotation_marks_among_words() -> None:
    """Words among very many quotation marks are read."""
    assert len(made.reports(made.read("a.txt", made.BODY + '"' * 10_000))) == 1


def test_nul_and_direction_marks() -> None:
    """NULs and direction marks are left out of a text, and a note tells of the NULs."""
    (report,) = made.reports(
        made.read("a.txt", made.BODY.replace(" ", "\0 ", 3).replace("“", "\u202b“").replace("”", "”\u200f"))
    )
    assert report.text == made.BODY
    assert "3 NUL characters left out" in report.notes


def test_lone_surrogate_in_json() -> None:
    """Half of a surrogate pair is replaced one for one, so that offsets hold and the text can be written out."""
    (report,) = made.reports(made.read("a.jsonl", '{"text": "The minister \\ud800said so on Monday."}'))
    assert report.text == "The minister \ufffdsaid so on Monday."


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_encodings(encoding: str) -> None:
    """Curly quotes and accents come out right whatever the encoding."""
    text = f"{made.BODY}\n\nThe envoy, Zoë Čapek’s deputy — a “friend” — left." if encoding != "cp1252" else made.BODY
    (report,) = made.reports(made.read("a.txt", text.encode(encoding)))
    assert report.text == text


@pytest.mark.parametrize(
    ("label", "encoding"), [("windows-1252", "cp1252"), ("iso-8859-1", "cp1252"), ("utf-16", "utf-8"), ("x", "utf-8")]
)
def test_charset_declared_in_page(label: str, encoding: str) -> None:
    """A page's own declaration is believed where it can be true."""
    page = made.html(head=f'<meta charset="{label}">{made.HEAD}')
    (report,) = made.reports(made.read("a.html", page.encode(encoding)))
    assert report.text == made.BODY


def check(results: list[object]) -> None:
    """All results are reports that hold to the contract, or one-line errors."""
    for one in results:
        if isinstance(one, Report):
            assert one.text.strip()
            assert len(one.text) <= SMALL.max_characters
            if one.dateline:
                assert 0 <= one.dateline.span.start < one.dateline.span.end <= len(one.text)
        else:
            assert "\n" not in str(one)
    assert results


PREFIXES = [
    b"",
    b"{",
    b'{"text": "',
    b"%PDF-1.4\n",
    b"<html><body><p>",
    b"<rss><channel><item>",
    b"WARC/1.0\r\n",
    b"\x1f\x8b\x08\0",
    b"\xff\xfe",
]
SUFFIXES = ["", ".txt", ".html", ".xml", ".jsonl", ".warc", ".gz", ".pdf"]


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(PREFIXES), st.binary(max_size=2000), st.sampled_from(SUFFIXES))
def test_any_bytes(prefix: bytes, data: bytes, suffix: str) -> None:
    """No bytes make it raise, and each input gives at least one result."""
    check(made.read(f"a{suffix}", prefix + data, SMALL))


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=1500), st.sampled_from(SUFFIXES))
def test_any_text(text: str, suffix: str) -> None:
    """No text makes it raise."""
    check(made.read(f"a{suffix}", text.encode("utf-8", "surrogatepass"), SMALL))


WHOLE = {
    "a.jsonl": (made.json_line() + "\n").encode() * 2,
    "a.html": made.html().encode(),
    "a.rss": made.feed(made.BODY).encode(),
    "a.warc": made.warc(made.html()),
    "a.warc.gz": made.warc(made.html(), gzip=True),
    "a.pdf": ONE_PDF,
    "a.txt.gz": gzip.compress(made.BODY.encode()),
}


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(WHOLE)), st.integers(0, 4000), st.integers(0, 255), st.booleans())
def test_damaged_input(name: str, place: int, byte: int, cut: bool) -> None:
    """A good input cut off or with one byte changed never raises."""
    data = bytearray(WHOLE[name])
    place %= len(data)
    if cut:
        del data[place:]
    else:
        data[place] = byte
    check(made.read(name, bytes(data), SMALL))


@given(st.text())
def test_cleaning_twice_changes_nothing_unseen(text: str) -> None:
    """No mark that cannot be seen is left after cleaning."""
    assert not set(clean(text)) & set("\0\u200b\u200e\u200f\u202a\u202e\ufeff\xad\r")
