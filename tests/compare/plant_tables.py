"""What the planted edits write: patterns and replacements of their own, by language and kind.

Written from what counterparties do, without a look at the tables of ``contractkit.lang``. A row is
a pattern and one replacement or several; the whole sentence may be the pattern's context.
"""

# ruff: noqa: E501 - a row of a table on a line

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

Row = tuple[str, Sequence[str]]

# Kind -> language -> rows. Each edit applies one row at one place.
HARMFUL: Mapping[str, Mapping[str, Sequence[Row]]] = {
    "value": {
        "zh": [
            (r"(?<![\d.,第])(\d{1,3})个工作日", [r"\g<1>日", "45个工作日"]),
            (r"(?<![\d.,月第])(\d{1,3})日(?!期)", [r"\g<1>个工作日", "180日", "1日"]),
            (r"(?<![\d.,第])(\d{1,2})年(?=[，。；内的]|以)", ["4年", "99年"]),
            (r"(?<![\d.,第])\d{1,2}个月", ["17个月", "2年"]),
            (r"(?<![\d.,])\d{1,3}(?:\.\d+)?%", ["7.5%", "88%"]),
            (r"(?<![\d.,])\d[\d,]*元", ["20万元", "37元"]),
            (r"(?<![\d.,])\d+小时", ["96小时"]),
            (r"(?<=[^\d])\d+倍", ["9倍"]),
            (r"不少于(?=\d)", ["不超过"]),
            (r"不超过(?=\d)", ["不少于"]),
            (r"不低于(?=\d)", ["不高于"]),
        ],
        "en": [
            (r"\b(\d{1,3}) business days", [r"\g<1> calendar days", "45 business days"]),
            (r"\b(\d{1,3}) days", [r"\g<1> business days", "185 days", "1 day"]),
            (r"\b\d{1,2} (?:years|months)", ["17 months", "4 years"]),
            (r"\b\d{1,3}(?:\.\d+)?%", ["7.5%", "88%"]),
            (r"(?:\$|CNY )[\d,]+", ["$37", "$2,500,000"]),
            (r"\b\d+ hours", ["96 hours"]),
            (r"\bat least(?= \d)", ["at most", "not more than"]),
            (r"\bnot less than(?= \d)", ["not more than"]),
            (r"\bnot more than(?= \d)", ["at least"]),
        ],
    },
    "modality": {
        "zh": [
            (r"(?<!不)应当", ["可以", "可", "不得"]),
            (r"不得", ["可以", "应当"]),
            (r"(?<!不)可以", ["应当", "不得", "必须"]),
            (r"有权", ["不得", "应当"]),
        ],
        "en": [
            (r"\bshall not\b", ["may", "shall"]),
            (r"\bshall\b(?! not)", ["may", "shall not", "may not"]),
            (r"\bmay\b(?! not)", ["shall", "must", "may not"]),
            (r"\bmay not\b", ["may"]),
        ],
    },
    "negation": {
        "zh": [
            (r"不予", ["予以"]),
            (r"未经", ["经"]),
            (r"未(?=按|取得|达到|参加|提供|及时|注明|接受|履行|能)", [""]),
            (r"无正当理由", ["有正当理由"]),
            (r"(?<=[，；。])(?=属于|影响|免除|视为)", ["不"]),
            (r"不(?=影响|免除|符合|真实|承担|收取|再|退还|计入|纳入)", [""]),
            (r"(?<!不)(?=纳入|计入|退还|承担(?:责任|费用))", ["不"]),
            (r"没有", ["有"]),
        ],
        "en": [
            (r"\bdoes not (\w+)", [r"does \1"]),
            (r"\bdo not (\w+)", [r"do \1"]),
            (r"\bis not\b", ["is"]),
            (r"\bare not\b", ["are"]),
            (r"\b(is|are)(?= (?:payable|liable|responsible|required|included|paid|subject|due|entitled|covered|made))", [r"\1 not", r"\1 never"]),
            (r"\bwithout\b", ["with"]),
            (r"\bhas (?=been|the|given|paid)", ["has not "]),
            (r"\b[Nn]o (?=person|party|payment|charge|amount|fee)", ["a "]),
        ],
    },
    "party": {
        "zh": [(r"甲方", ["乙方"]), (r"乙方", ["甲方"]), (r"(?<!甲乙)双方(?=应当|不得|可以)", ["乙方"])],
        "en": [
            (r"\bPayer\b(?!:)", ["Provider"]),
            (r"\bProvider\b(?!:)", ["Payer"]),
            (r"\b[Ee]ither party\b", ["Payer"]),
            (r"\b[Tt]he parties (?=shall|may)", ["Provider "]),
        ],
    },
    "exception": {
        "zh": [
            (r"(?<=[^）)：])。", ["，但甲方另行同意的除外。", "，因不可抗力造成的除外。", "，但乙方认为确有必要的，不在此限。",
                          "，急诊病例例外。", "。前款规定不适用于乙方的分支机构。"]),
            (r"，(?:但|但是)?[^，。；]{2,30}除外(?=[。；])", [""]),
            (r"(?m)^(?=[甲乙]方应当)", ["除双方另有约定外，"]),
        ],
        "en": [
            (r"(?<=[a-z])\.(?=\s|$)", [", except as Payer otherwise agrees.", ", unless Provider objects.",
                                  ", other than in an emergency.", ", save for existing patients.",
                                  ", provided that this does not apply to Provider's affiliates.",
                                  ", with the exception of inpatient care."]),
            (r",? (?:except|unless)\b[^,.;]{4,60}(?=[.;])", [""]),
            (r"(?m)^(?=(?:Payer|Provider) shall)", ["Except in the case of affiliates, "]),
        ],
    },
    "condition": {
        "zh": [
            (r"(?<=。)(?=[甲乙]方(?:应当|可以))", ["如乙方提出书面申请，", "在预算允许的情况下，", "经甲方书面同意后，", "若费用超过预算，",
                                       "以甲方收到财政拨款为前提，"]),
            (r"(?m)^(?=[甲乙]方(?:应当|可以))", ["如条件具备，", "经乙方同意，", "在人员充足的前提下，"]),
            (r"(?<=甲方)应当(?=自|在|于|向)", ["在资金到位后应当", "视情况应当"]),
            (r"。(?=\n|$)", ["，但须经甲方事先书面批准。", "，前提是乙方提供完整资料。"]),
        ],
        "en": [
            (r"(?<=\. )(?=(?:Payer|Provider) (?:shall|may))", ["If Provider so requests in writing, ", "Subject to available funds, ",
                                                     "In the event that Payer agrees, ", "Provided Payer has consented, "]),
            (r"(?<=[a-z])\.(?=\s|$)", [" to the extent that funds are available.", ", on condition that Payer has agreed in writing.",
                                  " so long as Provider remains accredited.", ", but only if Payer receives a written request."]),
        ],
    },
}  # fmt: skip

HARMLESS: Mapping[str, Mapping[str, Sequence[Row]]] = {
    "punctuation": {
        "zh": [("，", [",", "、"]), ("；", [";", "。"]), ("“([^”]*)”", ["「\\1」", '"\\1"']), ("：", [":"]),
               ("。", ["；", "."]), ("（([^）]*)）", ["(\\1)", "【\\1】"])],
        "en": [(r"(?<=[a-z]),(?= )", ["", ";"]), (r";(?=\s|$)", [".", ","]), (r"'", ["’"]),
               (r'"', ["“"]), (r"(?<=[a-z])-(?=[a-z])", ["–", "‑"]), (r"(?<=[a-z])\.(?=\s|$)", [";"])],
    },
    "width": {
        "zh": [(r"\d(?=[日年个%])", ["WIDE"]), ("（", ["("]), ("，", [","]), (r"[A-Z]{2,}", ["WIDE"])],
        "en": [(r"\d(?= )", ["WIDE"]), (r"\(", ["（"]), (r";", ["；"]), (r"[A-Z](?=[a-z])", ["WIDE"])],
    },
    "spacing": {
        "zh": [(r"(?<=\d)(?=[日年个])", [" ", "\u3000"]), (r"(?<=方)(?=应当|可以)", [" "]), ("，", ["， "]), (r"^", ["\u3000\u3000"])],
        "en": [(r"(?<=[a-z]) (?=[a-z])", ["  ", "\u00a0"]), (r"(?<=[a-z])\. ", [".  "]), (r"^", ["    "])],
    },
    "spelling": {
        "zh": [("账", ["帐"]), ("其他", ["其它"]), ("支付标准", ["支付標准"]), (r"(?<=[^\d第])30日", ["三十日"]), (r"(?<!\d)5个工作日", ["五个工作日"]),
               ("作出", ["做出"]), (r"不少于2次", ["不少于两次"]), ("份额", ["分额"]), (r"(?<!\d)15日", ["十五日"]), ("唯一", ["惟一"])],
        "en": [(r"\bauthoriz", ["authoris"]), (r"\brecogniz", ["recognis"]), (r"\bcenter", ["centre"]), (r"\bprogram\b", ["programme"]),
               (r"\bfulfill\b", ["fulfil"]), (r"\b30 days", ["thirty (30) days", "thirty days"]), (r"\blicense\b", ["licence"]),
               (r"\breceive", ["recieve"]), (r"\bmedical", ["medcial"]), (r"\bwritten", ["writen"]), (r"\bagreement", ["agreeement"]),
               (r"\benroll", ["enrol"]), (r"\bbehavior", ["behaviour"]), (r"\bjudgment", ["judgement"])],
    },
    "synonyms": {
        "zh": [("依照", ["按照", "依据"]), ("应当", ["应", "须"]), ("及时", ["立即"]), ("以及", ["及"]), ("或者", ["或"]), ("并且", ["并"]),
               ("告知", ["通知"]), ("有关", ["相关"]), ("所有", ["全部"]), ("期限届满", ["到期"]), ("自收到", ["从收到"]), ("可以", ["可"]),
               ("不超过(?=\\d)", ["不多于"]), ("不少于(?=\\d)", ["不低于", "至少"]), ("提供", ["给予"]), ("应由", ["应当由"])],
        "en": [(r"\bshall\b(?! not)", ["must", "will"]), (r"\bpromptly\b", ["immediately"]), (r"\bprior to\b", ["before"]),
               (r"\bin accordance with\b", ["pursuant to", "according to"]), (r"\bbefore\b", ["prior to"]), (r"\bnot less than\b", ["at least"]),
               (r"\bat least\b", ["not less than"]), (r"\bthe rules\b", ["the regulations"]), (r"\bgive\b", ["provide"]), (r"\bat once\b", ["immediately"]),
               (r"\bas well as\b", ["and"]), (r"\bnot more than\b", ["no more than"]), (r"\bends\b", ["terminates"]), (r"\bunder this Agreement\b", ["pursuant to this Agreement"]),
               (r"\bgives notice\b", ["sends notice"]), (r"\bin good time\b", ["promptly"])],
    },
}  # fmt: skip

# Edits that a reader easily reads over.
HIDDEN: Mapping[str, Mapping[str, Sequence[Row]]] = {
    "number word": {
        "zh": [(r"(?<![\d.,第月])\d{1,2}(?=个工作日|日内|日前|年[，。；内]|个月)", ["十三", "四十五", "二十一"])],
        "en": [(r"\b\d{1,3} (?=days|business days|years|months)", ["twenty-one ", "thirteen (13) ", "forty-five "]),
               (r"\bwithin (\d+) days", [r"within \1 business days"])],
    },
    "unit": {
        "zh": [(r"(?<=\d)元", ["万元"]), (r"(?<=\d)万元", ["元"]), (r"(?<=\d)个月", ["年"]), (r"(?<=\d)小时", ["日"]), (r"(?<=\d)%", ["‰"])],
        "en": [(r"\$(\d[\d,]*)\b", [r"$\1,000"]), (r"(?<=\d) months", [" years"]), (r"(?<=\d) hours", [" days"]),
               (r"(?<=\d) years", [" months"])],
    },
    "scope": {
        "zh": [(r"(?<![合理必要])(?=(?:措施|费用|期限|方式|理由)(?:[，。；、]))", ["合理"]), (r"全部(?=费用|资料|责任|款项)", ["部分"]),
               (r"(?<=[，。；])(?=及时)", ["原则上"])],
        "en": [(r"\b(?<!reasonable )(?=(?:steps|costs|time|request|notice|expenses|changes|harm)\b)", ["reasonable ", "material "]),
               (r"\ball (?=records|claims|information|services|amounts)", ["some ", "certain "]), (r"\bany (?=change|claim|record)", ["any material "])],
    },
    "conjunction": {
        "zh": [(r"(?<=[\u4e00-\u9fff]{3})(?:并且|以及|和)(?=[\u4e00-\u9fff]{2})", ["或者"]), (r"或者", ["和", "并且"])],
        "en": [(r"(?<=, )and\b", ["or"]), (r"(?<=[a-z] )or(?= [a-z])", ["and"]), (r"(?<=; )and\b", ["or"]), (r"(?<=[a-z] )and(?= [a-z])", ["or"])],
    },
    "not": {
        "zh": [(r"(?<=[，；])(?=按照|依照|计算|支付|适用|包括|依据|收取|提供)", ["不"]), (r"(?<=应当)(?=[^不。]{6,40}[，。])", ["不"])],
        "en": [(r"\b(?:includes|covers|applies)\b", ["does not include", "does not cover"]), (r"(?<=\w )to (?=(?:pay|notify|give|keep|submit|be)\b)", ["not to "]),
               (r"\b(?:will|shall) (?=(?:promptly|also|be|give|pay|keep)\b)", ["shall not "])],
    },
    "carve-out": {
        "zh": [(r"(?<=[^）)：])。", ["，急诊除外。", "（急诊除外）。", "，但书面豁免的除外。"]), (r"(?<=费用)(?=[，。])", ["（耗材除外）"])],
        "en": [(r"(?<=[a-z])\.(?=\s|$)", [" (except in emergencies).", ", other than supplies."]), (r"(?<=services)(?=[,.])", [" (other than drugs)"])],
    },
}  # fmt: skip
SWAPS = {"zh": ("甲方", "乙方"), "en": (r"\bPayer\b", r"\bProvider\b")}

CITATION = {
    "zh": re.compile(r"\A第[一二三四五六七八九十百]+条"),
    "en": re.compile(r"\ASection [\d.]+"),
}
SENTENCE = {"zh": re.compile(r"[^。]+。"), "en": re.compile(r"\S.+?[a-z)]\.(?:\s|$)")}
WIDE = {code: chr(code + 0xFEE0) for code in range(0x21, 0x7F)}
