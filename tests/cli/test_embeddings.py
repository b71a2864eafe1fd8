"""``--embeddings``: a model of the user's own, or one clear line."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

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

    @classmethod
    def from_pretrained(cls, folder: Path) -> Money:
        if (folder / "damaged").exists():
            raise ValueError("no config.json")
        return cls()

    def encode(self, sentences: Sequence[str]) -> list[list[float]]:
        about = [any(word in text for word in ("claim", "Remit")) for text in sentences]
        return [[float(money), float(not money)] for money in about]


@pytest.fixture
def asked(tmp_path: Path) -> list[str]:
    """The arguments of a comparison with a model in a folder."""
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path, text in zip(paths, (ONE, TWO), strict=True):
        path.write_text(text, encoding="utf-8")
    (tmp_path / "model").mkdir()
    paths += [tmp_path / "model"]
    return ["compare", str(paths[0]), str(paths[1]), "--embeddings", str(paths[2])]


@pytest.fixture
def model2vec(monkeypatch: pytest.MonkeyPatch) -> None:
    library = ModuleType("model2vec")
    library.StaticModel = Money  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "model2vec", library)


def test_without_the_library_one_line_tells_what_to_install(
    run: Runner, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "model2vec", None)
    ran = run(*asked)
    assert ran.code == 2
    assert "pip install 'contractkit-agreements[embeddings]'" in ran.error


@pytest.mark.usefixtures("model2vec")
def test_a_model_pairs_what_was_written_anew(run: Runner, asked: list[str]) -> None:
    ran = run(*asked, "--json")
    (pair,) = [one for one in json.loads(ran.out)["pairs"] if one["base"] and one["other"]]
    assert pair["reason"] == "meaning"
    without = run(*asked[:3], "--json")
    assert not [one for one in json.loads(without.out)["pairs"] if one["base"] and one["other"]]


@pytest.mark.usefixtures("model2vec")
def test_a_folder_without_a_model_is_refused(run: Runner, asked: list[str]) -> None:
    (Path(asked[-1]) / "damaged").touch()
    assert run(*asked).code == 2
    assert "no model2vec model" in run(*asked).error
    assert "takes a folder" in run(*asked[:-1], asked[1]).error
