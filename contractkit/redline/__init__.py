"""Two Word files -> one Word file with tracked changes."""
