"""Tests of contractkit.library."""
