"""memcon extract."""
