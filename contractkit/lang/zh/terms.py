"""How a Chinese agreement says its terms: date, effect, end, renewal, notice, law, payment."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule, TypeRule

_DATES = ("date", "date_blank")


def _all(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


_OTHER = re.compile(r"《[^》]{2,40}》[^。]{0,10}(?:自|于)")

TERMS = (
    TermRule(
        "agreement_date",
        "term.agreement_date.signed",
        _all(r"(?:签订|签署|订立|签约)(?:日期|时间|于|之日)?\s*[：:]?"),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=re.compile(r"自[^。]{0,10}签"),
    ),
    TermRule(
        "effective_date",
        "term.effective_date.from",
        _all(r"(?:协议|合同)[^。]{0,12}(?:有效)?(?:期限?|期间)?[^。]{0,8}(?:自|从)"),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=re.compile(r"签订之日起生效\Z"),
    ),
    TermRule(
        "effective_date",
        "term.effective_date.binds",
        _all(r"(?:自|从|于)[^。]{0,40}(?:起)?(?:生效|施行|执行|实施)"),
        _DATES,
        strict=True,
        single=True,
        unless=_OTHER,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.signing",
        _all(
            r"(?P<value>(?:自|经)[^。，]{0,30}(?:签订|签字|签章|盖章|签署)[^。，]{0,12}(?:之日|后)?起?生效)"
        ),
        single=True,
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.until",
        _all(
            r"(?:协议|合同)[^。]{0,12}(?:有效)?(?:期限?|期间)?[^。]{0,8}(?:自|从)",
            r"(?:至|到)(?=[^。；]{0,30}(?:止|。|\Z|，|；))",
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.ends",
        _all(r"(?:有效期(?:至|到)|期满日|到期日|届满日|终止日期?|截止(?:日期)?)"),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "term",
        "term.term.period",
        _all(r"(?:协议|合同|聘)[^。，]{0,6}(?:期限|有效期限?|期)(?:为|是|：|:|共|\s)"),
        ("duration",),
        side="after",
        strict=True,
        single=True,
        unless=re.compile(r"续|保存|届满前|期满前"),
    ),
    TermRule(
        "renewal_term",
        "term.renewal.renews",
        _all(r"(?:续签|续订|续约|顺延|自动延续|延长协议|延续)"),
        ("duration",),
        side="after",
        unless=re.compile(r"不得续签|延长(?:住院|审查|保存)|时间顺延|行政许可"),
    ),
    TermRule(
        "renewal_notice",
        "term.renewal_notice.before",
        _all(r"(?:续签|续订|续约|顺延|延续)", r"(?:届满|期满|到期|终止)[^。；]{0,12}前|提前"),
        ("duration",),
        strict=True,
    ),
    TermRule(
        "termination_notice",
        "term.termination_notice.ahead",
        _all(
            r"(?:终止|解除|中止|暂停|退出)",
            r"提前|(?:通知|告知)[^。；]{0,20}前|前[^。；]{0,16}(?:通知|告知)",
        ),
        ("duration",),
        strict=True,
        unless=re.compile(r"续签|续订"),
    ),
    TermRule(
        "governing_law",
        "term.governing_law.law",
        _all(
            r"(?:适用|依据|受|按照)[^。；，]{0,6}(?P<value>中华人民共和国(?:[^。；，]{0,8})?(?:法律|法规)|中国(?:大陆)?法律|[一-鿿]{2,10}法律)(?:、法规|法规)?(?:管辖|解释|的|为准|，|。|\Z)"
        ),
    ),
    TermRule(
        "governing_law",
        "term.governing_law.basis",
        _all(
            r"(?:根据|依据|依照|按照)(?P<value>(?:《[^》]{2,40}》[、和及，]?(?:以及)?){1,8})",
            r"(?:签订|订立|达成|协商|制定)",
        ),
        where="front",
        single=True,
    ),
    TermRule(
        "payment",
        "term.payment.within",
        _all(r"拨付|支付|付款|给付|结清|完成[^，。]{0,8}清算|预付", r"内|前|每月|按月|每年|之日起"),
        ("duration", "date"),
        strict=True,
        unless=re.compile(
            r"不予|罚款|违约金|补助金|申请|结算清单|上传|备案|停止|暂不|报告甲方|可以支付|纳入支付"
        ),
    ),
)
TYPES: tuple[TypeRule, ...] = ()
