"""Extractions -> bytes. ``FORMS`` is the table of forms."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from contractkit.errors import WriteError
from contractkit.model.extraction import Extraction
from contractkit.report.extraction.calendar import extraction_ics
from contractkit.report.extraction.json import extraction_json
from contractkit.report.extraction.tables import extraction_csv, extraction_xlsx
from contractkit.report.extraction.text import extraction_text

__all__ = ["FORMS", "render_extraction"]

FORMS: Mapping[str, Callable[[Sequence[Extraction]], bytes]] = {
    "json": extraction_json,
    "csv": extraction_csv,
    "xlsx": extraction_xlsx,
    "ics": extraction_ics,
    "txt": extraction_text,
}


def render_extraction(
    extractions: Sequence[Extraction],
    form: str,
    *,
    forms: Mapping[str, Callable[[Sequence[Extraction]], bytes]] = FORMS,
) -> bytes:
    """The facts of one or several files in ``form``. Raises WriteError for a form we lack."""
    if form not in forms:
        raise WriteError(f"no facts in the form {form!r}", hint=f"one of {', '.join(forms)}")
    return forms[form](extractions)
