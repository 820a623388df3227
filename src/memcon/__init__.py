"""memcon ."""
