"""Duties sentence by sentence: who, modality and deadline of each row.

The tables ``duties_en.txt`` and ``duties_zh.txt`` hold a sentence a line, then ``=>`` and its rows,
each ``who|modality|deadline``, with semicolons between; nothing where nobody is obliged.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from contractkit.lang import language

ACTORS = {
    "en": ("Acme Health", "Acme Health, Inc.", "Northside Hospital", "Payer", "Provider"),
    "zh": ("甲方", "乙方"),
}

Rows = list[tuple[str, str, str]]


def table(code: str) -> Iterator[tuple[str, Rows]]:
    for line in Path(__file__).with_name(f"duties_{code}.txt").read_text("utf-8").splitlines():
        sentence, arrow, told = line.partition("=>")
        if not line.startswith("#"):
            assert arrow, line
            yield sentence.strip(), [row(one) for one in told.split(";") if one.strip()]


def row(told: str) -> tuple[str, str, str]:
    who, modality, deadline = told.strip().split("|")
    return who, modality, deadline


def rows(sentence: str, code: str) -> Rows:
    told = language(code).statements.duties(sentence, None, ACTORS[code])
    return [(duty.who, duty.modality, duty.deadline) for duty in told]


@pytest.mark.parametrize(("sentence", "wanted"), [*table("en")])
def test_an_english_sentence_has_these_duties(sentence: str, wanted: Rows) -> None:
    assert rows(sentence, "en") == wanted


@pytest.mark.parametrize(("sentence", "wanted"), [*table("zh")])
def test_a_chinese_sentence_has_these_duties(sentence: str, wanted: Rows) -> None:
    assert rows(sentence, "zh") == wanted


RUNS = {
    "en": "shall |may be |neither |and |that |, |(a) |Payer shall it |not |who |can't "
    "|(Payer shall) |Payer's duty is to |if it does the Payer may |agrees: to ; not to "
    "|, because it may |or data Payer may |for which, |, and agrees to |, the Payer, "
    "|the court it shall |, except that ",
    "zh": "应|应，|不得|甲方应当|甲方、|人、|人和|由甲方|由人、|需要|（|的，|"
    "甲方的应|前，|在甲方后|未经授权甲方",
}


@pytest.mark.parametrize(
    ("code", "run"), [(code, run) for code in RUNS for run in RUNS[code].split("|")]
)
def test_a_run_of_one_word_is_read_in_one_go(code: str, run: str) -> None:
    text = (run * 4000)[:8000]
    for duty in language(code).statements.duties(text, None, ACTORS[code]):
        assert 0 <= duty.start < duty.end <= len(text)


@pytest.mark.parametrize(
    ("heading", "who", "modality"),
    [
        ("二、乙方义务", "乙方", "must"),
        ("甲方的权利", "甲方", "may"),
        ("甲方的权利与义务", "甲方", ""),
        ("第三条 双方的权利、义务", "双方", ""),
    ],
)
def test_a_heading_of_rights_and_duties_leaves_open_which(
    heading: str, who: str, modality: str
) -> None:
    lead = language("zh").statements.lead(heading, ACTORS["zh"])
    assert lead is not None
    assert (lead.who, lead.modality) == (who, modality)


def test_a_list_of_conditions_hands_no_duty_to_its_items() -> None:
    lead = language("zh").statements.lead
    assert lead("加盟商应当符合下列条件：", ()) is None
    handed = lead("加盟商应当履行下列义务：", ())
    assert handed is not None
    assert (handed.who, handed.modality) == ("加盟商", "must")
