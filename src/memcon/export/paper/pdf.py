"""A memo as PDF, set by Typst.

The document reaches Typst as data (JSON) that a fixed template reads, so nothing in a report can be code to it.
No file is read and nothing is fetched: the fonts are those in Typst itself. What they have no letter for is looked for in the
machine's own fonts, and stands as its code point (``[U+4E60]``) where these have none either.
"""

from __future__ import annotations

import json
import re
import tempfile
from functools import cache
from importlib.resources import files
from textwrap import shorten
from typing import TYPE_CHECKING, Any

from memcon.errors import MemconError
from memcon.export.paper.model import NUMBER, Facts, Heading, Paragraph, Sources, Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    import typst

    from memcon.export.paper.model import Block, Line, Paper

# Latin, Greek and Cyrillic, and the punctuation of English: the fonts in Typst have all of it.
SURE = re.compile("[\\u0020-\\u036f\\u0370-\\u03ff\\u0400-\\u04ff\\u2010-\\u2040\\u20ac]*")
SHORT = 90  # characters of the title at the head of each page
GLYPH = re.compile(rb'<use xlink:href="#([^"]+)"')
NO_LETTER = "\U0010fffd"  # a code point that no font has a letter for


def pdf(paper: Paper, now: datetime) -> bytes:
    """The memo as a tagged PDF. Raises `MemconError` where it cannot be set."""
    value = _value(paper)
    fonts, writable = _fonts_for(value)
    try:
        return _compiled(
            _template(), _mapped(value, writable), fonts, format="pdf", timestamp=now.replace(microsecond=0)
        )
    except RuntimeError as error:
        raise MemconError(f"the memo cannot be set as PDF: {error} (write it as HTML)") from error


def _compiled(source: str, value: Any, fonts: typst.Fonts, **options: Any) -> bytes:
    import typst  # noqa: PLC0415 - for this format alone

    # An empty folder is all that a template could read.
    with tempfile.TemporaryDirectory(prefix="memcon-") as root:
        made = typst.compile(
            source.encode("utf-8"),
            root=root,
            package_path=root,
            package_cache_path=root,
            font_paths=fonts,
            ignore_system_fonts=True,  # those of `fonts` are all
            sys_inputs={"paper": json.dumps(value)},
            **options,
        )
    return b"".join(made) if isinstance(made, list) else made or b""


def _value(paper: Paper) -> dict[str, Any]:
    return {
        "title": paper.title,
        "short": shorten(paper.title, SHORT, placeholder="…"),
        "about": list(paper.about),
        "foot": paper.foot,
        "blocks": [_block(block) for block in paper.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"is": "heading", "level": block.level, "text": block.text}
        case Paragraph():
            return {"is": "paragraph", "line": _line(block.line)}
        case Facts():
            rows = [[name, [_line(line) for line in lines]] for name, lines in block.rows]
            return {"is": "wide-facts" if block.is_wide else "facts", "rows": rows}
        case Table():
            return {
                "is": "table",
                "head": list(block.head),
                "widths": list(block.widths),
                "rows": [[_line(cell) for cell in row] for row in block.rows],
            }
        case Sources():
            items = [{"number": one.number, "line": _line(one.line), "address": one.address} for one in block.items]
            return {"is": "sources", "items": items}


def _line(line: Line) -> list[dict[str, Any]]:
    return [
        {"role": one.role, "text": one.text, "numbers": [int(each) for each in NUMBER.findall(one.text)]}
        if one.role == "mark"
        else {"role": one.role, "text": one.text}
        for one in line
    ]


# --- letters ---


def _fonts_for(value: Any) -> tuple[typst.Fonts, Callable[[str], str]]:
    """The fonts to set `value` in, and what writes each character that none of them has as its code point."""
    letters = sorted(set(SURE.sub("", json.dumps(value, ensure_ascii=False))))
    fonts = _fonts(with_those_of_the_machine=False)
    missing = _missing(letters, fonts)
    if missing:
        fonts = _fonts(with_those_of_the_machine=True)
        missing = _missing(missing, fonts)
    if not missing:
        return fonts, str
    run = re.compile(f"[{re.escape(''.join(missing))}]+")
    return fonts, lambda text: run.sub(_code_points, text)


def _code_points(found: re.Match[str]) -> str:
    """“[U+4E60 U+8FD1]”."""
    return f"[{' '.join(f'U+{ord(one):04X}' for one in found[0])}]"


def _missing(letters: list[str], fonts: typst.Fonts) -> list[str]:
    """Those of `letters` that `fonts` set as the box that stands for no letter."""
    box = _glyphs(NO_LETTER, fonts)[:1]
    return [one for one in letters if not one.isspace() and box and _glyphs(one, fonts)[:1] == box]


def _glyphs(letter: str, fonts: typst.Fonts) -> list[bytes]:
    return GLYPH.findall(
        _compiled('#set text(font: "Libertinus Serif")\n#json(bytes(sys.inputs.paper))', letter, fonts, format="svg")
    )


@cache
def _fonts(*, with_those_of_the_machine: bool) -> typst.Fonts:
    import typst  # noqa: PLC0415

    return typst.Fonts(include_system_fonts=with_those_of_the_machine, include_embedded_fonts=True)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    match value:
        case str():
            return change(value)
        case list():
            return [_mapped(each, change) for each in value]
        case dict():
            return {
                key: each if key in {"is", "role", "address"} else _mapped(each, change) for key, each in value.items()
            }
        case _:
            return value


@cache
def _template() -> str:
    return files("memcon.export.paper").joinpath("data/paper.typ").read_text("utf-8")
