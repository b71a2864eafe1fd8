"""Every fault that a keeper of the library can plant is reported where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from contractkit.library import default_root
from contractkit.library.check import check
from tests.library.small import clause_yaml, swap, write_small

PURPOSE = "clause_library/general/purpose"
TERMS = "clause_library/payment/terms"
SCHEDULE = "clause_library/payment/schedule"
RETENTION = "clause_library/records/retention"
CLINIC = "clause_library/records/clinic"
VARIABLES = "clause_library/variables.yaml"
ZH, EN = "templates/zh/small.yaml", "templates/en/small.yaml"

LOCK = "clause_library/versions.lock"
RULES = {
    "clause_library/rules.yaml": (
        "- id: soon\n  severity: high\n  basis: Act 1\n  message: {zh: 过短, en: too soon}\n"
        "  subjects: {en: [payer]}\n  verbs: {en: [pay]}\n  kind: duration\n  minimum: P15D\n"
    )
}
SPARE = {
    "clause_library/records/spare/clause.yaml": clause_yaml("备用", "Spare"),
    "clause_library/records/spare/standard.zh.md": "备用。\n",
    "clause_library/records/spare/standard.en.md": "Spare.\n",
}

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
        f"{TERMS}/standard.en.md:3:1: values differ: P6Y here, P5Y in {TERMS}/standard.zh.md:3",
    ),
    "a variable was changed in one language": (
        swap(f"{TERMS}/standard.en.md", "{payment_days}", "{penalty_percent}"),
        f"{TERMS}/standard.en.md:1:1: variables differ: penalty_percent here, payment_days in "
        f"{TERMS}/standard.zh.md:1",
    ),
    "what is no amount is wanted in words": (
        swap(f"{TERMS}/standard.en.md", "{payment_days}", "{payment_days|words}"),
        f"{TERMS}/standard.en.md:1:24: payment_days is no amount of money",
    ),
    "a reference was changed in one language": (
        swap(f"{PURPOSE}/standard.en.md", "[[payment/terms]]", "[[payment/schedule]]"),
        f"{PURPOSE}/standard.en.md:1:1: references differ: payment/schedule here, payment/terms in "
        f"{PURPOSE}/standard.zh.md:1",
    ),
    "a fallback differs between the languages": (
        swap(f"{TERMS}/fallback-1.zh.md", "{payment_days}", "10日"),
        f"{TERMS}/fallback-1.en.md:1:1: variables differ: payment_days here, nothing in "
        f"{TERMS}/fallback-1.zh.md:1",
    ),
    "paragraphs differ": (
        swap(f"{TERMS}/standard.en.md", "\n\nAfter", "\nAfter"),
        f"{TERMS}/standard.en.md:1:1: paragraphs and list items are not those of "
        f"{TERMS}/standard.zh.md:1",
    ),
    "levels of list items differ": (
        swap(f"{RETENTION}/standard.en.md", "  - receipts", "- receipts"),
        f"{RETENTION}/standard.en.md:6:1: paragraphs and list items are not those of "
        f"{RETENTION}/standard.zh.md:6",
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
        f"{EN}:13:15: there is no clause payment/none",
    ),
    "a template lacks what its clauses refer to": (
        {**swap(EN, "[payment/terms, ", "["), **swap(ZH, "[payment/terms, ", "[")},
        f"{ZH}:9:15: general/purpose refers to payment/terms, which the template does not hold",
    ),
    "a template holds a clause twice": (
        swap(ZH, "[payment/terms,", "[payment/terms, payment/terms,"),
        f"{ZH}:13:30: the clause payment/terms stands twice",
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
    "a business day became a day": (
        {
            **swap(f"{TERMS}/standard.zh.md", "5年", "5个工作日"),
            **swap(f"{TERMS}/standard.en.md", "5 years", "5 days"),
        },
        f"{TERMS}/standard.en.md:3:1: values differ: P5D here, P5BD in {TERMS}/standard.zh.md:3",
    ),
    "an amount in 万元 is another": (
        {
            **swap(f"{TERMS}/standard.zh.md", "5年内有效", "最高5万元"),
            **swap(f"{TERMS}/standard.en.md", "for 5 years", "up to RMB 5,000"),
        },
        f"{TERMS}/standard.en.md:3:1: values differ: 5000 CNY here, "
        f"50000 CNY in {TERMS}/standard.zh.md:3",
    ),
    "a percentage is another": (
        {
            **swap(f"{TERMS}/standard.zh.md", "5年内有效", "另加10%"),
            **swap(f"{TERMS}/standard.en.md", "for 5 years", "with 15% on top"),
        },
        f"{TERMS}/standard.en.md:3:1: values differ: 15% here, 10% in {TERMS}/standard.zh.md:3",
    ),
    "a date is another": (
        {
            **swap(f"{TERMS}/standard.zh.md", "5年内有效", "2027年3月1日起有效"),
            **swap(f"{TERMS}/standard.en.md", "for 5 years", "from March 11, 2027"),
        },
        f"{TERMS}/standard.en.md:3:1: values differ: 2027-03-11 here, "
        f"2027-03-01 in {TERMS}/standard.zh.md:3",
    ),
    "a comparator was turned round": (
        {
            **swap(f"{TERMS}/standard.zh.md", "5年内有效", "不少于5年"),
            **swap(f"{TERMS}/standard.en.md", "for 5 years", "for no more than 5 years"),
        },
        f"{TERMS}/standard.en.md:3:1: comparators differ: at most P5Y here, "
        f"at least P5Y in {TERMS}/standard.zh.md:3",
    ),
    "a comparator of a variable was turned round": (
        {
            **swap(
                f"{TERMS}/standard.zh.md", "在{payment_days}内", "在不少于{payment_days}的期限内"
            ),
            **swap(f"{TERMS}/standard.en.md", "within {pay", "in no more than {pay"),
        },
        f"{TERMS}/standard.en.md:1:1: comparators differ: at most P30D here, "
        f"at least P30D in {TERMS}/standard.zh.md:1",
    ),
    "a fallback states another number": (
        {
            **swap(f"{TERMS}/fallback-1.zh.md", "付清", "付清，3日内通知"),
            **swap(f"{TERMS}/fallback-1.en.md", "pay up", "pay up, with notice in 2 days,"),
        },
        f"{TERMS}/fallback-1.en.md:1:1: values differ: P2D here, P3D in {TERMS}/fallback-1.zh.md:1",
    ),
    "a text is empty": (
        {f"{CLINIC}/standard.zh.md": "\n"},
        f"{CLINIC}/standard.zh.md:1:1: the text is empty",
    ),
    "a term in bold is not defined": (
        swap(f"{CLINIC}/standard.zh.md", "价格", "**基准价格**"),
        f"{CLINIC}/standard.zh.md:1:7: the term 基准价格 is not defined",
    ),
    "a term in quotation marks is not defined": (
        swap(f"{CLINIC}/standard.en.md", "its prices", 'its "Base Prices"'),
        f"{CLINIC}/standard.en.md:1:1: the term Base Prices is not defined",
    ),
    "a caption is of no field": (
        swap(ZH, "look: look.docx\n", "look: look.docx\ncaptions: {payer: {tax: 税号}}\n"),
        f"{ZH}:3:20: captions: tax is not a field of a party",
    ),
    "a term in capitals is not defined": (
        swap(f"{TERMS}/standard.en.md", "After that, ", "After the Grace Period, "),
        f"{TERMS}/standard.en.md:3:11: the term Grace Period is not defined in small",
    ),
    "a term in capitals opens a sentence": (
        swap(f"{CLINIC}/standard.en.md", "A clinic", "Network Doctors"),
        f"{CLINIC}/standard.en.md:1:1: the term Network Doctors is not defined in small",
    ),
    "a defined term is never used": (
        swap(f"{RETENTION}/standard.zh.md", "销毁住院病历", "销毁"),
        f"{RETENTION}/standard.zh.md:3:3: the term 住院病历 is defined and never used",
    ),
    "a default is below what the law wants": (
        {**RULES, **terms("default: 30, min: 1", "default: 10, min: 20")},
        f"{TERMS}/clause.yaml:8:67: default of payment_days is 10; the law wants P15D: "
        "too soon (Act 1)",
    ),
    "a bound lets a value below what the law wants": (
        RULES,
        f"{TERMS}/clause.yaml:8:80: min of payment_days is 1; the law wants P15D: too soon (Act 1)",
    ),
    "a clause needs one that the template does not hold": (
        terms("severity", "needs: [records/spare]\nseverity") | SPARE,
        f"{ZH}:13:15: payment/terms needs records/spare, which the template does not hold",
    ),
    "a clause needs one that is not there": (
        terms("severity", "needs: [records/none]\nseverity"),
        f"{TERMS}/clause.yaml:15:9: needs: there is no other clause records/none",
    ),
    "a clause excludes itself": (
        terms("severity", "excludes: [payment/terms]\nseverity"),
        f"{TERMS}/clause.yaml:15:12: excludes: there is no other clause payment/terms",
    ),
    "a status is unknown": (
        terms("published", "final"),
        f"{TERMS}/clause.yaml:2:1: status: Input should be 'draft', 'published' or 'retired'",
    ),
    "an archived text lacks a half": (
        {
            f"{TERMS}/archive/0.9/clause.yaml": clause_yaml("付款", "Payment"),
            f"{TERMS}/archive/0.9/standard.zh.md": "甲方付款。",
        },
        f"{TERMS}/archive/0.9/standard.en.md:1:1: the file is missing",
    ),
    "a published text was changed under its version": (
        {LOCK: "payment/terms 1.0 standard.zh.md 0123456789abcdef\n"},
        f"{TERMS}/standard.zh.md:1:1: the text of version 1.0 was changed after it was published",
    ),
    "a published text was never locked": (
        {LOCK: ""},
        f"{PURPOSE}/standard.en.md:1:1: version 1.0 is not in versions.lock: run contractkit",
    ),
    "a person has a field that is not there": (
        swap(ZH, "preamble: |", "persons: {provider: {title: 职称}}\npreamble: |"),
        f"{ZH}:5:22: persons: title is neither a field of a party nor a variable",
    ),
    "what stands before a field is said of a field that is not there": (
        swap(ZH, "preamble: |", "captions: {provider: {title: 职称}}\npreamble: |"),
        f"{ZH}:5:23: captions: title is not a field of a party",
    ),
    "what stands before a field is said of nobody": (
        swap(ZH, "preamble: |", "captions: {broker: {code: 代码}}\npreamble: |"),
        f"{ZH}:5:12: captions: broker is no party of the template, or a natural person",
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
