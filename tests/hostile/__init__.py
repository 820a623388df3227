"""What somebody could send to do harm: inputs, requests, patterns' worst texts."""
