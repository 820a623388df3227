"""The house: what is locked, and what the two commands rest on."""

from __future__ import annotations

import os
import re
import tomllib

import pytest

from tests.shown import PROJECT

PYPROJECT = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))
GROUPS = PYPROJECT["dependency-groups"]
LOCKS = {
    "requirements.txt": [*PYPROJECT["project"]["dependencies"], *GROUPS["build"]],
    "requirements-dev.txt": [*PYPROJECT["project"]["dependencies"], *GROUPS["build"], *GROUPS["dev"]],
}


def locked(name: str) -> dict[str, str]:
    """The packages of a lock, each with its whole entry."""
    text = (PROJECT / name).read_text("utf-8")
    return {entry.split("==")[0]: entry for entry in re.split(r"(?m)^(?=[a-z])", text)[1:]}


@pytest.mark.parametrize("name", LOCKS)
def test_each_dependency_is_locked(name: str) -> None:
    """A dependency that was added is in the lock too; `make lock` puts it there."""
    wanted = {re.split(r"[^\w.-]", dependency)[0].lower() for dependency in LOCKS[name]}
    assert wanted - set(locked(name)) == set(), "make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_locks_have_hashes_and_no_address(name: str) -> None:
    """A lock names packages and hashes, never where to get them: that is the machine's to say."""
    assert all("--hash=sha256:" in entry for entry in locked(name).values())
    text = (PROJECT / name).read_text("utf-8")
    assert "://" not in text
    assert "index-url" not in text


def test_locks_agree() -> None:
    """The tests run on the very versions that a user gets."""
    run, dev = locked("requirements.txt"), locked("requirements-dev.txt")
    assert {name: entry.split("    # via")[0] for name, entry in run.items()} == {
        name: dev[name].split("    # via")[0] for name in run
    }


def test_ci_runs_the_readme_command() -> None:
    """What is run on a clean clone is the command that the README gives, and can be executed."""
    script = PROJECT / ".ci/run"
    assert "make test" in script.read_text("utf-8")
    assert "make test" in (PROJECT / "README.md").read_text("utf-8")
    assert os.access(script, os.X_OK)
