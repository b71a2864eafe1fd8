"""How a Chinese agreement says when it ends, whether it is renewed and what is told before."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule
from contractkit.lang.zh.terms.words import AGREED, ANOTHER, DATES, NUMBER, RENEWS, TIME, every

END = (
    TermRule(
        "expiration_date",
        "term.expiration_date.until",
        every(
            rf"{AGREED}[^。]{{0,12}}(?:有效)?(?:期限?|期间)?[^。]{{0,8}}(?:自|从|[：:])",
            r"(?:至|到)(?=[^。；]{0,30}(?:止|。|\Z|，|；))",
        ),
        DATES,
        side="after",
        strict=True,
        single=True,
        unless=ANOTHER,
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.ends",
        every(r"(?:有效期(?:至|到)|期满日|到期日|届满日|终止日期?|截止(?:日期)?)"),
        DATES,
        side="after",
        strict=True,
        single=True,
        unless=ANOTHER,
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.renewed",
        every(r"(?:续签|续约|续期)期(?:限|间)?[^。；]{0,24}(?:至|到)"),
        DATES,
        side="end",
        strict=True,
        single=True,
    ),
    TermRule(
        "term",
        "term.term.period",
        every(
            rf"(?:{AGREED}|聘)[^。，]{{0,6}}(?:期限|有效期限?|期)(?:为|是|：|:|共|\s)"
            r"|(?:首个|初始)(?:期限|服务期|协议期)(?:为|是|：|:|共)"
        ),
        ("duration",),
        side="after",
        strict=True,
        single=True,
        unless=re.compile(r"续|保存|届满前|期满前"),
    ),
)
RENEWAL = (
    TermRule(
        "renewal_term",
        "term.renewal.for",  # 续期1年
        every(rf"{RENEWS}[^。；，]{{0,6}}?(?={NUMBER}\s*个?(?:日|天|月|年))"),
        ("duration",),
        side="end",
        strict=True,
        unless=re.compile(r"不得续签|不自动|申请|延续照护|时间[^。；]{0,4}顺延|行政许可|保存|住院"),
    ),
    TermRule(
        "renewal_term",
        "term.renewal.itself",
        every(rf"(?P<value>自动{RENEWS}|自动延长)(?!\s*{NUMBER})"),
        unless=re.compile(r"不\s*(?:再|会|予|得)?自动|许可证"),
    ),
    TermRule(
        "renewal_notice",
        "term.renewal_notice.before",
        every(RENEWS, rf"(?:届满|期满|到期|终止)[^。；，]{{0,4}}前\s*(?={TIME})|提前\s*(?={TIME})"),
        ("duration",),
        side="end",
        strict=True,
    ),
    TermRule(
        "termination_notice",
        "term.termination_notice.ahead",
        every(
            r"(?:终止|解除|中止|暂停|退出)",
            rf"提前\s*(?={TIME})|(?:终止|解除|中止|退出)[^。；，]{{0,6}}前\s*(?={TIME})|(?={NUMBER}\s*个?(?:工作日|日|天|月)\s*[之以]?前[^。；，]{{0,6}}(?:通知|告知|申请))",
        ),
        ("duration",),
        side="end",
        strict=True,
        unless=re.compile(r"续签|续订|续期|续约"),
    ),
)
