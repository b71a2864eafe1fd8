"""Documents without numbers are divided by their headings; tables of contents divide nothing."""

from __future__ import annotations

from contractkit.model.agreement import Agreement
from contractkit.readers import document, outline
from tests.builders import docx, p, r

LONG = "The parties agree on what is said here, for as long as this agreement lasts."
LANG = "双方按照本协议约定的内容履行各自的义务，直至本协议终止为止。"


def word(*blocks: str) -> Agreement:
    return outline(document(docx(*blocks), "a.docx"))


def plain(*found: str) -> Agreement:
    return outline(document("\n".join(found).encode(), "a.txt"))


def drawn(agreement: Agreement) -> list[tuple[int, str, str]]:
    return [(level, clause.kind, clause.heading) for level, clause in agreement.walk()]


def test_headings_by_outline_level_are_clauses_and_hold_one_another() -> None:
    found = word(
        p("A Services Agreement", outline=0),
        p("Money", outline=1),
        p("Fees", outline=2),
        p(LONG),
        p("Tax", outline=2),
        p(LONG),
        p("Law", outline=1),
        p(LONG),
    )
    assert drawn(found) == [
        (0, "chapter", "Money"),
        (1, "clause", "Fees"),
        (1, "clause", "Tax"),
        (0, "clause", "Law"),
    ]
    assert found.clauses[1].text == LONG
    assert [block.text for block in found.preamble] == ["A Services Agreement"]


def test_bold_and_underlined_lines_are_headings() -> None:
    found = word(
        p(r("Deed", b=True)), p(LONG), p(r("Fees", b=True)), p(LONG), p(r("Law", u=True)), p(LONG)
    )
    assert [heading for _, _, heading in drawn(found)] == ["Fees", "Law"]


def test_plain_lines_in_capitals_or_title_case_over_text_are_headings() -> None:
    found = plain("Agreement", LONG, "SCOPE OF SERVICES", LONG, "", "Governing Law", "", LONG)
    assert [heading for _, _, heading in drawn(found)] == ["SCOPE OF SERVICES", "Governing Law"]


def test_short_chinese_lines_over_text_are_headings() -> None:
    found = plain("合作协议", LANG, "服务范围", LANG, "争议解决", LANG)
    assert [heading for _, _, heading in drawn(found)] == ["服务范围", "争议解决"]


def test_lists_under_headings_are_items_of_theirs() -> None:
    found = word(
        p("Plan"), p(LONG),
        p(r("Fees", b=True)), p("1. Visits;"), p("2. Drugs;"),
        p(r("Law", b=True)), p("1. Courts;"), p("2. Costs;"),
        p(r("Term", b=True)), p(LONG),
    )  # fmt: skip
    assert drawn(found) == [
        (0, "clause", "Fees"), (1, "item", ""), (1, "item", ""),
        (0, "clause", "Law"), (1, "item", ""), (1, "item", ""),
        (0, "clause", "Term"),
    ]  # fmt: skip


def test_a_numbered_agreement_is_divided_by_its_numbers_alone() -> None:
    found = word(
        p(r("Deed", b=True)), p(LONG), p(r("Key Terms", b=True)), p(LONG), p("1. Fees. None."),
        p("2. Law. Any."), p("3. Term. Long."), p(r("General", b=True)), p(LONG),
    )  # fmt: skip
    assert [clause.label for clause in found.clauses] == ["1.", "2.", "3."]


def test_sentences_that_are_styled_as_headings_are_text() -> None:
    found = word(
        p("Deed", outline=0), p(LONG, outline=0), p(r("Fees", b=True), outline=0),
        p(LONG, outline=0), p(r("Law", b=True), outline=0), p(LONG, outline=0),
    )  # fmt: skip
    assert [heading for _, _, heading in drawn(found)] == ["Fees", "Law"]


def test_the_signature_block_ends_the_last_heading() -> None:
    found = plain("Deed", LONG, "FEES", LONG, "LAW", LONG, "IN WITNESS WHEREOF they sign", "By: __")
    assert [block.text for block in found.closing] == ["IN WITNESS WHEREOF they sign", "By: __"]


def test_a_table_of_contents_stands_before_the_clauses() -> None:
    body = ["1. Term", LONG, "2. Fees", LONG, "3. Law", LONG]
    found = plain("Agreement", "1. Term .... 2", "2. Fees\t4", "3. Law   7", "Page i", *body)
    assert [(c.label, c.heading) for c in found.clauses] == [
        ("1.", "Term"),
        ("2.", "Fees"),
        ("3.", "Law"),
    ]
    assert len(found.preamble) == 5


def test_numbered_lines_that_end_with_a_figure_are_no_contents_unless_they_come_again() -> None:
    found = plain("1. Visits 90", "2. Drugs 100", "3. Beds 12", "4. Law. Any.")
    assert [clause.label for clause in found.clauses] == ["1.", "2.", "3.", "4."]


def test_contents_without_pages_stand_before_the_chapters_that_come_again() -> None:
    names = ["第一章 总则", "第二章 费用", "第三章 附则"]
    body = [line for name in names for line in (name, "第一条 期限", "双方按本协议的约定办理。")]
    found = plain("服务协议", "目录", *names, "甲方：某院", *body)
    assert [clause.heading for clause in found.clauses] == ["总则", "费用", "附则"]
    assert len(found.preamble) == 6


def test_a_list_of_the_attachments_is_no_table_of_contents() -> None:
    names = ["附件一 费用表", "附件二 目录", "附件三 授权书"]
    found = plain("服务协议", "第一条 期限", LONG, "第二条 附件", *names, LONG, *names)
    assert [clause.label for clause in found.clauses][:2] == ["第一条", "第二条"]
