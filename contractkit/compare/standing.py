"""Where the playbook has a value: preferred, acceptable, for approval, or to walk away."""

from __future__ import annotations

from decimal import Decimal

from contractkit.compare.magnitude import DAYS, magnitude, meets
from contractkit.model.standard import Position, Variable

# The unit that positions are written in, by the type of the variable.
UNITS = {"years": "Y", "months": "M", "days": "D", "business_days": "BD"}


def standing(form: str, position: Position, variable: Variable, standard: str = "") -> str:
    """Where a normal form stands: ``preferred``, ``acceptable``, ``approval`` or ``walk_away``.

    "" when the form has no size. A period in another unit is turned into that of the variable.
    ``standard`` is the form that it replaces: a bound of the same kind is no other bound.
    """
    size = _in_unit(form, variable)
    if size is None:
        return ""
    if position.walk_away and meets(size, position.walk_away):
        return "walk_away"
    if form[:1] != standard[:1] and _wrong_way(form, position):
        return "approval"
    if meets(size, position.preferred):
        return "preferred"
    return "acceptable" if meets(size, position.acceptable) else "approval"


def _in_unit(form: str, variable: Variable) -> Decimal | None:
    bare = form.lstrip("<>=~").split(" ")[0]
    size = magnitude(bare)
    if size is None or not bare.startswith("P"):
        return size
    unit = UNITS.get(variable.type)
    if unit:
        return size / DAYS[unit]
    return size * 24 if variable.type == "hours" else size


def _wrong_way(form: str, position: Position) -> bool:
    """Whether the value bounds the side that we want open: at most 30 where more is better."""
    return form[:1] == ("<" if position.better == "more" else ">") and position.better == "more"
