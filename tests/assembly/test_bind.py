"""Values that fit, values that do not, and what is printed of them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from contractkit.assembly import assemble, standard_text
from contractkit.errors import AssemblyError, LibraryError, UsageError
from contractkit.library import load_library
from contractkit.model.standard import Library
from contractkit.model.typed import Path as Path_
from tests.library.small import VALUES, swap, write_small

CHANGES = "clause_library/payment/changes/clause.yaml"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_small(tmp_path_factory.mktemp("small")))


def without(*names: str) -> dict[str, object]:
    return {name: value for name, value in VALUES.items() if name not in names}


@pytest.mark.parametrize(
    ("values", "mistake"),
    [
        (without("agreement_number"), "agreement_number (协议编号), used in the cover, is missing"),
        (without("penalty_percent"), "(违约金比例), used in payment/terms, is missing"),
        (without("provider"), "provider (乙方), used in the parties, is missing"),
        ({**VALUES, "payment_day": 3}, "payment_day is unknown; do you mean payment_days?"),
        ({**VALUES, "zzz": 3}, "zzz is unknown"),
        ({**VALUES, "payment_days": "91"}, "(付款期限), used in payment/terms, is 91; at most 90"),
        ({**VALUES, "payment_days": "soon"}, "is 'soon'; a number is wanted"),
        ({**VALUES, "expiry_date": "2026-13-01"}, "(届满日期), used in the cover, is '2026-13-01'"),
        ({**VALUES, "payer": "云岭"}, "payer (甲方), used in the parties, must give a party"),
        ({**VALUES, "signing_place": "a\x07"}, "holds the control character U+0007"),
        ({**VALUES, "fee_table": [{"service": "a"}]}, "row 1: column fee_amount is missing"),
    ],
)  # fmt: skip
def test_a_mistake_names_the_variable_its_label_and_its_place(
    small: Library, values: Mapping[str, object], mistake: str
) -> None:
    with pytest.raises(AssemblyError) as caught:
        assemble(small, "small", values, language="zh")
    assert mistake in caught.value.message
    assert caught.value.message.startswith("1 mistake in the values for small:")


def test_all_mistakes_are_told_at_once(small: Library) -> None:
    values = {**without("provider"), "payment_days": "0", "nonsense_word": 1, "payer": {}}
    with pytest.raises(AssemblyError) as caught:
        assemble(small, "small", values, language="en")
    first, *lines = caught.value.message.splitlines()
    assert first == "4 mistakes in the values for small:"
    assert sorted(line.split()[0] for line in lines) == [
        "nonsense_word",
        "payer",
        "payment_days",
        "provider",
    ]


def test_a_label_is_told_in_the_language_of_the_agreement(small: Library) -> None:
    with pytest.raises(AssemblyError, match=r"penalty_percent \(Penalty\)"):
        assemble(small, "small", without("penalty_percent"), language="en")


def test_an_unused_variable_need_not_be_given(tmp_path: Path) -> None:
    change = swap("clause_library/records/clinic/standard.zh.md", "价格", "{clinic_hours}")
    change |= swap("clause_library/records/clinic/standard.en.md", "its prices", "{clinic_hours}")
    change |= swap(
        "clause_library/records/clinic/clause.yaml",
        "when:",
        "variables: {clinic_hours: {type: hours, label: {zh: 时, en: Hours}}}\nwhen:",
    )
    library = load_library(write_small(tmp_path, change))
    assemble(library, "small", VALUES, language="zh")
    with pytest.raises(AssemblyError, match=r"clinic_hours .* is missing"):
        assemble(library, "small", {**VALUES, "kind": "clinic"}, language="zh")


def test_the_standard_text_shows_a_blank_by_its_label(small: Library) -> None:
    agreement = standard_text(small, "small", {}, language="zh")
    texts = "\n".join(block.text for block in agreement.blocks())
    assert "[甲方]与[乙方]订立本协议。" in texts
    assert "按[违约金比例]支付" in texts
    assert "在30日内付款" in texts  # the default
    assert [block.cells for block in agreement.blocks() if block.cells] == [("服务", "单价")]


def test_the_standard_text_still_refuses_what_does_not_fit(small: Library) -> None:
    with pytest.raises(AssemblyError, match="1 mistake"):
        standard_text(small, "small", {"payment_days": "91"}, language="zh")


def test_a_text_is_printed_in_the_language_of_the_agreement(small: Library) -> None:
    names = [
        assemble(small, "small", VALUES, language=code).parties[0].name for code in ("zh", "en")
    ]
    assert names == ["云岭医保中心", "Yunling Center"]


def test_a_party_field_that_was_not_given_prints_as_a_blank_line(small: Library) -> None:
    party = assemble(small, "small", VALUES, language="zh").parties[1]
    assert dict(party.details)["phone"] == "＿＿＿＿"


def test_codes_keep_their_zeros(small: Library) -> None:
    agreement = assemble(small, "small", VALUES, language="zh")
    assert dict(agreement.details)["agreement_number"] == "00012345"
    assert dict(agreement.parties[0].details)["code"] == "00012345"


@pytest.mark.parametrize(
    ("on", "held"),
    [(None, True), (datetime.date(2026, 7, 1), True), (datetime.date(2026, 6, 30), False)],
)
def test_a_clause_stands_in_the_agreement_from_its_day_on(
    tmp_path: Path, on: datetime.date | None, held: bool
) -> None:
    change = swap("clause_library/general/purpose/standard.zh.md", "和[[payment/changes]]", "")
    library = load_library(write_small(tmp_path, change))
    agreement = assemble(library, "small", VALUES, language="zh", on=on)
    assert ("payment/changes" in {one.standard for _, one in agreement.walk()}) is held


@pytest.mark.parametrize("status", ["draft", "retired"])
def test_only_published_clauses_stand_in_an_agreement(tmp_path: Path, status: str) -> None:
    change = swap(CHANGES, "published", status)
    change |= swap("clause_library/general/purpose/standard.zh.md", "和[[payment/changes]]", "")
    library = load_library(write_small(tmp_path, change))
    agreement = assemble(library, "small", VALUES, language="zh")
    assert "payment/changes" not in {one.standard for _, one in agreement.walk()}


def test_the_manifest_is_enough_to_assemble_the_agreement_again(small: Library) -> None:
    agreement = assemble(small, "small", VALUES, language="zh")
    manifest = json.loads(agreement.manifest)
    assert (manifest["template"], manifest["language"]) == ("small", "zh")
    assert manifest["library"] == small.digest
    assert manifest["clauses"]["payment/terms"] == "1.0"
    assert assemble(small, "small", manifest["values"], language="zh") == agreement


def test_an_unknown_template_is_told_with_those_there_are(small: Library) -> None:
    with pytest.raises(AssemblyError, match="no template 'large' in zh") as caught:
        assemble(small, "large", VALUES, language="zh")
    assert caught.value.hint == "one of small"


def test_an_unknown_language_is_told_with_those_there_are(small: Library) -> None:
    with pytest.raises(UsageError, match="unknown language 'fr'"):
        assemble(small, "small", VALUES, language="fr")


def test_an_undeclared_variable_is_told_and_does_not_crash(tmp_path: Path) -> None:
    change = swap("clause_library/general/purpose/standard.zh.md", "付款，", "付款{nobody}，")
    library = load_library(write_small(tmp_path, change))
    with pytest.raises(AssemblyError, match="nobody, used in general/purpose, is not declared"):
        assemble(library, "small", VALUES, language="zh")


def test_a_template_with_an_unknown_clause_is_told_and_does_not_crash(tmp_path: Path) -> None:
    change = swap("templates/zh/small.yaml", "records/retention", "records/none")
    library = load_library(write_small(tmp_path, change))
    with pytest.raises(LibraryError, match="records/none"):
        assemble(library, "small", VALUES, language="zh")


def test_the_same_input_gives_the_same_agreement(small: Library) -> None:
    backwards = dict(reversed(list(VALUES.items())))
    assert assemble(small, "small", VALUES, language="zh") == assemble(
        small, "small", backwards, language="zh"
    )


def test_a_mistake_tells_where_its_value_comes_from(small: Library) -> None:
    rows = [{"service": "a", "fee_amount": "1"}, {"service": "b", "fee_amount": "x"}]
    values = {**without("signing_place"), "fee_table": rows, "payer": {"name": "a", "fax": "b"}}
    origins: dict[Path_, str] = {
        ("fee_table",): "价格!A5",
        ("fee_table", 2, "fee_amount"): "价格!B6",
        ("payer",): "填写!B11",
        ("signing_place",): "填写!B7",
    }
    with pytest.raises(AssemblyError) as caught:
        assemble(small, "small", values, language="zh", origins=origins)
    _, *lines = caught.value.message.splitlines()
    assert sorted(line.split(": ")[0].strip() for line in lines) == [
        "价格!B6",
        "填写!B11",
        "填写!B7",
    ]


WORDS = {
    "clause_library/payment/schedule/standard.zh.md": "上限{limit_amount|words}：\n\n{fee_table}\n"
}
WORDS["clause_library/payment/schedule/standard.en.md"] = (
    "At most {limit_amount|words}.\n\n{fee_table}\n"
)
WORDS |= swap(
    "clause_library/payment/schedule/clause.yaml",
    "variables:\n",
    "variables:\n  limit_amount: {type: money, currency: CNY, label: {zh: 上限, en: Limit}}\n",
)


def test_an_amount_is_printed_in_words_where_the_text_wants_it(tmp_path: Path) -> None:
    library = load_library(write_small(tmp_path, WORDS))
    for code, said in (
        ("zh", "人民币壹拾万元伍角（¥100,000.50）"),
        ("en", "One Hundred Thousand and 50/100 Yuan (CNY 100,000.50)"),
    ):
        values = {**VALUES, "limit_amount": "100,000.50"}
        made = assemble(library, "small", values, language=code)
        assert any(said in clause.text for _, clause in made.walk())
    with pytest.raises(
        AssemblyError, match=r"limit_amount \(上限\), used in payment/schedule in words"
    ):
        assemble(library, "small", {**VALUES, "limit_amount": "0.125"}, language="zh")


@pytest.mark.parametrize(
    ("place", "code", "noted"),
    [
        ({"zh": "云岭市", "en": "Yunling"}, "en", False),
        ({"zh": "云岭市"}, "en", True),
        ("云岭市18号", "en", True),
        ("Yunling", "zh", True),
        ("YL-18", "zh", False),
        ("YL-18", "en", False),
        ("18", "en", False),
    ],
)
def test_a_text_that_is_not_in_the_agreements_language_is_noted(
    small: Library, place: object, code: str, noted: bool
) -> None:
    made = assemble(small, "small", {**VALUES, "signing_place": place}, language=code)
    label = small.variables["signing_place"].label[code]
    assert any(label in note for note in made.notes) is noted


def test_what_is_not_known_of_a_party_prints_as_a_blank_and_is_noted(small: Library) -> None:
    payer = {"name": "Yunling Center", "address": "18 Huimin Road"}
    made = assemble(small, "small", {**VALUES, "payer": payer}, language="en")
    assert dict(made.parties[0].details)["phone"] == "________"
    assert any("blanks stand for them: " in note for note in made.notes)
    assert any("Payer (Telephone)" in note for note in made.notes)
    assert not any("Payer (Address)" in note for note in made.notes)


def test_the_manifest_holds_each_clauses_text_as_it_was_printed(small: Library) -> None:
    made = assemble(small, "small", VALUES, language="zh")
    manifest = json.loads(made.manifest)
    assert set(manifest["texts"]) == set(manifest["clauses"]) == set(manifest["digests"])
    assert manifest["texts"]["payment/terms"].startswith("付款期限\n甲方应当在30日内付款。\n")
