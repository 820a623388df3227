"""The pages, a file a kind: each a frozen dataclass of what it shows, and the function that puts it together."""
