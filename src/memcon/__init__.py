"""memcon keeps from the open press who said what to whom, who met whom, and on whose word."""

__version__ = "0.1.0"
