"""Two Agreements -> Comparison: align, diff, changes, judge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contractkit.compare.align import align
from contractkit.compare.changes import paired
from contractkit.compare.judge import Judge
from contractkit.compare.likeness import words
from contractkit.compare.units import units
from contractkit.errors import CompareError
from contractkit.lang import language as language_of
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Comparison, Side, Unit
from contractkit.model.standard import Library

__all__ = ["closest", "compare"]


def compare(
    base: Agreement, other: Agreement, *, library: Library | None = None, template: str = ""
) -> Comparison:
    """What differs between ``base`` and ``other``, clause by clause, in reading order.

    With a ``library`` the findings follow its playbook and, for agreements made from ``template``,
    its rules of law. Raises CompareError when the two are in different languages.
    """
    if base.language != other.language:
        raise CompareError(
            f"{base.name or 'the base'} is in {base.language}, "
            f"{other.name or 'the other'} in {other.language}",
            hint="compare two texts in one language",
        )
    language = language_of(base.language)
    ours, theirs = units(base), units(other)
    judge = Judge(language, library, template)
    matches = align(ours, theirs, language)
    pairs = paired(ours, theirs, matches, language, judge.direction, standard=not base.digest)
    return Comparison(_side(base, ours), _side(other, theirs), pairs, judge.findings(pairs, theirs))


def closest(other: Agreement, bases: Mapping[str, Agreement]) -> list[tuple[str, float]]:
    """The names in ``bases`` with their likeness to ``other``, the most alike first.

    The likeness is the mean, over the clauses of ``other``, of that with the best clause of a base.
    """
    language = language_of(other.language)
    theirs = [f"{u.heading} {u.text}" for u in units(other) if u.kind == "clause"]
    ranked = []
    for name, base in bases.items():
        ours = [f"{u.heading} {u.text}" for u in units(base) if u.kind == "clause"]
        matrix = words(ours, theirs, language) if ours and theirs else None
        ranked.append((name, 0.0 if matrix is None else float(matrix.max(axis=0).mean())))
    return sorted(ranked, key=lambda pair: (-pair[1], pair[0]))


def _side(agreement: Agreement, its_units: Sequence[Unit]) -> Side:
    clauses = sum(unit.kind == "clause" for unit in its_units)
    return Side(
        agreement.name,
        agreement.title,
        agreement.language,
        clauses,
        agreement.digest,
        agreement.notes,
    )
