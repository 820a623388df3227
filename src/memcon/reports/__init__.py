"""memcon reports."""
