"""An encoder of sentences pairs what words leave alone, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from contractkit.compare import compare
from contractkit.model.comparison import Comparison
from tests.builders import agreement

SUBJECTS = {
    "pay": ("claim", "remit", "invoice", "settle"),
    "keep": ("records", "archive", "files", "store"),
    "end": ("terminate", "quit", "exit"),
}
BASE = agreement(
    "1. Claims | Payer settles every clean claim by the tenth.",
    "2. Records | Provider keeps records safe for ten years.",
    "3. Exit | Each party may terminate upon ninety days.",
    language="en",
)
OTHER = agreement(
    "1. Archive | All files go to a locked store downstairs.",
    "2. Money | Remit what an invoice shows, promptly.",
    "3. Parking | Visitors use level two.",
    language="en",
)


class Subjects:
    """A stand-in for a model: a text's vector counts the words of each subject."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, sentences: Sequence[str]) -> list[list[float]]:
        self.asked += sentences
        return [
            [float(sum(text.lower().count(word) for word in words)) for words in SUBJECTS.values()]
            for text in sentences
        ]


def partners(result: Comparison) -> dict[str, str]:
    return {p.base.number: p.other.number for p in result.pairs if p.base and p.other}


def test_without_an_encoder_texts_without_a_common_word_have_no_partner() -> None:
    assert partners(compare(BASE, OTHER)) == {}


def test_an_encoder_pairs_them_by_what_they_mean() -> None:
    result = compare(BASE, OTHER, encoder=Subjects())
    assert partners(result) == {"1.": "2.", "2.": "1."}
    assert {pair.reason for pair in result.pairs if pair.base and pair.other} == {"meaning"}


def test_an_encoder_is_not_asked_where_words_found_all_partners() -> None:
    encoder = Subjects()
    assert compare(BASE, BASE, encoder=encoder) == compare(BASE, BASE)
    assert encoder.asked == []


def test_a_model_that_sees_no_difference_pairs_nothing() -> None:
    class Blind:
        def encode(self, sentences: Sequence[str]) -> np.ndarray:
            return np.ones((len(sentences), 4))

    assert partners(compare(BASE, OTHER, encoder=Blind())) == {}
