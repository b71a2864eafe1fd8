"""Tests of contractkit.model."""
