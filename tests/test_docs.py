"""The documents say what the program does: these tests fail where they lag."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, get_args

import pytest
import typer

import memcon
from memcon import model
from memcon.cli import app
from memcon.cli.exits import EXITS_IN_WORDS, Exit
from memcon.settings import Settings
from tests.shown import BLOCK, DOCUMENTS, PROJECT, output_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import click

BLOCKS = [(path, block) for path in DOCUMENTS for block in BLOCK.finditer(path.read_text("utf-8"))]


def text_of(name: str) -> str:
    """The document `name`."""
    return (PROJECT / name).read_text("utf-8")


@pytest.mark.parametrize(("path", "block"), BLOCKS, ids=lambda value: getattr(value, "name", None) or value["command"])
def test_shown_output_is_what_is_printed(path: Path, block: re.Match[str]) -> None:
    """A document shows a command's output as it is now; `make docs` writes it anew."""
    assert block["shown"] == output_of(block["command"]), f"{path.name} lags: make docs"


def commands() -> Iterator[tuple[str, click.Command]]:
    """Each command of memcon under its name."""
    group = typer.main.get_command(app)
    yield "memcon", group
    yield from ((f"memcon {name}", command) for name, command in group.commands.items())


@pytest.mark.parametrize(
    ("name", "command"), list(commands()), ids=lambda value: value if isinstance(value, str) else ""
)
def test_each_command_and_option_is_documented(name: str, command: click.Command) -> None:
    """cli.md shows the help of each command, has a heading for it, and says in its own words what each option does."""
    text = text_of("docs/cli.md")
    assert f"<!-- output of: {name} --help -->" in text
    if name != "memcon":
        assert f"\n## {name}\n" in text
        prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        for parameter in command.params:
            assert f"{parameter.opts[0] if parameter.opts[0].startswith('-') else parameter.metavar}" in prose, (
                parameter
            )


@pytest.mark.parametrize("status", Exit, ids=lambda status: status.name)
def test_each_exit_status_is_documented(status: Exit) -> None:
    """cli.md has a row for each exit status, and --help names it."""
    assert f"\n| {status.value} | " in text_of("docs/cli.md")
    assert re.search(rf"\b{status.value} \w", EXITS_IN_WORDS)


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_each_setting_is_documented(setting: object) -> None:
    """settings.md has a row for each setting with its default."""
    row = next(line for line in text_of("docs/settings.md").splitlines() if f"`MEMCON_{setting.name.upper()}`" in line)
    assert (f"`{setting.default}`" if setting.default is not None else "none") in row


KEPT = [value for value in vars(model).values() if is_dataclass(value) and value is not model.Span]


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: kept.__name__)
def test_each_field_is_documented(kept: type) -> None:
    """record.md names every field of a record."""
    text = text_of("docs/record.md")
    assert [
        field.name for field in fields(kept) if f"`{field.name}`" not in text and f"## {field.name}" not in text
    ] == []


@pytest.mark.parametrize("terms", ["ActorKind", "Form", "Act", "EventType", "EventStatus", "MeetingStatus", "TimeType"])
def test_each_term_is_documented(terms: str) -> None:
    """record.md names every term that a field can hold."""
    text = text_of("docs/record.md")
    assert [term for term in get_args(getattr(model, terms)) if f"`{term}`" not in text] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Every link to a file of the project leads to one."""
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_make_targets_exist(path: Path) -> None:
    """Every `make …` of a document is a target."""
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", path.read_text("utf-8"), flags=re.MULTILINE))
    assert named <= set(re.findall(r"^([a-z]+):", text_of("Makefile"), flags=re.MULTILINE))


def test_changelog_knows_this_version() -> None:
    """The version is in the changelog, or the changes since are under Unreleased."""
    text = text_of("CHANGELOG.md")
    assert f"## [{memcon.__version__}]" in text or "## [Unreleased]" in text
