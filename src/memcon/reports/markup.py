"""Markup to paragraphs, where all of it is text of the report: a feed's entry, a title with tags in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree, html  # type: ignore[import-untyped]

from memcon.reports.clean import clean, one_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "hr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "table",
        "tr",
        "td",
        "th",
        "blockquote",
        "pre",
        "section",
        "article",
        "header",
        "footer",
        "figure",
        "main",
        "aside",
    ]
)
_UNREAD = frozenset(
    [
        "script",
        "style",
        "noscript",
        "iframe",
        "object",
        "figcaption",
        "figure",
        "button",
        "form",
        "svg",
        "template",
        "head",
        "title",
    ]
)


# The parser takes ever longer for one more attribute of the same tag. Pages have some hundred in one; what is shorter than this has
# too few to matter.
_MOST_ATTRIBUTES, _SHORT = 5_000, 100_000


class _Attributes:
    """Takes a page apart as `parse` does, and only looks at how many attributes each tag has."""

    def start(self, _: str, attributes: Mapping[str, str]) -> None:
        """A tag."""
        if len(attributes) > _MOST_ATTRIBUTES:
            raise ValueError("a tag of too many attributes")

    def close(self) -> None:
        """The end of the page."""


def parse(text: str) -> html.HtmlElement | None:
    """The tree of some HTML, or ``None`` where the parser finds none; deep nesting is cut by the parser itself."""
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        # As UTF-8 bytes: a declaration of encoding inside the text would otherwise be refused, or believed.
        data = re.sub(r"^\s*<\?xml[^>]*\?>", "", text).encode("utf-8", "replace")
        if len(data) > _SHORT:
            etree.fromstring(data, html.HTMLParser(encoding="utf-8", no_network=True, target=_Attributes()))
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if isinstance(tree, html.HtmlElement) else None


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a piece of HTML or of plain text."""
    if not re.search(r"<[a-z!/]|&[#a-z]", text, re.IGNORECASE):
        return [one for part in re.split(r"\n\s*\n", clean(text)) if (one := one_line(part))]
    tree = parse(text)
    parts: list[str] = [] if tree is None else _pieces(tree)
    return [one for part in "".join(parts).split("\0") if (one := one_line(part))]


def _pieces(tree: html.HtmlElement) -> list[str]:
    """All text in the order of the document, NUL where a block begins or ends (no recursion: trees can be deep)."""
    parts: list[str] = []
    skipped = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            skipped += tag in _UNREAD
            parts.append("\0" * (tag in _BLOCKS) + ("" if skipped else element.text or ""))
        else:
            skipped -= tag in _UNREAD
            parts.append("\0" * (tag in _BLOCKS) + ("" if skipped else element.tail or ""))
    return parts
