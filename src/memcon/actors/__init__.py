"""memcon actors."""
