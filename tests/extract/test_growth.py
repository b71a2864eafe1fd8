"""No text makes extraction take more than its length: counted in calls, not in seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from contractkit.extract import extract
from tests.extract.places import agreement

CHARACTERS = 500
TIMES = 4
MOST = 6.0  # times the calls for four times the text: 4 is linear, 16 would be quadratic
RUNS = {
    "en": (
        *(
            "7",
            "1.",
            "1.1",
            "(",
            "(a)",
            "$1,000,000 ",
            "one hundred ",
            "within ",
            ",",
            '"',
            "\n",
            " ",
        ),
        *('(the "Aa") ', '"Aa" means ', "Aa Bb ", "shall ", "if ", "Section 1, ", "Exhibit A, "),
        *("between ", "Inc., ", "renew ", "May 1 ", "____ ", "a\n\n", "30 days ", "1% "),
        *("CA 90000 ", "a@b.co "),
    ),
    "zh": (
        *(
            "7",
            "1.",
            "（",
            "（一）",
            "第一百第一百",
            "应当",
            "甲方：",
            "，",
            "“",
            "“甲”",
            "\n",
            " ",
        ),
        *("（以下简称“甲”）", "所称“甲”", "是指", "三个月", "5%", "万分之五", "1万元", "年月日"),
        *("附件一、", "第一条、", "平均住院日", "一\n\n", "路1号", "a@b.cn"),
    ),
}


def calls(text: str, code: str) -> int:
    """How many functions, of Python and of its library, are called for the facts of ``text``."""
    source = agreement(text, code)
    count = 0

    def counted(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        extract(source)
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(("code", "run"), [(code, run) for code in RUNS for run in RUNS[code]])
def test_the_work_grows_with_the_text_and_no_faster(code: str, run: str) -> None:
    head = {"en": "AGREEMENT\n\n1. Fees. ", "zh": "协议\n第一条 费用\n"}[code]
    extract(agreement(head, code))  # what is built once, is built
    once, more = (
        calls(head + (run * size)[:size], code) for size in (CHARACTERS, CHARACTERS * TIMES)
    )
    assert more <= MOST * once
