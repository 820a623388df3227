"""A news page printed to text: its title, date line, address and the paragraphs that are the report.

Such a page has a head (section, title, standfirst, byline, date line, picture caption), a body broken by links to other
reports, and a foot (sign-off, address, more links). Each part is told by its form; nothing here knows any one site.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from memcon.reports import datelines, furniture, outlets
from memcon.reports.pagedate import is_date_line, published_day, words_beside_date
from memcon.reports.paragraphs import join_address, split

_URL_LABEL = re.compile(
    r"(?i)[\W_]{0,5}(?:original\s+(?:url|link|article|source|post|page)|(?:article|page|web|short|source|full)?\s*(?:url|link|address)"
    r"|source|permalink|available\s+(?:at|from)|retrieved\s+from|published\s+at|read\s+(?:it|the\s+original|more)\s+(?:at|on)"
    r"|read\s+(?:the\s+)?original(?:\s+(?:article|story|report))?(?:\s+(?:at|on|here))?|via|from|see)(?:\s*\((?:url|link)\))?(?:\s*[:\-–—])?\s*"
)
_ADDRESS = re.compile(r"(?i)(?:https?://|www\.)[^\s<>\"']+")
_TITLE_LABEL = re.compile(r"(?i)(?:title|headline)\s*:\s*")
_PRINT_HEAD = re.compile(
    r"\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M)?\s+(?P<title>\S.*)", re.IGNORECASE
)
_PAGE_COUNT = re.compile(r"(?i)(?<!\s)\s*\b(?:page\s+)?\d{1,3}\s*(?:/|of)\s*\d{1,3}$")
_HEAD = 14  # paragraphs among which a head is looked for; the longest seen have section, title, standfirst, byline, date, buttons
_LONGEST_TITLE = 250
_STANDFIRST = 600  # characters of prose that may stand between title and date line


@dataclass(frozen=True, slots=True)
class Page:
    """What a printed page gives; ``""`` for what it does not."""

    title: str
    published: str
    outlet: str
    url: str
    paragraphs: tuple[str, ...]


def read_page(text: str, *, headline: str = "") -> Page:
    """Take a cleaned printed page apart; `headline` is its title where the print sets it apart by size."""
    paragraphs, url = _take_address(split(text))
    paragraphs, printed_title = _take_print_heads(paragraphs)
    if headline in paragraphs[:_HEAD]:
        paragraphs = _from_headline(paragraphs, headline)
    head = _read_head(paragraphs)
    title, outlet = outlets.split_title(head.title or printed_title)
    return Page(
        title,
        head.published,
        head.outlet or outlet,
        url,
        tuple(datelines.joined(furniture.body(paragraphs[head.body :]))),
    )


def _from_headline(paragraphs: list[str], headline: str) -> list[str]:
    at = paragraphs.index(headline)
    return [headline, *(one for one in paragraphs[:at] if is_date_line(one)), *paragraphs[at + 1 :]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    title: str = ""
    published: str = ""
    outlet: str = ""
    body: int = 0


def _read_head(paragraphs: list[str]) -> _Head:
    top = paragraphs[:_HEAD]
    start = next((i for i, one in enumerate(top) if datelines.find(one)), None)
    date = _date_line(top[:start] if start is not None else top)
    if date is None:
        return _undated(paragraphs, start)
    before = _titles(top[:date])
    after = start if start is not None else _first_prose(paragraphs, date + 1)
    title = before[0] if before else next(iter(_titles(paragraphs[date + 1 : after])), "")
    head = _Head(title=title, published=published_day(top[date : date + 3]), outlet=_named_outlet(top[: date + 2]))
    return replace(head, body=_body_start(paragraphs, after, date + 1, bool(before)))


def _undated(paragraphs: list[str], start: int | None) -> _Head:
    """The head of a page without date line: a title is what stands unfinished before the first prose."""
    body = start if start is not None else _first_prose(paragraphs, 0)
    titles = _titles(paragraphs[: min(body, _HEAD)])
    outlet = _named_outlet(paragraphs[: min(body, _HEAD)])
    if titles and body < len(paragraphs):
        return _Head(title=titles[0], outlet=outlet, body=body)
    if titles and len(paragraphs) > 1 and len(titles[0]) < _LONGEST_TITLE:
        return _Head(title=titles[0], outlet=outlet, body=paragraphs.index(titles[0]) + 1)
    return _Head(outlet=outlet)


def _body_start(paragraphs: list[str], prose: int, least: int, titled: bool) -> int:
    """Where the body begins: its first prose, or, where there is none, right after the head."""
    return prose if prose < len(paragraphs) else least + (not titled and least < len(paragraphs))


def _date_line(top: list[str]) -> int | None:
    """Where the date line stands, if little enough prose comes before it for it to be in the head.

    Of several the barest, for a title in capitals with a day in it has the form of a date line too.
    """
    prose, found = 0, []
    for i, paragraph in enumerate(top):
        beside = words_beside_date(paragraph)
        if beside is not None:
            found.append((beside, i))
        prose += len(paragraph) if furniture.is_prose(paragraph) else 0
        if prose > _STANDFIRST:
            break
    return min(found)[1] if found else None


def _first_prose(paragraphs: list[str], least: int) -> int:
    for i in range(least, len(paragraphs)):
        if furniture.is_prose(paragraphs[i]) and furniture.kind(paragraphs[i]) == "body":
            return i
    return len(paragraphs)


def _titles(head: list[str]) -> list[str]:
    """The paragraphs that may be the title: the likeliest, the first of several words, comes first."""
    fit = [_TITLE_LABEL.sub("", one) for one in head if _is_title(one)]
    long = [one for one in fit if len(one.split()) >= 4]
    return long or sorted(fit, key=lambda one: -len(one.split()))


def _is_title(paragraph: str) -> bool:
    beside = words_beside_date(paragraph)
    if len(paragraph) > _LONGEST_TITLE or (beside is not None and beside < 3) or outlets.is_outlet(paragraph):
        return False
    if re.match(r"(?:By|BY) [A-Z]|(?i:source|editor|author)s?\s*:", paragraph):
        return False
    return furniture.kind(paragraph) == "body" and any(char.isalpha() for char in paragraph)


def _named_outlet(head: list[str]) -> str:
    for paragraph in head:
        named = re.match(r"(?i:source)\s*:\s*([^|•·:]{2,40}?)\s*(?:[|•·]|\d|$)", paragraph)
        if named and not _ADDRESS.search(paragraph):
            return named[1].strip()
        if outlets.is_outlet(paragraph):
            return paragraph
    return ""


def _take_address(paragraphs: list[str]) -> tuple[list[str], str]:
    """The paragraphs less those that give the page's own address, and that address."""
    kept: list[str] = []
    labelled, bare = "", ""
    i = 0
    while i < len(paragraphs):
        label = _URL_LABEL.match(paragraphs[i])
        rest = paragraphs[i][label.end() :] if label else paragraphs[i]
        used = 1
        if label and not rest and i + 1 < len(paragraphs) and _ADDRESS.match(paragraphs[i + 1]):
            rest, used = paragraphs[i + 1], 2
        address, left = _address_of(rest, paragraphs[i + used : i + used + 1])
        if not address:
            kept.append(paragraphs[i])
            i += 1
            continue
        labelled, bare = labelled or (address if label else ""), bare or address
        i += used + left
    return kept, labelled or bare


def _address_of(paragraph: str, following: list[str]) -> tuple[str, int]:
    """The address that a paragraph consists of, and how many of the paragraphs that follow are pieces of it."""
    paragraph = _PAGE_COUNT.sub("", paragraph.strip("<>[]() "))
    if not _ADDRESS.match(paragraph):
        return "", 0
    address, rest = join_address(paragraph.split())
    if rest:
        return "", 0
    taken = 0
    if (
        following
        and re.fullmatch(r"[\w%./?=&#~-]+", following[0])
        and re.search(r"[a-z]-[a-z\d]|-[a-z]?\d|\.html?", following[0])
    ):
        address, taken = address + following[0], 1
    return ("https://" * (not address.lower().startswith("http")) + address).rstrip(".,;>)"), taken


def _take_print_heads(paragraphs: list[str]) -> tuple[list[str], str]:
    """The paragraphs less the line that browsers print at each page's top (day of printing, title), and that title."""
    matches = [_PRINT_HEAD.fullmatch(one) if len(one) < _LONGEST_TITLE else None for one in paragraphs]
    kept = [one for one, match in zip(paragraphs, matches, strict=True) if not match]
    return kept, next((match["title"] for match in matches if match), "")
