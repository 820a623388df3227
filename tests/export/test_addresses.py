"""What counts as an address that can be followed."""

from __future__ import annotations

import pytest

from memcon.export.addresses import followable


@pytest.mark.parametrize("given", ["https://courier.example/a?b=c#d", "HTTP://x.example"])
def test_an_address_of_the_web(given: str) -> None:
    """It stays as it is."""
    assert followable(given) == given


@pytest.mark.parametrize(
    "given",
    ["", "javascript:alert(1)", " https://x.example", "https://x.example/a b", 'https://x.example/"><script>', "data:text/html,x", "file:///etc/passwd", "https://x.example/\u202e", "//x.example"],
)  # fmt: skip
def test_anything_else_is_none(given: str) -> None:
    """Scripts, files, and what could end the place it is put in."""
    assert followable(given) == ""
