"""Every agreement that we ship, in Chinese, in English and in both: whole, and the same again."""

from __future__ import annotations

import re

import pytest

from contractkit.model.standard import BOTH, Library
from tests.writers.shipped import TEMPLATES, all_text, issue, issue_columns

BLANK = re.compile(r"\{\{|\{%|\bNone\b|\bnan\b|＿＿|(?:[：:]|\bat|\bof) *[，。；;]")


@pytest.mark.parametrize("language", ["zh", "en", BOTH])
@pytest.mark.parametrize("template", TEMPLATES)
def test_an_agreement_is_the_same_twice_and_has_no_blank(
    library: Library, template: str, language: str
) -> None:
    first, second = (
        issue_columns(library, template)[-1]
        if language == BOTH
        else issue(library, template, language)[-1]
        for _ in range(2)
    )
    assert first == second
    text = all_text(first)
    assert len(text) > 1000
    found = BLANK.search(text)
    assert found is None, text[max(0, found.start() - 40) : found.end() + 20]
