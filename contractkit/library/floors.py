"""The law's floors and ceilings held against what a variable may be: its default and its bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from contractkit.library.files import CLAUSES
from contractkit.library.loaded import Loaded
from contractkit.library.texts import all_texts
from contractkit.model.standard import Problem, Rule, Variable
from contractkit.model.wording import Paragraph, Piece

_UNITS = {
    "years": Decimal(365), "months": Decimal(30), "days": Decimal(1),
    "business_days": Decimal("1.4"), "hours": Decimal(1) / 24, "percent": Decimal(1),
}  # fmt: skip
_LETTERS = {"Y": "years", "M": "months", "D": "days", "BD": "business_days", "H": "hours"}
_BOUND = re.compile(r"PT?(?P<count>\d+)(?P<unit>BD|[YMDH])|(?P<percent>\d+(?:\.\d+)?)%")
_STOP = re.compile(r"[。！？!?]|\.\s")
_PART = re.compile(r"[，,；;：:。]")


def bounds_meet_the_law(loaded: Loaded) -> Iterator[Problem]:
    """Where a default, or the least or greatest value that is allowed, breaks a rule of law."""
    told: set[tuple[str, str, str]] = set()
    for file, code, text in all_texts(loaded):
        templates = _templates(loaded, file)
        rules = [r for r in loaded.rules if not r.templates or templates & set(r.templates)]
        for paragraph, piece in text.pieces("value"):
            variable = loaded.variables.get(piece.name)
            if variable is None or variable.type not in _UNITS:
                continue
            for rule in rules:
                if _is_said(paragraph, piece, rule, loaded.rules, code):
                    for key, message in _breaches(variable, rule, code):
                        if (variable.name, key, rule.id) not in told:
                            told.add((variable.name, key, rule.id))
                            yield _problem(loaded, variable, key, message)


def _templates(loaded: Loaded, file: str) -> set[str]:
    return {
        name
        for (name, _), template in loaded.templates.items()
        for section in template.sections
        for identity in section.clauses
        if file.startswith(f"{CLAUSES}/{identity}/")
    }


def _is_said(
    paragraph: Paragraph, piece: Piece, rule: Rule, rules: tuple[Rule, ...], code: str
) -> bool:
    """Whether the variable is said of the rule's subject: the nearest before it in the sentence,
    with one of the rule's verbs in the same part of it.
    """
    if not (rule.minimum or rule.maximum):
        return False
    at = paragraph.pieces.index(piece)
    before, after = (
        "".join(one.text for one in pieces).casefold()
        for pieces in (paragraph.pieces[:at], paragraph.pieces[at + 1 :])
    )
    before, after = _STOP.split(before)[-1], _STOP.split(after)[0]
    rivals = [w for r in rules if r.kind == rule.kind for w in r.subjects.get(code, ())]
    nearest = max(rivals, key=lambda w: (before.rfind(w.casefold()), len(w)), default="")
    if before.rfind(nearest.casefold()) < 0 or nearest not in rule.subjects.get(code, ()):
        return False
    part = _PART.split(before)[-1] + _PART.split(after)[0]
    verbs = rule.verbs.get(code, ())
    return not verbs or any(verb.casefold() in part for verb in verbs)


def _breaches(variable: Variable, rule: Rule, code: str) -> Iterator[tuple[str, str]]:
    """Each key of the variable that breaks the rule, with the message."""
    low, high = _size(rule.minimum), _size(rule.maximum)
    told = f"{rule.message[code]} ({rule.basis})"
    for key, value in (("default", variable.default), ("min", variable.minimum)):
        if low is not None and (size := _own(variable, value)) is not None and size < low:
            yield key, f"{key} of {variable.name} is {value}; the law wants {rule.minimum}: {told}"
    if low is not None and variable.minimum is None:
        yield "", f"{variable.name} has no min; the law wants {rule.minimum}: {told}"
    for key, value in (("default", variable.default), ("max", variable.maximum)):
        if high is not None and (size := _own(variable, value)) is not None and size > high:
            yield key, f"{key} of {variable.name} is {value}; the law allows {rule.maximum}: {told}"
    if high is not None and variable.maximum is None:
        yield "", f"{variable.name} has no max; the law allows {rule.maximum}: {told}"


def _own(variable: Variable, value: object) -> Decimal | None:
    try:
        return None if value is None else Decimal(str(value)) * _UNITS[variable.type]
    except InvalidOperation:  # told where it is declared
        return None


def _size(bound: str) -> Decimal | None:
    """A rule's bound (P30Y, P60D, PT72H, 20%) in days, or in per cent."""
    match = _BOUND.fullmatch(bound)
    if not match:
        return None
    if match["percent"]:
        return Decimal(match["percent"])
    return Decimal(match["count"]) * _UNITS[_LETTERS[match["unit"]]]


def _problem(loaded: Loaded, variable: Variable, key: str, message: str) -> Problem:
    file, at = loaded.declared.get(variable.name, ("", ()))
    source = loaded.sources.get(file)
    if source is None:  # an archived version's, which was lawful in its time
        return Problem(file, 1, 1, message)
    return source.problem((*at, key) if key else at, message)
