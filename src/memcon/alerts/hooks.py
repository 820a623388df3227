"""``alerts.toml``: who is told of what."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from memcon.alerts import signing
from memcon.alerts.model import AlertsError, Hook
from memcon.errors import MemconError
from memcon.questions.days import first_day
from memcon.questions.question import WORDS, Question, asked

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_KEYS = ("name", "url", "secret", "secret-env", "question", "since", "allow-private")
_OF_CHANGES = tuple(word for word in WORDS if word not in {"who", "act", "as-of", "recorded-as-of"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Hooks:
    """All hooks of a file, and the address of the pages that messages link to (``""``: none)."""

    every: tuple[Hook, ...]
    base: str = ""

    def named(self, name: str) -> Hook | None:
        """The hook of this name."""
        return next((each for each in self.every if each.name == name), None)


def read(path: Path, environment: Mapping[str, str]) -> Hooks:
    """The hooks of a TOML file. Raises `AlertsError`, in one line, where it cannot be read or makes no sense."""
    try:
        value = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise AlertsError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AlertsError(f"{path}: this is no TOML: {error}") from None
    try:
        return _hooks(value, environment)
    except MemconError as error:
        raise AlertsError(f"{path}: {error}") from None


def _hooks(value: Mapping[str, Any], environment: Mapping[str, str]) -> Hooks:
    _only(value, ("base", "hook"), "the file")
    tables = value.get("hook")
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise AlertsError("there is no hook (begin each with [[hook]])")
    every = tuple(_hook(each, environment) for each in tables)
    names = [each.name for each in every]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise AlertsError(f"two hooks are named {twice} (each needs a name of its own)")
    return Hooks(every=every, base=_text(value, "base", "the file"))


def _hook(value: Mapping[str, Any], environment: Mapping[str, str]) -> Hook:
    name = _text(value, "name", "a hook").strip()
    if not name:
        raise AlertsError('a hook has no name (write name = "…")')
    what = f"hook {name}"
    _only(value, _KEYS, what)
    private = value.get("allow-private", False)
    if not isinstance(private, bool):
        raise AlertsError(f"{what}: allow-private is true or false")
    return Hook(
        name=name,
        url=_url(_text(value, "url", what), what, private=private),
        secrets=_secrets(value, environment, what),
        question=_question(_text(value, "question", what), what),
        since=first_day(_text(value, "since", what) or None, f"{what}: since"),
        allow_private=private,
    )


def _url(given: str, what: str, *, private: bool) -> str:
    try:
        parts = urlsplit(given)
        is_whole = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        is_whole = False
    if not is_whole or parts.scheme not in {"http", "https"}:
        raise AlertsError(f"{what}: url is {given!r}, which is no address of the web (write https://…)")
    if parts.username or parts.password:
        raise AlertsError(f"{what}: url holds a user or password (messages are signed instead: see secret)")
    if parts.scheme == "http" and not private:
        raise AlertsError(f"{what}: url is not https (only with allow-private = true may it be http)")
    return given


def _secrets(value: Mapping[str, Any], environment: Mapping[str, str], what: str) -> tuple[bytes, ...]:
    """From the file, or from the variable that it names: one, or several between blanks or in a list. None is ever shown."""
    given = value.get("secret", "")
    variable = _text(value, "secret-env", what)
    if variable and given:
        raise AlertsError(f"{what}: both secret and secret-env are given (leave one out)")
    if variable and variable not in environment:
        raise AlertsError(f"{what}: the variable {variable} is not set, which secret-env names")
    words = given if isinstance(given, list) else str(environment.get(variable, given)).split()
    if not words:
        raise AlertsError(
            f'{what}: there is no secret (write secret = "whsec_…"; make one: echo "whsec_$(openssl rand -base64 32)")'
        )
    try:
        return tuple(signing.secret(str(each)) for each in words)
    except ValueError as error:
        raise AlertsError(f"{what}: the secret cannot be used: {error}") from None


def _question(given: str, what: str) -> Question:
    pairs = parse_qs(given.removeprefix("?"), keep_blank_values=True)
    if unknown := next((word for word in pairs if word not in _OF_CHANGES), None):
        raise AlertsError(f"{what}: question: {unknown} is none of its words ({', '.join(_OF_CHANGES)})")
    try:
        return asked(pairs)
    except MemconError as error:
        raise AlertsError(f"{what}: question: {error}") from None


def _only(value: Mapping[str, Any], known: tuple[str, ...], what: str) -> None:
    if unknown := next((key for key in value if key not in known), None):
        raise AlertsError(f"{what}: {unknown} is none of its settings ({', '.join(known)})")


def _text(value: Mapping[str, Any], key: str, what: str) -> str:
    found = value.get(key, "")
    if not isinstance(found, str):
        raise AlertsError(f'{what}: {key} is text (write it as {key} = "…")')
    return found
