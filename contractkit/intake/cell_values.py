"""A filled cell -> what it states for its variable; what cannot be told is Unfit, never guessed.

Excel and those who use it change what was typed: trailing and full-width spaces, full-width digits,
a date written out, a code that became a number and lost its zeros. What has one reading is read so;
the rest is refused with a reason.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal

from contractkit.lang import LANGUAGES
from contractkit.model.standard import Variable, VariableType
from contractkit.model.typed import Unfit
from contractkit.sheets import Cell

_HIGHEST_PERCENT = 1000  # what shows more was meant as a hundredth of it


def stated(variable: Variable, cell: Cell) -> object:
    """What ``cell`` states for ``variable``, as ``model.typed`` reads it; None for a blank one."""
    if isinstance(cell, str):
        cell = cell.strip()
        if not cell:
            return None
    return _READERS.get(variable.type, _number)(variable, cell)


def _text(_variable: Variable, cell: Cell) -> object:
    if isinstance(cell, str):
        return cell
    kind = "date" if isinstance(cell, dt.date | dt.time | dt.timedelta) else "number"
    return Unfit(
        f"is the {kind} {cell}, which may have lost its zeros or its form; "
        "set the cell's format to Text and write it anew"
    )


def _choice(variable: Variable, cell: Cell) -> object:
    text = _plain(cell).casefold()
    for key, words in variable.choices.items():
        if text in {_plain(one).casefold() for one in (key, *words.values())}:
            return key
    return Unfit(f"is {str(cell)!r}; choose from the list")


def _yes_no(_variable: Variable, cell: Cell) -> object:
    return cell if isinstance(cell, bool) else _plain(cell)


def _date(_variable: Variable, cell: Cell) -> object:
    if isinstance(cell, dt.date):
        return cell
    text = _plain(cell)
    for language in LANGUAGES.values():
        found = [one for one in language.values(text) if one.kind == "date"]
        if len(found) == 1 and found[0].text == text and not _day_or_month(text):
            return found[0].value
    return text


def _day_or_month(text: str) -> bool:
    """Whether a date in figures begins with its day or its month: 3/4/2026 is two dates."""
    return (
        text[:1].isdigit()
        and not text[:4].isdigit()
        and text.isascii()
        and not any(character.isalpha() for character in text)
    )


def _percent(variable: Variable, cell: Cell) -> object:
    number = _number(variable, cell)
    if not isinstance(number, Decimal):
        return number
    percent = number * 100  # a percentage in Excel is the number that it shows, by a hundred
    if percent > _HIGHEST_PERCENT:
        return Unfit(f"is {percent:f}%; write {number:f}% if that is meant")
    return percent


def _number(_variable: Variable, cell: Cell) -> object:
    if isinstance(cell, bool | dt.date | dt.time | dt.timedelta):
        return Unfit(f"is {cell}; a number is wanted")
    if isinstance(cell, float):
        return Decimal(f"{cell:.15g}")  # the digits that Excel shows, not those of the binary form
    return Decimal(cell) if isinstance(cell, int) else _plain(cell)


def _plain(cell: Cell) -> str:
    """The text with half-width digits and signs, without spaces around it."""
    return unicodedata.normalize("NFKC", str(cell)).strip()


_READERS: Mapping[VariableType, Callable[[Variable, Cell], object]] = {
    "text": _text,
    "choice": _choice,
    "yes_no": _yes_no,
    "date": _date,
    "percent": _percent,
}
