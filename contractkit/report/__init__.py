"""Comparison -> bytes. ``REPORTS`` is the table of forms, by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from contractkit.errors import WriteError
from contractkit.model.comparison import Comparison
from contractkit.report.html import comparison_html
from contractkit.report.json import comparison_json
from contractkit.report.markdown import comparison_markdown
from contractkit.report.terminal import comparison_terminal
from contractkit.report.text import comparison_text
from contractkit.report.workbook import comparison_workbook

__all__ = ["REPORTS", "comparison_terminal", "render"]

REPORTS: Mapping[str, Callable[[Comparison, bool], bytes]] = {
    "html": lambda comparison, review: comparison_html(comparison, review=review).encode(),
    "xlsx": lambda comparison, review: comparison_workbook(comparison, review=review),
    "json": lambda comparison, _: comparison_json(comparison).encode(),
    "md": lambda comparison, review: comparison_markdown(comparison, review=review).encode(),
    "txt": lambda comparison, _: comparison_text(comparison).encode(),
}


def render(
    comparison: Comparison,
    form: str,
    *,
    review: bool = False,
    reports: Mapping[str, Callable[[Comparison, bool], bytes]] = REPORTS,
) -> bytes:
    """The report as bytes (text in UTF-8) in one of the forms of ``REPORTS``; ``review`` names the
    sides as a standard clause and an incoming draft. Raises WriteError for other forms.
    """
    if form not in reports:
        raise WriteError(f"no report in the form {form!r}", hint=f"one of {', '.join(reports)}")
    return reports[form](comparison, review)
