"""JSON Lines: one report a line, its text kept to the letter; a memcon record's own ``report`` is read too."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, BinaryIO

from memcon.errors import InputError
from memcon.reports.decode import decode
from memcon.reports.raw import Draft
from memcon.reports.settle import too_long

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memcon.settings import Settings

_FIELDS = ("title", "published", "outlet", "url", "language")
_PER_CHARACTER = 12  # bytes of JSON that one character takes at most ("\ud83d\ude00")
_OTHER_FIELDS = 1_000_000  # bytes that the fields we do not read may take beside the text
_ADVICE = "correct the line or take it out"


def read(stream: BinaryIO, name: str, *, settings: Settings) -> Iterator[Draft | InputError]:
    """Yield a draft or an error for each line that is not blank; one JSON document over many lines is read whole."""
    limit = settings.max_characters * _PER_CHARACTER + _OTHER_FIELDS
    lines = _lines(stream, limit)
    first = next(lines, b"")
    if first.strip() in (b"{", b"[") or first.lstrip().startswith(b"["):
        yield from _document(first + b"".join(_at_most(lines, limit)), name, limit)
        return
    yield from _line(first, f"{name}, line 1", limit, settings)
    for number, line in enumerate(lines, 2):
        yield from _line(line, f"{name}, line {number}", limit, settings)


def _lines(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a stream, none kept longer than `limit` bytes by more than one."""
    while line := stream.readline(limit + 1):
        rest = line
        while rest and not rest.endswith(b"\n"):
            rest = stream.readline(limit)
        yield line


def _at_most(lines: Iterator[bytes], limit: int) -> Iterator[bytes]:
    size = 0
    for line in lines:
        size += len(line)
        yield line
        if size > limit:
            return


def _line(line: bytes, source: str, limit: int, settings: Settings) -> Iterator[Draft | InputError]:
    if len(line) > limit:
        yield too_long(source, settings)
    elif line.strip(b" \t\r\n\0"):
        try:
            value = _parsed(line)
        except (ValueError, RecursionError) as error:
            yield InputError(source, f"is not valid JSON: {_reason(error)}", _ADVICE)
        else:
            yield _draft(value, source)


def _document(data: bytes, name: str, limit: int) -> Iterator[Draft | InputError]:
    if len(data) > limit:
        yield InputError(name, "is one JSON document of too many characters", "write one report a line (JSON Lines)")
        return
    try:
        value = _parsed(data)
    except (ValueError, RecursionError) as error:
        yield InputError(name, f"is not valid JSON: {_reason(error)}", "write one report a line (JSON Lines)")
        return
    items = value if isinstance(value, list) else [value]
    for number, item in enumerate(items, 1):
        yield _draft(item, f"{name}, item {number}")
    if not items:
        yield InputError(name, "has no reports in it", "give a file with reports")


def _parsed(data: bytes) -> Any:
    return json.loads(decode(data).lstrip("\ufeff"))


def _reason(error: ValueError | RecursionError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.colno}"
    return "its brackets nest too deep" if isinstance(error, RecursionError) else "a number in it is too long"


def _draft(value: Any, source: str) -> Draft | InputError:
    if isinstance(value, dict) and "text" not in value and isinstance(value.get("report"), dict):
        value = value["report"]
    if not isinstance(value, dict):
        return InputError(source, "is not a JSON object", _ADVICE)
    text = value.get("text")
    if not isinstance(text, str):
        return InputError(source, 'has no field "text" with a string in it', _ADVICE)
    wrong = [field for field in _FIELDS if not isinstance(value.get(field) or "", str)]
    if wrong:
        return InputError(source, f'its field "{wrong[0]}" is not a string', _ADVICE)
    title, published, outlet, url, language = (_whole(value.get(field) or "") for field in _FIELDS)
    whole = _whole(text)
    return Draft(
        source=source,
        text=whole,
        title=title,
        published=published,
        outlet=outlet,
        url=url,
        language=language,
        source_id=_source_id(value),
        verbatim=True,
        notes=("characters that are half of a pair replaced",) if whole != text else (),
    )


def _source_id(value: dict[str, Any]) -> str | None:
    given = value.get("source_id") or value.get("id")
    return _whole(str(given)) if isinstance(given, str | int) and not isinstance(given, bool) else None


def _whole(text: str) -> str:
    """`text` with lone surrogates, which cannot be written out, replaced one for one: offsets hold."""
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
