"""Tests of contractkit.cli."""
