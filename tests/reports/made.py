"""Reports in each format, made here, about countries that there are not."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from memcon.errors import InputError
from memcon.model import Report
from memcon.reports import RawReport, read_report
from memcon.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPHS = (
    "Foreign Minister Arno Velt of Ruritania said on Monday that talks with Borduria would resume in Vienna next week.",
    "“We hope for a frank exchange,” he said. A spokesman for the Bordurian ministry declined to comment on the date.",
    "The two sides last met in March in Geneva, where they failed to agree on an agenda for the talks.",
)
BODY = "\n\n".join(PARAGRAPHS)
TITLE = "Ruritania says talks to resume"
RUSSIAN = "Министр иностранных дел заявил в понедельник, что переговоры возобновятся на следующей неделе в Вене."

HEAD = """<meta property="og:site_name" content="The Daily Herald">
<meta property="article:published_time" content="2024-05-06T10:00:00Z">
<link rel="canonical" href="https://herald.example/world/1">"""


def html(paragraphs: tuple[str, ...] = PARAGRAPHS, *, head: str = HEAD, title: str = TITLE) -> str:
    """A news page with menu, picture, related link and foot."""
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return f"""<!DOCTYPE html><html><head><title>{title} | The Daily Herald</title>{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>{title}</h1><figure><img src="a.jpg"><figcaption>Arno Velt. Photo: Ida Kron</figcaption></figure>
{body}<p>Read also: <a href="/2">Ten facts about the river</a></p></article>
<footer>Copyright 2024 The Daily Herald. All rights reserved.</footer></body></html>"""


def json_line(**fields: object) -> str:
    """A line of JSON Lines with a report in it."""
    return json.dumps(
        {"id": "r1", "title": TITLE, "published": "2024-05-06", "text": BODY} | fields, ensure_ascii=False
    )


def feed(*items: str) -> str:
    """An RSS feed of `items`, each the text of its description."""
    entries = "".join(
        f"<item><title>{TITLE} ({i})</title><link>https://wire.example/{i}</link><guid>g{i}</guid>"
        f"<pubDate>Mon, 06 May 2024 22:03:00 -0400</pubDate><description><![CDATA[{item}]]></description></item>"
        for i, item in enumerate(items, 1)
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Wire Service</title>{entries}</channel></rss>'


def warc(*pages: str, gzip: bool = False, status: str = "200 OK") -> bytes:
    """A web archive of HTML pages."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for i, page in enumerate(pages, 1):
        headers = StatusAndHeaders(status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.0")
        payload = io.BytesIO(page.encode())
        writer.write_record(
            writer.create_warc_record(
                f"https://www.reuters.com/world/{i}", "response", payload=payload, http_headers=headers
            )
        )
    return out.getvalue()


def read(name: str, data: bytes | str, settings: Settings | None = None) -> list[Report | InputError]:
    """All that comes out of an input."""
    raw = RawReport(name, data.encode() if isinstance(data, str) else data)
    return list(read_report(raw, settings=settings or Settings()))


def reports(results: list[Report | InputError]) -> list[Report]:
    """The reports among results."""
    return [one for one in results if isinstance(one, Report)]


def errors(results: list[Report | InputError] | Iterator[Report | InputError]) -> list[str]:
    """The lines of the errors among results."""
    return [str(one) for one in results if isinstance(one, InputError)]
