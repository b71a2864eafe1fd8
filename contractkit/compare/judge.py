"""Pairs -> findings: what a person must decide, by the playbook and the law."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from contractkit.compare.counsel import ACCEPT, Counsel
from contractkit.compare.direction import Compass
from contractkit.compare.rules import Breach, breaches
from contractkit.compare.standing import standing
from contractkit.compare.units import FRAMES
from contractkit.lang.base import Language
from contractkit.model.comparison import (
    HARMLESS,
    Advice,
    Delta,
    Direction,
    Finding,
    Pair,
    Role,
    Severity,
    Unit,
)
from contractkit.model.standard import Library, Rule, StandardClause

ORDER: Mapping[Severity, int] = {"high": 0, "medium": 1, "low": 2}
KINDS: Mapping[str, Severity] = {
    "modality": "high",
    "negation": "high",
    "party": "high",
    "method": "high",
    "obligation": "high",
    "exception": "medium",
    "condition": "medium",
    "scope": "medium",
    "start": "medium",
    "reference": "medium",
    "term": "medium",
    "passage": "medium",
    "blank": "medium",
}
STANDINGS: Mapping[str, Severity] = {
    "preferred": "low",
    "acceptable": "low",
    "approval": "high",
    "walk_away": "high",
}
REWRITTEN = 0.6  # score below which a paired clause must be read whole
QUOTED = 60  # characters of a text in a sentence about it


class Judge:
    """Judges pairs for one side; with a library by its playbook and rules, else by deltas alone."""

    def __init__(
        self,
        language: Language,
        library: Library | None,
        template: str,
        side: Role,
        titles: Mapping[str, str],
        fallbacks: Mapping[str, Sequence[str]],
        ignored: frozenset[str],
    ) -> None:
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
        self._side = side
        self._ignored = ignored
        self._compass = Compass(language, self._positions, side, titles)
        self._counsel = Counsel(language, fallbacks)

    def findings(self, pairs: Sequence[Pair], other: Sequence[Unit]) -> tuple[Finding, ...]:
        """All findings, the gravest first, else in reading order."""
        found = [finding for pair in pairs for finding in self._of_pair(pair)]
        found += self._of_law(other)
        return tuple(sorted(found, key=_gravity))

    def direction(self, delta: Delta, base: Unit, other: Unit) -> Direction:
        """Whether a delta is better or worse for our side; "" where nobody can tell."""
        return self._compass.direction(delta, base, other)

    def _of_pair(self, pair: Pair) -> Iterator[Finding]:
        base, other = pair.base, pair.other
        if base is None or other is None:
            unit = base or other
            if unit and (unit.text or unit.kind == "clause"):  # a bare heading binds nobody
                yield self._unanswered(pair, unit)
            return
        if self._counsel.is_fallback(base, other):
            yield replace(self._finding("fallback", "low", other), advice=ACCEPT)
            return
        for delta in pair.deltas:
            yield from self._of_delta(delta, pair, other)
        yield from self._phrases(base, other)
        if pair.change in ("moved", "split", "merged"):
            yield replace(self._finding(pair.change, "low", other), advice=ACCEPT)
        if pair.score < REWRITTEN and base.kind == "clause":
            yield self._rewritten(pair, base, other)
        else:
            yield from self._edited(pair, other)

    def _rewritten(self, pair: Pair, base: Unit, other: Unit) -> Finding:
        standard = self._clauses.get(base.id)
        severity: Severity = "medium" if standard and standard.severity == "high" else "low"
        score, name = f"{pair.score:.0%}", self._name(base)
        finding = self._finding("rewritten", severity, other, score=score, standard=name)
        return replace(finding, advice=self._counsel.on_clause(base, other))

    def _edited(self, pair: Pair, other: Unit) -> Iterator[Finding]:
        """One finding for all words that no table knows, and for each harmless kind asked for."""
        shown = [kind for kind in ("wording", *HARMLESS) if kind not in self._ignored]
        for kind in shown:
            found = [delta for delta in pair.deltas if delta.kind == kind]
            if found:
                rule = "text" if kind == "wording" else "form"
                first, more = found[0], {"what": self._labels[f"kind.{kind}"]}
                finding = self._quoting(rule, "low", other, first, **more)
                yield replace(finding, advice=ACCEPT, kind=kind)

    def _unanswered(self, pair: Pair, unit: Unit) -> Finding:
        standard = self._clauses.get(unit.id) if pair.base else None
        severity: Severity = standard.severity if standard else "medium"
        if pair.base is None:
            return self._added(unit)
        finding = self._finding("missing", severity if unit.kind == "clause" else "low", unit)
        key = "standard_number" if self._clauses else "compared_number"
        number = self._labels[key].format(number=unit.number)
        advice = self._counsel.on_clause(unit, None) if unit.kind == "clause" else None
        return replace(finding, clause=number, advice=advice)

    def _added(self, unit: Unit) -> Finding:
        """An added clause, of a kind that is risky or not."""
        mentions = self._language.mentions(f"{unit.heading}\n{unit.text}")
        risks = dict.fromkeys(m.key for m in mentions if m.kind == "risk")
        if unit.kind != "clause":
            return self._finding("added", "low", unit)
        advice = self._counsel.on_clause(None, unit, self._labels["legal"])
        if not risks:
            return replace(self._finding("added", "medium", unit), advice=advice)
        what = self._labels["and"].join(self._labels[f"risk.{risk}"] for risk in risks)
        return replace(self._finding("risk", "high", unit, what=what), advice=advice)

    def _of_delta(self, delta: Delta, pair: Pair, unit: Unit) -> Iterator[Finding]:
        if delta.kind == "value":
            if (delta.before and delta.after) or pair.score >= REWRITTEN:
                yield self._value(delta, pair, unit)
        elif delta.kind == "filled":
            yield from self._filled(delta, unit)
        elif delta.kind in KINDS:
            severity = KINDS[delta.kind]
            if delta.direction and self._clauses:  # a plain comparison acts for nobody
                severity = "high" if delta.direction == "worse" else "low"
            gone = "_dropped" if delta.before else "_added"
            rule = delta.kind + (gone if delta.kind in ("obligation", "passage") else "")
            finding = self._quoting(rule, severity, unit, delta)
            advice = self._counsel.on_delta(delta, pair, delta.direction, "", "")
            yield replace(
                finding, rule=delta.kind, advice=advice, message=self._weighed(finding, delta)
            )

    def _quoting(
        self, rule: str, severity: Severity, unit: Unit, delta: Delta, **more: str
    ) -> Finding:
        """A finding about a delta with its texts, cut where they are long in the sentence."""
        nothing = self._labels["nothing"]
        said = {"before": _cut(delta.before) or nothing, "after": _cut(delta.after) or nothing}
        finding = self._finding(rule, severity, unit, **said, **more)
        return replace(
            finding,
            kind=delta.kind,
            before=delta.before,
            after=delta.after,
            start=delta.other_start,
            end=delta.other_end,
        )

    def _weighed(self, finding: Finding, delta: Delta) -> str:
        """The sentence with the direction at its end."""
        return finding.message + (self._labels[f"why.{delta.direction}"] if delta.direction else "")

    def _filled(self, delta: Delta, unit: Unit) -> Iterator[Finding]:
        """A blank that was filled in is standard, unless with what the playbook does not accept."""
        position, variable = self._positions.get(delta.subject), self._variables.get(delta.subject)
        for value in self._language.values(delta.after):
            form = f"{value.op}{value.value}"
            if position and variable and value.kind != "clause":
                held = standing(form, position, variable)
                if held in ("approval", "walk_away"):
                    made = replace(delta, before="", after=form)
                    yield self._value(made, Pair(None, unit, "edited"), unit)

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
        position = self._positions.get(delta.subject)
        held = (
            standing(delta.after, position, variable)
            if delta.after and position and variable and self._side == "payer"
            else ""
        )
        formula = bool(variable) and not position and delta.after.endswith("%")
        severity: Severity = "low" if formula else self._severity(delta, held)
        finding = self._finding(rule, severity, unit, before=before, after=after, subject=subject)
        who = position.escalate_to if position else ""
        advice = (
            ACCEPT if formula else self._counsel.on_delta(delta, pair, delta.direction, held, who)
        )
        if formula:
            held = "acceptable"
        why = ""
        if held:
            limits = (position.preferred, position.acceptable) if position else ("", "")
            key = f"standing.{'formula' if formula else held}"
            why = self._labels[key].format(
                value=after, preferred=limits[0], range=limits[1], who=who or "-"
            )
        return replace(
            finding,
            message=finding.message + why,
            advice=advice,
            kind="value",
            standing=held,
            start=delta.other_start,
            end=delta.other_end,
        )

    @staticmethod
    def _severity(delta: Delta, held: str) -> Severity:
        if held in ("approval", "walk_away"):
            return "high"
        if delta.direction == "worse":
            return "medium" if held else "high"
        return "low" if held or delta.direction == "better" else "medium"

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
        text = self._language.plain(f"{other.heading} {other.text}")
        for word in standard.required.get(code, ()):
            if self._language.plain(word) not in text:
                advice = Advice("push_back", self._counsel.fitting(base, other) or base.text)
                yield replace(
                    self._finding("required", "medium", other, before=word), advice=advice
                )
        for word in standard.prohibited.get(code, ()):
            if self._language.plain(word) in text:
                finding = self._finding("prohibited", "high", other, after=word)
                yield replace(finding, advice=Advice("push_back"))

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
                Advice("push_back", wanted),
                start=breach.start,
                end=breach.end,
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


def _cut(text: str) -> str:
    """A text short enough for a sentence about it, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= QUOTED else f"{line[:QUOTED]}…"


def _gravity(finding: Finding) -> tuple[int, int]:
    """The order of findings: by severity; law before what changed before what is not there."""
    kind = (
        0
        if finding.basis
        else 2
        if finding.rule in ("missing", "added", "risk", "rewritten")
        else 1
    )
    return ORDER[finding.severity], kind


def _by_clause(found: Iterable[Breach]) -> dict[tuple[str, str], list[Breach]]:
    """The breaches of one rule in one clause together: one decision, one finding."""
    groups: dict[tuple[str, str], list[Breach]] = {}
    for breach in found:
        groups.setdefault((breach.rule.id, breach.unit.number), []).append(breach)
    return groups
