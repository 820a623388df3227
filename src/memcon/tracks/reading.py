"""The sightings of one report → its notes: mentions with their scope and matter, and what bears on a track."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from memcon.model import Place
from memcon.tracks import copies, days, keys, lexicon, matters, wording
from memcon.tracks.bearings import bearings_of
from memcon.tracks.claims import claims_of
from memcon.tracks.dealings import dealings_of
from memcon.tracks.model import Evidence, Scope, Source
from memcon.tracks.notes import TO_COME, Mention, Notes
from memcon.tracks.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from memcon.ledger.model import Sighting
    from memcon.tracks.lexicon import Format

OWN, AGENDA, LATER, TITLE = 3.0, 2.0, 0.8, 2.0  # how much the words of each place tell of a meeting's matter
_NEAR = 160  # characters around a mention that may name its day or its mediator
_PRINCIPALS_APART = 2
_LONG_AGO = 14  # days


def notes_of(source: Source, sightings: Iterable[Sighting]) -> Notes:
    """The notes of one report from its live sightings. Pure: the order of `sightings` does not count."""
    report = _report(source, sightings)
    mentions = _with_matters(tuple(_mentions(report)), report)
    return Notes(
        source=replace(source, text=""),
        shape=copies.shape_of(source.text),
        mentions=mentions,
        bearings=bearings_of(report, mentions),
        dealings=dealings_of(report, mentions),
    )


def _report(source: Source, sightings: Iterable[Sighting]) -> Report:
    each = sorted(sightings, key=lambda one: (_place(one), one.anchor))
    kinds: dict[str, list[Sighting]] = {}
    for one in each:
        kinds.setdefault(one.kind, []).append(one)
    return Report(
        source=source,
        meetings=tuple(kinds.get("meeting", ())),
        actors=tuple(kinds.get("actor", ())),
        statements=tuple(kinds.get("statement", ())),
        events=tuple(kinds.get("event", ())),
        conditions=tuple(kinds.get("condition", ())),
        by_anchor={one.anchor: one for one in each},
    )


def _place(one: Sighting) -> int:
    """Where in its report a sighting stands."""
    span: Any = {
        "meeting": (one.body.get("mentions") or [{}])[0],
        "statement": one.body.get("cue"),
        "event": one.body.get("trigger"),
        "condition": one.body.get("what"),
        "actor": (one.body.get("mentions") or [{}])[0],
    }[one.kind]
    return int((span or {}).get("start", 0))


def _mentions(report: Report) -> Iterable[Mention]:
    raws = _counted_through([_raw(one, report.source) for one in report.meetings])
    text = f"{report.source.title}\n{report.source.text}"
    named = [keys.formats_in(raw, text) for raw in raws]
    claims = claims_of(report)
    for at, (one, raw) in enumerate(zip(report.meetings, raws, strict=True)):
        each = named[at] or _taken_up(raw, at, named) or keys.full_house(raw, text)
        parties, mediators = _apart(raw, each)
        scope = _scope(raw, each, parties)
        if scope is not None:
            yield _mention(one, raw, report, scope=scope, parties=parties, mediators=mediators, claims=claims)


def _raw(one: Sighting, source: Source) -> keys.Raw:
    words = tuple(span["text"] for span in one.body["mentions"])
    first = one.body["mentions"][0] if one.body["mentions"] else {"start": 0, "end": 0}
    where = one.body["where"] or {}
    return keys.Raw(
        words=words,
        wording=wording.read([keys.named(each) for each in words]),
        parties=tuple(dict.fromkeys(one.body["parties"])),
        place=where.get("name") or "",
        country=where.get("country"),
        around=source.text[max(0, first["start"] - _NEAR) : first["end"] + _NEAR],
        at=first["start"],
    )


def _counted_through(raws: list[keys.Raw]) -> list[keys.Raw]:
    """Rounds listed by their days get their numbers: "the first three rounds were held on May 1-2, June 3-4 and July 5-6"."""
    found = list(raws)
    for at, raw in enumerate(raws):
        many = wording.first_of(keys.named(raw.words[0])) if raw.words else 0
        rest = raws[at + 1 : at + many]
        if many and len(rest) == many - 1 and all(wording.is_bare_date(each.words) for each in rest):
            for number, each in enumerate((raw, *rest), start=1):
                words = replace(each.wording, number=number, number_first=True, is_series=False, is_round=True)
                found[at + number - 1] = replace(each, wording=words)
    return found


def _taken_up(raw: keys.Raw, at: int, named: Sequence[Format | None]) -> Format | None:
    """The format that "the fourth round of the talks" takes up: the last one named before it, if its parties sit there."""
    if not raw.wording.is_round or raw.wording.kind != "talks":
        return None
    before = [each for each in named[:at] if each is not None] or [each for each in named[at:] if each is not None][:1]
    if not before:
        return None
    each = before[-1]
    elsewhere = raw.place and each.places and raw.place not in each.places and raw.country not in each.sitting
    return None if elsewhere or not set(raw.parties) & each.sitting else each


def _scope(raw: keys.Raw, each: Format | None, parties: Sequence[str]) -> Scope | None:
    if each is not None:
        return keys.of_format(each)
    place = keys.place_named(raw)
    return Scope("place", place) if place else keys.scope_of(parties)


def _apart(raw: keys.Raw, each: Format | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties of a meeting, and who sits between them: three are two and a go-between where words or place say so."""
    if each is not None or len(raw.parties) != _PRINCIPALS_APART + 1:
        return raw.parties, ()
    for party in raw.parties:
        if party in lexicon.words_exact("mediators") and (raw.country == party or _says_between(raw.around)):
            return tuple(one for one in raw.parties if one != party), (party,)
    return raw.parties, ()


def _says_between(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in lexicon.words("between")) and "trilateral" not in lower


def _mention(
    one: Sighting,
    raw: keys.Raw,
    report: Report,
    *,
    scope: Scope,
    parties: tuple[str, ...],
    mediators: tuple[str, ...],
    claims: Mapping[str, tuple[Any, ...]],
) -> Mention:
    body, words = one.body, raw.wording
    own = _own_matters(body, raw)
    where = body["where"]
    day = days.ordinal(report.source.day) or 0
    is_mixed = _is_mixed(body, raw, day)
    return Mention(
        anchor=one.anchor,
        report=report.source.id,
        day=day,
        scope=scope,
        kind=words.kind,
        is_series=words.is_series,
        is_definite=words.is_definite,
        is_round=words.is_round,
        turn=words.turn,
        number=None if is_mixed or _counts_else(words, scope) else words.number,
        number_first=words.number_first,
        when="" if is_mixed else body["when"],
        explicit=_is_explicit(body["when"], raw.around),
        where=Place(name=where["name"], country=where["country"]) if where else None,
        status=body["status"],
        changed_by=body["changed_by"],
        parties=parties,
        mediators=mediators,
        delegates=_delegates(body, report),
        own=own,
        matter=None,
        subjects=_subjects(body),
        agenda=tuple(_evidence(report.source.id, span) for span in _agenda(body)),
        claims=claims.get(one.anchor, ()),
        confidence=body.get("confidence"),
    )


def _counts_else(words: wording.Wording, scope: Scope) -> bool:
    """Whether an ordinal counts no rounds: "their first meeting since May" of two parties, "the fifth summit" in a format."""
    if words.is_round:
        return False
    return words.is_summit if scope.kind == "format" else words.number == 1


def _is_mixed(body: Mapping[str, Any], raw: keys.Raw, day: int) -> bool:
    """Whether what is to come bears the day and number of a meeting long past, which its later words took up."""
    span = days.days_of(body["when"])
    is_past = span is not None and span.last < day - _LONG_AGO
    return is_past and body["status"] in TO_COME and len(raw.words) > 1 and not raw.wording.number_first


def _agenda(body: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The spans of the agenda, less those that hold the meeting itself: "proposed A during the talks in B" is no agenda of them."""
    mentions = body["mentions"]
    return [
        span
        for span in body["agenda"]
        if not any(span["start"] <= one["start"] and one["end"] <= span["end"] for one in mentions)
    ]


def _subjects(body: Mapping[str, Any]) -> tuple[str, ...]:
    texts = [span["text"] for span in _agenda(body)]
    held = {span["text"] for span in body["agenda"]} - set(texts)
    about = [body["about"]] if body["about"] and body["about"] not in held else []
    return tuple(dict.fromkeys([*about, *texts]))


def _own_matters(body: Mapping[str, Any], raw: keys.Raw) -> Mapping[str, float]:
    """What a meeting's own words and agenda tell of its matter.

    The agenda told beside a later mention counts less: what was brought up at a round is not yet what the rounds are about.
    """
    parties = frozenset(raw.parties)
    scores: dict[str, float] = {}
    for words in raw.words:
        matters.add(scores, matters.told(keys.named(words), parties), OWN / len(raw.words))
    agenda = _agenda(body)
    later = {span["text"] for span in agenda if _nearest(span, body["mentions"]) > 0}
    subjects = _subjects(body)
    for text in subjects:
        weight = (LATER if text in later else AGENDA) / len(subjects)
        matters.add(scores, matters.told(keys.named(text), parties), weight)
    return scores


def _nearest(span: Mapping[str, Any], mentions: Sequence[Mapping[str, Any]]) -> int:
    """Which mention a span stands nearest to, by its place in the list."""
    return min(range(len(mentions)), key=lambda at: abs(mentions[at]["start"] - span["start"]), default=0)


def _is_explicit(when: str, around: str) -> bool:
    span = days.days_of(when)
    if span is None or span.is_open:
        return False
    _, month, day = days.iso(span.first).split("-")
    return wording.names_date(around, month=int(month), day=int(day))


def _delegates(body: Mapping[str, Any], report: Report) -> tuple[str, ...]:
    actors = [report.by_anchor.get(anchor) for anchor in body["delegates"]]
    return tuple(dict.fromkeys(actor.body["name"] for actor in actors if actor is not None))


def _evidence(report: str, span: Mapping[str, Any], statement: str | None = None) -> Evidence:
    return Evidence(report=report, statement=statement, start=span["start"], end=span["end"], text=span["text"])


def _with_matters(mentions: tuple[Mention, ...], report: Report) -> tuple[Mention, ...]:
    """Each mention with its matter: its own, that of its format, that of its parties' war, or that of the report's lead."""
    leads = {scope: _lead(scope, mentions, report) for scope in dict.fromkeys(one.scope for one in mentions)}
    found = [(one, _matter(one, leads[one.scope])) for one in mentions]
    war = matters.conflict_in(f"{report.source.title}\n{report.source.text}")
    return tuple(_placed(one, _truce_of(one, war) if matter == matters.TRUCE else matter) for one, matter in found)


def _placed(one: Mention, matter: str | None) -> Mention:
    scope = keys.at_war(one.scope, one.parties, matter) if one.scope.kind == "pair" else one.scope
    return replace(one, scope=scope, matter=matter)


def _truce_of(one: Mention, war: str | None) -> str:
    """Which war a truce or peace is of: the parties' own, or the one that the report is about."""
    return matters.between(one.parties) or war or matters.TRUCE


def _lead(scope: Scope, mentions: Sequence[Mention], report: Report) -> str | None:
    """What the report's talks in one scope are about: told by their own words, earlier ones more, and by its title."""
    scores: dict[str, float] = {}
    ours = [one for one in mentions if one.scope == scope and one.kind == "talks"]
    for at, one in enumerate(ours):
        matters.add(scores, one.own, 1 / (at + 1))
    if scores:
        parties = frozenset(party for one in ours for party in one.parties)
        matters.add(scores, matters.told(report.source.title, parties), TITLE)
    return matters.best(scores, at_least=matters.STRONG)


def _matter(one: Mention, lead: str | None) -> str | None:
    if one.scope.kind == "format":
        return lexicon.formats()[one.scope.name].matter or one.scope.name
    own = matters.best(one.own, at_least=matters.STRONG)
    if own is not None:
        return own
    if (war := matters.between(one.parties)) is not None:
        return war
    follows = one.kind == "talks" and not one.delegates
    return (lead if follows else None) or matters.best(one.own)
