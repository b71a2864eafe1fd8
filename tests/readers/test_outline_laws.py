"""Whatever the lines are, nothing is lost and their order stands; real files included."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.lang import LANGUAGES, language
from contractkit.lang.zh.counters import number
from contractkit.model.agreement import Agreement
from contractkit.model.document import Block, Document
from contractkit.readers import document, outline, read
from contractkit.readers.plain import lines

LINES = st.sampled_from(
    [
        "第一章 总则", "第二章总则", "第一条 甲方", "第二条（权利）乙方。", "第 九 条",
        "第三条第二款所称", "第一节", "一、付款", "二、期限", "（一）甲；", "（二）乙。",
        "(三)丙", "1. One", "1、甲", "2．乙", "（1）甲", "①甲", "②乙", "附件一", "附件：",
        "篇一：", "篇二：", "甲方：某", "乙方：", "（以下无正文）", "服务协议", "", " ",
        "。", "3.5%以下", "ARTICLE I", "Article 2 TERM", "Section 1.1 Audit.",
        "1.1 Claims. Open.", "1.1.1 Form", "2.7 Late", "(a) one;", "(b) two", "(h) eight",
        "(i) nine", "(ii) ten", "(A) x", "I. x", "Exhibit A", "IN WITNESS WHEREOF",
        "Text, and", "A Service Agreement", "Payer: A", "\u3000\u3000第四条\u3000完",
        "9999. x", "(iv)", "•",
    ]
)  # fmt: skip
BLOCKS = st.builds(
    lambda text, label, level, lead, cells: Block(
        0,
        "\t".join(cells) if cells else text,
        label=label,
        level=level,
        lead=min(lead, len(text)),
        cells=cells,
    ),
    LINES,
    st.sampled_from(["", "", "", "第一条", "第二条", "（一）", "1.", "2.1", "(a)", "•", "?!"]),
    st.none() | st.integers(0, 8),
    st.integers(0, 20),
    st.sampled_from([(), (), (), ("a", "b")]),
)


def assert_whole(made: Agreement, source: Document) -> None:
    assert list(made.blocks()) == list(source.blocks)
    for _, clause in made.walk():
        assert 0 <= clause.start <= len(clause.blocks[0].text)


@pytest.mark.parametrize("code", LANGUAGES)
@settings(deadline=None, max_examples=200)
@given(found=st.lists(LINES, max_size=30), part=st.none() | st.integers(-1, 4))
def test_no_line_is_lost_and_their_order_stands(
    code: str, found: list[str], part: int | None
) -> None:
    source = Document(lines("\n".join(found)))
    assert_whole(outline(source, language(code), part=part), source)


@pytest.mark.parametrize("code", LANGUAGES)
@settings(deadline=None, max_examples=200)
@given(st.lists(BLOCKS, max_size=30))
def test_no_block_of_a_word_file_is_lost(code: str, found: list[Block]) -> None:
    source = Document(tuple(replace(block, index=at) for at, block in enumerate(found)))
    assert_whole(outline(source, language(code)), source)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_an_agreement(text: str) -> None:
    source = Document(lines(text))
    assert_whole(outline(source), source)


@settings(deadline=None)
@given(st.integers(1, 60), st.booleans())
def test_articles_in_order_are_all_found(count: int, automatic: bool) -> None:
    numbers = [language("zh").numbering.label("clause", (n,)) for n in range(1, count + 1)]
    source = Document(
        tuple(
            Block(at, "甲方付款。", label) if automatic else Block(at, f"{label} 甲方付款。")
            for at, label in enumerate(numbers)
        )
    )
    assert [clause.label for clause in outline(source).clauses] == numbers


def test_statutes_have_all_their_articles_in_order_and_no_others(corpus: Path) -> None:
    for path in sorted((corpus / "zh" / "laws").glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        wanted = re.findall(r"^[#\s]*第([一二三四五六七八九十百零]+)条(?=\s)", text, re.MULTILINE)
        made = read(path)
        found = [c for _, c in made.walk() if c.label.endswith("条")]
        assert [c.number.path[-1] for c in found if c.number] == [number(n) for n in wanted]
        assert wanted == sorted(wanted, key=lambda n: number(n) or 0)
        assert len(found) > 40
        chapters = re.findall(r"^[#\s]*(第.{1,3}章)", text, re.MULTILINE)
        assert [c.label for _, c in made.walk() if c.kind == "chapter"][: len(chapters)] == chapters


def seed(corpus: Path) -> Path:
    return next((corpus / "seeds").glob("003*.txt"))


def test_the_seed_holds_three_documents_of_which_the_first_has_21_articles(corpus: Path) -> None:
    path = seed(corpus)
    raw = document(path.read_bytes(), path.name)
    made = read(path)
    articles = [clause for _, clause in made.walk() if clause.kind == "clause"]
    assert [clause.number.path for clause in articles if clause.number] == [
        (n,) for n in range(1, 22)
    ]
    assert "1/3" in "".join(outline(raw).notes)
    for part in (None, 1, 2, 3):
        assert_whole(outline(raw, part=part), raw)


def test_contracts_of_cuad_read_whole(corpus: Path) -> None:
    paths = sorted((corpus / "en" / "cuad" / "contracts").glob("*.txt"))
    numbered = 0
    for path in paths:
        raw = document(path.read_bytes(), path.name)
        made = outline(raw)
        assert_whole(made, raw)
        assert made.language == "en"
        numbered += any(clause.number for _, clause in made.walk())
    assert numbered > 0.8 * len(paths)  # some have lost their numbers on the way to plain text


SMALL = 120_000  # bytes; the hundred-page files have a benchmark of their own


def test_word_files_of_the_corpus_read_whole(corpus: Path) -> None:
    for path in sorted((corpus / "redline").glob("*/*/*.docx")):
        if path.stat().st_size < SMALL:
            raw = document(path.read_bytes(), path.name)
            assert_whole(outline(raw), raw)
            assert raw.blocks, path
