"""Comparison -> bytes: html, json."""
