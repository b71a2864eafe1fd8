"""The words that a Chinese agreement turns on, as tables."""

from __future__ import annotations

import re
from collections.abc import Mapping

from contractkit.lang.base import Lexicon

WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "modality": {
        "must": ("应当", "应", "必须", "须", "需", "有义务", "有责任"),
        "must_not": ("不得", "不应", "禁止", "严禁", "不准", "不允许"),
        "may": ("可以", "可", "有权"),
    },
    "negation": {
        "not": (
            "不",
            "未",
            "未经",
            "不予",
            "不再",
            "不能",
            "不可",
            "无需",
            "无须",
            "非",
            "没有",
            "免除",
            "拒绝",
        ),
    },
    "exception": {
        "except": ("除外", "除", "但", "但是", "例外", "不在此限"),
    },
    "condition": {
        "if": (
            "如",
            "如果",
            "若",
            "的情况下",
            "经",
            "经过",
            "前提",
            "条件允许",
            "视情况",
            "酌情",
            "原则上",
        ),
    },
    "scope": {
        "all": ("所有", "全部", "一切", "任何"),
        "some": ("部分", "主要", "重大"),
    },
}

PARTIES = {
    "甲方": "payer",
    "乙方": "provider",
    "丙方": "third_party",
}

TERMS = (
    "医疗保障", "医疗保险", "定点医疗机构", "参保人员", "经办机构", "医保基金", "基本医疗保险",
    "统筹基金", "服务协议", "平均住院日", "挂床住院", "分解住院", "冒名就医", "首诊负责制", "住院病历",
    "门诊病历", "病案室", "转院率", "转诊", "阳性率", "备药率", "信息系统", "专线", "结算", "总额控制",
    "按病种付费", "年度清算", "预付金", "知情同意", "自费项目", "药品目录", "诊疗项目", "医用耗材",
    "违约金", "协议处理", "积分制", "医保医师", "续签", "中止", "解除", "终止", "行政复议", "行政诉讼",
    "工作日", "自然日", "人民币", "甲方", "乙方", "医保电子凭证", "实名核验", "个人信息", "稽核",
)  # fmt: skip

_SHORT = r"[^。；！？：，,;]"

LEXICON = Lexicon(
    words=WORDS,
    parties=PARTIES,
    terms=TERMS,
    party=re.compile(r"\s*([甲乙丙]\s*方)\s*(?:[（(][^）)]{0,12}[）)])?\s*[：:]\s*(.*)"),
    title=re.compile(r"[^。；，,;：:]{2,40}(?:协议书?|合同书?)\s*\Z"),
    part=re.compile(r"\s*篇\s*[一二三四五六七八九十]+\s*[：:]?\s*\Z"),
    closing=re.compile(
        r"\s*(?:[^\n]{0,60}(?:以下|本页)[^。]{0,6}无正文|本协议一式|附件一?附件?清单"
        r"|[甲乙丙]\s*方\s*(?:[（(](?:盖章|签章|公章|签字|签名)[）)]\s*)?[：:]|签订日期|签署日期|展开阅读全文)"
    ),
    caption=re.compile(r"[（(【\[]([^）)】\]]{2,24})[）)】\]][ \t\u3000]*"),
    heading=re.compile(rf"(?!.*(?:协议|合同)\Z){_SHORT}{{1,30}}\Z"),
    bare_heading=re.compile(r"[^\s。；！？：，,;、.!?（）()…_＿\d]{2,20}\Z"),
    recital=re.compile(
        r"\s*(?:[（(]?[一二三四五六七八九十\dA-Z]{1,2}[）)、.]\s*)?(?:鉴于|为了|为(?=.{2,60}(?:，|,).{0,60}(?:协议|合同))|根据.{2,160}(?:协议|合同))"
    ),
    relative={
        "本条": ("clause", 0),
        "前条": ("clause", -1),
        "上条": ("clause", -1),
        "上一条": ("clause", -1),
        "下条": ("clause", 1),
        "本款": ("paragraph", 0),
        "前款": ("paragraph", -1),
        "上款": ("paragraph", -1),
    },
    foreign_before=re.compile(
        r"(?:》(?:（[^（）]{0,30}）)?|(?<!本)(?:条例|办法|细则)|(?<![本方办])法)"
        r"(?:第[^。；》]{1,24}[、和及至])?\Z"
    ),
    foreign_after=re.compile(r"(?!)"),
    within=("", "的", "中"),
    defines=re.compile(r"指|称|含义|包括"),
    quoted=re.compile(r"“([^“”\n]{1,30})”"),
)
