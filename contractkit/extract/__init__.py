"""Agreement -> facts about it."""

from __future__ import annotations

from contractkit.extract.references import references

__all__ = ["references"]
