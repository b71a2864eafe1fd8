"""Agreement -> bytes."""
