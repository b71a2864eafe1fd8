"""Text files: every encoding that they come in, and no line or character lost."""

from __future__ import annotations

import codecs
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.errors import ReadError
from contractkit.files import decode
from contractkit.model.document import Note
from contractkit.readers import document
from contractkit.readers.plain import lines, read_plain

TEXT = "第一条 甲方：某中心\n\n第二条 乙方 “丙” 30日\r\n末行"


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (TEXT.encode("utf-8"), ()),
        (TEXT.encode("utf-8-sig"), ()),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), ()),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), ()),
        (TEXT.encode("gb18030"), (Note("encoding", "GB18030 (GBK)"),)),
        (TEXT.encode("gbk"), (Note("encoding", "GB18030 (GBK)"),)),
    ],
    ids=["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "gb18030", "gbk"],
)
def test_each_encoding_gives_the_same_text_and_a_guess_is_noted(
    data: bytes, notes: tuple[Note, ...]
) -> None:
    found = read_plain(data, "a.txt")
    assert [block.text for block in found.blocks] == re.split("\r?\n", TEXT)
    assert found.notes == notes


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\0\0", "neither a Word file nor text"),
        (codecs.BOM_UTF16_LE + b"a", "not utf-16"),
        (codecs.BOM_UTF8 + b"\xff\xff", "not utf-8-sig at byte"),
        ("长".encode("gb18030") + b"\xff", "not gb18030 at byte 2"),
    ],
)
def test_what_is_no_text_is_refused_with_the_place(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=message):
        read_plain(data, "a.txt")


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n"])
def test_an_empty_file_is_an_error(data: bytes) -> None:
    with pytest.raises(ReadError, match="empty"):
        document(data, "a.txt")


BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029", "\n\n"])
WORDS = st.sampled_from(["第一条", "a b", " ", "\t", "甲方：", "", "\u3000x", "1.1"]) | st.text(
    max_size=5
)


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, BREAKS)).map(lambda pieces: "".join(a + b for a, b in pieces)))
def test_no_line_is_lost_and_offsets_point_at_it(text: str) -> None:
    blocks = lines(text)
    assert [block.text for block in blocks] == text.splitlines()
    assert [block.index for block in blocks] == list(range(len(blocks)))
    assert all(text[b.offset : b.offset + len(b.text)] == b.text for b in blocks)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_utf_8_text_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode(), "a.txt") == (text, "")
