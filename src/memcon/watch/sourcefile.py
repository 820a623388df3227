"""``sources.toml`` read and checked: every mistake gets a line that says where, what, and what to write instead."""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import fields
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from memcon.watch.failures import SourcesError
from memcon.watch.sources import Options, Source, Sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pydantic_core import ErrorDetails

_TOP = ("contact", "defaults", "source")


def read_sources(path: Path) -> Sources:
    """The sources of a file. Raises `SourcesError` with all that is wrong in it."""
    content = _content(path)
    problems = [*_top_problems(content), *_problems(Options, _table(content.get("defaults")), "[defaults]")]
    defaults = _table(content.get("defaults"))
    made: list[Source] = []
    for number, one in enumerate(_tables(content.get("source")), start=1):
        where = f"source {number}" + (f" ({one['name']!r})" if isinstance(one.get("name"), str) else "")
        # What is wrong in the defaults is said once, not with each source.
        merged = one if problems else _fitting(defaults, one) | one
        found = list(_problems(Source, merged, where))
        problems += found
        if not found:
            source: Source = TypeAdapter(Source).validate_python(merged)
            made.append(source)
            problems += [f"{where}: {problem}" for problem in _misfits(source, one)]
    problems += _twice(made)
    if not made and not problems:
        problems.append("it names no source (write a [[source]] with name, kind and address)")
    if problems:
        raise SourcesError(tuple(f"{path}: {problem}" for problem in problems))
    return Sources(sources=tuple(made), contact=content.get("contact", ""))


def _content(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SourcesError((f"{path}: cannot be read: {error.strerror or error}",)) from error
    except UnicodeDecodeError as error:
        raise SourcesError((f"{path}: is not written in UTF-8",)) from error
    except tomllib.TOMLDecodeError as error:
        raise SourcesError((f"{path}: is not TOML: {error}",)) from error


def _table(given: object) -> dict[str, Any]:
    return given if isinstance(given, dict) else {}


def _tables(given: object) -> list[dict[str, Any]]:
    return [_table(one) for one in given] if isinstance(given, list) else []


def _fitting(defaults: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    """The defaults that bear on a source: only a feed's entries can be followed."""
    return {key: value for key, value in defaults.items() if key != "follow" or one.get("kind") == "feed"}


def _top_problems(content: dict[str, Any]) -> Iterator[str]:
    for key in content:
        if key not in _TOP:
            yield f"{key}: there is no such option here{_meant(key, _TOP)}"
    contact = content.get("contact", "")
    if not isinstance(contact, str) or not contact.isascii() or not contact.isprintable() or len(contact) > 200:
        yield "contact: must be a mail or web address, in plain characters"
    if not isinstance(content.get("defaults", {}), dict):
        yield "defaults: must be a table (write [defaults])"
    given = content.get("source", [])
    if not isinstance(given, list) or not all(isinstance(one, dict) for one in given):
        yield "source: must be a list of tables (write [[source]] with two brackets for each)"


def _problems(kind: type, given: dict[str, Any], where: str) -> Iterator[str]:
    try:
        TypeAdapter(kind).validate_python(given)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            yield f"{where}: {_in_words(one, kind)}"


def _in_words(error: ErrorDetails, kind: type) -> str:
    option = str(error["loc"][0]) if error["loc"] else ""
    match error["type"]:
        case "unexpected_keyword_argument" | "extra_forbidden":
            return f"{option}: there is no such option{_meant(option, [one.name for one in fields(kind)])}"
        case "missing" | "missing_keyword_only_argument" | "missing_argument":
            return f"{option} is missing"
        case "value_error":
            return f"{option}: {str(error['msg']).removeprefix('Value error, ')}"
        case _:
            problem = str(error["msg"])
            return f"{option}: {problem[:1].lower()}{problem[1:]}, and is {str(error.get('input'))[:60]!r}"


def _meant(given: str, known: Iterable[str]) -> str:
    close = get_close_matches(given, list(known), n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""


def _misfits(source: Source, given: dict[str, Any]) -> Iterator[str]:
    """Options that do not go together."""
    if source.kind == "index" and source.links is None:
        yield "links is missing: which links of the index lead to reports (a regular expression over the address)"
    if source.kind != "index" and source.links is not None:
        yield f"links is for an index, and this is a {source.kind}"
    if source.kind != "feed" and "follow" in given:
        yield f"follow is for a feed, and this is {'an' if source.kind == 'index' else 'a'} {source.kind}"


def _twice(made: list[Source]) -> Iterator[str]:
    for name, times in Counter(one.name for one in made).items():
        if times > 1:
            yield f"{times} sources have the name {name!r}: each needs its own"
