"""Which sentences answer one another, however many there are."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from contractkit.compare import sentences
from contractkit.compare.sentences import answers
from contractkit.compare.signs import Sentence, Sign, Statement
from contractkit.model.comparison import Unit


def stated(*sentences: Sentence) -> Statement:
    """The statement of these sentences, in a text without tables."""
    unit = Unit("1.", "clause", "1.", "", "x" * len(sentences))
    return Statement(unit, sentences, (), ())


def said(place: int, words: str) -> Sentence:
    """The sentence of these words, the one at that place of its unit."""
    signs = tuple(Sign(word, "word", place, place + 1) for word in words.split())
    return Sentence(place, place + 1, signs)


def test_a_draft_that_repeats_itself_is_held_once_against_each_sentence_of_the_base(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared = 0
    likeness = sentences._likeness

    def counted(left: Sequence[str], right: Sequence[str]) -> float:
        nonlocal compared
        compared += 1
        return likeness(left, right)

    monkeypatch.setattr(sentences, "_likeness", counted)
    base = [said(0, "payer pays in may"), said(1, "provider keeps records")]
    other = [said(n, "payer pays in june") for n in range(500)]
    found = answers(stated(*base), stated(*other))
    assert compared < 20
    assert [len(one.other) for one in found if one.base] == [1, 0]
    assert sum(len(one.other) for one in found) == 500


def test_of_sentences_that_are_equally_alike_the_one_in_the_same_place_answers() -> None:
    base = [said(0, "first of all"), said(1, "payer pays in may")]
    other = [said(n, "payer pays in june") for n in range(4)]
    (answer,) = [one for one in answers(stated(*base), stated(*other)) if one.base and one.other]
    assert (answer.base[0].start, answer.other[0].start) == (1, 1)
