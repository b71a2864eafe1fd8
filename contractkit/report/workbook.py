"""Comparison -> a workbook: the issue list, all clauses, all differences, and what was compared."""

from __future__ import annotations

from contractkit.model.comparison import Comparison
from contractkit.report.phrases import SIDES, facts, labels_of
from contractkit.report.tables import clauses, differences, issues
from contractkit.sheets import Table, workbook


def comparison_workbook(comparison: Comparison, *, review: bool = False) -> bytes:
    """The workbook's bytes. Texts are written as texts, so that none is a formula."""
    words = labels_of(comparison)
    about = Table(
        words["summary"],
        ("", *(words[side] for side in SIDES[review])),
        [
            (words[key], getattr(comparison.base, field), getattr(comparison.other, field))
            for key, field in (("file", "name"), ("title", "title"), ("digest", "digest"))
        ]
        + [
            (words["notes"], "\n".join(comparison.base.notes), "\n".join(comparison.other.notes)),
            *((name, text, "") for name, text in facts(comparison)),
            ("", words["generated_by"], ""),
        ],
    )
    pairs, deltas = (table(comparison, review=review) for table in (clauses, differences))
    return workbook([issues(comparison), pairs, deltas, about])
