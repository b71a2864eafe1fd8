"""Comparison -> bytes. ``REPORTS`` is the table of forms, by suffix.

A page, a workbook and Markdown are imported when they are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from contractkit.errors import WriteError
from contractkit.model.comparison import Comparison
from contractkit.report.json import comparison_json
from contractkit.report.terminal import comparison_terminal
from contractkit.report.text import comparison_text

__all__ = ["REPORTS", "comparison_terminal", "render"]


def _html(comparison: Comparison, review: bool) -> bytes:
    from contractkit.report.html import comparison_html

    return comparison_html(comparison, review=review).encode()


def _workbook(comparison: Comparison, review: bool) -> bytes:
    from contractkit.report.workbook import comparison_workbook

    return comparison_workbook(comparison, review=review)


def _markdown(comparison: Comparison, review: bool) -> bytes:
    from contractkit.report.markdown import comparison_markdown

    return comparison_markdown(comparison, review=review).encode()


REPORTS: Mapping[str, Callable[[Comparison, bool], bytes]] = {
    "html": _html,
    "xlsx": _workbook,
    "json": lambda comparison, _: comparison_json(comparison).encode(),
    "md": _markdown,
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
