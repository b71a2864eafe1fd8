"""All that differs between languages; ``language(code)`` is the one door."""
