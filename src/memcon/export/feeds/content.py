"""The content of an item, once as text and once as simple HTML: what is told, the words, and the report that has them."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from memcon.export.feeds.fit import legal, line

if TYPE_CHECKING:
    from collections.abc import Iterable

    from memcon.export.feeds.model import FeedSource

QUOTES = '“”"'


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """The report `source`, and the words of it that count here (none where its own voice tells it)."""

    source: FeedSource
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Lines in memcon's words, then reports with theirs; `more` counts the reports that are left out."""

    lines: tuple[str, ...]
    quoted: tuple[Quoted, ...]
    more: int = 0


def as_text(content: Content) -> str:
    """Plain text: a paragraph a line, the words in quotation marks, the report below them."""
    blocks = [*map(line, content.lines), *map(_text_of, content.quoted)]
    return legal("\n\n".join([*blocks, *_rest(content)]))


def as_html(content: Content) -> str:
    """HTML of paragraphs, quotations and links alone; all that comes from outside is escaped text."""
    blocks = [_paragraph(each) for each in content.lines] + [_html_of(each) for each in content.quoted]
    return legal("\n".join([*blocks, *map(_paragraph, _rest(content))]))


def _text_of(quoted: Quoted) -> str:
    lines = [*(f"“{each}”" for each in _clean(quoted.words)), line(quoted.source.name)]
    return "\n".join([*lines, quoted.source.address or quoted.source.page]).rstrip()


def _html_of(quoted: Quoted) -> str:
    words = "".join(f"<p>“{escape(each)}”</p>" for each in _clean(quoted.words))
    return (f"<blockquote>{words}</blockquote>\n" if words else "") + f"<p>{_link(quoted.source)}</p>"


def _link(source: FeedSource) -> str:
    """The report's name, linked to where memcon shows it, and its outlet's page beside it."""
    name = escape(line(source.name))
    if not source.page:
        return _linked(source.address, name)
    return _linked(source.page, name) + (f" ({_linked(source.address, 'at its outlet')})" if source.address else "")


def _linked(address: str, shown: str) -> str:
    return f'<a href="{escape(address)}">{shown}</a>' if address else shown


def _paragraph(words: str) -> str:
    return f"<p>{escape(line(words))}</p>"


def _clean(words: Iterable[str]) -> list[str]:
    return [each for each in dict.fromkeys(line(one).strip(QUOTES) for one in words) if each]


def _rest(content: Content) -> list[str]:
    return [f"And {content.more} more {'report' if content.more == 1 else 'reports'}."] if content.more else []
