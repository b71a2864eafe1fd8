"""What every language promises, held against each of them: one table of laws, two languages."""

from __future__ import annotations

import re
from decimal import Decimal
from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contractkit.errors import UsageError
from contractkit.lang import LANGUAGES, detect, language
from contractkit.lang.base import Language

EACH = pytest.mark.parametrize("tongue", LANGUAGES.values(), ids=LANGUAGES)
CONTRACTUAL = st.text(
    "甲乙方第一二十条（）()。，,.;；“”\"'Section aIVx0123456789０９％% \u3000\t\nｶﾞ⑩½ﬁİŉß"
)
TEXTS = CONTRACTUAL | st.text()

LAW = settings(deadline=None)

# What citations and open dates are written with, each alone or joined to the next.
CITING = st.lists(
    st.sampled_from(
        (
            *"第 附件 附录 条 條 款 项 一 二十 12 3.1 、 ， 和 至 （ ） 年 月 日".split(),
            *"Section ＳＥＣ. § (a) Exhibit A and through above 2.4 day of this May , ●".split(),
            *"2026 20 / __ ＿ × [ ] ［".split(),
            *(" ", "\u3000", "\n"),
        )
    ),
    max_size=9,
).map("".join)

ROLES = ("chapter", "clause", "item", "subitem", "attachment", "attachment_clause")
LETTERED = {("en", "item"): 52, ("en", "attachment"): 26}  # how far letters are read: zz, Z


@EACH
@LAW
@given(TEXTS)
@example("全角ＡＢ　１２３％，ﬁ ½")
def test_normalized_offsets_lead_back_into_the_source(tongue: Language, text: str) -> None:
    normal = tongue.normalize(text)
    assert len(normal.offsets) == len(normal.text) + 1
    assert list(normal.offsets) == sorted(normal.offsets)
    assert normal.offsets[-1] == len(text)
    for at in range(len(normal.text)):
        start, end = normal.source(at, at + 1)
        assert normal.text[at] in tongue.normalize(text[start:end]).text


@EACH
@LAW
@given(TEXTS)
def test_normalizing_twice_is_normalizing_once(tongue: Language, text: str) -> None:
    once = tongue.normalize(text).text
    assert tongue.normalize(once).text == once


@EACH
@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("（１５％）", "(15%)"),
        ("“甲”", '"甲"'),
        ("A b\u3000c\n", "abc"),
        ("ＡＢＣ", "abc"),
        ("a–b—c", "a-b-c"),
    ],
)
def test_width_case_quotes_and_space_do_not_count(tongue: Language, one: str, two: str) -> None:
    assert tongue.normalize(one).text == tongue.normalize(two).text


@EACH
@LAW
@given(TEXTS)
@example("满30日，须付10,000.50元；Net sixty (60) days’ notice, $5.00")
def test_tokens_cover_every_character_but_spaces(tongue: Language, text: str) -> None:
    tokens = tongue.tokens(text)
    assert all(text[token.start : token.end] == token.text != "" for token in tokens)
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    assert "".join(token.text for token in tokens) == re.sub(r"\s", "", text)


@EACH
@LAW
@given(
    st.lists(st.sampled_from(["甲方付款。", "The Payer pays. ", "逾期的；", "若否？\n", "Done! "]))
)
def test_sentences_cover_the_text_in_order(tongue: Language, pieces: list[str]) -> None:
    text = "".join(pieces)
    found = tongue.sentences(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert "".join("".join(one.text for one in found).split()) == "".join(text.split())


@EACH
@LAW
@given(TEXTS)
def test_the_readers_of_a_language_never_fail(tongue: Language, text: str) -> None:
    for value in tongue.values(text):
        assert text[value.start : value.end] == value.text
    assert all(tongue.words(text))
    assert 0 <= tongue.share(text) <= 1
    assert all(label.path and label.length <= len(text) for label in tongue.numbering.parse(text))


@EACH
@LAW
@given(CITING | TEXTS)
@example("第一、二、三、四、五、六条")
@example("見第四條；第３款")
@example("This Agreement is made as of          , 2026")
@example("on the      day  of May, 2026")
@example("签订日期：　　年　　月　　日")
def test_a_look_misses_no_citation_and_no_open_date(tongue: Language, text: str) -> None:
    kinds = {value.kind for value in tongue.values(text)}
    assert "clause" not in kinds or tongue.lexicon.cites.search(text)
    assert "date_blank" not in kinds or tongue.lexicon.open_date.search(text)


@EACH
@pytest.mark.parametrize("role", ROLES)
def test_a_printed_number_reads_back_as_its_path(tongue: Language, role: str) -> None:
    last = LETTERED.get((tongue.code, role), 300)
    dotted = "." in tongue.numbering.label(role, (3, 1))
    for n in range(1, last + 1):
        path = (7, n) if dotted and role == "clause" else (n,)
        printed = tongue.numbering.label(role, path)
        readings = tongue.numbering.parse(f"{printed} ")
        assert path in [reading.path for reading in readings], printed
        assert printed in [reading.text for reading in readings]


def test_the_languages_have_the_same_labels_with_the_same_blanks() -> None:
    zh, en = (language(code).labels for code in ("zh", "en"))
    assert zh.keys() == en.keys()
    blanks = re.compile(r"{(\w+)}")
    for key in zh:
        assert set(blanks.findall(zh[key])) == set(blanks.findall(en[key])), key


@EACH
def test_no_label_stands_in_two_files_of_labels(tongue: Language) -> None:
    package = import_module(f"contractkit.lang.{tongue.code}.labels")
    tables = [table for name, table in vars(package).items() if name.isupper() and name != "LABELS"]
    assert sum(map(len, tables)) == len(package.LABELS)


def test_the_languages_have_the_same_tables_and_roles() -> None:
    zh, en = language("zh"), language("en")
    assert zh.numbering.printed.keys() == en.numbering.printed.keys() == set(ROLES)
    assert {kind: set(rows) for kind, rows in zh.lexicon.words.items()} == {
        kind: set(rows) for kind, rows in en.lexicon.words.items()
    }
    assert (
        set(zh.lexicon.parties.values())
        >= {"payer", "provider"}
        <= set(en.lexicon.parties.values())
    )


@EACH
@pytest.mark.parametrize(
    ("kind", "amount", "form"),
    [
        ("years", "30", "P30Y"),
        ("months", "6", "P6M"),
        ("days", "7", "P7D"),
        ("business_days", "3", "P3BD"),
        ("hours", "6", "PT6H"),
        ("percent", "2.5", "2.5%"),
        ("money", "10000", "10000"),
        ("date", "2026-03-01", "2026-03-01"),
    ],
)
def test_a_printed_value_reads_back(tongue: Language, kind: str, amount: str, form: str) -> None:
    value = amount if kind == "date" else Decimal(amount)
    printed = tongue.format_value(kind, value)
    assert [found.value for found in tongue.values(printed)] == [form], printed


CITED = {
    "zh": [
        (("第十三条", (), ""), "第十三条"),
        (("第十三条", ("（二）",), ""), "第十三条第（二）项"),
        (("第二条", (), "附件一"), "附件一第二条"),
    ],
    "en": [
        (("8.2", (), ""), "Section 8.2"),
        (("8.2", ("(b)",), ""), "Section 8.2(b)"),
        (("3.", (), "ATTACHMENT A"), "Section 3 of Attachment A"),
    ],
}


@pytest.mark.parametrize(
    ("code", "place", "citation"), [(code, *case) for code in CITED for case in CITED[code]]
)
def test_a_clause_is_cited_as_the_language_cites(
    code: str, place: tuple[str, tuple[str, ...], str], citation: str
) -> None:
    assert language(code).numbering.cite(*place) == citation


MENTIONED = [
    ("zh", "乙方不得拒收病人", "modality", ["must_not 不得"]),
    ("zh", "甲方可以抽查，乙方应当配合", "modality", ["may 可以", "must 应当"]),
    ("zh", "乙方有权申诉", "modality", ["may 有权"]),
    ("zh", "甲方不予支付", "negation", ["not 不予"]),
    ("zh", "未经甲方同意", "negation", ["not 未经"]),
    ("zh", "甲方按期支付费用", "modality", []),
    ("en", "The Payer shall pay and may audit", "modality", ["must shall", "may may"]),
    ("en", "Provider shall not bill Members", "modality", ["must_not shall not"]),
    ("en", "Provider may not bill Members", "modality", ["must_not may not"]),
    (
        "en",
        "Provider shall\nnot bill; it may  not",
        "modality",
        ["must_not shall\nnot", "must_not may  not"],
    ),
    ("en", "without notice", "negation", ["not without"]),
    ("en", "rates as of May 2026 and of 3 May, in May and June", "modality", []),
    ("en", "May 1, 2026", "modality", []),
    ("en", "PROVIDER MAY TERMINATE", "modality", ["may MAY"]),
    ("en", "As follows. May either party object, it says so.", "modality", ["may May"]),
]


@pytest.mark.parametrize(("code", "text", "kind", "wanted"), MENTIONED)
def test_words_of_duty_and_denial_are_found(
    code: str, text: str, kind: str, wanted: list[str]
) -> None:
    found = [m for m in language(code).mentions(text) if m.kind == kind]
    assert [f"{m.key} {text[m.start : m.end]}" for m in found] == wanted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("甲方应当按月拨付 (see Schedule A)", "zh"),
        ("The Payer shall pay monthly", "en"),
        ("第一条 术语 Agreement 指本协议及其全部附件", "zh"),
    ],
)
def test_the_language_is_told_from_most_of_the_text(text: str, code: str) -> None:
    assert detect(text).code == code


def test_an_unknown_language_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match="zh, en"):
        language("fr")


@EACH
@LAW
@given(st.decimals(0, 10**9, places=2), st.sampled_from(("USD", "CNY")))
def test_an_amount_with_its_cents_states_the_same_amount(
    tongue: Language, amount: Decimal, currency: str
) -> None:
    printed = tongue.format_value("money", amount, currency=currency, cents=True)
    assert re.search(r"\.\d\d(?!\d)", printed)
    (found,) = (one for one in tongue.values(printed) if one.kind == "money")
    assert (Decimal(found.value), found.unit) == (amount, currency)
