"""Bags of words: the cosine of tf-idf vectors, whatever else the vocabulary has seen."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.compare.vocabulary import Vocabulary
from contractkit.lang import language

EN = language("en")
TEXTS = st.lists(
    st.lists(st.sampled_from("audit claim payer record bed".split()), max_size=6).map(" ".join),
    min_size=1,
    max_size=4,
)


def by_definition(base: list[str], other: list[str]) -> list[list[float]]:
    """The cosines word by word."""
    counts = [Counter(EN.words(text)) for text in (*base, *other)]
    seen = Counter(word for count in counts for word in count)

    def vector(count: Counter[str]) -> dict[str, float]:
        weights = {
            word: (1 + math.log(n)) * (math.log(1 + len(counts)) - math.log(seen[word]))
            for word, n in count.items()
        }
        length = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        return {word: weight / length for word, weight in weights.items()}

    vectors = [vector(count) for count in counts]
    return [
        [sum(one[word] * two.get(word, 0.0) for word in one) for two in vectors[len(base) :]]
        for one in vectors[: len(base)]
    ]


@given(TEXTS, TEXTS, TEXTS)
def test_the_cosines_are_those_of_the_two_sides_alone(
    base: list[str], other: list[str], before: list[str]
) -> None:
    vocabulary = Vocabulary(EN.words)
    vocabulary.bags(before)
    found = vocabulary.cosines(vocabulary.bags(base), vocabulary.bags(other))
    for row, wanted in zip(found.tolist(), by_definition(base, other), strict=True):
        assert row == pytest.approx(wanted, abs=1e-9)


def test_a_text_is_wholly_like_itself_and_not_at_all_like_one_of_other_words() -> None:
    vocabulary = Vocabulary(EN.words)
    bags = vocabulary.bags(["The payer audits claims.", "Beds and records."])
    assert vocabulary.cosines(bags, bags).tolist() == [
        pytest.approx([1.0, 0.0]),
        pytest.approx([0.0, 1.0]),
    ]
