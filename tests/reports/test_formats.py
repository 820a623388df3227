"""Each format gives the report's title, day, outlet, address and body."""

from __future__ import annotations

import gzip

import pytest

from tests.reports import made, pdfs


def test_html_page() -> None:
    """Title, day, site and address come from the metadata; menu, caption, related link and foot are no body."""
    (report,) = made.reports(made.read("a.html", made.html()))
    assert (report.title, report.published, report.outlet) == (made.TITLE, "2024-05-06", "The Daily Herald")
    assert (report.url, report.text) == ("https://herald.example/world/1", made.BODY)


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta name="pubdate" content="20240506">', "2024-05-06"),
        ('<meta name="date" content="06 May 2024">', "2024-05-06"),
        ('<meta itemprop="datePublished" content="2024-05-06T23:00:00+02:00">', "2024-05-06"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-05-06"}</script>',
            "2024-05-06",
        ),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "Organization"}, '
                '{"@type": ["NewsArticle"], "datePublished": "2024-05-06", "dateModified": "2024-05-09"}]}</script>'
            ),
            "2024-05-06",
        ),
        ('<script type="application/ld+json">{broken</script><meta name="dc.date" content="2024-05-06">', "2024-05-06"),
        ('<link rel="canonical" href="https://herald.example/2024/05/06/talks">', "2024-05-06"),
        ('<meta property="article:modified_time" content="2024-05-09">', "2024-05-09"),
        ("", ""),
    ],
)
def test_html_day(head: str, published: str) -> None:
    """The day of publication is found in the tags that sites use; that of a change serves only where there is no other."""
    (report,) = made.reports(made.read("a.html", made.html(head=head)))
    assert report.published == published


def test_html_outlet_by_host() -> None:
    """A known host names the outlet, whatever the page calls itself."""
    head = made.HEAD.replace("https://herald.example/world/1", "https://www.themoscowtimes.com/2024/05/06/a-b-a1")
    (report,) = made.reports(made.read("a.html", made.html(head=head)))
    assert report.outlet == "The Moscow Times"


def test_json_lines_keep_text_to_the_letter() -> None:
    """Text with blanks, marks and odd line ends stays as it is, and unknown fields are ignored."""
    text = "  The minister\u200f said\r\n\r\nthat  he would <b>go</b> on Monday.\0 \u2028 "
    (report,) = made.reports(
        made.read("a.jsonl", made.json_line(text=text, mood="good", url="https://apnews.com/article/x"))
    )
    assert report.text == text
    assert (report.source_id, report.title, report.outlet) == ("r1", made.TITLE, "AP News")


def test_json_lines_outlet_is_believed() -> None:
    """The outlet that a line gives overrules the host's."""
    (report,) = made.reports(
        made.read("a.jsonl", made.json_line(outlet="AP, Vienna", url="https://apnews.com/article/x"))
    )
    assert report.outlet == "AP, Vienna"


def test_json_record_is_read_as_its_report() -> None:
    """A record that memcon wrote can be read again."""
    (report,) = made.reports(made.read("a.jsonl", f'{{"report": {made.json_line()}, "actors": []}}\n'))
    assert report.text == made.BODY


@pytest.mark.parametrize(
    "form", ["[{0},\n{0}]", "[\n{0},\n{0}\n]", "{0}\n{0}", "{0}\r\n\r\n{0}\r\n", "\ufeff{0}\n{0}\n"]
)
def test_json_forms(form: str) -> None:
    """A JSON array and lines with other line ends or a byte order mark are read too."""
    assert len(made.reports(made.read("a.json", form.format(made.json_line())))) == 2


def test_json_over_many_lines() -> None:
    """One object over many lines is one report."""
    assert len(made.reports(made.read("a.json", "{\n" + made.json_line()[1:-1] + "\n}\n"))) == 1


def test_feed() -> None:
    """Each entry is a report; the feed's title is the outlet, and what an entry links to is no body."""
    one, two = made.reports(
        made.read("a.rss", made.feed(f"<p>{made.PARAGRAPHS[0]}</p><p>Read more: x</p>", made.PARAGRAPHS[1]))
    )
    assert (one.title, one.published, one.outlet) == (f"{made.TITLE} (1)", "2024-05-06", "Wire Service")
    assert (one.url, one.source_id, one.text) == ("https://wire.example/1", "g1", made.PARAGRAPHS[0])
    assert two.text == made.PARAGRAPHS[1]


def test_atom_feed() -> None:
    """An Atom entry's content is preferred to its shorter summary."""
    data = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Talks</title><id>e1</id>
    <link href="https://www.aljazeera.com/news/1"/><published>2024-05-06T10:00:00Z</published><summary>Talks to resume soon.</summary>
    <content type="html">&lt;p&gt;{made.PARAGRAPHS[0]}&lt;/p&gt;&lt;p&gt;{made.PARAGRAPHS[1]}&lt;/p&gt;</content></entry></feed>"""
    (report,) = made.reports(made.read("atom.xml", data))
    assert (report.text, report.outlet) == ("\n\n".join(made.PARAGRAPHS[:2]), "Al Jazeera")


@pytest.mark.parametrize("packed", [False, True])
def test_web_archive(packed: bool) -> None:
    """Each page of a WARC is a report at the address it was got from."""
    reports = made.reports(made.read("a.warc", made.warc(made.html(), made.html(), gzip=packed)))
    assert [one.url for one in reports] == ["https://www.reuters.com/world/1", "https://www.reuters.com/world/2"]
    assert {one.outlet for one in reports} == {"Reuters"}
    assert {one.text for one in reports} == {made.BODY}


def test_web_archive_skips_pages_not_got() -> None:
    """A page that the server refused is no report."""
    results = made.read("a.warc", made.warc(made.html(), status="404 Not Found"))
    assert made.errors(results) == ["a.warc: is a web archive with no pages in it (give an archive that has some)"]


def test_pdf() -> None:
    """Headline by size, date line, caption, wrapped paragraphs and the address at the foot come out right."""
    first = pdfs.laid_out(
        [
            (9, "World news"),
            (20, f"{made.TITLE} in Vienna next week after a long delay"),
            (9, "By Ida Kron"),
            (9, "May 6, 2024"),
        ]
        + [(9, "Arno Velt in Strelsau. Jan Moor / Ruritanian Press Agency")]
        + [(11, one) for one in made.PARAGRAPHS[:2]]
    )
    last = pdfs.laid_out(
        [(11, made.PARAGRAPHS[2]), (11, "Original url: https://www.reuters.com/world/talks-to-re sume-a1")]
    )
    (report,) = made.reports(made.read("a.pdf", pdfs.pdf([first, last])))
    assert report.title == f"{made.TITLE} in Vienna next week after a long delay"
    assert (report.published, report.outlet) == ("2024-05-06", "Reuters")
    assert report.url == "https://www.reuters.com/world/talks-to-resume-a1"
    assert report.text == made.BODY


def test_pdf_leaves_out_running_heads() -> None:
    """Lines that recur at the top and foot of pages are no body."""
    pages = [
        [(30.0, 8.0, "The Daily Herald"), *pdfs.laid_out([(11, one)]), (760.0, 8.0, f"Page {i}")]
        for i, one in enumerate(made.PARAGRAPHS)
    ]
    (report,) = made.reports(made.read("a.pdf", pdfs.pdf(pages)))
    assert report.text == made.BODY


@pytest.mark.parametrize("name", ["a.txt.gz", "a.html.gz", "b.jsonl.gz", "c"])
def test_packed_with_gzip(name: str) -> None:
    """What is packed with gzip is unpacked and then read by its content."""
    content = {"a.txt.gz": made.BODY, "a.html.gz": made.html(), "b.jsonl.gz": made.json_line()}.get(name, made.BODY)
    (report,) = made.reports(made.read(name, gzip.compress(content.encode())))
    assert report.text == made.BODY


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.dat", made.html()),
        ("a.txt", made.html()),
        ("a", made.json_line()),
        ("a.txt", made.feed(made.BODY.replace("\n\n", "<p>"))),
        ("a.html", made.BODY),
        ("a.pdf", made.BODY),
        ("a.unknown", made.BODY),
    ],
)
def test_format_is_told_by_content(name: str, data: str) -> None:
    """A wrong or unknown suffix does not mislead."""
    (report,) = made.reports(made.read(name, data))
    assert report.text == made.BODY


def test_dateline_serves_as_day_of_publication() -> None:
    """A dateline with its year gives the day where nothing else does, and the report says so."""
    (report,) = made.reports(made.read("a.txt", f"VIENNA, May 6, 2024 (Reuters) - {made.PARAGRAPHS[0]}"))
    assert report.published == "2024-05-06"
    assert report.dateline is not None
    assert report.dateline.place == "VIENNA"
    assert report.notes == ("date of publication taken from the dateline",)


def test_report_without_date_is_read() -> None:
    """A report without any date is read all the same, and says so."""
    (report,) = made.reports(made.read("a.txt", made.BODY))
    assert (report.published, report.text) == ("", made.BODY)
    assert report.notes == ("no date of publication: times stay relative",)


def test_id_is_of_the_content() -> None:
    """The same content under another file name is the same report."""
    (one,), (other,) = made.read("a.txt", made.BODY), made.read("b.txt", made.BODY)
    assert made.reports([one])[0].id == made.reports([other])[0].id
