"""The .docx that we issue: the tree reads back, the bytes are stable, Word's parts are right."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace

import pytest

from contractkit.errors import WriteError
from contractkit.model.agreement import Agreement
from contractkit.model.document import Block
from contractkit.model.standard import Library
from contractkit.ooxml.manifest import bookmark_name
from contractkit.ooxml.names import NAME, w
from contractkit.readers import document, outline
from contractkit.writers import write
from tests.cli.run import ROOT
from tests.conftest import Convert
from tests.writers.shipped import SHIPPED, all_text, issue, part, printed

Issued = dict[tuple[str, str], tuple[Agreement, bytes]]


@pytest.fixture(scope="module")
def issued(library: Library) -> Issued:
    return {one: issue(library, *one) for one in SHIPPED}


def back(data: bytes) -> Agreement:
    return outline(document(data, "issued.docx"), None)


@pytest.mark.parametrize("one", SHIPPED)
def test_what_is_read_back_is_the_tree_that_was_assembled(
    issued: Issued, one: tuple[str, str]
) -> None:
    agreement, data = issued[one]
    assert back(data).outline() == agreement.outline()


@pytest.mark.parametrize("one", SHIPPED)
def test_title_parties_language_and_manifest_are_read_back(
    issued: Issued, one: tuple[str, str]
) -> None:
    agreement, data = issued[one]
    found = back(data)
    assert (found.title, found.language) == (agreement.title, one[1])
    assert [(p.title, p.name) for p in found.parties] == [
        (p.title, p.name) for p in agreement.parties
    ]
    assert json.loads(found.manifest) == json.loads(agreement.manifest)


def test_the_same_input_gives_the_same_bytes(library: Library, issued: Issued) -> None:
    for template, language in SHIPPED:
        assert issue(library, template, language)[1] == issued[template, language][1]


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_another_process_with_another_hash_seed_gives_the_same_bytes(
    issued: Issued, seed: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.writers.shipped"],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "TZ": "Asia/Shanghai"},
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    digests = [hashlib.sha256(issued[one][1]).hexdigest() for one in SHIPPED]
    assert done.stdout.split() == digests


@pytest.mark.parametrize("one", SHIPPED)
def test_no_tag_and_no_none_is_left_in_the_text(issued: Issued, one: tuple[str, str]) -> None:
    text = all_text(issued[one][1])
    assert len(text) > 2_000
    assert not re.findall(r"\{\{|\}\}|\{%|%\}|\bNone\b|\[\[|\]\]|\*\*", text)


@pytest.mark.parametrize("one", SHIPPED)
def test_each_reference_is_a_field_that_points_to_a_bookmark(
    issued: Issued, one: tuple[str, str]
) -> None:
    agreement, data = issued[one]
    root = part(data)
    bookmarks = {mark.get(NAME) for mark in root.iter(w("bookmarkStart"))}
    fields = [
        match[1]
        for code in root.iter(w("instrText"))
        if (match := re.fullmatch(r" REF (\S+) \\n \\h ", code.text or ""))
    ]
    marks = [
        bookmark_name(mark.name.partition("#")[0])
        for block in agreement.blocks()
        for mark in block.marks
        if mark.kind == "reference"
    ]
    assert fields == marks
    assert fields
    assert set(fields) <= bookmarks


@pytest.mark.parametrize("one", SHIPPED)
def test_each_clause_has_a_bookmark_of_its_own(issued: Issued, one: tuple[str, str]) -> None:
    agreement, data = issued[one]
    starts = list(part(data).iter(w("bookmarkStart")))
    ids = Counter(mark.get(w("id")) for mark in starts)
    names = Counter(mark.get(NAME) for mark in starts)
    assert max(ids.values()) == max(names.values()) == 1
    assert sorted(map(str, ids)) == sorted(
        str(e.get(w("id"))) for e in part(data).iter(w("bookmarkEnd"))
    )
    assert all(len(str(name)) <= 40 for name in names)
    standard = {bookmark_name(c.standard) for _, c in agreement.walk() if c.standard}
    assert standard == {name for name in names if str(name).startswith("ck_")}


@pytest.mark.parametrize("one", SHIPPED)
def test_numbers_are_words_own_and_stand_in_no_text(issued: Issued, one: tuple[str, str]) -> None:
    agreement, data = issued[one]
    blocks = document(data, "issued.docx").blocks
    labels = [label for _, clause in agreement.walk() if (label := clause.label)]
    assert [block.label for block in blocks if block.label] == labels
    formats = {e.get(w("val")) for e in part(data, "word/numbering.xml").iter(w("numFmt"))}
    native = {"zh": "chineseCountingThousand", "en": "lowerLetter"}[one[1]]
    assert native in formats


@pytest.mark.parametrize("one", SHIPPED)
def test_a_table_repeats_its_header_row(issued: Issued, one: tuple[str, str]) -> None:
    agreement, data = issued[one]
    tables = [block for block in agreement.blocks() if block.cells]
    headers = list(part(data).iter(w("tblHeader")))
    assert bool(headers) == bool(tables)


def test_a_suffix_that_we_cannot_write_is_told() -> None:
    empty = Agreement("zh", "", (), (), (), ())
    with pytest.raises(WriteError, match=r"cannot be written as \.pdf") as caught:
        write(empty, ".pdf", look=b"")
    assert caught.value.hint == "one of .docx"


def test_a_control_character_in_the_text_is_told_and_not_dropped(
    library: Library, issued: Issued
) -> None:
    agreement, _ = issued["hospital-service", "zh"]
    bad = replace(agreement, closing=(Block(9_999, "完\x0b", style="closing"),))
    with pytest.raises(WriteError, match=r"U\+000B"):
        printed(library, "hospital-service", bad)


def test_libreoffice_shows_the_numbers_that_we_computed(issued: Issued, soffice: Convert) -> None:
    files = {f"{code}.docx": issued["hospital-service", code][1] for code in ("zh", "en")}
    shown = soffice(files, "txt:Text (encoded):UTF8")
    for language in ("zh", "en"):
        agreement, _ = issued["hospital-service", language]
        text = "".join(shown[language].decode("utf-8-sig").split())
        for _, clause in agreement.walk():
            if clause.kind in ("chapter", "clause", "attachment"):
                assert "".join(f"{clause.label}{clause.heading}".split()) in text
    assert "第五十七条" in shown["zh"].decode("utf-8-sig")


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (("hospital-service", "zh"), "统一社会信用代码：12539901431560982R"),
        (("hospital-service", "en"), "Unified social credit code: 12539901431560982R"),
        (("provider-participation", "zh"), "国家提供方识别号（NPI）：2004172633"),
        (("provider-participation", "en"), "National Provider Identifier (NPI): 2004172633"),
        (("renewal", "zh"), "统一社会信用代码或识别号：12539901431560982R"),
        (("physician-service", "zh"), "国家医保医师代码：D539901000417"),
    ],
)
def test_a_code_is_called_what_the_template_calls_it(
    issued: Issued, one: tuple[str, str], line: str
) -> None:
    assert line in all_text(issued[one][1]).splitlines()
