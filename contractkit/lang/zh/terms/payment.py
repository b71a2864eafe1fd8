"""By when a Chinese agreement says that fees are paid."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule
from contractkit.lang.zh.terms.words import NUMBER, every

# What is paid, asked for or told within a time, and is not the fee for the services.
_NOT_A_FEE = (
    r"不予|罚款|违约金|补助金|(?<!理赔)申请|请求|结算清单|上传|备案|停止|暂停|暂不|报告(?!后|之日|书)|可以支付|纳入支付|退还|返还|更正|告知"
    r"|转交|追回|资格|恢复|续签|涨幅|福利协调|补足|内部复核|入院|登记|调整支付|破产|终止|审计可以|(?:支付|付款|拒付)之日|付款后"
)
_PAYS = r"(?:拨付|支付|付款(?!方|说明)|付清|给付|结清|完成[^，。]{0,8}清算|清算|预付)"
PAYMENT = (
    TermRule(
        "payment",
        "term.payment.within",
        every(
            rf"{NUMBER}\s*个?(?:工作日|日|天|月|年)\s*(?:[之以]?内|前)(?:(?!提交|[日月]内)[^。；]){{0,24}}{_PAYS}"
            rf"|{_PAYS}[^。；，]{{0,12}}(?={NUMBER}\s*个?(?:工作日|日|天|月)\s*[之以]?内)",
        ),
        ("duration", "date"),
        side="after",
        strict=True,
        unless=re.compile(_NOT_A_FEE),
    ),
)
