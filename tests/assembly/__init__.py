"""Tests of contractkit.assembly."""
