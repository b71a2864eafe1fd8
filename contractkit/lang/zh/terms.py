"""How a Chinese agreement says its terms: date, effect, end, renewal, notice, law, payment."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule, TypeRule

_DATES = ("date", "date_blank")


def _all(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_NUMBER = r"[\d〇零一二三四五六七八九十两百]{1,4}"
_TIME = rf"(?:至少|不少于|不迟于|不晚于)?\s*{_NUMBER}\s*个?(?:工作日|自然日|日|天|周|月|年)"
_AGREED = r"(?:协议|合同)"
# Another agreement or a statute, whose dates are not those of this one.
_ANOTHER = re.compile(r"《[^》]{2,40}》[^。]{0,10}(?:自|于)|原(?:协议|合同)|以下连同|编号为|条例")
_RENEWS = r"(?:续签|续订|续约|续期|顺延|延续)(?!期[^限为])"

AGREEMENT_DATE = (
    TermRule(
        "agreement_date",
        "term.agreement_date.labelled",
        _all(r"(?:签订|签署|订立|签约)(?:日期|时间|之日|日)\s*[：:]"),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.on",  # 于2026年1月5日在某地签订
        _all(r"于[^，。；]{4,30}?(?:在[^，。；]{1,16})?(?:签订|签署|订立|签约)"),
        _DATES,
        side="before",
        strict=True,
        single=True,
        unless=re.compile(rf"{_ANOTHER.pattern}|请于|前(?:完成)?签"),
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
        _DATES,
        side="after",
        where="front",
        strict=True,
        single=True,
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.signed",  # beside a signature
        _all(r"日\s*期\s*[：:]"),
        _DATES,
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
        _all(rf"{_AGREED}[^。]{{0,12}}(?:有效)?(?:期限?|期间)?[^。]{{0,8}}(?:自|从)"),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=re.compile(rf"签订之日起生效\Z|{_ANOTHER.pattern}"),
    ),
    TermRule(
        "effective_date",
        "term.effective_date.labelled",
        _all(
            rf"(?:{_AGREED}期限|有效期限?|服务期限?|生效(?:日期?|时间)|起始日期?)\s*[：:]\s*(?:自|从)?"
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.binds",
        _all(r"(?:自|从|于)[^。]{0,40}(?:起)?(?:生效|施行|执行|实施)"),
        _DATES,
        strict=True,
        single=True,
        unless=_ANOTHER,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.renewed",
        _all(r"(?:续签|续约|续期)期(?:限|间)?[^。，]{0,4}(?:自|从)"),
        _DATES,
        side="end",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.signing",
        _all(
            r"(?P<value>(?:自|经)[^。，]{0,30}(?:签订|签字|签章|盖章|签署)[^。，]{0,12}(?:之日|后)?起?生效)"
        ),
        single=True,
    ),
)
END = (
    TermRule(
        "expiration_date",
        "term.expiration_date.until",
        _all(
            rf"{_AGREED}[^。]{{0,12}}(?:有效)?(?:期限?|期间)?[^。]{{0,8}}(?:自|从|[：:])",
            r"(?:至|到)(?=[^。；]{0,30}(?:止|。|\Z|，|；))",
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=_ANOTHER,
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.ends",
        _all(r"(?:有效期(?:至|到)|期满日|到期日|届满日|终止日期?|截止(?:日期)?)"),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=_ANOTHER,
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.renewed",
        _all(r"(?:续签|续约|续期)期(?:限|间)?[^。；]{0,24}(?:至|到)"),
        _DATES,
        side="end",
        strict=True,
        single=True,
    ),
    TermRule(
        "term",
        "term.term.period",
        _all(
            rf"(?:{_AGREED}|聘)[^。，]{{0,6}}(?:期限|有效期限?|期)(?:为|是|：|:|共|\s)"
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
        _all(rf"{_RENEWS}[^。；，]{{0,6}}?(?={_NUMBER}\s*个?(?:日|天|月|年))"),
        ("duration",),
        side="end",
        strict=True,
        unless=re.compile(r"不得续签|不自动|申请|延续照护|时间[^。；]{0,4}顺延|行政许可|保存|住院"),
    ),
    TermRule(
        "renewal_term",
        "term.renewal.itself",
        _all(rf"(?P<value>自动{_RENEWS}|自动延长)(?!\s*{_NUMBER})"),
        unless=re.compile(r"不\s*(?:再|会|予|得)?自动|许可证"),
    ),
    TermRule(
        "renewal_notice",
        "term.renewal_notice.before",
        _all(
            _RENEWS, rf"(?:届满|期满|到期|终止)[^。；，]{{0,4}}前\s*(?={_TIME})|提前\s*(?={_TIME})"
        ),
        ("duration",),
        side="end",
        strict=True,
    ),
    TermRule(
        "termination_notice",
        "term.termination_notice.ahead",
        _all(
            r"(?:终止|解除|中止|暂停|退出)",
            rf"提前\s*(?={_TIME})|(?:终止|解除|中止|退出)[^。；，]{{0,6}}前\s*(?={_TIME})|(?={_NUMBER}\s*个?(?:工作日|日|天|月)\s*[之以]?前[^。；，]{{0,6}}(?:通知|告知|申请))",
        ),
        ("duration",),
        side="end",
        strict=True,
        unless=re.compile(r"续签|续订|续期|续约"),
    ),
)
_STATUTE = r"《[^》]{2,40}》(?:[（(][^）)]{2,30}[）)])?"
_STATUTES = rf"{_STATUTE}(?:(?:[、和及，]|以及){{0,2}}{_STATUTE}){{0,8}}"
GOVERNING_LAW = (
    TermRule(
        "governing_law",
        "term.governing_law.law",
        _all(
            r"(?:适用|依据|受|按照)[^。；，]{0,6}?(?P<value>中华人民共和国(?:[^。；，]{0,8})?(?:法律|法规)|中国(?:大陆)?法律"
            r"|(?!该|本协议|所|相关|有关|上述|其他|现行|国家)(?:(?!该等|所定|相关|有关)[一-鿿]){2,10}法律)(?:、法规|法规)?(?:管辖|解释|的|为准|，|。|\Z)"
        ),
        unless=re.compile(r"该等法律|所定法律"),
    ),
    TermRule(
        "governing_law",
        "term.governing_law.basis",
        _all(
            rf"(?:根据|依据|依照|按照)(?P<value>{_STATUTES})",
            r"(?:签订|订立|达成|协商|制定)",
        ),
        where="front",
        single=True,
    ),
)
# What is paid, asked for or told within a time, and is not the fee for the services.
_NOT_A_FEE = (
    r"不予|罚款|违约金|补助金|(?<!理赔)申请|请求|结算清单|上传|备案|停止|暂停|暂不|报告|可以支付|纳入支付|退还|返还|更正|告知"
    r"|转交|追回|资格|恢复|续签|涨幅|福利协调|补足|内部复核|入院|登记|调整支付|破产|终止|审计可以|(?:支付|付款|拒付)之日|付款后"
)
_PAYS = r"(?:拨付|支付|付款(?!方|说明)|付清|给付|结清|完成[^，。]{0,8}清算|清算|预付)"
PAYMENT = (
    TermRule(
        "payment",
        "term.payment.within",
        _all(
            rf"{_NUMBER}\s*个?(?:工作日|日|天|月|年)\s*(?:[之以]?内|前)(?:(?!提交|[日月]内)[^。；]){{0,24}}{_PAYS}"
            rf"|{_PAYS}[^。；，]{{0,12}}(?={_NUMBER}\s*个?(?:工作日|日|天|月)\s*[之以]?内)",
        ),
        ("duration", "date"),
        side="after",
        strict=True,
        unless=re.compile(_NOT_A_FEE),
    ),
)
TERMS = (
    *AGREEMENT_DATE,
    *EFFECTIVE_DATE,
    *END,
    *RENEWAL,
    *GOVERNING_LAW,
    *PAYMENT,
)
TYPES: tuple[TypeRule, ...] = ()
