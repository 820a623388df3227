"""Notes and tracks ↔ JSON: one codec, read off the fields of the dataclasses, so that a new field needs nothing here."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from memcon import model as records
from memcon.tracks import model as tracks

T = TypeVar("T")
Decoder = Callable[[Any], Any]
# The names that the dataclasses import for the type checker alone.
_NAMES: dict[str, Any] = {**vars(records), **vars(tracks), "Mapping": Mapping}


def encoded(value: Any) -> Any:
    """`value` as JSON: a dataclass is an object, every tuple and set an array."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field: encoded(getattr(value, field)) for field in _fields(type(value))}
    if isinstance(value, tuple):
        return [encoded(each) for each in value]
    if isinstance(value, frozenset):
        return sorted(encoded(each) for each in value)
    return value


def decoded(kind: type[T], value: Any) -> T:
    """What `encoded` was given. Raises ``KeyError`` or ``TypeError`` where another version of memcon wrote it."""
    decode: Callable[[Any], T] = _decoder(kind)  # type: ignore[arg-type]  # a type can be hashed
    return decode(value)


def shape(kind: type) -> str:
    """The fields of `kind`, and of all that it holds, in words: what must be alike for `decoded` to understand `encoded`."""
    seen: dict[str, str] = {}
    _describe(kind, seen)
    return str(sorted(seen.items()))


def _describe(kind: Any, seen: dict[str, str]) -> None:
    if is_dataclass(kind) and isinstance(kind, type) and kind.__qualname__ not in seen:
        hints = get_type_hints(kind, localns=_NAMES)
        seen[kind.__qualname__] = str(hints)
        for hint in hints.values():
            _describe(hint, seen)
    for inner in get_args(kind):
        _describe(inner, seen)


@cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


@cache
def _decoder(kind: Any) -> Decoder:
    origin, inner = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _of_dataclass(kind)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _of_named_tuple(kind)
    if origin in {tuple, frozenset}:
        return _of_many(origin, _decoder(inner[0]))
    if origin in {Union, types.UnionType} and type(None) in inner:
        return _of_optional([_decoder(each) for each in inner if each is not type(None)])
    return _same


def _of_dataclass(kind: type) -> Decoder:
    hints = get_type_hints(kind, localns=_NAMES)
    parts = [(name, _decoder(hints[name])) for name in _fields(kind)]

    def decode(value: Any) -> Any:
        return kind(**{name: value[name] if part is _same else part(value[name]) for name, part in parts})

    return decode


def _of_named_tuple(kind: Any) -> Decoder:
    parts = [_decoder(each) for each in get_type_hints(kind, localns=_NAMES).values()]
    return lambda value: kind(*[part(each) for part, each in zip(parts, value, strict=True)])


def _of_many(kind: type, part: Decoder) -> Decoder:
    return kind if part is _same else lambda value: kind([part(each) for each in value])


def _of_optional(parts: list[Decoder]) -> Decoder:
    if len(parts) != 1 or parts[0] is _same:
        return _same
    return lambda value: None if value is None else parts[0](value)


def _same(value: Any) -> Any:
    return value
