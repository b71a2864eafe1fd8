"""The units of Chinese amounts, and the normal form of an amount of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Unit:
    """How an amount of a unit is printed: ``form`` with amount * factor + more; ``name`` is its unit."""

    kind: str
    form: str = "{}"
    factor: Decimal = Decimal(1)
    more: Decimal = Decimal(0)
    name: str = ""


_HALF = Decimal("0.5")
# The unit as it stands after the number, with what may not follow it (三分之一, 一次性, 12人民币).
_ROWS: tuple[tuple[str, str, Unit], ...] = (
    (
        "个工作日 工作日 个工作天 工作天 个交易日 交易日 个营业日 营业日 个银行工作日 银行工作日 个法定工作日 法定工作日"
        " 个银行营业日 个完整工作日",
        "",
        Unit("duration", "P{}BD"),
    ),
    (
        "个日历日 日历日 个自然日 自然日 个日历天 日历天 个自然天 自然天 天",
        "(?!然|津|平|猫)",
        Unit("duration", "P{}D"),
    ),
    ("日", "(?!元|历|常|均|志|报|照|程|益|游|清单|[用本]语)", Unit("duration", "P{}D")),
    ("个半月", "", Unit("duration", "P{}M", more=_HALF)),
    ("个月 个自然月 个日历月 个完整月 个整月 个月份", "", Unit("duration", "P{}M")),
    ("月", "(?= ?(?:以|之)?内)", Unit("duration", "P{}M")),  # 质保期满1月内
    ("年半", "", Unit("duration", "P{}Y", more=_HALF)),
    (
        "个自然年 个自然年度 个日历年 个会计年度 个财务年度 个合同年度 个合同年 个租赁年度 个服务年度 个保险年度 个协议年度 个结算年度"
        " 个完整会计年度 个完整年度 个完整的会计年度",
        "",
        Unit("duration", "P{}Y"),
    ),
    ("周年 个年度 年", "(?!级|度|月|轮|代|龄|纪|检|会|报)", Unit("duration", "P{}Y")),
    ("个季度 季度", "", Unit("duration", "P{}M", factor=Decimal(3))),
    ("个星期 星期 周 个周", "(?!岁|[一二三四五六日末])", Unit("duration", "P{}W")),
    ("个半小时 个半钟头", "", Unit("duration", "PT{}H", more=_HALF)),
    ("小时 个小时 个钟头 h H", "(?![A-Za-z0-9])", Unit("duration", "PT{}H")),
    ("分钟", "", Unit("duration", "PT{}M")),
    ("min mins", "(?![A-Za-z])", Unit("duration", "PT{}M")),
    ("秒 秒钟", "", Unit("duration", "PT{}S")),
    ("%", "", Unit("percent", "{}%")),
    ("‰", "", Unit("percent", "{}%", factor=Decimal("0.1"))),
    ("‱", "", Unit("percent", "{}%", factor=Decimal("0.01"))),
    ("个百分点", "", Unit("percent", "{}%")),
    ("个基点 基点", "", Unit("percent", "{}%", factor=Decimal("0.01"))),
    ("倍", "(?!数|率|增)", Unit("multiple")),
    (
        "分",
        "(?![钟之部别析类公店院校区局配期享支布行割红包成数制项组层批发段工管歧离娩泌摊包流解号值册]|母|辨|担)",
        Unit("score"),
    ),
    ("个积分", "", Unit("score")),
    (
        "次 人次",
        "(?!性|序|日|年|月|要|数|之|长|级|品|生|告知|补正)",
        Unit("count", name="次"),
    ),
    ("期", "(?!限|间|满|末|初|权|货|待|望|刊|数|徒)", Unit("count", name="期")),
    ("份", "(?!额|子|内|量)", Unit("count", name="份")),
    ("名", "(?!称|义|单|誉|下|录|额|字|为|词|册)", Unit("count", name="名")),
    ("人", "(?!民|员|身|事|力|工|才|体|大|均|类|格|称|为|社|次|证|一)", Unit("count", name="人")),
    ("张", "(?!贴)", Unit("count", name="张")),
    ("台", "(?!账|湾|阶|州)", Unit("count", name="台")),
    ("套 册", "(?!餐|取)", Unit("count")),
    ("例", "(?!如|外|行|会|子)", Unit("count", name="例")),
)
UNITS = {word: unit for words, _, unit in _ROWS for word in words.split()}
UNIT = "|".join(
    f"{' ?'.join(map(re.escape, word))}{guard}"
    for word, guard in sorted(
        ((word, guard) for words, guard, _ in _ROWS for word in words.split()),
        key=lambda row: len(row[0]),
        reverse=True,
    )
)
_FINER = {"P{}Y": ("P{}M", 12), "P{}M": ("P{}D", 30), "PT{}H": ("PT{}M", 60), "P{}D": ("PT{}H", 24)}


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount found, where it ends, its numeral, and what its words say where figures differ."""

    unit: Unit
    amount: Decimal
    end: int
    numeral: str
    op: str = ""
    words: Decimal | None = None

    @property
    def value(self) -> str:
        """The normal form."""
        return form(self.unit, self.amount)


def plain_number(amount: Decimal) -> str:
    """The number without exponent, separators or needless zeros: 0.5, 10000."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def form(unit: Unit, amount: Decimal) -> str:
    """The normal form of an amount: P30D, 0.5%, 10000; half a year is P6M."""
    shape = unit.form
    while shape in _FINER and amount != amount.to_integral_value():
        if shape == "P{}D" and amount > 1:
            break  # a mean stay of 9.5 days
        finer, times = _FINER[shape]
        if (amount * times) != (amount * times).to_integral_value() and finer != "P{}M":
            break
        shape, amount = finer, amount * times
    return shape.format(plain_number(amount))
