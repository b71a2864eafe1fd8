"""Runs of text: many made at once are those made one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.errors import WriteError
from contractkit.writers.docx.inline import text_run, text_runs

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)
MARKED = st.one_of(TEXT, st.sampled_from(["", "a\tb", "two\nlines", "<&>\"'", " "]))


@given(st.lists(MARKED, max_size=6))
def test_runs_made_together_are_those_made_one_by_one(texts: list[str]) -> None:
    assert text_runs(texts) == [text_run(text) for text in texts]


def test_a_control_character_is_told_with_the_text_that_holds_it() -> None:
    with pytest.raises(WriteError, match=r"bad.*U\+0007") as caught:
        text_runs(["good", "bad\x07"])
    assert caught.value.where == "bad\x07"
