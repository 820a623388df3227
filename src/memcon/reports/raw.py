"""What comes in, and what a reader of one format makes of it before it is settled.

A format's reader turns bytes into `Draft` values; `settle.settle` turns a draft into the `Report`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawReport:
    """The bytes of one input.

    `name` is what messages call it; `url` the address it was got from and `retrieved` the day it was got
    (ISO 8601), both ``""`` where unknown. `charset` is the one that an HTTP header declares, if any.
    `outlet` and `language`, where given, overrule what the input says of itself.
    """

    name: str
    data: bytes
    url: str = ""
    retrieved: str = ""
    charset: str = ""
    outlet: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One report as a format's reader found it, before its date, outlet and language are settled.

    `source` names the input in messages. `published` is the date as written. `days` are further dates to fall back on,
    the most trusted first. `site` is the outlet as the page or feed calls itself, used where the address's host is not
    a known one; `outlet` overrules both. `verbatim`: the text is to be kept to the letter.
    """

    source: str
    text: str
    title: str = ""
    published: str = ""
    days: tuple[str, ...] = ()
    outlet: str = ""
    site: str = ""
    url: str = ""
    language: str = ""
    retrieved: str = ""
    source_id: str | None = None
    verbatim: bool = False
    notes: tuple[str, ...] = ()
