"""Tests, under the same names as in src."""
