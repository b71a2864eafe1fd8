"""Names by a user's own spaCy model: the model is found and used, or one line says what lacks."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from contractkit.errors import UsageError
from contractkit.lang.names import names_by


def test_without_spacy_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(UsageError, match=r"needs spaCy.*contractkit-agreements\[spacy\]"):
        names_by("any")


def test_a_model_that_finds_no_names_is_refused(tmp_path: Path) -> None:
    spacy = pytest.importorskip("spacy", reason="spaCy is an extra")
    spacy.blank("en").to_disk(tmp_path / "model")
    with pytest.raises(UsageError, match="finds no names"):
        names_by(str(tmp_path / "model"))
