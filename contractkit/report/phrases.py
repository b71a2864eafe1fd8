"""What every form of report says of a comparison: its facts, a clause's name, a difference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from contractkit.lang import language
from contractkit.model.comparison import Advice, Comparison, Finding, Pair, Unit

SIDES = {True: ("standard", "incoming"), False: ("base", "other")}
"""What the two sides are called: of a review, and of two texts that are only compared."""
SHOWN = 40  # characters of a text in a list of differences


def labels_of(comparison: Comparison) -> Mapping[str, str]:
    """The words of reports in the language of the documents."""
    return language(comparison.base.language).labels


def facts(comparison: Comparison) -> list[tuple[str, str]]:
    """What is said of a whole comparison, each with its name: verdict, side, what was ignored."""
    words = labels_of(comparison)
    found = [
        (words["verdict"], words[f"verdict.{comparison.verdict}"]),
        (words["side"], words[f"side.{comparison.side}"]),
    ]
    if comparison.ignored:
        counts = ", ".join(f"{words[f'kind.{kind}']} {count}" for kind, count in comparison.ignored)
        found.append((words["ignored"], counts))
    return found


def facts_and_notes(comparison: Comparison) -> list[tuple[str, str]]:
    """The facts, then what a reader must know of the other file: hidden text, tracked changes."""
    name = labels_of(comparison)["notes"]
    return [*facts(comparison), *((name, note) for note in comparison.other.notes)]


def found_in(comparison: Comparison) -> list[list[Finding]]:
    """The findings about each pair, by the order of ``comparison.pairs``.

    A finding is about the pair whose clause of the draft it names, or, where the draft has none,
    about that of the base.
    """
    words = labels_of(comparison)
    named: dict[str, list[Finding]] = defaultdict(list)
    elsewhere = []
    for finding in comparison.findings:
        named[finding.clause].append(finding)
        if finding.rule == "within":
            elsewhere.append(finding)
    return [list(_found(pair, named, elsewhere, words)) for pair in comparison.pairs]


def _found(
    pair: Pair,
    named: Mapping[str, list[Finding]],
    elsewhere: Sequence[Finding],
    words: Mapping[str, str],
) -> Iterator[Finding]:
    if pair.other is not None:
        yield from named.get(pair.other.name, ()) if pair.other.name else ()
        return
    heading = f"“{name_of(pair.base, words)}”"
    yield from (finding for finding in elsewhere if heading in finding.message)
    if pair.base and pair.base.name:
        for key in ("standard_number", "compared_number"):
            missing = named.get(words[key].format(number=pair.base.name), ())
            yield from (finding for finding in missing if finding.rule == "missing")


def name_of(unit: Unit | None, words: Mapping[str, str]) -> str:
    """A unit as a person cites it: its number and heading."""
    if unit is None:
        return words["nothing"]
    return f"{unit.number} {unit.heading}".strip() or words.get(unit.kind, "")


def answer(advice: Advice) -> str:
    """The kind of the advice; ``strike`` where pushing back puts nothing in the place."""
    return "strike" if advice.kind == "push_back" and not advice.text else advice.kind


def difference(kind: str, before: str, after: str, words: Mapping[str, str]) -> str:
    """A difference in a few words: its kind, and what became what."""
    name = words.get(f"kind.{kind}", kind)
    if before and before == after:  # a reference that reads as before and means another clause
        return f"{name}: {_cut(before)} {words['stale']}"
    return f"{name}: {_cut(before)} → {_cut(after)}" if before or after else name


def _cut(text: str) -> str:
    """A text on one line, as much of it as is needed to know it again."""
    line = " ".join(text.split())
    return (line if len(line) <= SHOWN else f"{line[:SHOWN]}…") or "∅"
