"""What each clause is about: a topic of the clause library, and types that words can tell."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contractkit.extract.source import Passage, Source
from contractkit.lang.prefilter import shortlist
from contractkit.lang.statements import TypeRule
from contractkit.model.agreement import Clause
from contractkit.model.extraction import Fact
from contractkit.model.standard import StandardClause

LEAST = 0.12  # of 1: below it no standard clause is near
LEAD = 400  # characters: what introduces a list in more is no introduction
HEADING = 0.35  # how much the likeness of the headings counts, beside that of the texts


def clause_types(source: Source) -> Iterator[Fact]:
    """Each clause's topic with score and reason, and every type that a sentence of it tells."""
    yield from _topics(source)
    rules = source.language.statements.types
    near = shortlist(tuple(rule.needs for rule in rules))
    seen: set[tuple[str, str, str]] = set()
    for passage in source.passages:
        lead = _lead(source, passage) if rules else ""
        for sentence in source.sentences(passage.text) if rules else ():
            for place in near.of(f"{lead} {sentence.text}" if lead else sentence.text):
                rule = rules[place]
                key = (rule.name, passage.scope, passage.clause)
                if passage.clause and key in seen:
                    continue
                if not _tells(rule, sentence.text) and not (
                    lead and _tells(rule, f"{lead} {sentence.text}") and not _tells(rule, lead)
                ):
                    continue
                seen.add(key)
                yield source.fact(
                    passage,
                    sentence.start,
                    sentence.end,
                    kind="clause_type",
                    name=rule.name,
                    value="",
                    rule=f"type.{rule.name.lower().replace(' ', '_')}",
                    details=(("reason", "rule"),),
                )


def _tells(rule: TypeRule, text: str) -> bool:
    """Whether ``text`` has all that the rule needs, and nothing that speaks against it."""
    if not all(need.search(text) for need in rule.needs):
        return False
    return not (rule.unless and rule.unless.search(text))


def _lead(source: Source, passage: Passage) -> str:
    """The sentence that introduces the list of which ``passage`` is an item, "" if none does."""
    above = passage.above.text.rstrip() if passage.above else ""
    if not above.endswith((":", "：")):
        return ""
    last = source.sentences(above)[-1].text
    return last if len(last) <= LEAD else ""


@dataclass(frozen=True, slots=True)
class _Nearest:
    """The standard clauses of a language as weighted words: what a clause is held against.

    ``holders`` are the places of the clauses that have a word in their text, with its weight there;
    ``titled`` of those that have it in their title.
    """

    clauses: tuple[StandardClause, ...]
    weights: Mapping[str, float]
    holders: Mapping[str, Sequence[tuple[int, float]]]
    titled: Mapping[str, Sequence[int]]
    titles: tuple[frozenset[str], ...]


def _topics(source: Source) -> Iterator[Fact]:
    if source.library is None:
        return
    near = _nearest(source, tuple(source.library.clauses.values()))
    if not near.clauses:
        return
    texts: dict[int, list[str]] = {}
    firsts: dict[int, tuple[Passage, Clause]] = {}
    for passage in source.passages:
        if passage.holder is not None and passage.holder.kind == "clause":
            texts.setdefault(id(passage.holder), []).append(passage.text[passage.own :])
            firsts.setdefault(id(passage.holder), (passage, passage.holder))
    for key, (passage, clause) in firsts.items():
        found = _find(source, near, clause.heading, " ".join(texts[key]))
        if found is None:
            continue
        standard, score, reason = found
        yield source.fact(
            passage,
            0,
            len(passage.text),
            kind="clause_type",
            name=standard.id.partition("/")[0],
            value=standard.id,
            rule=f"topic.{reason}",
            score=round(score, 3),
            details=(("score", f"{score:.2f}"), ("reason", reason)),
        )


def _nearest(source: Source, clauses: Sequence[StandardClause]) -> _Nearest:
    code, words = source.agreement.language, source.language.words
    kept = tuple(clause for clause in clauses if code in clause.texts)
    counts = [Counter(words(_text(clause, code))) for clause in kept]
    seen = Counter(word for count in counts for word in count)
    weights = {word: math.log((1 + len(kept)) / n) for word, n in seen.items()}
    holders: dict[str, list[tuple[int, float]]] = {}
    for place, count in enumerate(counts):
        for word, weight in _vector(count, weights).items():
            holders.setdefault(word, []).append((place, weight))
    titles = tuple(frozenset(words(clause.title.get(code, ""))) for clause in kept)
    titled: dict[str, list[int]] = {}
    for place, title in enumerate(titles):
        for word in title:
            titled.setdefault(word, []).append(place)
    return _Nearest(kept, weights, holders, titled, titles)


def _text(clause: StandardClause, code: str) -> str:
    return f"{clause.title.get(code, '')} {clause.texts[code].source}"


def _vector(count: Counter[str], weights: Mapping[str, float]) -> dict[str, float]:
    raw = {word: (1 + math.log(n)) * weights[word] for word, n in count.items() if word in weights}
    norm = math.sqrt(sum(weight**2 for weight in raw.values())) or 1.0
    return {word: weight / norm for word, weight in raw.items()}


def _find(
    source: Source, near: _Nearest, heading: str, text: str
) -> tuple[StandardClause, float, str] | None:
    """The standard clause nearest to a heading and a text, with the score, and what told it."""
    scores: dict[int, float] = {}
    for word, weight in _vector(Counter(source.language.words(text)), near.weights).items():
        for place, other in near.holders[word]:
            scores[place] = scores.get(place, 0.0) + weight * other
    head = frozenset(source.language.words(heading))
    alike = {
        place: len(head & near.titles[place]) / len(head | near.titles[place])
        for word in head
        for place in near.titled.get(word, ())
    }

    def likeness(place: int) -> float:
        words = scores.get(place, 0.0)
        return (1 - HEADING) * words + HEADING * alike.get(place, 0.0) if head else words

    best = max(sorted({*scores, *alike}), key=likeness, default=None)
    if best is None or (score := likeness(best)) < LEAST:
        return None
    by_heading = HEADING * alike.get(best, 0.0) > (1 - HEADING) * scores.get(best, 0.0)
    return near.clauses[best], min(score, 1.0), "heading" if by_heading else "words"
