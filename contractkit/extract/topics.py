"""What each clause is about: the topic of the standard clause that it is most like."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contractkit.extract.source import Passage, Source
from contractkit.model.agreement import Clause
from contractkit.model.extraction import Fact
from contractkit.model.standard import Library, StandardClause

LEAST = 0.12  # of 1: below it no standard clause is near …
FAINT = 0.08  # … unless, down to this, one stands out
LEAD_OF_ONE = 1.2  # by how many times it must be nearer than any of another topic
KIN = 1.3  # how many times nearer the clauses are of the template that the agreement is most like
HEADING = 0.35  # how much the likeness of the headings counts, beside that of the texts


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


def topics(source: Source) -> Iterator[Fact]:
    """The topic of each clause that a standard clause is near to, with score and reason."""
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
            name=_topic(standard),
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


@dataclass(frozen=True, slots=True)
class _Likeness:
    """How like a clause is to standard clauses, by their places: in all, and what its heading adds.

    Those are left out that share no word with it.
    """

    scores: Mapping[int, float]
    headings: Mapping[int, float]


def _likeness(source: Source, near: _Nearest, heading: str, text: str) -> _Likeness:
    scores: dict[int, float] = {}
    for word, weight in _vector(Counter(source.language.words(text)), near.weights).items():
        for place, other in near.holders[word]:
            scores[place] = scores.get(place, 0.0) + weight * other
    head = frozenset(source.language.words(heading))
    if not head:
        return _Likeness(scores, {})
    alike = {
        place: HEADING * len(head & near.titles[place]) / len(head | near.titles[place])
        for word in head
        for place in near.titled.get(word, ())
    }
    return _Likeness(
        {
            place: (1 - HEADING) * scores.get(place, 0.0) + alike.get(place, 0.0)
            for place in sorted({*scores, *alike})
        },
        alike,
    )


def _kin(
    library: Library, code: str, near: _Nearest, likeness: Sequence[_Likeness]
) -> frozenset[int]:
    """The places of the clauses of the template that the clauses together are most like."""
    best, most = frozenset[int](), 0.0
    for template in library.templates.values():
        if template.language != code:
            continue
        ids = frozenset(id_ for section in template.sections for id_ in section.clauses)
        places = frozenset(place for place, clause in enumerate(near.clauses) if clause.id in ids)
        total = sum(
            max((score for place, score in row.scores.items() if place in places), default=0.0)
            for row in likeness
        )
        if total > most:
            best, most = places, total
    return best


def _find(
    near: _Nearest, likeness: _Likeness, kin: frozenset[int]
) -> tuple[StandardClause, float, str] | None:
    """The standard clause nearest to a clause, with the score, and what told it."""
    weighed = {
        place: score * (KIN if place in kin else 1.0) for place, score in likeness.scores.items()
    }
    best = max(weighed, key=weighed.__getitem__, default=None)
    if best is None:
        return None
    topic = _topic(near.clauses[best])
    others = (score for place, score in weighed.items() if _topic(near.clauses[place]) != topic)
    score, more = likeness.scores[best], likeness.headings.get(best, 0.0)
    if score < LEAST and (score < FAINT or weighed[best] < LEAD_OF_ONE * max(others, default=0.0)):
        return None
    return near.clauses[best], min(score, 1.0), "heading" if more > score - more else "words"


def _topic(clause: StandardClause) -> str:
    return clause.id.partition("/")[0]
