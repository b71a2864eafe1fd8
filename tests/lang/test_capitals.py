"""Phrases in capitals are told from names, titles of laws and first words of sentences."""

from __future__ import annotations

import pytest

from contractkit.lang import language

KNOWN = ("Member", "Plan of Care", "Covered Services", "Original Agreement", "Policy", "State")


def found(text: str, code: str = "en") -> list[str]:
    tokens = language(code).statements.capitals(text, KNOWN)
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Payment follows the Allowed Amount.", ["Allowed Amount"]),
        ("the Deductible, which", ["Deductible"]),
        ("Allowed Amounts are paid.", ["Allowed Amounts"]),
        ("It ends. Grace Periods follow; the Grace Period ends", ["Grace Periods", "Grace Period"]),
        ("each Covered Life", ["Covered Life"]),
        ("Members’ Rights", ["Rights"]),
    ],
)
def test_what_nobody_defined_is_found(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "If Members need Covered Services, the Plan of Care names both.",
        "a Member's Policies under the Original Agreement and this Agreement",
        "Either party may end it. Each Member is told.",
        "under Section 7 and Attachment B, in English, on Saturday",
        "the Regulations on the Supervision and Administration of the Use of Funds",
        "the Social Security Act, the Physicians Law (State Council Decree No. 735)",
        "Yi Bao Fa [2024] No. 23",
        "Medicare Advantage Members and the Centers for Medicare & Medicaid Services",
        "the Children’s Health Insurance Program of the State",
        'the words under "After" replace those under "Before"',
    ],
)
def test_what_is_known_a_name_or_a_law_is_not(text: str) -> None:
    assert found(text) == []


def test_a_script_without_capitals_has_none() -> None:
    assert found("Medical Security 医保基金", "zh") == []
