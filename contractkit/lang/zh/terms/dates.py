"""When a Chinese agreement says that it was made and takes effect."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule
from contractkit.lang.zh.terms.words import AGREED, ANOTHER, DATES, every

AGREEMENT_DATE = (
    TermRule(
        "agreement_date",
        "term.agreement_date.labelled",
        every(r"(?:签订|签署|订立|签约)(?:日期|时间|之日|日)\s*[：:]"),
        DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.on",  # 于2026年1月5日在某地签订
        every(r"于[^，。；]{4,30}?(?:在[^，。；]{1,16})?(?:签订|签署|订立|签约)"),
        DATES,
        side="before",
        strict=True,
        single=True,
        unless=re.compile(rf"{ANOTHER.pattern}|请于|前(?:完成)?签"),
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.line",  # a date alone on its line, on the cover
        (
            re.compile(
                r"^[ \t\u3000]*(?:日\s*期\s*[：:]\s*)?[12二][\d〇零○一二三四五六七八九]{3}\s*年[^，。；\n]{2,12}[ \t\u3000]*$",
                re.MULTILINE,
            ),
        ),
        DATES,
        side="after",
        where="front",
        strict=True,
        single=True,
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.signed",  # beside a signature
        every(r"日\s*期\s*[：:]"),
        DATES,
        side="after",
        where="closing",
        strict=True,
        single=True,
    ),
)
EFFECTIVE_DATE = (
    TermRule(
        "effective_date",
        "term.effective_date.from",
        every(rf"{AGREED}[^。]{{0,12}}(?:有效)?(?:期限?|期间)?[^。]{{0,8}}(?:自|从)"),
        DATES,
        side="after",
        strict=True,
        single=True,
        unless=re.compile(rf"签订之日起生效\Z|{ANOTHER.pattern}"),
    ),
    TermRule(
        "effective_date",
        "term.effective_date.labelled",
        every(
            rf"(?:{AGREED}期限|有效期限?|服务期限?|生效(?:日期?|时间)|起始日期?)\s*[：:]\s*(?:自|从)?"
        ),
        DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.binds",
        every(r"(?:自|从|于)[^。]{0,40}(?:起)?(?:生效|施行|执行|实施)"),
        DATES,
        strict=True,
        single=True,
        unless=ANOTHER,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.renewed",
        every(r"(?:续签|续约|续期)期(?:限|间)?[^。，]{0,4}(?:自|从)"),
        DATES,
        side="end",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.signing",
        every(
            r"(?P<value>(?:自|经)[^。，]{0,30}(?:签订|签字|签章|盖章|签署)[^。，]{0,12}(?:之日|后)?起?生效)"
        ),
        single=True,
    ),
)
