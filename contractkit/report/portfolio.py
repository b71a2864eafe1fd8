"""Many comparisons with one standard -> a workbook: who changed what, and what is changed most.

For each standard a sheet with a row a contract and a column a clause; then the clauses that are
negotiated most, each value beside those of the other contracts, all findings, and the files that
could not be reviewed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeGuard

from contractkit.model.comparison import Comparison, Finding, Pair, Severity, Unit
from contractkit.report.phrases import difference, found_in, name_of
from contractkit.report.tables import FILLS, issues
from contractkit.sheets import Shaded, Table, workbook

SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
Words = Mapping[str, str]
Compared = Mapping[str, Comparison]
"""Comparisons by the name of the file that was reviewed."""


def portfolio_workbook(compared: Compared, errors: Mapping[str, str], words: Words) -> bytes:
    """The workbook's bytes; ``errors`` are by file name, ``words`` those of its language."""
    standards: dict[str, dict[str, Comparison]] = defaultdict(dict)
    for name, comparison in compared.items():
        standards[comparison.base.title][name] = comparison
    return workbook(
        [
            *(_matrix(title, group, words) for title, group in standards.items()),
            _negotiated(compared, words),
            _values(compared, words),
            _findings(compared, words),
            Table(words["errors"], (words["file"], words["error"]), list(errors.items())),
        ]
    )


def _matrix(title: str, compared: Compared, words: Words) -> Table:
    """A row a contract: its counts, then for each clause of the standard how it fares in it."""
    columns = {
        pair.base.id: name_of(pair.base, words)
        for comparison in compared.values()
        for pair in comparison.pairs
        if _is_clause(pair.base)
    }
    rows = []
    for name, comparison in compared.items():
        counts = Counter(finding.severity for finding in comparison.findings)
        form = dict(comparison.ignored)
        cells = {
            pair.base.id: _state(pair, found, form, words)
            for pair, found in zip(comparison.pairs, found_in(comparison), strict=True)
            if pair.base
        }
        added = sum(pair.change == "added" for pair in comparison.pairs)
        tally = (*(counts[severity] for severity in SEVERITIES), added)
        rows.append((name, *tally, *(cells.get(clause, "") for clause in columns)))
    heads = (words["file"], *(words[severity] for severity in SEVERITIES), words["added"])
    names = (*heads, *columns.values())
    return Table(title or words["matrix"], names, rows, fills=FILLS, frozen=1)


def _state(
    pair: Pair, found: Sequence[Finding], form: Mapping[str, int], words: Words
) -> str | Shaded:
    """What became of the clause, in the colour of the gravest of what was ``found`` of it; "" when
    it is the same.

    Differences of a kind in ``form`` are left out, and what only fills in a blank.
    """
    if not found and not _is_changed(pair, form):
        return ""
    told = [
        difference(d.kind, d.before, d.after, words)
        for d in pair.deltas
        if d.kind not in form and d.kind != "filled"
    ]
    text = "\n".join([words[pair.change], *told])
    gravest = next((s for s in SEVERITIES if any(f.severity == s for f in found)), None)
    return Shaded(text, gravest) if gravest else text


def _negotiated(compared: Compared, words: Words) -> Table:
    """The clauses of the standards by how many contracts changed them, the most changed first."""
    names: dict[str, str] = {}
    changes: dict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    for comparison in compared.values():
        form = dict(comparison.ignored)
        for pair in comparison.pairs:
            if not _is_clause(pair.base):
                continue
            names[pair.base.id] = name_of(pair.base, words)
            changes[pair.base.id][pair.change if _is_changed(pair, form) else "same"] += 1
            kinds[pair.base.id].update(_kinds(pair, form))
    ranked = sorted(changes, key=lambda clause: changes[clause]["same"] - changes[clause].total())
    rows = [
        (
            names[clause],
            changes[clause].total() - changes[clause]["same"],
            changes[clause]["removed"],
            ", ".join(f"{words.get(f'kind.{k}', k)} {n}" for k, n in kinds[clause].most_common()),
        )
        for clause in ranked
        if changes[clause].total() > changes[clause]["same"]
    ]
    heads = (words["clause"], words["contracts_changed"], words["removed"], words["differences"])
    return Table(words["negotiated"], heads, rows)


def _values(compared: Compared, words: Words) -> Table:
    """A row for each value that some contract changed, a column a contract."""
    rows: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    clauses: dict[tuple[str, str], str] = {}
    for name, comparison in compared.items():
        for pair in comparison.pairs:
            for delta in pair.deltas:
                if delta.kind == "value" and pair.base is not None:
                    key = (pair.base.id, delta.before)
                    clauses[key] = name_of(pair.base, words)
                    rows[key][name] = delta.after or words["nothing"]
    table = [
        (clauses[key], key[1], *(cells.get(name, key[1]) for name in compared))
        for key, cells in rows.items()
    ]
    heads = (words["clause"], words["standard"], *compared)
    return Table(words["values"], heads, table, frozen=2)


def _findings(compared: Compared, words: Words) -> Table:
    """The issue lists of all contracts, one below the other."""
    tables = {name: issues(comparison) for name, comparison in compared.items()}
    rows = [(name, *row) for name, table in tables.items() for row in table.rows]
    heads = next((table.columns for table in tables.values()), ("#",))
    fills = {words[severity]: FILLS[severity] for severity in SEVERITIES}
    printed = 1 + next((table.printed for table in tables.values()), 0)
    return Table(words["findings"], (words["file"], *heads), rows, fills=fills, printed=printed)


def _kinds(pair: Pair, form: Mapping[str, int]) -> set[str]:
    """The kinds of difference that somebody negotiated."""
    return {delta.kind for delta in pair.deltas if delta.kind not in form} - {"filled"}


def _is_changed(pair: Pair, form: Mapping[str, int]) -> bool:
    """Whether the clause is another than the standard, filled in."""
    return pair.change not in ("same", "edited") or bool(_kinds(pair, form))


def _is_clause(unit: Unit | None) -> TypeGuard[Unit]:
    return unit is not None and unit.kind == "clause"
