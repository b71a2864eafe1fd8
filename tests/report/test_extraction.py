"""Reports of facts: JSON, tables, the calendar and the listing."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.errors import WriteError
from contractkit.extract import extract
from contractkit.lang import language
from contractkit.model.extraction import Extraction
from contractkit.model.standard import Library
from contractkit.report.extraction import FORMS, render_extraction
from contractkit.report.extraction.calendar import earlier, expiry, later
from contractkit.report.extraction.readings import reading
from contractkit.sheets import read_sheets
from tests.extract.places import agreement
from tests.extract.test_facts import EN, ZH

KEYS = [
    "kind",
    "name",
    "value",
    "op",
    "text",
    "start",
    "end",
    "clause",
    "scope",
    "rule",
    "confidence",
]


def extraction(text: str, code: str) -> Extraction:
    return extract(agreement(text, code))


def test_json_is_an_object_for_one_file_and_a_list_for_several() -> None:
    one = json.loads(render_extraction([extraction(EN, "en")], "json"))
    assert list(one) == ["file", "language", "facts"]
    assert all(list(fact)[:11] == KEYS for fact in one["facts"])
    both = json.loads(render_extraction([extraction(EN, "en"), extraction(ZH, "zh")], "json"))
    assert [each["language"] for each in both] == ["en", "zh"]


def test_a_workbook_has_a_sheet_for_each_kind_and_a_row_for_each_fact() -> None:
    found = extraction(ZH, "zh")
    sheets = read_sheets(render_extraction([found], "xlsx"), "facts")
    assert [sheet.name for sheet in sheets][:4] == ["总览", "当事人", "主要条款", "义务"]
    assert sum(len(sheet.rows) - 1 for sheet in sheets[1:]) == len(found.facts)
    assert "义务人" in sheets[3].rows[0]


def test_the_first_sheet_has_a_row_for_each_agreement_with_its_terms() -> None:
    found = [extraction(EN, "en"), extraction(EN, "en")]
    first, parties, *_ = read_sheets(render_extraction(found, "xlsx"), "facts")
    assert (first.name, len(first.rows)) == ("Overview", 3)
    row = dict(zip(first.rows[0], first.rows[1], strict=True))
    assert row["Duties"] == sum(fact.kind == "duty" for fact in found[0].facts)
    ends = [fact.value for fact in found[0].facts if fact.name == "expiration_date"]
    assert row["Expiration"] == "".join(ends[:1])
    assert "Comparator" not in parties.rows[0]


def test_a_csv_file_begins_with_a_mark_and_has_a_row_for_each_fact() -> None:
    found = extraction(EN, "en")
    data = render_extraction([found], "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    (sheet,) = read_sheets(data, "facts.csv")
    assert len(sheet.rows) == len(found.facts) + 1


LETTERS = re.compile("[a-z]{3}|^[A-Z]{1,2}$")  # a word of English, a unit of a normal form
OURS = ("文件", "规则", "标准条款", "值")  # columns of ids and normal forms


def test_what_our_sheets_say_of_a_chinese_agreement_is_chinese(library: Library) -> None:
    added = (
        "第三条 信息系统\n信息系统应当符合前条和本款的规定，三级医院的年度平均住院日不超过12日，"
        "统一社会信用代码为12539901MB0X41207A，费用为人民币壹万元（￥20000元）。\n附件一"
    )
    text = ZH.replace("附件一", added)
    found = extract(agreement(text, "zh"), library=library)
    kinds = {fact.kind for fact in found.facts}
    assert {"party", "threshold", "reference", "clause_type", "code", "disagreement"} <= kinds
    for sheet in read_sheets(render_extraction([found], "xlsx"), "facts"):
        heads, *rows = sheet.rows
        for row in (heads, *rows):
            said = [cell for head, cell in zip(heads, row, strict=True) if head not in OURS]
            assert not [cell for cell in said if isinstance(cell, str) and LETTERS.search(cell)]


def test_a_listing_names_roles_units_and_reasons_in_the_agreements_language(
    library: Library,
) -> None:
    listing = render_extraction([extract(agreement(ZH, "zh"), library=library)], "txt").decode()
    assert "(角色: 付费方" in listing
    assert re.search("理由: (?:标题|用词)相近", listing)
    assert "payer" not in listing


def test_every_topic_of_our_library_has_a_name_in_each_language(library: Library) -> None:
    topics = {clause.partition("/")[0] for clause in library.clauses}
    for code in ("zh", "en"):
        labels = language(code).labels
        assert topics == {topic for topic in topics if labels.get(f"fact.clause_type.{topic}")}


def test_the_calendar_has_expiry_notice_and_renewal() -> None:
    text = EN.replace("is two years", "begins on March 1, 2026 and ends on February 29, 2028")
    calendar = render_extraction([extraction(text, "en")], "ics").decode()
    assert "DTSTART;VALUE=DATE:20280229" in calendar
    assert "DTSTART;VALUE=DATE:20271231" in calendar
    assert "DTSTART;VALUE=DATE:20280301" in calendar
    assert "DTSTAMP:20260105T000000Z" in calendar


def test_the_calendar_reminds_of_what_somebody_must_act_on() -> None:
    text = EN.replace("is two years", "begins on March 1, 2026 and ends on February 29, 2028")
    calendar = render_extraction([extraction(text, "en")], "ics").decode()
    expiry_, notice, renewal = calendar.split("BEGIN:VEVENT")[1:]
    assert all("TRIGGER:-P14D" in event for event in (expiry_, notice))
    assert "VALARM" not in renewal


def test_a_threshold_of_minutes_is_said_in_minutes() -> None:
    text = EN + "9. Service. The response time shall not exceed 30 minutes.\n"
    sheets = read_sheets(render_extraction([extraction(text, "en")], "xlsx"), "facts")
    (sheet,) = [sheet for sheet in sheets if sheet.name == "Thresholds"]
    row = dict(zip(sheet.rows[0], sheet.rows[-1], strict=True))
    assert (row["In words"], row["Unit"]) == ("at most 30 minutes", "minutes")


@pytest.mark.parametrize("form", FORMS)
def test_the_same_facts_give_the_same_bytes(form: str) -> None:
    assert render_extraction([extraction(EN, "en")], form) == render_extraction(
        [extraction(EN, "en")], form
    )


def test_a_term_that_states_no_end_ends_a_day_before_its_anniversary() -> None:
    found = expiry(extraction(EN, "en"))
    assert found is not None
    assert found[0] == dt.date(2028, 1, 4)


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("P1M", dt.date(2026, 2, 28)),
        ("P30D", dt.date(2026, 3, 1)),
        ("P3BD", dt.date(2026, 3, 26)),
        ("P1Y", dt.date(2025, 3, 31)),
        ("P2W", dt.date(2026, 3, 17)),
    ],
)
def test_a_period_is_counted_back_from_a_day(period: str, before: dt.date) -> None:
    assert earlier(dt.date(2026, 3, 31), period) == before


@given(st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1)), st.integers(0, 2000))
def test_days_counted_on_and_back_are_the_same_day(day: dt.date, count: int) -> None:
    on = later(day, f"P{count}D")
    assert on is not None
    assert earlier(on, f"P{count}D") == day


@pytest.mark.parametrize("period", ["", "P6M..P1Y", "PT6H", "P99999D", "P9999Y"])
def test_what_is_no_period_moves_no_day(period: str) -> None:
    assert earlier(dt.date(2026, 3, 31), period) is None


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(WriteError, match="no facts in the form 'doc'"):
        render_extraction([extraction(EN, "en")], "doc")


def test_minutes_of_a_threshold_are_read_as_minutes() -> None:
    found = extraction("第一条 急诊平均响应时间不超过30分钟。\n", "zh")
    sheets = read_sheets(render_extraction([found], "xlsx"), "facts")
    (sheet,) = [sheet for sheet in sheets if sheet.name == "指标"]
    assert any("不超过30分钟" in map(str, row) for row in sheet.rows)


def test_the_listing_has_a_line_for_each_fact() -> None:
    found = extraction(EN, "en")
    listing = render_extraction([found], "txt").decode()
    assert sum(line.startswith("    ") for line in listing.splitlines()) == len(found.facts)
    assert "Parties (2)" in listing


@pytest.mark.parametrize(
    ("value", "op", "english", "chinese"),
    [
        ("P1Y", "", "1 year", "1年"),
        ("P30D", "<=", "at most 30 days", "不超过30日"),
        ("P3BD", ">=", "at least 3 business days", "不少于3个工作日"),
        ("P1Y6M", "", "1 year 6 months", "1年6个月"),
        ("P3M..P12M", "", "3 months to 12 months", "3个月至12个月"),
        ("PT6H30M", "<", "less than 6 hours 30 minutes", "不足6小时30分钟"),
        ("PT20S", "<=", "at most 20 seconds", "不超过20秒"),
        ("<=P9.5D", "", "at most 9.5 days", "不超过9.5日"),
        ("Provider", "", "", ""),
        ("P", "", "", ""),
        ("2026-01-01", "", "", ""),
    ],
)
def test_a_duration_is_said_in_words(value: str, op: str, english: str, chinese: str) -> None:
    assert reading(value, op, language("en").labels) == english
    assert reading(value, op, language("zh").labels) == chinese


def test_a_sheet_holds_dates_and_numbers_as_such_and_says_durations_in_words() -> None:
    sheets = {
        sheet.name: [dict(zip(sheet.rows[0], row, strict=True)) for row in sheet.rows[1:]]
        for sheet in read_sheets(render_extraction([extraction(ZH, "zh")], "xlsx"), "facts")
    }
    assert sheets["日期"][0]["值"] == dt.date(2026, 1, 1)
    assert isinstance(sheets["金额"][0]["值"], int)
    assert str(sheets["期限"][0]["释义"]).endswith("个工作日")
    assert sheets["总览"][0]["付款"] == "不超过20个工作日 (<= P20BD)"
    assert sheets["当事人"][0]["角色"] == "付费方"


def test_a_column_that_says_nothing_is_left_out_but_for_where_and_what() -> None:
    text = "SERVICES AGREEMENT\n\n1. Fee. It lasts 30 days.\n"
    *_, durations = [
        sheet
        for sheet in read_sheets(render_extraction([extraction(text, "en")], "xlsx"), "facts")
        if sheet.name == "Durations"
    ]
    assert durations.rows[0] == (
        "File",
        "Clause",
        "Value",
        "In words",
        "Text",
        "Rule",
        "Confidence",
    )


def test_what_looks_like_a_formula_stays_text() -> None:
    text = 'SERVICES AGREEMENT\n\n1. Fee. "Fee" means =1+1, or +2. It lasts 30 days.\n'
    found = extraction(text, "en")
    assert any(fact.value.startswith("=") or fact.name.startswith("=") for fact in found.facts)
    (sheet,) = read_sheets(render_extraction([found], "csv"), "facts.csv")
    assert not any(str(cell).startswith(("=", "+", "@")) for row in sheet.rows for cell in row)
    book = zipfile.ZipFile(io.BytesIO(render_extraction([found], "xlsx")))
    sheets = [book.read(name) for name in book.namelist() if "worksheets/" in name]
    assert sheets
    assert not any(b"<f>" in sheet for sheet in sheets)
