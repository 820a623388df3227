"""What the ledger answers, as pages for a person and as JSON. Each line shows on whose word it stands."""
