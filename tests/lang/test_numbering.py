"""Which line beginnings are clause numbers, and which only look like them."""

from __future__ import annotations

import pytest

from contractkit.lang import language
from contractkit.lang.en.counters import letter, roman, to_roman
from contractkit.lang.zh.counters import number, numeral

# line · scheme, path, and what follows the number
NUMBERS = {
    "zh": [
        ("第一章总则", "章", (1,), "总则"),
        ("第一章 总 则", "章", (1,), "总 则"),
        ("第十三章\u3000附则", "章", (13,), "附则"),
        ("第二节 结算", "节", (2,), "结算"),
        ("第 十 条 乙方配合", "条", (10,), "乙方配合"),
        ("第二十一条乙方", "条", (21,), "乙方"),
        ("第一百零三条 附则", "条", (103,), "附则"),
        ("第12条 付款", "条", (12,), "付款"),
        ("第１２条 付款", "条", (12,), "付款"),
        ("第三章 第十条 付款", "章", (3,), "第十条 付款"),
        ("第四条（双方权利）", "条", (4,), "（双方权利）"),
        ("一、付款", "一、", (1,), "付款"),
        ("十二、附则", "一、", (12,), "附则"),
        ("（一）资料", "（一）", (1,), "资料"),
        ("(一)资料", "（一）", (1,), "资料"),
        ("（ 二 ）资料", "（一）", (2,), "资料"),
        ("1. 资料", "1.", (1,), "资料"),
        ("1、资料", "1.", (1,), "资料"),
        ("１．资料", "1.", (1,), "资料"),
        ("（1）资料", "（1）", (1,), "资料"),
        ("(12)资料", "（1）", (12,), "资料"),
        ("3）资料", "1）", (3,), "资料"),
        ("①资料", "①", (1,), "资料"),
        ("2.1 付款", "1.1", (2, 1), "付款"),
        ("附件一", "附件", (1,), ""),
        ("附件二：支付参数", "附件", (2,), "支付参数"),
        ("附件：", "附件", (1,), ""),
        ("附件3 名册", "附件", (3,), "名册"),
    ],
    "en": [
        ("Article I", "Article", (1,), ""),
        ("ARTICLE 1", "Article", (1,), ""),
        ("ARTICLE IV – PAYMENT", "Article", (4,), "PAYMENT"),
        ("Section 3.1 Claims", "Section", (3, 1), "Claims"),
        ("SECTION 2. TERM", "Section", (2,), "TERM"),
        ("§ 4.2 Audit", "Section", (4, 2), "Audit"),
        ("1.1 Claims", "1.1", (1, 1), "Claims"),
        ("1.1.1 Claims", "1.1", (1, 1, 1), "Claims"),
        ("2. Term", "1.", (2,), "Term"),
        ("(a) records", "(a)", (1,), "records"),
        ("(aa) records", "(a)", (27,), "records"),
        ("(i) records", "(i)", (1,), "records"),
        ("(xiv) records", "(i)", (14,), "records"),
        ("(A) records", "(A)", (1,), "records"),
        ("(3) records", "(1)", (3,), "records"),
        ("Attachment A", "Attachment", (1,), ""),
        ("EXHIBIT B", "Attachment", (2,), ""),
        ("Schedule 2 - Rates", "Attachment", (2,), "Rates"),
        ("Appendix III", "Attachment", (3,), ""),
    ],
}
NOT_NUMBERS = {
    "zh": [
        "第十条第二款规定的情形除外",
        "第三款 所称费用",
        "第二项费用",
        "3.5%以下",
        "2.5万元以内",
        "2021年5月1日起施行",
        "30日内付清",
        "附件所定费率",
        "附件一所列费率，每年调整。",
        "一般情况下",
        "第七条至第九条所列情形",
        "第七条、第九条所列情形",
    ],
    "en": [
        "Section 3.1(a) of this Agreement",
        "Section 3.1 of this Agreement",
        "Article 5 applies to claims",
        "article of clothing",
        "1.5% of the fee",
        "2026 rates apply",
        "Schedule of fees",
        "Attachment A, as amended",
        "(see below)",
        "a claim",
        "I agree",
    ],
}


def _cases(table: dict[str, list[tuple[str, str, tuple[int, ...], str]]]) -> list[object]:
    return [pytest.param(code, *case, id=case[0]) for code in table for case in table[code]]


@pytest.mark.parametrize(("code", "line", "scheme", "path", "rest"), _cases(NUMBERS))
def test_a_number_at_the_start_of_a_line_is_read(
    code: str, line: str, scheme: str, path: tuple[int, ...], rest: str
) -> None:
    found = {label.scheme.name: label for label in language(code).numbering.parse(line)}
    assert scheme in found
    assert found[scheme].path == path
    assert line[found[scheme].length :] == rest


@pytest.mark.parametrize(
    ("code", "line"), [(code, line) for code in NOT_NUMBERS for line in NOT_NUMBERS[code]]
)
def test_what_only_looks_like_a_number_is_none(code: str, line: str) -> None:
    assert [label.text for label in language(code).numbering.parse(line)] == []


@pytest.mark.parametrize(
    ("code", "line", "schemes"),
    [
        ("en", "(i) records", {"(a)", "(i)"}),
        ("en", "C. Term", {"A.", "I."}),
        ("en", "(b) x", {"(a)"}),
    ],
)
def test_every_reading_of_a_letter_is_given(code: str, line: str, schemes: set[str]) -> None:
    assert {label.scheme.name for label in language(code).numbering.parse(line)} == schemes


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1003, "一千零三"),
    ],
)
def test_hanzi_numerals_are_written_as_word_writes_them(value: int, text: str) -> None:
    assert numeral(value) == text
    assert number(text) == value


def test_numerals_read_back_as_far_as_contracts_count() -> None:
    assert all(number(numeral(n)) == n for n in range(1, 10_000))
    assert all(roman(to_roman(n)) == n for n in range(1, 400))


@pytest.mark.parametrize("text", ["iiii", "vx", "ic", "abc"])
def test_letters_in_no_roman_order_are_no_numeral(text: str) -> None:
    assert roman(text) is None


def test_letters_go_on_beyond_z_by_doubling() -> None:
    assert [letter(n) for n in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]
