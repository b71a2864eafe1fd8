"""Two small comparisons, one a language, whose texts are hostile to a careless page."""

from __future__ import annotations

from functools import cache

from contractkit.compare import compare
from contractkit.model.comparison import Comparison
from tests.builders import agreement

HOSTILE = "<script>alert('a')</script> & \"quoted\""

BREAKOUT = '"><i onclick="go()">'  # it is replaced, and so told in an attribute

EXAMPLES = {
    "zh": (
        agreement(
            "第一章 总则 |",
            f"  第一条 付款 | 甲方应当在30日内拨付，逾期加付{BREAKOUT}。",
            "  第二条 期限 | 本协议自签订之日起一年内有效，期满自行终止。",
            f"  第三条 通知{HOSTILE} | 双方以书面形式{HOSTILE}通知对方。",
            "  第四条 病历 | 乙方妥善保管患者的全部病历资料。",
            language="zh",
            title=f"服务协议{HOSTILE}",
            name=f"甲{HOSTILE}.docx",
        ),
        agreement(
            "第一章 总则 |",
            "  第一条 付款 | 甲方可以在60日内拨付，逾期加付一成。",
            f"  第三条 通知{HOSTILE} | 双方以电子形式{HOSTILE}通知{HOSTILE}对方。",
            "  第二条 期限 | 本协议自签订之日起一年内有效，期满自行终止。",
            f"  第五条 停车{HOSTILE} | 院内车位由物业{HOSTILE}安排。",
            language="zh",
            title="服务协议",
            name="乙.docx",
        ),
    ),
    "en": (
        agreement(
            "1. Payment | The Payer shall pay each clean claim within thirty (30) days.",
            "2. Term | This agreement lasts for one year from the date of signing.",
            f"3. Notice {HOSTILE} | Notices are in writing {HOSTILE} and by post.",
            "4. Records | The Provider keeps all records of every Member safe.",
            language="en",
            title="Provider Agreement",
            name=f"a{HOSTILE}.docx",
        ),
        agreement(
            "1. Payment | The Payer may pay each clean claim within sixty (60) days.",
            f"2. Notice {HOSTILE} | Notices are in writing {HOSTILE} and by fax {HOSTILE}.",
            "3. Term | This agreement lasts for one year from the date of signing.",
            f"4. Parking {HOSTILE} | Lots are assigned by the landlord {HOSTILE}.",
            language="en",
            title="Provider Agreement",
            name="b.docx",
        ),
    ),
}


@cache
def example(code: str) -> Comparison:
    """The comparison of the two agreements in that language."""
    return compare(*EXAMPLES[code])
