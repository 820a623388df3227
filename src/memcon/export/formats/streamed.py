"""A JSON document with one long list in it, written piece by piece, so that the list never stands in memory."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def document(before: Mapping[str, Any], path: tuple[str, ...], items: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """`before` with `items` at `path` in it: each key of the path but the last is that of an object in `before`, its last one.

    The objects on the path are written behind their other keys; a line an item.
    """
    objects = [before]
    for key in path[:-1]:
        objects.append(objects[-1][key])
    for value, key in zip(objects, path, strict=True):
        head = {name: each for name, each in value.items() if name != key}
        yield f"{_open(head)}{json.dumps(key)}:"
    yield "[\n"
    for number, item in enumerate(items):
        yield (",\n" if number else "") + json.dumps(item, ensure_ascii=False, separators=(",", ":"))
    yield f"\n]{'}' * len(path)}\n"


def _open(head: Mapping[str, Any]) -> str:
    """An object without its end, to which one key more can be added."""
    inner = json.dumps(head, ensure_ascii=False, separators=(",", ":"))[:-1]
    return f"{inner}," if head else inner
