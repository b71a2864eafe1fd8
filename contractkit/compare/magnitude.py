"""Normal forms of values as numbers that can be held against one another."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_DURATION = re.compile(r"P(?:T[\d.]+[HM]|(?:[\d.]+(?:BD|[YMWD])){1,3})\Z")
_PART = re.compile(r"(T?)([\d.]+)(BD|[A-Z])")
DAYS = {  # days of each unit of a normal form
    "Y": Decimal(365),
    "M": Decimal(30),
    "W": Decimal(7),
    "D": Decimal(1),
    "BD": Decimal("1.4"),
    "TH": Decimal(1) / 24,
    "TM": Decimal(1) / 1440,
}


def magnitude(value: str) -> Decimal | None:
    """The size of a normal form: days of a duration, the number else; a range by its lower end.

    A business day counts as 1.4 days: five of them make a week. None for what has no size.
    """
    low = value.split("..")[0].strip()
    if _DURATION.match(low):
        return sum((Decimal(n) * DAYS[t + unit] for t, n, unit in _PART.findall(low)), Decimal(0))
    try:
        return Decimal(low.rstrip("%"))
    except InvalidOperation:
        return None


def meets(size: Decimal, condition: str) -> bool:
    """Whether ``size`` meets a condition such as ``>=30``, ``<=60``, ``==5`` or ``30..60``."""
    if ".." in condition:
        low, high = condition.split("..")
        return Decimal(low) <= size <= Decimal(high)
    op = re.match(r"[<>=]+", condition)
    bound = Decimal(condition[op.end() :] if op else condition)
    sign = op[0] if op else "=="
    if sign == ">=":
        return size >= bound
    if sign == "<=":
        return size <= bound
    if sign == ">":
        return size > bound
    if sign == "<":
        return size < bound
    return size == bound
