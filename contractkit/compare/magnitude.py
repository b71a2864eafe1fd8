"""Normal forms of values as numbers that can be held against one another."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_DURATION = re.compile(r"P(?:T(?P<hours>[\d.]+)H|(?P<count>[\d.]+)(?P<unit>BD|[YMWD]))\Z")
DAYS = {  # days of each unit of a normal form
    "Y": Decimal(365),
    "M": Decimal(30),
    "W": Decimal(7),
    "D": Decimal(1),
    "BD": Decimal("1.4"),
}


def magnitude(value: str) -> Decimal | None:
    """The size of a normal form: days of a duration, the number else; a range by its lower end.

    A business day counts as 1.4 days: five of them make a week. None for what has no size.
    """
    low = value.split("..")[0].strip()
    if match := _DURATION.match(low):
        if match["hours"]:
            return Decimal(match["hours"]) / 24
        return Decimal(match["count"]) * DAYS[match["unit"]]
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
