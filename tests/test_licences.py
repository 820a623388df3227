"""Each package that memcon needs is under a licence that lets it, and docs/licences.md says which."""

from __future__ import annotations

import pytest

from tests import licences

ROWS = dict(
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in licences.PAGE.read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| package", "| ---"))
)


@pytest.mark.parametrize("package", licences.packages())
def test_each_package(package: str) -> None:
    """It is on the page, with what it says of itself where it is installed, and compatible with MIT."""
    assert package in ROWS, "python -m tests.licences"
    assert ROWS[package] == (licences.licence(package) or ROWS[package]), "python -m tests.licences"
    assert licences.is_compatible(ROWS[package]), ROWS[package]


def test_no_package_too_many() -> None:
    """The page lists what is needed, and no more."""
    assert sorted(ROWS) == licences.packages()


@pytest.mark.parametrize(
    "terms", ["GPL-3.0-only", "MIT AND AGPL-3.0-only", "", "Proprietary", "GPL-2.0-only OR SSPL-1.0"]
)
def test_what_is_not_compatible(terms: str) -> None:
    """Terms that reach beyond the package, and terms that are not known, are refused."""
    assert not licences.is_compatible(terms)
