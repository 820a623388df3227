"""A memo as one HTML page that needs nothing else: no script, no font, no picture, and nothing to fetch."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from memcon.export.paper.model import NUMBER, Facts, Heading, Paragraph, Sources, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.export.paper.model import Block, Line, Paper, Source, Words

TAGS = {"strong": "strong", "quoted": "q", "silent": "em", "denial": "strong"}
QUOTES = "“”"
# Nothing may be fetched or run, whatever a mistake of ours would let through.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
PAGE = Markup("""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="generator" content="memcon">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<main>
<header>
<h1>{title}</h1>
{about}
</header>
{body}
</main>
<footer><p>{foot}</p></footer>
</body>
</html>
""")


def html(paper: Paper) -> str:
    """The whole page."""
    about = Markup("\n").join(Markup("<p>{}</p>").format(line) for line in paper.about)
    body = Markup("\n").join(part for block in paper.blocks for part in _block(block))
    style = Markup(_style())  # noqa: S704 - our own file
    return str(PAGE.format(policy=POLICY, title=paper.title, style=style, about=about, body=body, foot=paper.foot))


def _block(block: Block) -> Iterator[Markup]:
    match block:
        case Heading():
            tag = Markup(f"h{block.level}")  # noqa: S704 - h2 or h3
            yield Markup("<{tag}>{text}</{tag}>").format(tag=tag, text=block.text)
        case Paragraph():
            yield Markup("<p>{}</p>").format(_line(block.line))
        case Facts():
            kind = "wide" if block.is_wide else "narrow"
            yield Markup('<dl class="{}">{}</dl>').format(kind, Markup("").join(_facts(block)))
        case Table():
            yield _table(block)
        case Sources():
            yield Markup('<ol class="sources">{}</ol>').format(Markup("").join(map(_source, block.items)))


def _facts(block: Facts) -> Iterator[Markup]:
    for name, lines in block.rows:
        values = Markup("").join(Markup("<dd>{}</dd>").format(_line(line)) for line in lines)
        yield Markup("<div><dt>{}</dt>{}</div>\n").format(name, values)


def _table(block: Table) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in block.head)
    rows = Markup("\n").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(_line(cell)) for cell in row))
        for row in block.rows
    )
    whole = sum(block.widths)
    widths = Markup("").join(Markup('<col style="width: {}%">').format(100 * each // whole) for each in block.widths)
    table = Markup("<table><colgroup>{}</colgroup><thead><tr>{}</tr></thead>\n<tbody>{}</tbody></table>")
    return table.format(widths, head, rows)


def _source(one: Source) -> Markup:
    link = Markup(' <a href="{0}" rel="noopener noreferrer">{0}</a>').format(one.address) if one.address else Markup()
    return Markup('<li id="source-{}" value="{}">{}{}</li>\n').format(one.number, one.number, _line(one.line), link)


def _line(line: Line) -> Markup:
    return Markup("").join(map(_words, line))


def _words(one: Words) -> Markup:
    if one.role == "mark":
        marks = Markup("").join(
            Markup('<a href="#source-{0}">[{0}]</a>').format(number) for number in NUMBER.findall(one.text)
        )
        return Markup(' <span class="mark">{}</span>').format(marks)
    tag = TAGS.get(one.role)
    if tag is None:
        return escape(one.text)
    if one.role == "quoted":  # the page sets the quotation marks
        return Markup("<q>{}</q>").format(one.text.strip(QUOTES))
    return Markup(f'<{tag} class="{one.role}">{{}}</{tag}>').format(one.text)  # noqa: S704 - from our own table


@cache
def _style() -> str:
    return files("memcon.export.paper").joinpath("data/paper.css").read_text("utf-8")
