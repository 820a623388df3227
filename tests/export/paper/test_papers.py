"""Memos of a track and of a day: each claim with its words and source, silences as such, and hostile words as words.

Each kind is read back by a parser of its own: lxml for HTML, pypdfium2 for PDF.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from lxml import html as lxml_html

from memcon import desk
from memcon.export.paper.day import day_paper, rounds_on
from memcon.export.paper.html import html
from memcon.export.paper.markdown import escaped, markdown
from memcon.export.paper.model import Facts, Heading, Paper, Paragraph, Source, Sources, Table, Words
from memcon.export.paper.pdf import pdf
from memcon.export.paper.track import track_paper
from memcon.ledger import NOW as AS_OF_NOW
from memcon.ledger import open_ledger
from memcon.model import Span
from memcon.questions import answers
from memcon.questions.question import asked
from tests.export.formats.conftest import HARM, LATER, NOW, OTHER, hostile
from tests.ledger import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from memcon.ledger import Ledger

ADDRESS = made.report().url


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """One round on three pages, one of which means harm."""
    path: Path = tmp_path_factory.mktemp("paper") / "desk.db"
    with open_ledger(path) as book:
        for hour, record in enumerate((made.record(), made.record(LATER, **OTHER), hostile()), start=9):
            book.remember(record, now=made.at(hour))
        desk.update(book)
        yield book


@pytest.fixture(scope="module")
def of_track(ledger: Ledger) -> Paper:
    """The memo of the one track."""
    (track,) = desk.tracks(ledger)
    addresses = {each.id: each.url for each in ledger.reports()}
    return track_paper(track, AS_OF_NOW, NOW, addresses)


def of_day(ledger: Ledger, day: str) -> Paper:
    """The memo of a day."""
    question = asked({"since": [day], "as-of": [day]})
    statements = list(answers.statements(ledger, question))
    changes = answers.changes(ledger, question)
    rounds = rounds_on(answers.tracks(ledger, question.but(since=None)), day)
    ids = {one.report.id for one in statements} | {each for one in changes for each in one.reports}
    return day_paper(day, changes, rounds, statements, ledger.headings(ids), NOW)


def with_line(words: str) -> Paper:
    """A memo in which `words` stand wherever words can."""
    line = tuple(Words(words, role) for role in ("plain", "strong", "quoted", "silent", "denial"))
    return Paper(
        title=words,
        about=(words,),
        blocks=(
            Heading(text=words),
            Heading(text=words, level=3),
            Paragraph(line=(*line, Words("[1][2]", "mark"))),
            Facts(rows=(("status", (line, line)), (words, (line,)))),
            Facts(rows=(("who", (line,)),)),
            Table(head=("a", words), rows=((line, line),), widths=(1, 2)),
            Sources(items=(Source(number=1, line=line, address=ADDRESS), Source(number=2, line=line, address=""))),
        ),
        foot=words,
    )


def text_of_pdf(made_of: bytes) -> str:
    """The text of all pages, on one line."""
    document = pypdfium2.PdfDocument(made_of)
    pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    return " ".join(" ".join(pages).split())


def text_of_html(page: str) -> str:
    """What a reader sees, on one line."""
    return " ".join(lxml_html.document_fromstring(page).body.text_content().split())


def test_a_track_says_on_whose_word(of_track: Paper) -> None:
    """Status with claimant, silence as silence, words with the numbers of their sources, in all three kinds."""
    text = markdown(of_track).replace("\\", "")
    assert text.startswith("# Estonia–Latvia: water\n")
    assert "Cancelled by Estonia, says Estonia (24 February); Latvia has not commented (24 February)." in text
    assert "Latvia has not commented (Latvian Foreign Ministry, 24 February 2031)" in text
    assert "denies" not in text
    for other in (text_of_html(html(of_track)), text_of_pdf(pdf(of_track, NOW))):
        for words in ("Cancelled by Estonia, says Estonia (24 February)", "Latvia has not commented", "HOW IT STANDS"):
            assert words.lower() in other.lower()


def test_every_mark_has_its_source(of_track: Paper) -> None:
    """Each number that a claim carries leads to a report in the list, in HTML by a link."""
    page = lxml_html.document_fromstring(html(of_track))
    marks = page.xpath('//*[@class="mark"]/a')
    targets = {f"#{one}" for one in page.xpath('//ol[@class="sources"]/li/@id')}
    assert len(targets) == 3
    assert {one.get("href") for one in marks} == targets


def test_addresses_lead_only_where_they_can(of_track: Paper) -> None:
    """A page on the web is a link; a script in the place of an address is none."""
    page = lxml_html.document_fromstring(html(of_track))
    links = {one for one in page.xpath("//a/@href") if not one.startswith("#")}
    assert links == {ADDRESS, "https://post.example/1"}
    assert "<https://post.example/1>" in markdown(of_track)
    assert "](" not in re.sub(r"\\.", "", markdown(of_track))


def test_html_needs_nothing_else(of_track: Paper) -> None:
    """No script, no picture, nothing to fetch, and a policy that forbids all of it."""
    page = lxml_html.document_fromstring(html(of_track))
    assert page.xpath("//script | //img | //link | //iframe | //b | //*[@src] | //*[starts-with(name(@*), 'on')]") == []
    assert "default-src 'none'" in page.xpath("//meta[@http-equiv]/@content")[0]
    assert "url(" not in page.xpath("//style/text()")[0]
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    assert page.xpath("//table/thead//th[@scope='col']")
    assert page.get("lang") == "en"


HOSTILE = [
    HARM,
    '#read("/etc/passwd")',
    '#{panic("no")} $x$ @label <label> // comment /* */ \\ #import "@preview/x:1.0.0"',
    "</style><script>alert(1)</script>&amp;&#60;",
    "[a](javascript:alert(1)) ![b](http://x.example/b.png) <http://x.example> `c` ~~d~~ | e",
    "1. - + > # === --- *a* **b** __c__ &copy; http://x.example www.x.example",
    "{% raw %} {{7*7}} %s {0}",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_are_words(words: str) -> None:
    """Markup and code of every kind comes out as it went in, to be read and nothing else."""
    paper = with_line(words)
    flat = " ".join(words.split())
    page = html(paper)
    assert text_of_html(page).count(flat) >= 10
    assert lxml_html.document_fromstring(page).xpath("//script | //img | //*[@onerror]") == []
    unescaped = re.sub(r"\\(.)", r"\1", markdown(paper))
    assert unescaped.count(flat) >= 10
    text = text_of_pdf(pdf(paper, NOW))
    assert "root:" not in text
    start = flat[:20].rstrip()
    assert start.replace(" ", "") in text.replace(" ", "")


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_nothing_in_markdown_is_left_to_mean_something(words: str) -> None:
    """Without what is escaped there is no mark of Markdown left."""
    rest = re.sub(r"\\.", "", escaped(words))
    assert not re.search(r"[`*_\[\]<>#|~&$!]|www\.|://", rest)


@pytest.mark.parametrize(
    "name",
    ["Сергей Лавров", "Υπουργός", "محمد جواد ظريف", "دولت ایران", "习近平", "安倍晋三", "문재인", "ประยุทธ์", "😀", "𐌰"],
)
def test_names_in_any_letters_are_set(name: str) -> None:
    """A name in other letters is in the PDF: as such, or by its code points where no font has it."""
    document = pdf(replace(with_line("x"), title=name, about=(), foot=name), NOW)
    # Arabic letters come back in the forms in which they are joined; NFKC makes them themselves again.
    text = unicodedata.normalize("NFKC", text_of_pdf(document))
    assert [each for each in name if not (each.isspace() or each in text or f"U+{ord(each):04X}" in text)] == []
    assert document.startswith(b"%PDF-")


def test_a_pdf_is_made_alike(of_track: Paper) -> None:
    """The same memo at the same time is the same file, tagged, with its title."""
    first = pdf(of_track, NOW)
    assert first == pdf(of_track, NOW.replace(microsecond=5))
    document = pypdfium2.PdfDocument(first)
    assert document.get_metadata_dict()["Title"] == "Estonia–Latvia: water"
    assert document.is_tagged()


def test_a_day(ledger: Ledger) -> None:
    """What became known that day, who said what, and the reports of that day alone."""
    paper = of_day(ledger, "2031-02-24")
    text = markdown(paper).replace("\\", "")
    assert text.startswith("# What became known on 24 February 2031\n")
    assert "cancelled by Estonia" in text
    assert "Latvia has not commented" in text
    assert "| **Mart Kallas** · Estonia | says |" in text
    assert "| **Latvian Foreign Ministry** · Latvia | no comment |" in text
    assert "The Baltic Courier" in text
    assert "The Gulf Post" not in text


def test_a_day_without_news(ledger: Ledger) -> None:
    """Nothing on record is said to be so."""
    assert "Nothing is on record for this day." in markdown(of_day(ledger, "2030-01-01")).replace("\\", "")


def test_a_round_is_on_a_day_that_is_named(ledger: Ledger) -> None:
    """A round falls on a day, or within days, that are given; that it is some time in a month does not put it on one."""
    (track,) = desk.tracks(ledger)
    (one,) = track.rounds

    def on(when: str, day: str) -> bool:
        return bool(rounds_on([replace(track, rounds=(replace(one, when=when),))], day))

    assert on("2031-03-05", "2031-03-05")
    assert on("2031-03-04/2031-03-06", "2031-03-05")
    assert not on("2031-03", "2031-03-05")
    assert not on("../2031-03-06", "2031-03-05")
    assert not on("", "2031-03-05")


def test_evidence_stands_where_it_says(ledger: Ledger) -> None:
    """The words of the memo are those of the report, hostile or not."""
    (track,) = desk.tracks(ledger)
    found = [each for one in track.rounds for each in one.agenda]
    assert any(each.text == HARM for each in found)
    for each in found:
        report = ledger.report(each.report)
        assert report is not None
        span = Span(each.start, each.end)
        assert report.text[span.start : span.end] == each.text
