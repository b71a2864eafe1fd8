"""What the patterns of several terms are made of."""

from __future__ import annotations

import re

DATES = ("date", "date_blank")


def every(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a rule that needs them all."""
    return tuple(re.compile(pattern) for pattern in patterns)


NUMBER = r"[\d〇零一二三四五六七八九十两百]{1,4}"
TIME = rf"(?:至少|不少于|不迟于|不晚于)?\s*{NUMBER}\s*个?(?:工作日|自然日|日|天|周|月|年)"
AGREED = r"(?:协议|合同)"
# Another agreement or a statute, whose dates are not those of this one.
ANOTHER = re.compile(r"《[^》]{2,40}》[^。]{0,10}(?:自|于)|原(?:协议|合同)|以下连同|编号为|条例")
RENEWS = r"(?:续签|续订|续约|续期|顺延|延续)(?!期[^限为])"
