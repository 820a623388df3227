"""Outlets by the host of their address (``data/outlets.toml``), and their names where titles and heads carry them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from urllib.parse import urlsplit

_TITLE_PARTS = re.compile(r"(?<!\s)\s+(?:[|»›•·]|[-–—]{1,2}|::)\s+")


def of_address(url: str) -> str:
    """The name of the well-known outlet whose host `url` has, or ``""``."""
    labels = host(url).split(".")
    suffixes = (".".join(labels[i:]) for i in range(len(labels) - 1))
    return next((_by_host()[suffix] for suffix in suffixes if suffix in _by_host()), "")


def host(url: str) -> str:
    """The host of an address, without ``www.``; ``""`` if it has none."""
    try:
        name = urlsplit(url if "://" in url else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return name.removeprefix("www.") if re.fullmatch(r"[\w.-]+\.[a-z][\w-]+", name) else ""


def is_outlet(words: str) -> bool:
    """Whether `words` are the name of a well-known outlet and nothing else."""
    return words.strip().casefold() in _names()


def split_title(title: str) -> tuple[str, str]:
    """A page's title without the outlet's name that many pages add to it, and that name."""
    parts = _TITLE_PARTS.split(title)
    if len(parts) > 1 and is_outlet(parts[-1]):
        return _without_last(title, parts[-1]), parts[-1]
    if len(parts) > 1 and is_outlet(parts[0]):
        return title[title.index(parts[1], len(parts[0])) :], parts[0]
    return title, ""


def _without_last(title: str, last: str) -> str:
    return re.sub(r"(?<!\s)\s+(?:[|»›•·]|[-–—]{1,2}|::)\s*$", "", title[: len(title) - len(last)].rstrip())


@cache
def _by_host() -> dict[str, str]:
    text = files("memcon.reports").joinpath("data/outlets.toml").read_text("utf-8")
    return {host: name for group in tomllib.loads(text).values() for host, name in group.items()}


@cache
def _names() -> frozenset[str]:
    return frozenset(name.casefold() for name in _by_host().values())
