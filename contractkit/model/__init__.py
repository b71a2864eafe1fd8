"""The vocabulary: frozen dataclasses that the stages hand to one another.

They are comparable, picklable, printable as JSON (``contractkit.model.plain``), and import nothing
of ours.
"""
