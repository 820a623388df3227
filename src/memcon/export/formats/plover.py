"""``plover``: events as PLOVER JSON, one a line, by the field names of its manual.

PLOVER has no place for who says so either, but lets others add fields: all that it cannot hold, the claimant first of all,
stands in ``memcon``. A field of the manual that memcon has nothing to say in is ``null``.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import memcon
from memcon.export.formats.first_day import first_day, last_day
from memcon.export.parties import IN_ITS_OWN_VOICE, in_sentence, is_state, name_of
from memcon.export.wording import EVENT_STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from memcon.export.formats.holdings import Filed, Holdings
    from memcon.ledger import Sighting, Standing


def event_lines(holdings: Holdings) -> Iterator[str]:
    """An event a line, in the order of reports, whatever its status unless some were asked for."""
    statuses = holdings.event_statuses
    for report in holdings.filed():
        there = report.by_anchor()
        for one in report.of_kind("event"):
            if not statuses or one.sighting.status in statuses:
                value = _event(report, one, there)
                yield f"{json.dumps(value, ensure_ascii=False, separators=(',', ':'))}\n"


def _event(report: Filed, one: Standing, there: Mapping[str, Sighting]) -> dict[str, Any]:
    body = one.sighting.body
    mode, score = _mode(body)
    kind = _type(body)
    source = _source(body["source"], there)
    return {
        "id": one.sighting.id,
        "has_event": True,
        **_dates(report, body),
        "actor": [_entity(party) for party in body["initiators"]],
        "recipient": [_entity(party) for party in body["recipients"]],
        "event": [kind],
        "event_loc": _location(body["where"]),
        "event_text": [body["trigger"]["text"]],
        "quad_code": _data()["quad"].get(kind),
        "event_scale": score if score is not None else _data()["score"].get(kind),
        "mode": mode,
        "context": _context(body, kind),
        "link": one.sighting.claim,
        "text": None,
        "text_info": {
            "sequence": None,
            "start": body["trigger"]["start"],
            "end": body["trigger"]["end"],
            "text_story": None,
        },
        "cite_info": _cite(report),
        "coder": f"memcon {memcon.__version__}",
        "coded_date": f"{one.recorded:%Y-%m-%d}",
        "coded_time": f"{one.recorded:%H:%M:%SZ}",
        "comment": _comment(body, source),
        "memcon": {
            "status": body["status"],
            "type": body["type"],
            "code": body["code"],
            "when": body["when"],
            "source": source,
            "report": report.report.id,
            "anchor": one.sighting.anchor,
            "confidence": body.get("confidence"),
        },
    }


def _type(body: Mapping[str, Any]) -> str:
    future = _data()["future"]
    is_future = body["type"] in future["types"] and body["status"] in future["statuses"]
    return "AGREE" if is_future else str(body["type"])


def _mode(body: Mapping[str, Any]) -> tuple[list[str] | None, float | None]:
    mode, score = _data()["mode"].get(body["code"], (None, None))
    is_its_own = mode and _type(body) == "CONSULT"
    return ([mode], score) if is_its_own else (None, None)


def _context(body: Mapping[str, Any], kind: str) -> list[str] | None:
    """An auxiliary mode, unless the type says as much: an `AGREE` that was a meeting in the future has none."""
    auxiliary = _data()["auxiliary"].get(body["status"])
    return [auxiliary] if auxiliary and kind == body["type"] else None


def _dates(report: Filed, body: Mapping[str, Any]) -> dict[str, str | None]:
    """The manual wants a day: the first that the event can have been on, else the report's."""
    first, last = first_day(body["when"]), last_day(body["when"])
    day = first or first_day(report.heading.day)
    end = last if first and last and last != first else None
    return {
        "date": day.isoformat() if day else None,
        "time": None,
        "enddate": end.isoformat() if end else None,
        "endtime": None,
    }


def _entity(party: str) -> dict[str, str | None]:
    """A party; the code of a body that is no state is the manual's, where it has one."""
    code = _data()["codes"].get(party, party if is_state(party) else None)
    empty = dict.fromkeys(("religion", "ethnicity", "office", "gender", "age"))
    return {
        "code": code,
        "sector": None,
        "entity_text": None,
        "identifier_id": None,
        "identifier_text": name_of(party),
        **empty,
        "memcon": party,
    }


def _location(where: Mapping[str, str | None] | None) -> dict[str, Any] | None:
    if where is None:
        return None
    names = ("resolved_place", "geonameid", "lat", "lon", "city", "district", "province")
    state = where["country"]
    return {
        "extracted_place": where["name"],
        **dict.fromkeys(names),
        "country": name_of(state) if state else None,
        "country_code": _data()["codes"].get(state, state),
        **dict.fromkeys(("feature_class", "feature_code", "resolution")),
    }


def _cite(report: Filed) -> dict[str, str | None]:
    one = report.report
    return {
        "corpus": None,
        "citation": one.source_id or one.id,
        "url": one.url or None,
        "title": one.title or None,
        "language": one.language or None,
        "publication": one.outlet or None,
        "license": None,
        "copyright": None,
        "coder": f"memcon {memcon.__version__}",
        "codebook": _data()["codebook"],
        "version": None,
    }


def _source(anchor: str | None, there: Mapping[str, Sighting]) -> dict[str, Any] | None:
    """On whose word: the statement that carries the event; ``None`` where the report says it in its own voice."""
    if anchor is None or anchor not in there:
        return None
    body = there[anchor].body
    speaker = there.get(body["speaker"] or "")
    return {
        "statement": anchor,
        "speaker": speaker.body["name"] if speaker else None,
        "role": speaker.body["role"] if speaker else None,
        "party": body["party"],
        "act": body["act"],
        "said": body["said"],
        "cue": body["cue"]["text"],
        "content": [part["text"] for part in body["content"]],
    }


def _comment(body: Mapping[str, Any], source: Mapping[str, Any] | None) -> str:
    """“happened, says Russia (Maria Zakharova)”."""
    status = EVENT_STATUSES[body["status"]]
    if source is None:
        return f"{status}, {IN_ITS_OWN_VOICE}"
    who, name = source["party"] and in_sentence(source["party"]), source["speaker"]
    detail = f" ({name})" if who and name else ""
    return f"{status}, says {who or name or 'a source without a name'}{detail}"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("memcon.export.formats").joinpath("data/plover.toml").read_text("utf-8"))
