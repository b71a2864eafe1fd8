"""Breaches of rules of law -> findings, each with its basis and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from contractkit.compare.rules import Breach, breaches, changed_names, is_of_names
from contractkit.compare.speaker import Speaker
from contractkit.lang.base import Language
from contractkit.model.comparison import Advice, Finding, Unit
from contractkit.model.standard import Rule

AROUND = 30  # characters on either side of what is quoted
_BREAK = re.compile(r"[，,；;：:。\n]|\.\s")


def of_law(
    units: Sequence[Unit], rules: Sequence[Rule], language: Language, speaker: Speaker
) -> Iterator[Finding]:
    """One finding for a rule in a clause; for names that have changed one for the whole draft."""
    groups: dict[tuple[str, str], list[Breach]] = {}
    for breach in (
        *changed_names(units, rules, language),
        *breaches(units, rules, language),
    ):
        where = "" if is_of_names(breach.rule) else breach.unit.number
        groups.setdefault((breach.rule.id, where), []).append(breach)
    for group in groups.values():
        yield _finding(group, language, speaker)


def _finding(group: Sequence[Breach], language: Language, speaker: Speaker) -> Finding:
    """What a rule finds, placed where it was first found."""
    breach, rule, labels = group[0], group[0].rule, speaker.labels
    names = is_of_names(rule)
    kind = (
        "names" if names
        else "void" if rule.phrases
        else "floor" if rule.minimum
        else "ceiling"
    )  # fmt: skip
    wanted = speaker.printed(breach.wanted)
    found = _joined((one.found for one in group), speaker)
    quoted = found
    if kind in ("names", "void"):
        quoted = (_listed if names else _quoted)(group, speaker)
    message = labels[f"finding.{kind}"].format(
        message=rule.message[language.code], before=wanted, after=quoted
    )
    pairs = dict.fromkeys((one.found, one.wanted) for one in group)
    several = rule.replace and len(pairs) > 1
    text = (
        _joined((labels["replace"].format(before=a, after=b) for a, b in pairs), speaker)
        if several
        else wanted
    )
    return Finding(
        rule.id,
        rule.severity,
        breach.unit.number,
        message,
        rule.basis,
        wanted,
        found,
        Advice("push_back", text),
        start=breach.start,
        end=breach.end,
    )


def _listed(group: Sequence[Breach], speaker: Speaker) -> str:
    """Each name with the one of today, and the clauses that it stands in."""
    places: dict[tuple[str, str], list[str]] = {}
    for one in group:
        number = one.unit.number or speaker.name(one.unit)
        places.setdefault((one.found, one.wanted), []).append(number)
    return _joined(
        (
            speaker.labels["replace.where"].format(
                before=before, after=after, where=_joined(clauses, speaker)
            )
            for (before, after), clauses in places.items()
        ),
        speaker,
    )


def _quoted(group: Sequence[Breach], speaker: Speaker) -> str:
    """The words that must not be agreed, each in the part of the sentence that they stand in."""
    parts = []
    for one in group:
        text = one.unit.text
        before, after = _BREAK.split(text[: one.start])[-1], _BREAK.split(text[one.end :])[0]
        near = before[-AROUND:], after[:AROUND]
        cut = ("…" * (near[0] != before), "…" * (near[1] != after))
        parts.append(f"{cut[0]}{near[0].lstrip()}{one.found}{near[1].rstrip()}{cut[1]}")
    return "”“".join(dict.fromkeys(parts))


def _joined(words: Iterable[str], speaker: Speaker) -> str:
    """Each word once."""
    return speaker.labels["and"].join(dict.fromkeys(words))
