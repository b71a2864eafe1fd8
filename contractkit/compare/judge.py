"""Pairs -> findings: what a person must decide, by the playbook and the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from contractkit.compare.magnitude import magnitude, meets
from contractkit.compare.rules import Breach, breaches
from contractkit.compare.units import FRAMES
from contractkit.lang.base import Language
from contractkit.model.comparison import Delta, Direction, Finding, Pair, Severity, Unit
from contractkit.model.standard import Library, Position, Rule, StandardClause

ORDER: Mapping[Severity, int] = {"high": 0, "medium": 1, "low": 2}
WORDS: Mapping[str, Severity] = {
    "modality": "high",
    "negation": "high",
    "exception": "medium",
    "condition": "medium",
}
REWRITTEN = 0.6  # score below which a paired clause must be read whole


class Judge:
    """Judges pairs; with a library by its playbook and rules, without one by the deltas alone."""

    def __init__(self, language: Language, library: Library | None, template: str) -> None:
        self._language = language
        self._labels = language.labels
        self._against = "finding" if library else "compared"
        self._clauses: Mapping[str, StandardClause] = library.clauses if library else {}
        self._variables = library.variables if library else {}
        self._positions = {
            position.variable: position
            for clause in self._clauses.values()
            for position in clause.positions
        }
        self._rules: tuple[Rule, ...] = tuple(
            rule
            for rule in (library.rules if library else ())
            if not rule.templates or template in rule.templates
        )

    def findings(self, pairs: Sequence[Pair], other: Sequence[Unit]) -> tuple[Finding, ...]:
        """All findings, the gravest first, else in reading order."""
        found = [finding for pair in pairs for finding in self._of_pair(pair)]
        found += self._of_law(other)
        return tuple(sorted(found, key=_gravity))

    def direction(self, delta: Delta) -> Direction:
        """Whether a changed value is better or worse for the payer; "" where nobody can tell."""
        position = self._positions.get(delta.subject)
        before, after = (_size_and_bound(form) for form in (delta.before, delta.after))
        if position is None or before is None or after is None or before == after:
            return ""
        return "better" if (after > before) == (position.better == "more") else "worse"

    def _of_pair(self, pair: Pair) -> Iterator[Finding]:
        if pair.base is None or pair.other is None:
            yield self._unanswered(pair)
            return
        yield from self._of_deltas(pair, pair.other)
        yield from self._phrases(pair.base, pair.other)
        if pair.change == "moved":
            yield self._finding("moved", "low", pair.other)
        if pair.score < REWRITTEN and pair.base.kind == "clause":
            standard = self._clauses.get(pair.base.id)
            severity: Severity = "medium" if standard and standard.severity == "high" else "low"
            score = f"{pair.score:.0%}"
            name = self._name(pair.base)
            yield self._finding("rewritten", severity, pair.other, score=score, standard=name)
        elif pair.edits and not any(delta.kind == "value" for delta in pair.deltas):
            yield self._finding("text", "low", pair.other)

    def _unanswered(self, pair: Pair) -> Finding:
        unit = pair.base or pair.other
        assert unit is not None  # noqa: S101 - a pair has a side
        standard = self._clauses.get(unit.id)
        severity: Severity = standard.severity if standard else "medium"
        rule = "missing" if pair.base else "added"
        finding = self._finding(rule, severity if unit.kind == "clause" else "low", unit)
        if pair.base is None:
            return finding
        key = "standard_number" if self._clauses else "compared_number"
        number = self._labels[key].format(number=unit.number)
        return replace(finding, clause=number)

    def _of_deltas(self, pair: Pair, unit: Unit) -> Iterator[Finding]:
        for delta in pair.deltas:
            if delta.kind == "value" and (
                (delta.before and delta.after) or pair.score >= REWRITTEN
            ):
                yield self._value(delta, pair, unit)
            elif delta.kind in WORDS:
                nothing = self._labels["nothing"]
                before, after = delta.before or nothing, delta.after or nothing
                yield self._finding(delta.kind, WORDS[delta.kind], unit, before=before, after=after)

    def _value(self, delta: Delta, pair: Pair, unit: Unit) -> Finding:
        rule = "value" if delta.before and delta.after else "value_removed"
        rule = rule if delta.before else "value_added"
        before, after = (
            self._quote(pair.base, delta, base=True),
            self._quote(unit, delta, base=False),
        )
        if before == after:  # only what is said of it changed: not less than, not more than
            before, after = delta.before, delta.after
        variable = self._variables.get(delta.subject)
        subject = f"{variable.label[self._language.code]} " if variable else ""
        finding = self._finding(
            rule, self._severity(delta), unit, before=before, after=after, subject=subject
        )
        outside = self._outside(delta, after)
        return Finding(
            finding.rule,
            "high" if outside else finding.severity,
            finding.clause,
            finding.message + outside,
            "",
            before,
            after,
        )

    @staticmethod
    def _severity(delta: Delta) -> Severity:
        if delta.direction == "worse":
            return "high"
        return "low" if delta.direction == "better" else "medium"

    def _outside(self, delta: Delta, after: str) -> str:
        """The end of the sentence when the value leaves the playbook's acceptable range."""
        position: Position | None = self._positions.get(delta.subject)
        size = _own_unit(delta.after)
        if position is None or size is None or meets(size, position.acceptable):
            return ""
        who = position.escalate_to or "-"
        return self._labels["outside"].format(value=after, range=position.acceptable, who=who)

    @staticmethod
    def _quote(unit: Unit | None, delta: Delta, *, base: bool) -> str:
        start, end = (delta.start, delta.end) if base else (delta.other_start, delta.other_end)
        return unit.text[start:end] if unit and start >= 0 else ""

    def _phrases(self, base: Unit, other: Unit) -> Iterator[Finding]:
        """Required words that went, prohibited ones that came; in a rewritten text too."""
        standard = self._clauses.get(base.id)
        if standard is None:
            return
        code = self._language.code
        text = self._language.normalize(f"{other.heading} {other.text}").text
        for word in standard.required.get(code, ()):
            if self._language.normalize(word).text not in text:
                yield self._finding("required", "medium", other, before=word)
        for word in standard.prohibited.get(code, ()):
            if self._language.normalize(word).text in text:
                yield self._finding("prohibited", "high", other, after=word)

    def _of_law(self, units: Sequence[Unit]) -> Iterator[Finding]:
        for (rule_id, _), group in _by_clause(breaches(units, self._rules, self._language)).items():
            breach = group[0]
            rule = breach.rule
            found = self._labels["and"].join(dict.fromkeys(one.found for one in group))
            kind = "void" if not breach.wanted else "floor" if rule.minimum else "ceiling"
            wanted = self._printed(breach.wanted)
            message = self._labels[f"finding.{kind}"].format(
                message=rule.message[self._language.code], before=wanted, after=found
            )
            yield Finding(
                rule_id,
                rule.severity,
                breach.unit.number,
                message,
                rule.basis,
                wanted,
                found,
            )

    def _printed(self, form: str) -> str:
        """A normal form as the language prints it: P30Y as 30年."""
        units = {"Y": "years", "M": "months", "D": "days"}
        if form.startswith("P") and form[-1] in units and form[1:-1].isdecimal():
            return self._language.format_value(units[form[-1]], int(form[1:-1]))
        return form

    def _finding(
        self,
        rule: str,
        severity: Severity,
        unit: Unit,
        *,
        before: str = "",
        after: str = "",
        **more: str,
    ) -> Finding:
        heading = self._name(unit)
        key = f"{self._against}.{rule}"
        message = self._labels.get(key, self._labels[f"finding.{rule}"]).format(
            heading=heading, before=before, after=after, **more
        )
        return Finding(rule, severity, unit.number, message, "", before, after)

    def _name(self, unit: Unit) -> str:
        if unit.kind in FRAMES:
            return self._labels[unit.kind]
        return f"{unit.number} {unit.heading}".strip() or unit.text[:20]


def _size_and_bound(form: str) -> tuple[Decimal, int] | None:
    """The size of a normal form and which way it is open: at least 30 is more than at most 30."""
    size = magnitude(form.lstrip("<>=~"))
    return None if size is None else (size, {">": 1, "<": -1}.get(form[:1], 0))


def _gravity(finding: Finding) -> tuple[int, int]:
    """The order of findings: by severity; law before what changed before what is not there."""
    kind = 0 if finding.basis else 2 if finding.rule in ("missing", "added", "rewritten") else 1
    return ORDER[finding.severity], kind


def _by_clause(found: Iterable[Breach]) -> dict[tuple[str, str], list[Breach]]:
    """The breaches of one rule in one clause together: one decision, one finding."""
    groups: dict[tuple[str, str], list[Breach]] = {}
    for breach in found:
        groups.setdefault((breach.rule.id, breach.unit.number), []).append(breach)
    return groups


def _own_unit(form: str) -> Decimal | None:
    """The bare number of a normal form in its own unit: 15 of P15Y, as positions are written."""
    digits = form.lstrip("<>=~P").removeprefix("T")
    return magnitude(digits.rstrip("YMWDBH%").split(" ")[0]) if digits else None
