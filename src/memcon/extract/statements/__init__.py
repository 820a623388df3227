"""Statements: who is given as the source of what."""

from memcon.extract.statements.find import find_statements

__all__ = ["find_statements"]
