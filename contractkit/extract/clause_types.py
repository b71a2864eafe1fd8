"""What each clause is about: a topic of the clause library, and types that words can tell."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contractkit.extract.source import Passage, Source
from contractkit.lang.statements import TypeRule
from contractkit.model.agreement import Clause
from contractkit.model.extraction import Fact
from contractkit.model.standard import Library, StandardClause

LEAST = 0.12  # of 1: below it no standard clause is near …
FAINT = 0.08  # … unless, down to this, one stands out
LEAD_OF_ONE = 1.2  # by how many times it must be nearer than any of another topic
KIN = 1.3  # how many times nearer the clauses are of the template that the agreement is most like
LEAD = 400  # characters: what introduces a list in more is no introduction
HEADING = 0.35  # how much the likeness of the headings counts, beside that of the texts


def clause_types(source: Source) -> Iterator[Fact]:
    """Each clause's topic with score and reason, and every type that a sentence of it tells."""
    yield from _topics(source)
    rules = source.language.statements.types
    seen: set[tuple[str, str, str]] = set()
    for passage in source.passages:
        lead = _lead(source, passage)
        for sentence in source.sentences(passage.text):
            for rule in rules:
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
    """The standard clauses of a language as weighted words: what a clause is held against."""

    clauses: tuple[StandardClause, ...]
    weights: Mapping[str, float]
    holders: Mapping[str, Sequence[tuple[int, float]]]
    titles: tuple[frozenset[str], ...]


def _topics(source: Source) -> Iterator[Fact]:
    if source.library is None:
        return
    near = _nearest(source, tuple(source.library.clauses.values()))
    texts: dict[int, list[str]] = {}
    firsts: dict[int, tuple[Passage, Clause]] = {}
    for passage in source.passages:
        if passage.holder is not None and passage.holder.kind == "clause":
            texts.setdefault(id(passage.holder), []).append(passage.text[passage.own :])
            firsts.setdefault(id(passage.holder), (passage, passage.holder))
    likeness = [
        _likeness(source, near, clause.heading, " ".join(texts[key]))
        for key, (_, clause) in firsts.items()
    ]
    kin = _kin(source.library, source.agreement.language, near, likeness)
    for (passage, _), row in zip(firsts.values(), likeness, strict=True):
        found = _find(near, row, kin)
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
    return _Nearest(kept, weights, holders, titles)


def _text(clause: StandardClause, code: str) -> str:
    return f"{clause.title.get(code, '')} {clause.texts[code].source}"


def _vector(count: Counter[str], weights: Mapping[str, float]) -> dict[str, float]:
    raw = {word: (1 + math.log(n)) * weights[word] for word, n in count.items() if word in weights}
    norm = math.sqrt(sum(weight**2 for weight in raw.values())) or 1.0
    return {word: weight / norm for word, weight in raw.items()}


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How like a clause is to each standard clause: in all, and what its heading adds to that."""

    scores: tuple[float, ...]
    headings: tuple[float, ...]


def _likeness(source: Source, near: _Nearest, heading: str, text: str) -> _Likeness:
    scores = [0.0] * len(near.clauses)
    for word, weight in _vector(Counter(source.language.words(text)), near.weights).items():
        for place, other in near.holders[word]:
            scores[place] += weight * other
    head = frozenset(source.language.words(heading))
    if not head:
        return _Likeness(tuple(scores), (0.0,) * len(scores))
    alike = tuple(
        HEADING * len(head & title) / len(head | title) if title else 0.0 for title in near.titles
    )
    both = ((1 - HEADING) * score + more for score, more in zip(scores, alike, strict=True))
    return _Likeness(tuple(both), alike)


def _kin(
    library: Library, code: str, near: _Nearest, likeness: Sequence[_Likeness]
) -> frozenset[str]:
    """The standard clauses of the template that the clauses together are most like."""
    best, most = frozenset[str](), 0.0
    for template in library.templates.values():
        if template.language != code:
            continue
        ids = frozenset(id_ for section in template.sections for id_ in section.clauses)
        places = [place for place, clause in enumerate(near.clauses) if clause.id in ids]
        total = sum(max((row.scores[place] for place in places), default=0.0) for row in likeness)
        if total > most:
            best, most = ids, total
    return best


def _find(
    near: _Nearest, likeness: _Likeness, kin: frozenset[str]
) -> tuple[StandardClause, float, str] | None:
    """The standard clause nearest to a clause, with the score, and what told it."""
    weighed = [
        score * (KIN if clause.id in kin else 1.0)
        for clause, score in zip(near.clauses, likeness.scores, strict=True)
    ]
    best = max(range(len(weighed)), key=weighed.__getitem__, default=None)
    if best is None:
        return None
    topic = near.clauses[best].id.partition("/")[0]
    others = (
        score
        for clause, score in zip(near.clauses, weighed, strict=True)
        if clause.id.partition("/")[0] != topic
    )
    score, more = likeness.scores[best], likeness.headings[best]
    if score < LEAST and (score < FAINT or weighed[best] < LEAD_OF_ONE * max(others, default=0.0)):
        return None
    return near.clauses[best], min(score, 1.0), "heading" if more > score - more else "words"
