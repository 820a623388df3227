"""Measures, a command each."""
