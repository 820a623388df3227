"""memcon language."""
