"""The formats of ``memcon export``, a file a format. Each takes what fits a question and knows of no ledger."""
