"""How often each rule is right: the number beside a fact.

``RULES`` holds for each rule how many facts it found upon labelled places and how many of these
were right; ``benchmarks/terms.py``, ``benchmarks/duties.py`` and ``benchmarks/extraction.py`` count
them. A rule's confidence is (right + 1) / (seen + 2), so that a rule that was right twice of twice
says 0.75 and not 1; a rule without labels says 0.5: nothing is known of it. What stands on form
alone (a reference that resolves, a title on its own line) has no labels, and is counted by its kind.
"""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, tuple[int, int]] = {}


def confidence(rule: str) -> float:
    """The share of labels on which ``rule`` was right, smoothed; 0.5 where there are none."""
    right, seen = RULES.get(rule) or RULES.get(rule.partition(".")[0], (0, 0))
    return round((right + 1) / (seen + 2), 3)
