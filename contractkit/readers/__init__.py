"""Bytes -> Document -> Agreement."""
