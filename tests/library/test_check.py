"""Every fault that a keeper of the library can plant is reported where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from contractkit.library import check, default_root
from tests.library.small import swap, write_small

PURPOSE = "clause_library/general/purpose"
TERMS = "clause_library/payment/terms"
SCHEDULE = "clause_library/payment/schedule"
RETENTION = "clause_library/records/retention"
CLINIC = "clause_library/records/clinic"
VARIABLES = "clause_library/variables.yaml"
ZH, EN = "templates/zh/small.yaml", "templates/en/small.yaml"

Fault = tuple[Mapping[str, str | bytes | None], str]


def terms(old: str, new: str) -> dict[str, str]:
    return swap(f"{TERMS}/clause.yaml", old, new)


# What is wrong, the change that plants it, and one line that check() must report.
FAULTS: Mapping[str, Fault] = {
    "half of a pair is missing": (
        {f"{PURPOSE}/standard.en.md": None},
        f"{PURPOSE}/standard.en.md:1:1: the file is missing",
    ),
    "half of a fallback is missing": (
        {f"{TERMS}/fallback-1.en.md": None},
        f"{TERMS}/fallback-1.en.md:1:1: the file is missing",
    ),
    "the variables are missing": ({VARIABLES: None}, f"{VARIABLES}:1:1: the file is missing"),
    "a number was changed in one language": (
        swap(f"{TERMS}/standard.en.md", "5 years", "6 years"),
        f"{TERMS}/standard.en.md:3:1: values differ: P5Y in zh line 3, P6Y in en",
    ),
    "a variable was changed in one language": (
        swap(f"{TERMS}/standard.en.md", "{payment_days}", "{penalty_percent}"),
        f"{TERMS}/standard.en.md:1:1: variables differ: payment_days in zh line 1, "
        "penalty_percent in en",
    ),
    "what is no amount is wanted in words": (
        swap(f"{TERMS}/standard.en.md", "{payment_days}", "{payment_days|words}"),
        f"{TERMS}/standard.en.md:1:24: payment_days is no amount of money",
    ),
    "a reference was changed in one language": (
        swap(f"{PURPOSE}/standard.en.md", "[[payment/terms]]", "[[payment/schedule]]"),
        f"{PURPOSE}/standard.en.md:1:1: references differ: payment/terms in zh line 1, "
        "payment/schedule in en",
    ),
    "a fallback differs between the languages": (
        swap(f"{TERMS}/fallback-1.zh.md", "{payment_days}", "10日"),
        f"{TERMS}/fallback-1.en.md:1:1: variables differ: nothing in zh line 1, payment_days in en",
    ),
    "paragraphs differ": (
        swap(f"{TERMS}/standard.en.md", "\n\nAfter", "\nAfter"),
        f"{TERMS}/standard.en.md:1:1: paragraphs and list items are not those of the zh text",
    ),
    "levels of list items differ": (
        swap(f"{RETENTION}/standard.en.md", "  - receipts", "- receipts"),
        f"{RETENTION}/standard.en.md:1:1: paragraphs and list items are not those of the zh text",
    ),
    "a variable is not declared": (
        swap(f"{PURPOSE}/standard.zh.md", "付款，", "付款{nobody}，"),
        f"{PURPOSE}/standard.zh.md:1:24: the variable nobody is not declared in any clause.yaml "
        "or in variables.yaml",
    ),
    "a preamble uses a variable that is not declared": (
        swap(ZH, "{provider.name}", "{nobody}"),
        f"{ZH}:5:1: the variable nobody is not declared in any clause.yaml or in variables.yaml",
    ),
    "a variable is never used": (
        terms("  penalty_p", "  spare_days: {type: days, label: {zh: 备, en: Spare}}\n  penalty_p"),
        f"{TERMS}/clause.yaml:9:3: the variable spare_days is never used",
    ),
    "a variable is declared twice": (
        swap(VARIABLES, "kind:", "payment_days: {type: days, label: {zh: 期, en: Term}}\nkind:"),
        f"{TERMS}/clause.yaml:8:3: the variable payment_days is declared in {VARIABLES} already",
    ),
    "a reference dangles": (
        swap(f"{PURPOSE}/standard.zh.md", "payment/terms", "payment/none"),
        f"{PURPOSE}/standard.zh.md:1:5: there is no clause payment/none",
    ),
    "a reference names no list item": (
        swap(f"{PURPOSE}/standard.zh.md", "retention#2", "retention#x"),
        f"{PURPOSE}/standard.zh.md:1:27: 'x' is not the number of a list item",
    ),
    "a reference names a list item that is not there": (
        swap(f"{PURPOSE}/standard.zh.md", "retention#2", "retention#3"),
        f"{PURPOSE}/standard.zh.md:1:27: records/retention has no list item 3",
    ),
    "list items count from one": (
        swap(f"{PURPOSE}/standard.zh.md", "retention#2", "retention#0"),
        f"{PURPOSE}/standard.zh.md:1:27: records/retention has no list item 0",
    ),
    "a key is unknown": (
        terms("severity", "severty"),
        f"{TERMS}/clause.yaml:15:1: severty: Extra inputs are not permitted",
    ),
    "a severity is unknown": (
        terms("severity: high", "severity: grave"),
        f"{TERMS}/clause.yaml:15:1: severity: Input should be 'high', 'medium' or 'low'",
    ),
    "a date is none": (
        terms("2026-01-01", "2026-02-30"),
        f"{TERMS}/clause.yaml:3:1: effective: day is out of range for month",
    ),
    "a version is none": (
        terms('"1.0"', "one"),
        f"{TERMS}/clause.yaml:1:1: version: String should match pattern '^\\d+\\.\\d+$'",
    ),
    "a key is missing": (
        terms("owner: Legal\n", ""),
        f"{TERMS}/clause.yaml:1:1: owner: Field required",
    ),
    "a type is unknown": (
        terms("type: days", "type: day"),
        f"{TERMS}/clause.yaml:8:18: type: Input should be 'text', 'choice'",
    ),
    "a name is not in snake case": (
        terms("  penalty_percent:", "  Penalty:"),
        f"{TERMS}/clause.yaml:9:3: Penalty: String should match pattern",
    ),
    "a label lacks a language": (
        terms("{zh: 付款期限, en: Payment term}, default", "{zh: 付款期限}, default"),
        f"{TERMS}/clause.yaml:8:30: label: the text in en is missing",
    ),
    "a label has a language too many": (
        terms("en: Penalty", "en: Penalty, fr: Amende"),
        f"{TERMS}/clause.yaml:9:36: label: unknown language fr",
    ),
    "a choice has no choices": (
        terms("type: days", "type: choice"),
        f"{TERMS}/clause.yaml:8:3: payment_days: choices are missing",
    ),
    "an amount of money has no currency": (
        swap(f"{SCHEDULE}/clause.yaml", "currency: CNY, ", ""),
        f"{SCHEDULE}/clause.yaml:13:7: fee_amount: currency",
    ),
    "a condition cannot be read": (
        terms('">=30"', '"at least 30"'),
        f"{TERMS}/clause.yaml:11:32: preferred: 'at least 30' is not a condition",
    ),
    "a default is out of bounds": (
        terms("default: 30", "default: 300"),
        f"{TERMS}/clause.yaml:8:67: default of payment_days is 300; at most 90 is wanted",
    ),
    "a position is on no variable": (
        terms("  payment_days: {better", "  delivery_days: {better"),
        f"{TERMS}/clause.yaml:11:3: a position on delivery_days, which is not a variable",
    ),
    "a required phrase is missing": (
        terms("en: [pay]", "en: [remit]"),
        f"{TERMS}/clause.yaml:13:22: required: 'remit' is missing from standard.en.md",
    ),
    "a prohibited phrase stands in the text": (
        terms("zh: [仲裁]", "zh: [违约金]"),
        f"{TERMS}/clause.yaml:14:14: prohibited: '违约金' stands in standard.zh.md",
    ),
    "a condition is on no variable": (
        swap(f"{CLINIC}/clause.yaml", "kind:", "sort:"),
        f"{CLINIC}/clause.yaml:7:8: when: sort is not a variable",
    ),
    "a condition can never hold": (
        swap(f"{CLINIC}/clause.yaml", "[clinic]", "[pharmacy]"),
        f"{CLINIC}/clause.yaml:7:8: when: pharmacy is not a choice of kind",
    ),
    "a table does not stand alone": (
        swap(f"{SCHEDULE}/standard.zh.md", "{fee_table}", "{fee_table}。"),
        f"{SCHEDULE}/standard.zh.md:3:1: the table fee_table must stand in a paragraph of its own",
    ),
    "a party stands without a field": (
        swap(ZH, "{payer.name}", "{payer}"),
        f"{ZH}:5:1: payer is a party: say which field, such as {{payer.name}}",
    ),
    "a party has no such field": (
        swap(ZH, "{payer.name}", "{payer.mail}"),
        f"{ZH}:5:1: payer has no field 'mail'",
    ),
    "a number has no fields": (
        swap(f"{TERMS}/standard.zh.md", "{payment_days}", "{payment_days.name}"),
        f"{TERMS}/standard.zh.md:1:6: payment_days has no field 'name'",
    ),
    "a template holds an unknown clause": (
        swap(EN, "payment/terms", "payment/none"),
        f"{EN}:7:1: there is no clause payment/none",
    ),
    "a template lacks what its clauses refer to": (
        {**swap(EN, "[payment/terms, ", "["), **swap(ZH, "[payment/terms, ", "[")},
        f"{ZH}:7:1: general/purpose refers to payment/terms, which the template does not hold",
    ),
    "a template holds a clause twice": (
        swap(ZH, "[payment/terms,", "[payment/terms, payment/terms,"),
        f"{ZH}:7:1: the clause payment/terms stands twice",
    ),
    "the outlines differ": (
        swap(EN, "[payment/terms, records/retention]", "[records/retention, payment/terms]"),
        f"{EN}:7:1: the clauses are not those of the zh template",
    ),
    "an attachment is a chapter in the other language": (
        swap(EN, "attachments:\n", ""),
        f"{EN}:7:1: the clauses are not those of the zh template",
    ),
    "a template has no twin": ({EN: None}, f"{ZH}:1:1: there is no {EN}"),
    "a template has another name than its file": (
        swap(ZH, "name: small", "name: tiny"),
        f"{ZH}:1:1: name: 'tiny' is not the file's name",
    ),
    "a template's party is no variable": (
        swap(ZH, "{payer: 甲方", "{payor: 甲方"),
        f"{ZH}:4:11: parties: payor is not a variable of type party",
    ),
    "a section is empty": (
        swap(ZH, "clauses: [general/purpose]", "clauses: []"),
        f"{ZH}:9:5: clauses: Tuple should have at least 1 item",
    ),
    "a look is missing": (
        swap(ZH, "look.docx", "none.docx"),
        f"{ZH}:2:1: look: there is no Word file none.docx beside it",
    ),
    "a look lies outside its folder": (
        swap(ZH, "look.docx", "../en/look.docx"),
        f"{ZH}:2:1: look: there is no Word file ../en/look.docx beside it",
    ),
    "a key stands twice": (
        terms("severity: high", "severity: high\nowner: Claims"),
        f"{TERMS}/clause.yaml:16:1: the key owner stands twice",
    ),
    "a file is not YAML": (
        terms("owner: Legal", "owner: [Legal"),
        f"{TERMS}/clause.yaml:5:7: not YAML: did not find expected ',' or ']'",
    ),
    "a file is empty": (
        {f"{PURPOSE}/clause.yaml": ""},
        f"{PURPOSE}/clause.yaml:1:1: {PURPOSE}/clause.yaml: Input should be a valid dictionary",
    ),
    "a text is not UTF-8": (
        {f"{TERMS}/standard.zh.md": "甲方".encode("gbk")},
        f"{TERMS}/standard.zh.md:1:1: not UTF-8 at byte 0: save it as UTF-8",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_where_it_stands(name: str, tmp_path: Path) -> None:
    changes, line = FAULTS[name]
    reported = [str(problem) for problem in check(write_small(tmp_path, changes))]
    assert any(one.startswith(line) for one in reported), "\n".join(reported)


def test_a_library_without_faults_has_no_problems(tmp_path: Path) -> None:
    assert check(write_small(tmp_path)) == ()


def test_the_library_that_we_ship_has_no_problems() -> None:
    assert check(default_root()) == ()


def test_faults_of_several_files_come_at_once_sorted_by_place(tmp_path: Path) -> None:
    names = ["a number was changed in one language", "a template has no twin", "a date is none"]
    changes = {key: text for name in names for key, text in FAULTS[name][0].items()}
    problems = check(write_small(tmp_path, changes))
    assert list(problems) == sorted(problems)
    lines = [str(problem) for problem in problems]
    assert FAULTS["a date is none"][1] in lines
    assert FAULTS["a template has no twin"][1] in lines
