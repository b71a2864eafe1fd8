"""Two Word files -> one Word file with tracked changes."""

from contractkit.redline.engine import redline

__all__ = ["redline"]
