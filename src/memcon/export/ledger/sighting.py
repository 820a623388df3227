"""One sighting: a claim standing in one report, with its words, when it was recorded, and its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from memcon.export.calm import calm
from memcon.export.days import in_words
from memcon.export.ledger.layout import as_of_line, source
from memcon.export.ledger.told import report_json
from memcon.export.memo.layout import grid, heading, indented, label
from memcon.export.sureness import of_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from memcon.ledger import AsOf, Ledger, Sighting

LABEL_WIDTH = 14


def sighting_page(ledger: Ledger, one: Sighting, as_of: AsOf) -> Iterator[RenderableType]:
    """The fields of `one` in the words of its report, and the sightings that it refers to."""
    yield Text(f"{one.kind.capitalize()} · {one.id}", "bold")
    yield source(ledger.headings([one.report_id])[one.report_id])
    yield from as_of_line(as_of)
    stands = any(each.sighting.id == one.id for each in ledger.sightings(anchors=[one.anchor], as_of=as_of))
    if not stands:
        yield Text("It does not stand: a later reading withdrew or replaced it.", "yellow")
    yield heading("AS THE REPORT HAS IT")
    names = _names(ledger, one, as_of)
    table = grid(first=LABEL_WIDTH)
    for field, value in one.body.items():
        if shown := _in_words(value, names):
            table.add_row(label(field.replace("_", " ")), Text(calm(shown)))
    yield indented(table)


def to_json(ledger: Ledger, one: Sighting) -> dict[str, Any]:
    """The sighting: kind, id and anchor, its fields by the contract of a record, and its report."""
    heading_ = ledger.headings([one.report_id])[one.report_id]
    return {
        "kind": one.kind,
        "id": one.id,
        "anchor": one.anchor,
        "claim": one.claim,
        **one.body,
        "report": report_json(heading_),
    }


def _names(ledger: Ledger, one: Sighting, as_of: AsOf) -> dict[str, str]:
    """What the anchors in its body stand for, in words."""
    body = one.body
    given = [body.get("speaker"), body.get("via"), body.get("source"), *body.get("delegates", ())]
    found = ledger.sightings(anchors=[each for each in given if each], as_of=as_of)
    return {each.sighting.anchor: _named(each.sighting) for each in found}


def _named(one: Sighting) -> str:
    if one.kind == "actor":
        return str(one.body["name"])
    said = " … ".join(" ".join(part["text"].split()) for part in one.body.get("content", ()))
    return f"{', '.join(one.names) or 'a source without a name'}: “{said}”"


def _in_words(value: object, names: dict[str, str]) -> str:
    match value:
        case {"text": str(words)}:
            return f"“{' '.join(words.split())}”"
        case {"name": str(name), "country": country}:
            return ", ".join(part for part in (name, country) if part)
        case list() | tuple():
            return "\n".join(part for part in (_in_words(each, names) for each in value) if part)
        case float():
            return of_number(value).words
        case str():
            return names.get(value) or in_words(value) or value
        case _:
            return ""
