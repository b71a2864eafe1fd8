"""Whose law a Chinese agreement says that it is under; the statutes that it rests on."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule
from contractkit.lang.zh.terms.words import every

_BESIDE = r"(?:[（(][^（()）]{1,40}[）)])?"  # 中国（不含港澳台地区）法律
GOVERNING_LAW = (
    TermRule(
        "governing_law",
        "term.governing_law.law",
        every(
            r"适用|管辖|解释|为准",
            rf"(?:适用|依据|依照|依|受|按照?|以)[^。；，]{{0,6}}?(?P<value>中华人民共和国{_BESIDE}(?:[^。；，、]{{0,12}}?)?(?:法律|法规)|中国(?:大陆|内地)?(?:地区)?{_BESIDE}(?:现行|有效|的|之){{0,3}}法律"
            rf"|(?!该|本协议|本合同|所|相关|有关|上述|其他|现行|国家)(?:(?!该等|所定|相关|有关|不|的)[一-鿿]){{2,10}}法律)(?:、?法规|及其?相关规定|、行政法规)?{_BESIDE}(?:的?(?:管辖|约束)|并|及|进行|解释|的|为准|，|。|；|\Z)",
        ),
        unless=re.compile(
            r"该等法律|所定法律|冲突法[^。]{0,10}(?:不适用|除外)\Z|(?:根据|依据|依照)[^。]{0,40}(?:成立|设立|注册)"
        ),
    ),
)
_STATUTE = r"《[^》]{2,40}》(?:[（(][^）)]{2,30}[）)])?"
_STATUTES = rf"{_STATUTE}(?:(?:[、和及，]|以及){{0,2}}{_STATUTE}){{0,8}}"
# Under which statutes an agreement is made is no choice of the law that governs it.
LEGAL_BASIS = (
    TermRule(
        "legal_basis",
        "term.legal_basis.statutes",
        every(
            rf"(?:根据|依据|依照|按照)(?P<value>{_STATUTES})",
            r"(?:签订|订立|达成|协商|制定)",
        ),
        where="front",
        single=True,
    ),
)
