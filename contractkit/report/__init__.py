"""Comparison -> bytes. ``REPORTS`` is the table of forms, by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from contractkit.errors import WriteError
from contractkit.model.comparison import Comparison
from contractkit.report.html import comparison_html
from contractkit.report.json import comparison_json
from contractkit.report.text import comparison_text

__all__ = ["REPORTS", "render"]

REPORTS: Mapping[str, Callable[[Comparison, bool], str]] = {
    "html": lambda comparison, review: comparison_html(comparison, review=review),
    "json": lambda comparison, _: comparison_json(comparison),
    "txt": lambda comparison, _: comparison_text(comparison),
}


def render(
    comparison: Comparison,
    form: str,
    *,
    review: bool = False,
    reports: Mapping[str, Callable[[Comparison, bool], str]] = REPORTS,
) -> bytes:
    """The report as bytes (UTF-8) in ``form``: html, json or txt. Raises WriteError for others."""
    if form not in reports:
        raise WriteError(f"no report in the form {form!r}", hint=f"one of {', '.join(reports)}")
    return reports[form](comparison, review).encode()
