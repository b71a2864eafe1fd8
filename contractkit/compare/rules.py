"""Rules of law held against a text: floors, ceilings, voids."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contractkit.compare.magnitude import magnitude
from contractkit.lang.base import Language, Value
from contractkit.model.comparison import Unit
from contractkit.model.standard import Library, Rule

_PART = re.compile(r"[，,；;：:。]")


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a unit breaks: what the law wants (a normal form, or ""), what stands there."""

    rule: Rule
    unit: Unit
    wanted: str
    found: str
    start: int
    end: int


def rules_for(library: Library, template: str) -> tuple[Rule, ...]:
    """The rules that hold for agreements made from ``template``."""
    return tuple(rule for rule in library.rules if not rule.templates or template in rule.templates)


def breaches(units: Sequence[Unit], rules: Sequence[Rule], language: Language) -> Iterator[Breach]:
    """Every breach of ``rules`` in the clauses of ``units``, in reading order.

    What stands before and after the clauses is left out: in a file from the web it may be anything.
    """
    for unit in units:
        if unit.kind != "clause":
            continue
        relevant = [rule for rule in rules if _touches(rule, unit.text, language.code)]
        if not relevant:
            continue
        for sentence in language.sentences(unit.text):
            for rule in relevant:
                find = _voids if rule.phrases else _bounds
                yield from find(rule, rules, unit, sentence.text, sentence.start, language)


def _touches(rule: Rule, text: str, code: str) -> bool:
    """A cheap look before sentences are cut: is any word of the rule in the text at all?"""
    folded = text.casefold()
    words = (*rule.phrases.get(code, ()), *rule.subjects.get(code, ()))
    return any(word.casefold() in folded for word in words)


def _voids(
    rule: Rule, _rules: Sequence[Rule], unit: Unit, sentence: str, start: int, language: Language
) -> Iterator[Breach]:
    folded = sentence.casefold()
    if any(word.casefold() in folded for word in rule.unless.get(language.code, ())):
        return
    for phrase in rule.phrases.get(language.code, ()):
        at = folded.find(phrase.casefold())
        if at >= 0:
            text = sentence[at : at + len(phrase)]
            yield Breach(rule, unit, "", text, start + at, start + at + len(phrase))
            return  # one a sentence: the finding quotes the sentence's first


def _bounds(
    rule: Rule, rules: Sequence[Rule], unit: Unit, sentence: str, start: int, language: Language
) -> Iterator[Breach]:
    rivals = {
        word
        for other in rules
        if other.kind == rule.kind
        for word in other.subjects.get(language.code, ())
    }
    for value in language.values(sentence):
        if value.kind == rule.kind and _is_said(value, rule, rivals, sentence, language.code):
            wanted = _broken(rule, value)
            if wanted:
                found = sentence[value.start : value.end]
                yield Breach(rule, unit, wanted, found, start + value.start, start + value.end)


def _is_said(value: Value, rule: Rule, rivals: set[str], sentence: str, code: str) -> bool:
    """Whether ``value`` is said of the subject: the nearest before it, with a verb beside it."""
    before = sentence[: value.start].casefold()
    nearest = max(rivals, key=lambda word: (before.rfind(word.casefold()), len(word)), default="")
    if before.rfind(nearest.casefold()) < 0 or nearest not in rule.subjects.get(code, ()):
        return False
    verbs = rule.verbs.get(code, ())
    part = _PART.split(before)[-1] + re.split(_PART, sentence[value.end :].casefold())[0]
    return not verbs or any(verb.casefold() in part for verb in verbs)


def _broken(rule: Rule, value: Value) -> str:
    """The bound that ``value`` breaks, or ""."""
    size = magnitude(value.value)
    low, high = magnitude(rule.minimum), magnitude(rule.maximum)
    if size is None:
        return ""
    if low is not None and size < low:
        return rule.minimum
    if high is not None and size > high:
        return rule.maximum
    return ""
