"""What the values of Chinese text are, and that a printed value is found again."""

from __future__ import annotations

import datetime as dt
import json
import os
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from contractkit.lang.value import KINDS
from contractkit.lang.zh.numerals import amount_in_words
from contractkit.lang.zh.values import format_value, values

CORPUS = Path(
    os.environ.get("CONTRACTKIT_CORPUS", Path(__file__).parents[2] / ".." / "shared" / "corpus")
)

# text · what is found in it: kind, comparator and value, in reading order
CASES = {
    "旷工达3天的；合格率未达98%；满意度不能达到70%；使用率不足60%": [
        "duration >=P3D",
        "percent <98%",
        "percent <70%",
        "percent <60%",
    ],
    "罚款达月服务费的15%；到货数未达约定件数 90%的；累计不超过合同总价的 5%": [
        "percent >=15%",
        "percent <90%",
        "percent <=5%",
    ],
    "每次最高支付违约金人民币叁万元；评分不能低于90分": ["money <=30000 CNY", "score >=90"],
    "开工前5日；手术前7天内；离职前十二个月的平均工资；终止合同前一个月的日均工资": [
        "duration >=P5D",
        "duration <=P7D",
        "duration P12M",
        "duration P1M",
    ],
    "每满一年递增3%": ["duration P1Y", "percent 3%"],
    "双方各执俩份，最后一份存档": ["count 2 份"],
    "2026年9月1日至15日前后": ["date 2026-09-01"],
    "每月测评，凡不能达到70%的": ["percent <70%"],
    "工程款结清。第六条、安全责任；第七条、第八条": ["clause 7", "clause 8"],
    "甲方日期：年月日    乙方日期：年月日": ["date_blank 20__-__-__", "date_blank 20__-__-__"],
    "协议自2026年1月1日起生效": ["date 2026-01-01"],
    "截至２０２６年１２月３１日": ["date 2026-12-31"],
    "二〇一一年十月，二 〇 一 二 年": ["date 2011-10", "date 2012"],
    "成立于2003年，满15年": ["date 2003", "duration >=P15Y"],
    "2026-03-05 与 2026/3/6": ["date 2026-03-05", "date 2026-03-06"],
    "自20年月日至20 年 月 日": ["date_blank 20__-__-__", "date_blank 20__-__-__"],
    "＿＿年＿＿月＿＿日签订": ["date_blank 20__-__-__"],
    "2026年 月 日、20XX年X月": ["date_blank 2026-__-__", "date_blank 20__-__"],
    "2026年2月30日": [],
    "次年1月、5月1日、每月10日、17时30分": [],
    "注明年月日": [],
    "三日，3天，三 个 工 作 日，3个自然日": [
        "duration P3D",
        "duration P3D",
        "duration P3BD",
        "duration P3D",
    ],
    "半年、一年半、1年6个月、两周、两个季度、24小时、30分钟": [
        "duration P6M",
        "duration P18M",
        "duration P1Y6M",
        "duration P2W",
        "duration P6M",
        "duration PT24H",
        "duration PT30M",
    ],
    "最后一日、第一日、当日、每日、数十日、两三天": [],
    "3个月至12个月": ["duration P3M..P12M"],
    "暂停6个月以上1年以下": ["duration P6M..P1Y"],
    "5-10日": ["duration P5D..P10D"],
    "1万元以上5万元以下": ["money 10000..50000 CNY"],
    "5至10万元，￥３，０００元": ["money 50000..100000 CNY", "money 3000 CNY"],
    "人民币壹拾万元整、RMB 1.5万元、百元以上、单位：万元": [
        "money 100000 CNY",
        "money 15000 CNY",
        "money >=100 CNY",
    ],
    "1,200.50元，10,000美元，贰佰元伍角": [
        "money 1200.5 CNY",
        "money 10000 USD",
        "money 200.5 CNY",
    ],
    "百分之六十五、5‰、万分之五、５％": [
        "percent 65%",
        "percent 0.5%",
        "percent 0.05%",
        "percent 5%",
    ],
    "5%以上20%以下，百分之三至百分之五，百分之三至五": [
        "percent 5%..20%",
        "percent 3%..5%",
        "percent 3%..5%",
    ],
    "3至5倍，等值以上3倍以下，1.5倍": ["multiple 3..5", "multiple 1..3", "multiple 1.5"],
    "扣2分，累计达12分的": ["score 2", "score >=12"],
    "30分钟、两部分、十分重要、三分之二": ["duration PT30M"],
    "一式两份，缺勤3次，两名医师": ["count 2 份", "count 3 次", "count 2 名"],
    "一次性、一份子、第三人": [],
    "第十条第二款第三项，第七条至第九条，第3.1条": [
        "clause 10/2/3",
        "clause 7..9",
        "clause 3/1",
    ],
    "第二十二条第二款、第三款，第三十条第二项，第七、八条": [
        "clause 22/2",
        "clause 22/3",
        "clause 30/1/2",
        "clause 7",
        "clause 8",
    ],
    "三十（30）日，10（拾）个工作日，百分之五（5%），5%（百分之五）": [
        "duration P30D",
        "duration P10BD",
        "percent 5%",
        "percent 5%",
    ],
    "人民币100万元（大写：壹佰万元整），1000元（200元）": [
        "money 1000000 CNY",
        "money 1000 CNY",
        "money 200 CNY",
    ],
    "3年（含3年）以上，80分（含）至90分，2026年上半年": [
        "duration >=P3Y",
        "score 80..90",
        "date 2026",
    ],
    "二〇二六年　月　日，二O二六年一月": ["date_blank 2026-__-__", "date 2026-01"],
    "每人次200元，200元/人次，50元/人/月，每床日500元": [
        "money 200 CNY/人次",
        "money 200 CNY/人次",
        "money 50 CNY/人/月",
        "money 500 CNY/床日",
    ],
    "每逾期一日，按应付金额的万分之五支付；年利率3.85%；按日万分之五": [
        "duration P1D",
        "percent 0.05% /日",
        "percent 3.85% /年",
        "percent 0.05% /日",
    ],
    "每年12月31日前完成率不低于90%；每年增长不超过5%": ["percent >=90%", "percent <=5% /年"],
    "5日（工作日），双倍，9.5天，48h，不一次告知": [
        "duration P5BD",
        "multiple 2",
        "duration P9.5D",
        "duration PT48H",
    ],
    "当年12月31日前，21年5月1日，附件一至附件三": ["date 2021-05-01", "clause 附件1..附件3"],
    "签字：\n年月日\n": ["date_blank 20__-__-__"],
    "交货后一个月内，质保期满1月内，后一个月，最后一个月内": ["duration <=P1M", "duration <=P1M"],
    "三十日（30日）内，5‰（千分之五），按万分之三（3‱）": [
        "duration <=P30D",
        "percent 0.5%",
        "percent 0.03%",
    ],
    "于xx年xx月xx日前，二〇二＿年＿月＿日": ["date_blank 20__-__-__", "date_blank 202_-__-__"],
    "附件一、二和三，附件4、5台": [
        "clause 附件1",
        "clause 附件2",
        "clause 附件3",
        "clause 附件4",
        "count 5 台",
    ],
    "3000余元，80万元（人民币大写：捌拾万元）": ["money >3000 CNY", "money 800000 CNY"],
    "第二百一十一条第一项至第五项，附件一": ["clause 211/1/1..211/1/5", "clause 附件1"],
    # scanned and filled-in text
    "检验日：2026年3月16　日，2 0 2 6 年 1 2月 3 1 日，20 26年5月6日": [
        "date 2026-03-16",
        "date 2026-12-31",
        "date 2026-05-06",
    ],
    "自【2026】年【5】月【1】日，至（　　）年（　）月（　）日，【】年【】月【】日": [
        "date 2026-05-01",
        "date_blank 20__-__-__",
        "date_blank 20__-__-__",
    ],
    "2026年元月，二〇二七年元月一日，2025至2026年，二Ο二六年五月": [
        "date 2026-01",
        "date 2027-01-01",
        "date 2026",
        "date 2026-05",
    ],
    "编号2026-05-01-003、KL-2026-05-01": [],
    "每季末月25日至30日，第三个月15日前，次月的5日": [],
    "【5】个工作日，期限为（3）年，超过__30__日，收费（5）%，【壹】份": [
        "duration P5BD",
        "duration P3Y",
        "duration >P30D",
        "percent 5%",
        "count 1 份",
    ],
    "（1）年度方案，三十（30）日，共____年，【 】个月": ["duration P30D"],
    "人民币【100】元，人民币__5000__元整，￥【8.5】": [
        "money 100 CNY",
        "money 5000 CNY",
        "money 8.5 CNY",
    ],
    "1 200 元，30 , 500 元，￥12，345元，人民币1,2000元，￥ 6 , 800 . 00 元": [
        "money 1200 CNY",
        "money 30500 CNY",
        "money 12345 CNY",
        "money 12000 CNY",
        "money 6800 CNY",
    ],
    "＿＿万＿＿仟＿＿佰＿＿拾  元整": [],
    # durations
    "6个银行工作日、两个完整会计年度、两个半小时、45min、20秒": [
        "duration P6BD",
        "duration P2Y",
        "duration PT150M",
        "duration PT45M",
        "duration PT20S",
    ],
    "3年6个月零15天，7×24小时，第2-4年，第1至第3年": ["duration P3Y6M15D"],
    "40日以上（含40日），超过9天（不含9天），7日（不含当日）内": [
        "duration >=P40D",
        "duration >P9D",
        "duration <=P7D",
    ],
    "到期前20日，到期前20日内，须提前一个月，最晚不超过开箱后8个月，日历天数60天": [
        "duration >=P20D",
        "duration <=P20D",
        "duration >=P1M",
        "duration <=P8M",
        "duration P60D",
    ],
    "9天(日历日)内，三十个(30)日历天内，4日（工作日）": [
        "duration <=P9D",
        "duration <=P30D",
        "duration P4BD",
    ],
    "一个合同年度内，两个合同年度": ["duration P2Y"],
    "每逾一日，逾一年": ["duration P1D", "duration >P1Y"],
    # money with the same said again, and what it is paid by
    "人民币大写：陆万元整（小写：￥60000元），RMB￥800，70万美元（USD700,000）": [
        "money 60000 CNY",
        "money 800 CNY",
        "money 700000 USD",
    ],
    "人民币叁仟元整（￥3000.00元/月）": ["money 3000 CNY/月"],
    "2.5元/㎡/天，400元/人·年，900元/人天，每人每月60元，18元/盒，每床位每天30元": [
        "money 2.5 CNY/平方米/日",
        "money 400 CNY/人/年",
        "money 900 CNY/人日",
        "money 60 CNY/人/月",
        "money 18 CNY/盒",
        "money 30 CNY/床/日",
    ],
    "日万分之四，每拖延1天扣0.2%，年化率7%，不得高于上一年度药品采购总额的8%": [
        "percent 0.04% /日",
        "duration P1D",
        "percent 0.2% /日",
        "percent 7% /年",
        "percent <=8%",
    ],
    "每年的6月30日前付55%，3.2元/平米.月": ["percent 55%", "money 3.2 CNY/平方米/月"],
    "分4期拨付，二期工程，分两次付清，一次付清": ["count 4 期", "count 2 次"],
    # clauses
    "按6.2条，本合同7.3条款，第4.1、4.2条，第4.1至4.3款，第七至九条": [
        "clause 6/2",
        "clause 7/3",
        "clause 4/1",
        "clause 4/2",
        "clause 4/1..4/3",
        "clause 7..9",
    ],
    "第三条第1、2款，第二条第1-3款，第五条（三）、（四）项，第四条第（二）款": [
        "clause 3/1",
        "clause 3/2",
        "clause 2/1..2/3",
        "clause 5/1/3",
        "clause 5/1/4",
        "clause 4/2",
    ],
    "第9.1（b）条，第8.2条（c）项，违反第4条、5条和6条": [
        "clause 9/1/b",
        "clause 8/2/c",
        "clause 4",
        "clause 5",
        "clause 6",
    ],
    "附件1、2、3。附件1、2、乙方，附件A、附录B": [
        "clause 附件1",
        "clause 附件2",
        "clause 附件3",
        "clause 附件1",
        "clause 附件A",
        "clause 附录B",
    ],
    "…赔偿损失。第八条 通知 …。第九条规定的除外": ["clause 9"],
}

OPERATORS = {
    "不低于65%": ">=",
    "至少要保存15年": ">=",
    "提前七日": ">=",
    "期满30日前": ">=",
    "达60%以上": ">=",
    "不得少于2人": ">=",
    "小于或等于16天": "<=",
    "三个工作日内": "<=",
    "控制在3%以下": "<=",
    "不得超过合同总额的5%": "<=",
    "最长不超过3个月": "<=",
    "20万元以内": "<=",
    "超过3次": ">",
    "大于５％": ">",
    "10余年": ">",
    "不满5次": "<",
    "低于70%": "<",
    "约3个月": "~",
    "3年左右": "~",
    "5年内不得申请": "",
    "期限为3年": "",
}


def told(text: str) -> list[str]:
    return [f"{value.kind} {value.op}{value.value} {value.unit}".rstrip() for value in values(text)]


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_text_states_these_values(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "operator"), OPERATORS.items())
def test_a_phrase_states_this_comparator(text: str, operator: str) -> None:
    assert [value.op for value in values(text)] == [operator]


def test_an_upper_bound_set_against_one_with_ji_leaves_its_number_out() -> None:
    assert told("记3分及以上、9分以下") == ["score >=3", "score <9"]
    assert told("记3分及以上、9分及以下") == ["score >=3", "score <=9"]


def test_figures_hold_where_words_differ_and_the_difference_is_told() -> None:
    text = "总价人民币壹拾万元整（¥120,000.00）。"
    assert told(text) == ["money 120000 CNY"]
    assert [(value.text, value.conflict) for value in values(text)] == [
        ("人民币壹拾万元整（¥120,000.00）", "100000")
    ]
    assert [value.conflict for value in values("人民币壹拾万元整（¥100,000.00）")] == [""]


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("三十（60）日", "P60D", "P30D"),
        ("60（三十）日", "P60D", "P30D"),
        ("百分之五（6%）", "6%", "5%"),
        ("千分之五（5%）", "5%", "0.5%"),
        ("三十日（60日）", "P60D", "P30D"),
        ("6%（百分之五）", "6%", "5%"),
        ("100元（大写：贰佰元整）", "100", "200"),
        ("壹拾万元整，小写：￥120,000", "120000", "100000"),
    ],
)
def test_each_kind_of_disagreement_is_told(text: str, figure: str, words: str) -> None:
    (value,) = values(text)
    assert (value.value, value.text) == (figure, text)
    assert value.conflict == words


@settings(deadline=None)
@given(
    st.text(
        alphabet="第十条款项至以上下内外年月日个工作元万%分之次份每双路号省附件０１23一二〇半"
        ".,，（）() _-~￥@+\n",
        max_size=60,
    )
)
@example("〇十〇")
def test_values_stand_in_order_in_the_text_as_given(text: str) -> None:
    end = 0
    for value in values(text):
        assert end <= value.start < value.end <= len(text)
        assert value.text == text[value.start : value.end]
        assert value.text == value.text.strip()
        assert value.kind in KINDS
        end = value.end


FORMS: dict[str, tuple[str, str]] = {
    "years": ("duration", "P{}Y"),
    "months": ("duration", "P{}M"),
    "days": ("duration", "P{}D"),
    "business_days": ("duration", "P{}BD"),
    "hours": ("duration", "PT{}H"),
}


@settings(deadline=None)
@given(st.sampled_from(sorted(FORMS)), st.integers(1, 999))
def test_a_printed_duration_is_found_again(kind: str, amount: int) -> None:
    name, form = FORMS[kind]
    text = format_value(kind, amount)
    assert [(v.kind, v.value, v.op, v.text) for v in values(text)] == [
        (name, form.format(amount), "", text)
    ]


@settings(deadline=None)
@given(
    st.sampled_from([("percent", "%"), ("multiple", "")]),
    st.decimals(0, 10**6, places=2),
)
def test_a_printed_percentage_or_multiple_is_found_again(
    kind: tuple[str, str], amount: Decimal
) -> None:
    text = format_value(kind[0], amount)
    (value,) = values(text)
    assert (value.kind, value.text) == (kind[0], text)
    assert Decimal(value.value.removesuffix("%")) == amount


@settings(deadline=None)
@given(st.decimals(0, 10**11, places=2), st.sampled_from(["CNY", "USD"]), st.booleans())
def test_printed_money_is_found_again(amount: Decimal, currency: str, words: bool) -> None:
    text = format_value("money", amount, currency=currency, words=words)
    if words and amount < 1:
        return  # 伍角 has no 元, and stands in no contract
    (value,) = values(text)
    assert (value.kind, value.unit, value.op, value.text) == ("money", currency, "", text)
    assert Decimal(value.value) == amount
    assert value.conflict == ""


@settings(deadline=None)
@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_a_printed_date_is_found_again(day: dt.date) -> None:
    text = format_value("date", day)
    assert [(v.kind, v.value, v.text) for v in values(text)] == [("date", day.isoformat(), text)]


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("years", 30, "30年"),
        ("months", "3", "3个月"),
        ("days", Decimal(10), "10日"),
        ("business_days", 5, "5个工作日"),
        ("hours", 6, "6小时"),
        ("percent", Decimal("3.50"), "3.5%"),
        ("multiple", 5, "5倍"),
        ("money", 10000, "10,000元"),
        ("money", "1200.5", "1,200.50元"),
        ("date", "2026-01-01", "2026年1月1日"),
        ("integer", 100, "100"),
        ("decimal", "1.20", "1.2"),
    ],
)
def test_a_variable_is_printed_in_chinese(kind: str, value: Decimal | int | str, text: str) -> None:
    assert format_value(kind, value) == text


def test_money_is_printed_in_words() -> None:
    assert format_value("money", 10000, words=True) == "人民币壹万元整（¥10,000.00）"
    said = "壹万美元整（US$10,000.00）"
    assert format_value("money", 10000, words=True, currency="USD") == said
    assert format_value("money", 10000, currency="USD") == "10,000美元"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("0.05", "零元零伍分"),
        ("0.5", "零元伍角"),
        ("10", "壹拾元整"),
        ("10.05", "壹拾元零伍分"),
        ("1005.5", "壹仟零伍元伍角"),
        ("100000", "壹拾万元整"),
        ("100500.31", "壹拾万零伍佰元叁角壹分"),
        ("1001000", "壹佰万壹仟元整"),
        ("486000000", "肆亿捌仟陆佰万元整"),
        ("100000001", "壹亿零壹元整"),
        ("200000005000", "贰仟亿零伍仟元整"),
        ("1000500000000", "壹万零伍亿元整"),
    ],
)
def test_zeros_in_words_stand_where_the_figures_have_a_gap(amount: str, words: str) -> None:
    assert amount_in_words(Decimal(amount)) == words


@given(st.integers(0, 10**13 - 1), st.sampled_from(["USD", "CNY"]))
def test_an_amount_in_words_is_read_as_the_amount_it_was(cents: int, currency: str) -> None:
    amount = Decimal(cents) / 100
    said = format_value("money", amount, words=True, currency=currency)
    assert not [one for one in values(said) if one.conflict]
    assert [(one.kind, Decimal(one.value), one.unit) for one in values(said)] == [
        ("money", amount, currency)
    ]


@pytest.mark.parametrize("amount", ["-1", "0.005", "1000000000000000"])
def test_an_amount_that_words_cannot_say_is_an_error(amount: str) -> None:
    with pytest.raises(ValueError, match="amount in words"):
        format_value("money", amount, words=True)


@pytest.mark.parametrize("kind", ["days", "fathoms", "date"])
def test_what_is_no_value_of_its_kind_is_an_error(kind: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        format_value(kind, "ten")


SPANS = {
    "付款【5】个工作日内": "【5】个工作日",
    "人民币【100】元整": "人民币【100】元整",
    "￥【8】，另行": "￥【8】",
    "限期为（3）年止": "（3）年",
    "逾__30__日": "__30__日",
    "于【2026】年【5】月【1】日前": "【2026】年【5】月【1】日",
    "第三条第1款约定": "第三条第1款",
    "总价￥ 6 , 800 元 ( 人民币陆仟捌佰元整 )含税": "￥ 6 , 800 元 ( 人民币陆仟捌佰元整 )",
}


@pytest.mark.parametrize(("text", "words"), SPANS.items())
def test_a_value_stands_in_these_words(text: str, words: str) -> None:
    assert [value.text for value in values(text)] == [words]


RUNS = (
    "9", "一", "（", "(", " ", "_", "1,", "第", "第1", "十", "年", "1.", "￥", "百分之", "1 ",
    "3至", "3个月", "第十条、", "第十", "月", "20__", "1年", "[", "5%以上", "不", "1-", "壹",
    "年 ", "附件", "3、", "0571-", "(010)", "1380", "a@", "【1", "【1】", "_1_", "字（1）",
    "1 000 ", "第1、", "第1.1", "附件1、", "授权号1", "路1号", "北京市", "每", "1元/",
    "附件一至", "€",
)  # fmt: skip


@pytest.mark.parametrize("run", RUNS)
def test_no_long_run_makes_it_hang(run: str) -> None:
    begun = time.process_time()
    text = (run * 5_000)[:5_000]
    values(text)
    values(text + "年")
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("character", "91([{<%#@a一百壹年，,.;:_- \n\t$¥€●")
def test_no_long_row_of_a_character_makes_it_hang(character: str) -> None:
    begun = time.process_time()
    values(character * 200_000 + "年")
    assert time.process_time() - begun < 2


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus is not at {CORPUS}")
def test_every_labelled_value_of_the_corpus_is_found() -> None:
    labels = [
        json.loads(line)
        for line in (CORPUS / "zh" / "value_labels.jsonl").read_text("utf-8").splitlines()
    ]
    found = {
        name: {
            (value.start, value.end, value.kind, value.value, value.op)
            for value in values((CORPUS / name).read_text("utf-8"))
        }
        for name in {label["file"] for label in labels}
    }
    missed = [
        label["text"]
        for label in labels
        if (label["start"], label["end"], label["type"], label["value"], label["op"])
        not in found[label["file"]]
    ]
    assert missed == []
