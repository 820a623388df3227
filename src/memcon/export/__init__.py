"""memcon export."""
