"""Conditions: one thing made to depend on another."""

from memcon.extract.conditions.find import find_conditions

__all__ = ["find_conditions"]
