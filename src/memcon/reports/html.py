"""HTML pages: trafilatura finds the article, the page's own metadata gives title, day, address and outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import htmldate
import trafilatura

from memcon.errors import InputError
from memcon.reports import datelines, dates, furniture, outlets
from memcon.reports.clean import clean, one_line
from memcon.reports.decode import decode
from memcon.reports.markup import parse
from memcon.reports.metadata import Metadata, read_metadata, saved_from
from memcon.reports.pagedate import is_date_line, published_day
from memcon.reports.raw import Draft, RawReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_MOST_ELEMENTS = 40_000  # large news pages have 10,000; the time that finding the article takes grows faster than these
_HEAD = 6  # paragraphs of an extracted article that may still be title, byline or date line


def read(raw: RawReport, *, declared: str = "") -> Iterator[Draft | InputError]:
    """Yield the one report of a page, or say that it has none."""
    text = decode(raw.data, declared=declared).replace("\0", "")
    tree = parse(text)
    if tree is None:
        yield _no_article(raw.name)
        return
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        yield InputError(
            raw.name, f"is a page of more than {_MOST_ELEMENTS:,} elements", "give the report's own page, or its text"
        )
        return
    metadata = read_metadata(tree)
    markup_day = _day_in_markup(tree) if not metadata.published else ""
    paragraphs = _article(tree)
    head = _head_length(paragraphs, metadata.title)
    body = datelines.joined(furniture.body(paragraphs[head:]))
    if not any(furniture.is_prose(one) for one in body):
        yield _no_article(raw.name)
        return
    yield _draft(raw, metadata, text, body, (published_day(_date_lines(paragraphs[:head])), markup_day))


def _no_article(name: str) -> InputError:
    return InputError(name, "is a page with no article in it", "give the report's own page, or its text")


def _draft(raw: RawReport, metadata: Metadata, text: str, body: list[str], days: tuple[str, ...]) -> Draft:
    title, named = outlets.split_title(_without_site(metadata.title, metadata.site))
    return Draft(
        source=raw.name,
        text="\n\n".join(body),
        title=title,
        published=metadata.published,
        days=tuple(day for day in days if day),
        site=metadata.site or named,
        url=raw.url or metadata.url or saved_from(text),
        retrieved=raw.retrieved,
    )


def _article(tree: HtmlElement) -> list[str]:
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False)
    text = getattr(found, "text", None) or ""
    return [one for line in clean(text).split("\n") if (one := one_line(line))]


def _day_in_markup(tree: HtmlElement) -> str:
    """What htmldate finds in the page's markup; its search of the whole text is left out, for that guesses.

    The bounds are fixed: by default the last is today, and the same page would read otherwise tomorrow.
    """
    last = f"{dates.LAST_YEAR}-12-31"
    return (
        htmldate.find_date(tree, extensive_search=False, original_date=True, min_date="1900-01-01", max_date=last) or ""
    )


def _head_length(paragraphs: list[str], title: str) -> int:
    """How many of the first paragraphs repeat the title or give the date."""
    marked = [i for i, one in enumerate(paragraphs[:_HEAD]) if is_date_line(one) or (title and _same(one, title))]
    return marked[-1] + 1 if marked else 0


def _date_lines(head: list[str]) -> list[str]:
    return [one for one in head if is_date_line(one)]


def _same(paragraph: str, title: str) -> bool:
    return paragraph.casefold() == title.casefold() or (
        len(paragraph) > 20 and title.casefold().startswith(paragraph.casefold())
    )


def _without_site(title: str, site: str) -> str:
    """The title without the site's name that many pages add at its end."""
    for mark in ("|", "-", "–", "—", "»", "·", ":"):
        if site and title.casefold().endswith(f" {mark} {site.casefold()}"):
            return title[: -len(site) - 3].rstrip()
    return title
