"""What the addresses take and give, as an OpenAPI description made from the routes themselves: ``/openapi.json``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from starlette.responses import JSONResponse

import memcon
from memcon.export import calendar
from memcon.export.feeds.atom import MEDIA_TYPE as ATOM
from memcon.export.feeds.jsonfeed import MEDIA_TYPE as JSON_FEED
from memcon.export.formats.registry import FORMATS
from memcon.questions.question import WORDS
from memcon.questions.words import ACTS, STATUSES
from memcon.web.files import FILES, MEMOS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from starlette.requests import Request

    from memcon.web.render import Page

Json = dict[str, Any]

HTML, JSON = "text/html; charset=utf-8", "application/json"
_MANY = frozenset({"party", "who", "act", "status"})
_TERMS: Mapping[str, tuple[str, ...]] = {"act": ACTS, "status": STATUSES}
_MEANING = {
    "party": "A party by code or name; given again, all of them must take part.",
    "who": "A speaker by name; given again, either.",
    "act": "The act of a statement; given again, either.",
    "status": "How talks or a round stand; given again, either.",
    "about": "Words that must stand, in a statement or the name of a matter.",
    "track": "A track, by its id or that of a round.",
    "since": "Only what was published on this day or later.",
    "at-least": "Only what is at least so sure, from 0 (all) to 1.",
    "as-of": "As of what was published on this day or before.",
    "recorded-as-of": "As of what the ledger held at this time (UTC where it names no zone).",
    "page": "Which part of a long list, from 1.",
    "q": "Words to search for.",
    "mark": "The place in the report's text to mark, START-END in code points.",
    "kind": "Of which kind the doubtful items are to be: meeting, statement, event or condition; else of all.",
    "compare": "A day: list what changed since.",
    "next": "The page to go on to.",
}
_CHOICES: Mapping[str, Json] = {
    "name": {"type": "string", "enum": list(FORMATS)},
    "kind": {"type": "string", "enum": list(MEMOS)},
}
# The words that a page takes beside those of a question.
_OWN: Mapping[str, tuple[str, ...]] = {
    "/search": ("q", "page"),
    "/review": ("kind", "page"),
    "/reports/{ident}": ("mark",),
    "/tracks/{ident}": ("compare",),
}
_FORMS: Mapping[str, tuple[str, tuple[str, ...], tuple[int, ...]]] = {
    "/login": ("Log in to judge.", ("name", "token", "next"), (303, 400, 403, 404, 429)),
    "/logout": ("Log out.", ("csrf",), (303, 403)),
    "/review": (
        "Judge.",
        ("csrf", "action", "id", "other", "reason", "next"),
        (303, 400, 401, 403, 404, 503),
    ),
}
_SAID = {
    200: "What was asked for.",
    303: "Done: go on there.",
    304: "As it was when it was given the mark in If-None-Match.",
    400: "The address or form makes no sense; one line says why.",
    401: "Nobody is logged in.",
    403: "Not from a page of this desk, or not the token.",
    404: "There is no such thing.",
    429: "Too many wrong tokens.",
    503: "The ledger does not answer.",
}


def description(pages: Iterable[tuple[str, Callable[..., Page]]]) -> Json:
    """The description of the pages, each with its data, and of all else that is served."""
    paths: Json = {}
    for path, make in pages:
        about = (make.__doc__ or "").partition("\n")[0]
        words = (*WORDS, *_OWN.get(path, ("page",)))
        paths[path] = {"get": _answered(path, about, words, {HTML: _TEXT})}
        paths["/index.json" if path == "/" else f"{path}.json"] = {
            "get": _answered(path, f"{about} As data.", words, {JSON: _PAGE})
        }
    for of in ("changes", "statements"):
        paths[f"/feeds/{of}.atom"] = {
            "get": _answered("", f"The newest {of}, as Atom.", WORDS, {f"{ATOM}; charset=utf-8": _TEXT})
        }
        paths[f"/feeds/{of}.json"] = {
            "get": _answered("", f"The newest {of}, as JSON Feed.", WORDS, {f"{JSON_FEED}; charset=utf-8": _OBJECT})
        }
    paths["/calendar.ics"] = {
        "get": _answered("", "Rounds as a calendar.", WORDS, {f"{calendar.MEDIA_TYPE}; charset=utf-8": _TEXT})
    }
    paths["/export/{name}"] = {
        "get": _answered(
            "/export/{name}", "What is asked for, in one of the formats.", WORDS, dict.fromkeys(FILES, _TEXT)
        )
    }
    for path, about in (("/tracks/{ident}", "The memo of a track."), ("/days/{day}", "The memo of a day.")):
        paths[f"{path}/memo.{{kind}}"] = {
            "get": _answered(f"{path}/memo.{{kind}}", about, WORDS, dict.fromkeys(MEMOS.values(), _TEXT))
        }
    paths["/health"] = {
        "get": {"summary": "Whether the ledger answers.", "responses": _responses({JSON: _OBJECT}, {503: JSON})}
    }
    paths["/openapi.json"] = {"get": {"summary": "This description.", "responses": _responses({JSON: _OBJECT}, {})}}
    paths["/login"] = {
        "get": {
            "summary": "The form to log in.",
            "parameters": [_query("next")],
            "responses": _responses({HTML: _TEXT}, {404: HTML}),
        }
    }
    for path, (about, fields, statuses) in _FORMS.items():
        paths.setdefault(path, {})["post"] = _form(about, fields, statuses)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "memcon",
            "version": memcon.__version__,
            "description": "Who said what to whom, and on whose word.",
        },
        "paths": paths,
    }


_TEXT: Json = {"type": "string"}
_OBJECT: Json = {"type": "object"}
_PAGE: Json = {"type": "object", "required": ["page", "address", "as_of", "title"]}


def described(pages: Iterable[tuple[str, Callable[..., Page]]]) -> Callable[[Request], JSONResponse]:
    """The endpoint that gives the description."""
    made = description(pages)
    return lambda _: JSONResponse(made)


def _answered(path: str, about: str, words: Iterable[str], content: Json) -> Json:
    given = [
        {"name": name, "in": "path", "required": True, "schema": _CHOICES.get(name, {"type": "string", "minLength": 1})}
        for name in re.findall(r"\{(\w+)\}", path)
    ]
    problem = JSON if JSON in content else HTML
    return {
        "summary": about,
        "parameters": [*given, *map(_query, words)],
        "responses": _responses(content, dict.fromkeys((400, 404, 503), problem)),
    }


def _query(word: str) -> Json:
    schema: Json = {"type": "string"}
    if word in _TERMS:
        schema["enum"] = list(_TERMS[word])
    if word in _MANY:
        schema = {"type": "array", "items": schema}
    if word == "page":
        schema = {"type": "integer", "minimum": 1}
    return {"name": word, "in": "query", "description": _MEANING[word], "schema": schema}


def _responses(content: Json, problems: Mapping[int, str]) -> Json:
    good = {"description": _SAID[200], "content": {kind: {"schema": schema} for kind, schema in content.items()}}
    schemas = {JSON: _OBJECT, HTML: _TEXT}
    bad = {
        str(status): {"description": _SAID[status], "content": {kind: {"schema": schemas[kind]}}}
        for status, kind in problems.items()
    }
    return {"200": good, "304": {"description": _SAID[304]}, **bad}


def _form(about: str, fields: Iterable[str], statuses: Iterable[int]) -> Json:
    schema = {"type": "object", "properties": {field: {"type": "string"} for field in fields}}
    html = {HTML: {"schema": _TEXT}}
    return {
        "summary": about,
        "requestBody": {"content": {"application/x-www-form-urlencoded": {"schema": schema}}},
        "responses": {
            str(status): {"description": _SAID[status], **({"content": html} if status != 303 else {})}
            for status in statuses
        },
    }
