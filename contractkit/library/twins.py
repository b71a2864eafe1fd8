"""What the texts of a clause in two languages must have in common: compared as data."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

from contractkit.lang import LANGUAGES, language
from contractkit.lang.value import Value
from contractkit.library.loaded import Loaded
from contractkit.library.texts import filled, named_texts, text_file
from contractkit.model.standard import Problem
from contractkit.model.wording import Paragraph, Wording

# A count, score or citation is worded differently in each language; these are not.
COMPARABLE = ("date", "duration", "money", "percent", "multiple")
# One language may deny what the other affirms: "not more than" is said as "exceeds … shall not".
_NEGATED = {frozenset((">", "<=")), frozenset((">=", "<"))}
_SAID = {">=": "at least", "<=": "at most", ">": "more than", "<": "less than"}

Half = tuple[str, str, Wording]
"""A text: its file, its language, its wording."""


def languages_agree(loaded: Loaded) -> Iterator[Problem]:
    """Where the texts of a clause differ in paragraphs, variables, references or values."""
    first, *rest = LANGUAGES
    for clause in loaded.clauses.values():
        for name, texts in named_texts(clause):
            for code in texts:
                if not texts[code].paragraphs:
                    yield Problem(text_file(clause, name, code), 1, 1, "the text is empty")
            for code in rest:
                if first in texts and code in texts and all(t.paragraphs for t in texts.values()):
                    base = (text_file(clause, name, first), first, texts[first])
                    other = (text_file(clause, name, code), code, texts[code])
                    yield from _halves(loaded, base, other)


def _halves(loaded: Loaded, base: Half, other: Half) -> Iterator[Problem]:
    levels = [[p.level for p in half[2].paragraphs] for half in (base, other)]
    if levels[0] != levels[1]:
        at = next(
            (n for n, pair in enumerate(zip(*levels, strict=False)) if pair[0] != pair[1]),
            min(map(len, levels)) - 1,
        )
        left, right = base[2].paragraphs[at], other[2].paragraphs[at]
        message = f"paragraphs and list items are not those of {base[0]}:{left.line}"
        yield Problem(other[0], right.line, 1, message)
        return
    for left, right in zip(base[2].paragraphs, other[2].paragraphs, strict=True):
        where = f"{base[0]}:{left.line}"
        for what, facts in (
            ("variables", _names("value")),
            ("references", _names("reference")),
            ("values", _values),
        ):
            here, there = facts(right, other[1]), facts(left, base[1])
            if here != there:
                found, missing = _list(here - there), _list(there - here)
                message = f"{what} differ: {found} here, {missing} in {where}"
                yield Problem(other[0], right.line, 1, message)
        for value, here_op, there_op in _contradictions(loaded, left, base[1], right, other[1]):
            message = (
                f"comparators differ: {_SAID[here_op]} {value} here, "
                f"{_SAID[there_op]} {value} in {where}"
            )
            yield Problem(other[0], right.line, 1, message)


def _list(found: Counter[str]) -> str:
    return ", ".join(sorted(found)) or "nothing"


def _names(kind: str) -> Callable[[Paragraph, str], Counter[str]]:
    def names(paragraph: Paragraph, _code: str) -> Counter[str]:
        return Counter(piece.name for piece in paragraph.pieces if piece.kind == kind)

    return names


def _values(paragraph: Paragraph, code: str) -> Counter[str]:
    return Counter(_shown(one) for one in language(code).values(paragraph.text) if _is_data(one))


def _is_data(value: Value) -> bool:
    return value.kind in COMPARABLE


def _shown(value: Value) -> str:
    return f"{value.value} {value.unit}".strip()


def _contradictions(
    loaded: Loaded, left: Paragraph, one: str, right: Paragraph, two: str
) -> Iterator[tuple[str, str, str]]:
    """Each value that is a floor in one text and a ceiling in the other, with both comparators.

    Variables count with their defaults: 不低于{x} is not "no more than {x}".
    """
    there, here = _bounds(loaded, left, one), _bounds(loaded, right, two)
    for value in sorted(there.keys() & here.keys()):
        if len(there[value]) == len(here[value]) == 1:
            (before,), (after,) = there[value], here[value]
            if before != after and frozenset((before, after)) not in _NEGATED:
                yield value, after, before


def _bounds(loaded: Loaded, paragraph: Paragraph, code: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for value in language(code).values(filled(paragraph, code, loaded.variables)):
        if _is_data(value) and value.op in _SAID:
            found[_shown(value)].add(value.op)
    return found
