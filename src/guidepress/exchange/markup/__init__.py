"""The markup of texts, between that of guides and that of others: HTML and plain text."""
