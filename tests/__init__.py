"""The tests; they mirror contractkit."""
