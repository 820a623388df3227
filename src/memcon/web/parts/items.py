"""The record of one report as its page shows it: an item a sighting, and the marks that each leaves in the text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from memcon.export.calm import calm
from memcon.export.memo.meetings import place_in_words
from memcon.export.parties import in_sentence, name_of
from memcon.export.sureness import Sureness, sureness_of
from memcon.export.wording import ACTS, EVENT_STATUSES, EVENT_TYPES, MEETING_STATUSES, listed
from memcon.model import Place
from memcon.web.parts.text import Marked
from memcon.web.parts.words import brief, day

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from memcon.ledger import Decision, Sighting
    from memcon.web.parts.links import Links

# The fields of a body that hold spans, and as what the text shows them.
_ROLES: Mapping[str, str] = {
    "content": "content",
    "cue": "cue",
    "speaker_span": "speaker",
    "trigger": "trigger",
    "mentions": "mention",
    "agenda": "agenda",
    "what": "condition",
    "requires": "condition",
}
_ORDER = ("meeting", "statement", "condition", "event", "actor")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A sighting: `lead` says what it is, `text` what of, `rows` the rest by name; `href` leads to its first words in the text.

    `id` names it on the page; `sighting` is its id in the ledger, by which it can be judged; `sureness` how sure it is.
    """

    id: str
    kind: str
    lead: str
    text: str
    rows: tuple[tuple[str, str], ...]
    href: str
    more_href: str
    sighting: str
    sureness: Sureness


def items_of(sightings: Sequence[Sighting], links: Links, decided: Mapping[str, Decision]) -> Iterator[Item]:
    """The items of a report: meetings, statements, conditions, events, actors, each kind in the order of the text."""
    by_anchor = {one.anchor: one for one in sightings}
    for kind in _ORDER:
        of_kind = [one for one in sightings if one.kind == kind]
        yield from (item_of(one, by_anchor, links, decided) for one in sorted(of_kind, key=_first))


def marks_of(sightings: Iterable[Sighting]) -> list[Marked]:
    """Where the items stand in the text."""
    return [
        Marked(start=span["start"], end=span["end"], item=item_id(one), role=f"{one.kind}-{role}")
        for one in sightings
        for field, role in _ROLES.items()
        for span in _spans(one.body.get(field))
    ]


def words_of(one: Sighting) -> Iterator[tuple[int, int]]:
    """Where the words of a sighting stand, those that say most of it first."""
    for field in _ROLES:
        yield from ((span["start"], span["end"]) for span in _spans(one.body.get(field)))


def item_id(one: Sighting) -> str:
    """The name of a sighting on the page of its report."""
    return f"{one.kind}-{one.id[:12]}"


def _first(one: Sighting) -> int:
    return min((span["start"] for field in _ROLES for span in _spans(one.body.get(field))), default=0)


def _spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, dict):
        return [value]
    return list(value) if isinstance(value, list | tuple) else []


def item_of(one: Sighting, by_anchor: Mapping[str, Sighting], links: Links, decided: Mapping[str, Decision]) -> Item:
    """A sighting as an item; `by_anchor` holds what it refers to, `decided` what persons judged."""
    lead, text, rows = _WRITERS[one.kind](one.body, by_anchor)
    return Item(
        id=item_id(one),
        kind=one.kind,
        lead=brief(lead),
        text=brief(text, 1200),
        rows=tuple((name, brief(value, 600)) for name, value in rows if value),
        href=f"#t-{item_id(one)}" if any(_spans(one.body.get(field)) for field in _ROLES) else "",
        more_href=links.actor(one.anchor) if one.kind == "actor" and one.body["party"] else "",
        sighting=one.id,
        sureness=sureness_of(one, decided),
    )


_Written = tuple[str, str, list[tuple[str, str]]]


def _statement(body: Mapping[str, Any], known: Mapping[str, Sighting]) -> _Written:
    who = _name(body["speaker"], known) or (
        f"a source of {in_sentence(body['party'])}" if body["party"] else "a source without a name"
    )
    party = f" · {name_of(body['party'])}" if body["party"] and name_of(body["party"]) != who else ""
    rows = [
        ("act", ACTS[body["act"]]),
        ("said", day(body["said"]).words),
        ("channel", body["channel"] or ""),
        ("by way of", _name(body["via"], known) or body["via"] or ""),
        ("cue", body["cue"]["text"]),
    ]
    return f"{who}{party}", " … ".join(part["text"] for part in body["content"]), rows


def _meeting(body: Mapping[str, Any], known: Mapping[str, Sighting]) -> _Written:
    changed = f" by {in_sentence(body['changed_by'])}" if body["changed_by"] else ""
    rows = [
        ("on whose word", _word(body["source"], known)),
        ("when", day(body["when"]).words or "no day given"),
        ("where", _place(body["where"])),
        ("who", listed([_name(each, known) for each in body["delegates"] if _name(each, known)])),
        ("about", body["about"] or ""),
    ]
    status = MEETING_STATUSES[body["status"]]
    return f"{status.capitalize()}{changed}", listed([name_of(code) for code in body["parties"]]), rows


def _event(body: Mapping[str, Any], known: Mapping[str, Sighting]) -> _Written:
    doers, others = body["initiators"], body["recipients"]
    arrow = " ↔ " if set(doers) == set(others) and len(doers) > 1 else " → "
    sides = [", ".join(name_of(code) for code in side) for side in (doers, others) if side]
    if set(doers) == set(others) and len(doers) > 1:
        sides = [name_of(code) for code in doers]
    rows = [
        ("status", EVENT_STATUSES[body["status"]]),
        ("on whose word", _word(body["source"], known)),
        ("when", day(body["when"]).words),
        ("where", _place(body["where"])),
        ("code", f"{body['type']} {body['code']}".strip()),
    ]
    return f"{EVENT_TYPES[body['type']].capitalize()}: “{body['trigger']['text']}”", arrow.join(sides), rows


def _condition(body: Mapping[str, Any], known: Mapping[str, Sighting]) -> _Written:
    rows = [
        ("depends on", body["requires"]["text"]),
        ("set by", name_of(body["set_by"]) if body["set_by"] else "nobody named"),
        ("on whose word", _word(body["source"], known)),
    ]
    return "Condition", body["what"]["text"], rows


def _actor(body: Mapping[str, Any], _known: Mapping[str, Sighting]) -> _Written:
    party = name_of(body["party"]) if body["party"] else ""
    return body["name"], ", ".join(part for part in (body["role"] or "", party) if part), []


_WRITERS = {
    "statement": _statement,
    "meeting": _meeting,
    "event": _event,
    "condition": _condition,
    "actor": _actor,
}


def _name(anchor: str | None, known: Mapping[str, Sighting]) -> str:
    found = known.get(anchor or "")
    return calm(found.body["name"]) if found is not None and found.kind == "actor" else ""


def _word(source: str | None, known: Mapping[str, Sighting]) -> str:
    """Who says so, where a statement carries it; else the report's own voice."""
    found = known.get(source or "")
    if found is None:
        return "the report's own voice"
    party = found.body["party"]
    who = _name(found.body["speaker"], known)
    return (
        ", ".join(dict.fromkeys(part for part in (name_of(party) if party else "", who) if part))
        or "a source without a name"
    )


def _place(where: Mapping[str, Any] | None) -> str:
    return place_in_words(Place(name=where["name"], country=where["country"])) if where else ""
