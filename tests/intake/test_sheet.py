"""An intake sheet: what it asks, what it looks like to Excel, and how it is read back."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
import xlsxwriter

from contractkit.assembly import assemble
from contractkit.errors import AssemblyError
from contractkit.intake import prefilled, questions, read_intake, write_intake
from contractkit.model.standard import Library
from contractkit.model.typed import typed
from contractkit.sheets import Cell, read_sheets
from tests.conftest import Convert
from tests.intake.workbooks import cell_of, changed

Values = Callable[[str], dict[str, object]]
NAMES = (
    "hospital-service",
    "medical-management",
    "physician-service",
    "provider-participation",
    "renewal",
    "single-case",
)


def sheet(library: Library, template: str, values: dict[str, object], code: str) -> bytes:
    groups = questions(library, template, code)
    return write_intake(library, template, groups, prefilled(groups, values), language=code)


@pytest.fixture(scope="module")
def single(library: Library, sample_values: Values) -> bytes:
    return sheet(library, "single-case", sample_values("single-case"), "en")


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_sheet_gives_back_the_values_that_it_was_filled_with(
    library: Library, sample_values: Values, template: str, code: str
) -> None:
    values = sample_values(template)
    data = sheet(library, template, values, code)
    intake = read_intake(data, "a.xlsx", library, template)
    assert (intake.template, intake.language, intake.older) == (template, code, False)
    asked = [
        one.variable for group in questions(library, template, code) for one in group.questions
    ]
    for variable in asked:
        raw = values.get(variable.name, variable.default)
        if raw is not None:
            back = typed(variable, intake.values[variable.name])
            assert back == typed(variable, raw), variable.name


def test_the_same_values_give_the_same_bytes(
    library: Library, sample_values: Values, single: bytes
) -> None:
    assert sheet(library, "single-case", sample_values("single-case"), "en") == single


def test_what_a_template_uses_is_asked_once(library: Library) -> None:
    names = [one.variable.name for g in questions(library, "renewal", "zh") for one in g.questions]
    assert len(names) == len(set(names))
    assert {"payer", "provider", "effective_date", "changes"} <= set(names)
    with pytest.raises(AssemblyError, match=r"no template 'none'.*one of hospital-service"):
        questions(library, "none", "zh")


def test_excel_checks_dates_numbers_and_choices_and_keeps_codes_as_text(single: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(single)) as archive:
        first = archive.read("xl/worksheets/sheet1.xml").decode()
        styles = archive.read("xl/styles.xml").decode()
    for kind in ("whole", "date", "list", "decimal"):
        assert f'<dataValidation type="{kind}"' in first
    assert 'error="A whole number, at least 2, at most 120"' in first
    assert "<formula1>contractkit!$D$1:$D$7</formula1>" in first
    assert 'formatCode="@"' in styles


def test_choices_and_texts_are_shown_in_the_language_of_the_sheet(
    library: Library, sample_values: Values
) -> None:
    texts = [
        cell
        for row in read_sheets(sheet(library, "single-case", {}, "zh"), "a.xlsx")[0].rows
        for cell in row
    ]
    assert "参保人姓名" in texts
    rows = read_sheets(sheet(library, "renewal", sample_values("renewal"), "zh"), "a.xlsx")[0].rows
    shown = {row[-1]: row[1:3] for row in rows}
    assert shown["renewed_agreement_kind"] == ("定点医疗机构医疗服务协议", "")
    assert shown["signing_place"] == ("云岭市", "Yunling")
    assert shown["effective_date"] == (dt.date(2027, 1, 1), "")


@pytest.mark.parametrize(
    ("template", "code", "label"),
    [
        ("physician-service", "zh", "国家医保医师代码"),
        ("physician-service", "en", "National insured-care physician code"),
        ("single-case", "en", "National Provider Identifier (NPI)"),
        ("renewal", "en", "Identifier (USCC, NPI or TIN)"),
    ],
)
def test_a_party_is_asked_for_what_the_agreement_prints_in_its_words(
    library: Library, template: str, code: str, label: str
) -> None:
    asked = [one for group in questions(library, template, code) for one in group.questions]
    provider = next(one for one in asked if one.variable.name == "provider")
    assert provider.fields["code"] == label
    assert ("representative" in provider.fields) is (template != "physician-service")
    assert "contact" in provider.fields  # whom notices are sent to


def test_a_condition_is_told_beside_what_is_asked_under_it_alone(library: Library) -> None:
    found = [
        one
        for group in questions(library, "hospital-service", "zh")
        for one in group.questions
        if one.when
    ]
    assert found
    assert all(not one.required for one in found)


MISTAKES: list[tuple[str, Cell | None, str]] = [
    ("agreement_number", 12345, "is the number 12345, which may have lost its zeros"),
    ("agreement_number", dt.date(2026, 1, 2), "is the date 2026-01-02"),
    (
        "agreement_number",
        None,
        "agreement_number (Agreement number), used in the cover, is missing",
    ),
    ("effective_date", "soon", "is 'soon'; a date such as 2026-12-31 is wanted"),
    ("effective_date", "3/4/2026", "is '3/4/2026'; a date"),
    ("effective_date", 46023, "is '46023'; a date such as"),
    ("qualifying_reason", "boredom", "is 'boredom'; choose from the list"),
    ("authorized_sessions", 2.5, "is 2.5; a whole number is wanted"),
    ("authorized_sessions", "many", "is 'many'; a number is wanted"),
    ("authorized_sessions", True, "is True; a number is wanted"),
    ("authorized_sessions", 0, "is 0; at least 2 is wanted"),
    ("single_case_rate_percent", 120, "is 12000%; write 120% if that is meant"),
    ("single_case_rate_percent", 0.001, "is 0.1; at least 1 is wanted"),
    ("payer.code", 7, "payer (Payer), used in the parties, code is the number 7"),
]


@pytest.mark.parametrize(("variable", "cell", "message"), MISTAKES)
def test_a_mistake_is_told_with_its_cell(
    library: Library, single: bytes, variable: str, cell: Cell | None, message: str
) -> None:
    place = cell_of(single, variable)
    intake = read_intake(changed(single, {place: cell}), "a.xlsx", library, "single-case")
    with pytest.raises(AssemblyError) as caught:
        assemble(library, "single-case", intake.values, language="en", origins=intake.origins)
    head, line = caught.value.message.splitlines()
    assert head == "1 mistake in the values for single-case:"
    assert line.startswith(f"  {place}: ")
    assert message in line


def test_all_mistakes_are_told_at_once_those_of_tables_too(library: Library, single: bytes) -> None:
    broken = changed(
        single,
        {
            cell_of(single, "member_number"): 12,
            "Service lines!A5": 90791,
            "Service lines!C6": "several",
            "Service lines!D7": None,
        },
    )
    intake = read_intake(broken, "a.xlsx", library, "single-case")
    with pytest.raises(AssemblyError) as caught:
        assemble(library, "single-case", intake.values, language="en", origins=intake.origins)
    lines = caught.value.message.splitlines()
    assert lines[0].startswith("4 mistakes")
    assert [line.split(": ")[0].strip() for line in lines[1:]] == [
        cell_of(single, "member_number"),
        "Service lines!A5",
        "Service lines!C6",
        "Service lines!D7",
    ]


@pytest.mark.parametrize(
    ("variable", "cell", "value"),
    [
        ("agreement_number", "　00012345 \u00a0", "00012345"),
        ("effective_date", "2026年3月2日", "2026-03-02"),
        ("effective_date", "March 2, 2026", "2026-03-02"),
        ("effective_date", "2026/3/2", "2026-03-02"),
        ("effective_date", "２０２６-０３-０２", "2026-03-02"),
        ("effective_date", dt.datetime(2026, 3, 2, 8), dt.datetime(2026, 3, 2, 8)),
        ("authorized_sessions", " １２ ", "12"),
        ("authorized_sessions", 12.0, Decimal(12)),
        ("single_case_rate_percent", 1.2, Decimal(120)),
        ("single_case_rate_percent", "１２０％", "120%"),
        ("single_case_rate_percent", 0.07, Decimal(7)),
        ("rate_basis", "CHARGES ", "charges"),
        ("rate_basis", "双方为本协议议定的金额", "negotiated"),
    ],
)
def test_what_excel_and_people_do_to_a_value_is_undone(
    library: Library, single: bytes, variable: str, cell: Cell, value: object
) -> None:
    data = changed(single, {cell_of(single, variable): cell})
    assert read_intake(data, "a.xlsx", library, "single-case").values[variable] == value


def test_rows_may_be_moved_and_blank_rows_of_a_table_do_not_count(
    library: Library, single: bytes
) -> None:
    def values(data: bytes) -> dict[str, object]:
        return read_intake(data, "a.xlsx", library, "single-case").values

    before = values(single)
    one, two = cell_of(single, "member_number"), cell_of(single, "member_diagnosis_code")
    names = [place.replace("!B", "!G") for place in (one, two)]
    swapped = changed(
        single,
        {one: "F33.1", two: "LCH000417093", names[0]: "member_diagnosis_code",
         names[1]: "member_number"},
    )  # fmt: skip
    assert values(swapped) == before
    cleared = changed(single, {f"Service lines!{column}6": None for column in "ABCDEFGH"})
    lines = before["single_case_lines"]
    assert isinstance(lines, list)
    assert values(cleared)["single_case_lines"] == [lines[0], *lines[2:]]


def test_a_text_with_one_language_is_plain(library: Library, single: bytes) -> None:
    place = cell_of(single, "member_name")
    data = changed(single, {place.replace("!B", "!C"): None})
    assert (
        read_intake(data, "a.xlsx", library, "single-case").values["member_name"] == "Jordan Sample"
    )
    data = changed(single, {place: None})
    found = read_intake(data, "a.xlsx", library, "single-case").values["member_name"]
    assert found == {"zh": "乔丹·范例"}


def test_another_workbook_and_another_template_are_refused(library: Library, single: bytes) -> None:
    with pytest.raises(AssemblyError, match=r"not for singel-case \(generate single-case\)$"):
        read_intake(single, "v.xlsx", library, "singel-case")
    with pytest.raises(AssemblyError, match="made for the template single-case, not for renewal"):
        read_intake(single, "a.xlsx", library, "renewal")
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("a").write(0, 0, "x")
    with pytest.raises(AssemblyError, match=r"not an intake sheet .*contractkit intake renewal"):
        read_intake(out.getvalue(), "a.xlsx", library, "renewal")


def test_a_sheet_of_an_older_library_says_so_and_unknown_rows_are_mistakes(
    library: Library, single: bytes
) -> None:
    name = cell_of(single, "member_number").replace("!B", "!G")
    old = changed(single, {"contractkit!B4": "0" * 64, name: "member_nummer"})
    intake = read_intake(old, "a.xlsx", library, "single-case")
    assert intake.older
    with pytest.raises(AssemblyError, match="member_nummer is unknown; do you mean member_number"):
        assemble(library, "single-case", intake.values, language="en", origins=intake.origins)


def test_libreoffice_may_save_the_sheet(library: Library, single: bytes, soffice: Convert) -> None:
    saved = soffice({"a.xlsx": single}, "xlsx")["a"]
    assert saved != single
    before, after = (read_intake(one, "a", library, "single-case") for one in (single, saved))
    assert after.values == before.values


def test_values_that_do_not_fit_are_not_put_into_a_sheet(library: Library) -> None:
    groups = questions(library, "single-case", "en")
    wrong = {"effective_date": "soon", "single_case_lines": [{"code": "1"}], "payer": {}}
    with pytest.raises(AssemblyError, match="6 of the values do not fit") as caught:
        prefilled(groups, wrong, name="v.yaml")
    assert "single_case_lines row 1: column rate is missing" in str(caught.value)
