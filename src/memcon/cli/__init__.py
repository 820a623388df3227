"""memcon cli."""
