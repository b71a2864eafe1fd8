"""Two Word files -> one Word file with tracked changes.

``contractkit.redline.propose`` writes our own wording into a counterparty's file.
"""

from contractkit.redline.engine import redline

__all__ = ["redline"]
