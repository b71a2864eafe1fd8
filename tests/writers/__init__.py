"""Tests of contractkit.writers."""
