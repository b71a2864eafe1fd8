"""Rules of law held against a text: floors, ceilings, voids, names that have changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from contractkit.compare.magnitude import magnitude
from contractkit.compare.units import FRAMES
from contractkit.lang.base import Language
from contractkit.lang.value import Value
from contractkit.model.comparison import Unit
from contractkit.model.standard import Library, Rule

_PART = re.compile(r"[，,；;：:。]")
ADVERB = 2  # characters behind a period that end the part of the sentence which it opens
_LETTER = re.compile(r"[A-Za-z]")
_TITLED = re.compile(r"《[^《》]{1,80}》")


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a unit breaks, and what stands there.

    ``wanted`` is what the law wants: a normal form, or the words to write instead; "" to strike it.
    """

    rule: Rule
    unit: Unit
    wanted: str
    found: str
    start: int
    end: int


def rules_for(library: Library, template: str) -> tuple[Rule, ...]:
    """The rules that hold for agreements made from ``template``."""
    return tuple(rule for rule in library.rules if not rule.templates or template in rule.templates)


def words_of(rule: Rule, code: str) -> tuple[str, ...]:
    """The words that the rule looks for in a text; where none of them is, it is not broken."""
    tables = (rule.phrases, rule.subjects, rule.replace)
    return tuple(word for table in tables for word in table.get(code, ()))


def is_of_names(rule: Rule) -> bool:
    """Whether the rule is about names that have changed, which bind nobody to anything."""
    return bool(rule.replace) and not rule.phrases


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
                if is_of_names(rule):
                    yield from _names(rule, unit, sentence.text, sentence.start, language)
                elif rule.phrases:
                    yield from _voids(rule, unit, sentence.text, sentence.start, language)
                else:
                    yield from _bounds(rule, rules, unit, sentence.text, sentence.start, language)


def changed_names(
    units: Sequence[Unit], rules: Sequence[Rule], language: Language
) -> Iterator[Breach]:
    """Names that have changed, around the clauses: the name of a party too."""
    for unit in units:
        if unit.kind in FRAMES:
            for rule in rules:
                if is_of_names(rule):
                    yield from _names(rule, unit, unit.text, 0, language)


def _touches(rule: Rule, text: str, code: str) -> bool:
    """A cheap look before sentences are cut: is any word of the rule in the text at all?"""
    folded = text.casefold()
    return any(word.casefold() in folded for word in words_of(rule, code))


@lru_cache(maxsize=256)
def _finder(words: tuple[str, ...]) -> re.Pattern[str]:
    """Any of ``words``, the longest first; letters are whole words, or such with an ending."""
    found = [
        (r"(?<![A-Za-z])" if _LETTER.match(word) else "")
        + r"\s+".join(map(re.escape, word.split(" ")))
        + (r"(?:e?[sd])?(?![A-Za-z])" if _LETTER.match(word[-1]) else "")
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile("|".join(found) if found else "(?!)", re.IGNORECASE)


def _voids(
    rule: Rule, unit: Unit, sentence: str, start: int, language: Language
) -> Iterator[Breach]:
    """One a sentence: the finding quotes the sentence's first."""
    code = language.code
    subjects = rule.subjects.get(code, ())
    if subjects and not _finder(subjects).search(sentence):
        return
    found = _finder(rule.phrases.get(code, ())).search(sentence)
    if found and not _finder(rule.unless.get(code, ())).search(sentence):
        yield _breach(rule, unit, found, start, code)


def _names(rule: Rule, unit: Unit, text: str, start: int, language: Language) -> Iterator[Breach]:
    """Each name that has changed; in the title of a document only where it is that title."""
    titles = [match.span() for match in _TITLED.finditer(text)]
    for found in _finder(tuple(rule.replace.get(language.code, ()))).finditer(text):
        if not any(a < found.start() and found.end() < b for a, b in titles):
            yield _breach(rule, unit, found, start, language.code)


def _breach(rule: Rule, unit: Unit, found: re.Match[str], start: int, code: str) -> Breach:
    words = {old.casefold(): new for old, new in rule.replace.get(code, {}).items()}
    text = " ".join(found[0].split()).casefold()
    kept = next((old for old in sorted(words, key=len, reverse=True) if text.startswith(old)), "")
    end = start + found.end()
    return Breach(rule, unit, words.get(kept, ""), found[0], start + found.start(), end)


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
    """Whether ``value`` is said of the subject: the nearest before it, else the first in the same
    part after it, with a verb beside it; a period that ends its part belongs to the next one.
    """
    before = sentence[: value.start].casefold()
    after, *rest = _PART.split(sentence[value.end :].casefold())
    if rest and len(after) <= ADVERB:  # in 60 days, he may apply: said of what follows
        after += rest[0]
    places = {word: at for word in rivals if (at := before.rfind(word.casefold())) >= 0}
    if not places:
        places = {word: -at for word in rivals if (at := after.find(word.casefold())) >= 0}
    nearest = max(places, key=lambda word: (places[word], len(word)), default="")
    if nearest not in rule.subjects.get(code, ()):
        return False
    verbs = rule.verbs.get(code, ())
    part = _PART.split(before)[-1] + after
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
