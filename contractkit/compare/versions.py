"""A text and its version in another language -> pairs and findings: do both say the same?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from contractkit.compare.across import Version, align_across
from contractkit.compare.align import Match
from contractkit.compare.changes import Names, arranged
from contractkit.compare.citations import Citations
from contractkit.compare.disagreements import cited, disagreements
from contractkit.compare.encoder import Encoder
from contractkit.compare.groups import Group
from contractkit.compare.signs import Reader
from contractkit.compare.speaker import Speaker
from contractkit.compare.units import FRAMES
from contractkit.lang.base import Language
from contractkit.lang.value import Value
from contractkit.model.comparison import Change, Delta, Finding, Pair, Severity, Unit

SEVERITY: Mapping[str, Severity] = {"value": "high"}  # what else a translator may have put freely


def version(units: Sequence[Unit], language: Language, titles: Mapping[str, str]) -> Version:
    """The units as they are understood, whose parties go by ``titles``."""
    reader = Reader(language, titles)
    return Version(language, [reader.read(unit, _printed) for unit in units])


def versions_paired(
    base: Version,
    other: Version,
    citations: tuple[Citations, Citations],
    headings: Iterable[Mapping[str, str]],
    encoder: Encoder | None,
) -> tuple[Pair, ...]:
    """A pair for every unit of either version, in reading order, with where they disagree."""
    languages = base.language, other.language
    matches = align_across(base, other, headings, encoder)
    ours, theirs = ([one.unit for one in side.statements] for side in (base, other))

    def made(group: Group, names: Names, moved: bool) -> Pair:
        match = group.match
        left, right = base.statements[match.i], other.statements[match.j]
        found = (
            *disagreements(left, right, languages),
            *cited(left.unit, right.unit, citations, names),
        )
        change: Change = "moved" if moved else "edited" if found else "same"
        return Pair(
            left.unit, right.unit, change, match.score, match.margin, match.reason, deltas=found
        )

    return arranged(ours, theirs, [_alone(match) for match in matches], made)


def version_findings(pairs: Sequence[Pair], language: Language) -> tuple[Finding, ...]:
    """What a person must look at, the gravest first, said in the base's ``language``."""
    speaker = Speaker(language, "across")
    found = [finding for pair in pairs for finding in _of_pair(pair, speaker)]
    return tuple(sorted(found, key=lambda one: ("high", "medium", "low").index(one.severity)))


def _of_pair(pair: Pair, speaker: Speaker) -> Iterator[Finding]:
    base, other = pair.base, pair.other
    if base is None or other is None:
        unit = base or other
        if unit is not None and unit.text and unit.kind not in FRAMES:
            yield _whole(unit, speaker, missing=base is not None)
        return
    if pair.change == "moved":
        yield speaker.finding("moved", "low", other)
    for delta in pair.deltas:
        gone = "" if delta.before and delta.after else "_removed" if delta.before else "_added"
        severity = SEVERITY.get(delta.kind, "medium")
        finding = speaker.quoting(
            f"{delta.kind}{gone}", severity, other, _shown(delta, base, other)
        )
        yield replace(finding, rule=delta.kind, before=delta.before, after=delta.after)


def _shown(delta: Delta, base: Unit, other: Unit) -> Delta:
    """The delta as the texts have it, unless what stands around the value is what differs."""
    if delta.before.lstrip("<>=~") == delta.after.lstrip("<>=~"):
        return delta
    ours = base.text[delta.start : delta.end] if delta.start >= 0 else ""
    theirs = other.text[delta.other_start : delta.other_end] if delta.other_start >= 0 else ""
    return replace(delta, before=ours, after=theirs)


def _whole(unit: Unit, speaker: Speaker, *, missing: bool) -> Finding:
    """A clause that one version has alone."""
    if not missing:
        return speaker.finding("added", "high", unit)
    number = speaker.labels["compared_number"].format(number=unit.name)
    return replace(speaker.finding("missing", "high", unit), clause=number)


def _alone(match: Match) -> Group:
    return Group((match.i,), (match.j,), match)


def _printed(_start: int, value: Value) -> str:
    """What a citation means before it is known which clauses are partners: its number."""
    return value.value
