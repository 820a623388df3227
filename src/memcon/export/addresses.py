"""Addresses that can be followed: those of the web. A script or anything else in the place of one is none."""

from __future__ import annotations


def followable(given: str) -> str:
    """`given` if it is an address of the web without a blank or quotation mark in it, else ``""``."""
    is_one = given.lower().startswith(("http://", "https://")) and given.isprintable()
    return given if is_one and not any(mark in given for mark in ' "<>\\^`{|}') else ""
