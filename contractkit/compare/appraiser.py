"""A value in a draft, judged by the position that the playbook has on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from contractkit.compare.counsel import ACCEPT, Counsel
from contractkit.compare.speaker import Speaker
from contractkit.compare.standing import standing
from contractkit.lang.base import Language
from contractkit.model.comparison import Delta, Finding, Pair, Role, Severity, Unit
from contractkit.model.standard import Position, Variable


class Appraiser:
    """Judges values for one side: where each stands, how grave that is, and what to answer."""

    def __init__(
        self,
        language: Language,
        positions: Mapping[str, Position],
        variables: Mapping[str, Variable],
        side: Role,
        speaker: Speaker,
        counsel: Counsel,
    ) -> None:
        self._language = language
        self._positions = positions
        self._variables = variables
        self._side = side
        self._speaker = speaker
        self._counsel = counsel

    def filled(self, delta: Delta, unit: Unit) -> Iterator[Finding]:
        """A blank that was filled in is standard, unless with what the playbook does not accept."""
        position, variable = self._positions.get(delta.subject), self._variables.get(delta.subject)
        for value in self._language.values(delta.after):
            form = f"{value.op}{value.value}"
            if position and variable and value.kind != "clause":
                held = standing(form, position, variable)
                if held in ("approval", "walk_away"):
                    made = replace(delta, before="", after=form)
                    yield self.value(made, Pair(None, unit, "edited"), unit)

    def value(self, delta: Delta, pair: Pair, unit: Unit) -> Finding:
        """A value that changed, came or went in ``unit`` of the draft."""
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
            standing(delta.after, position, variable, delta.before)
            if delta.after and position and variable and self._side == "payer"
            else ""
        )
        formula = bool(variable) and not position and delta.after.endswith("%")
        severity: Severity = "low" if formula else self._severity(delta, held)
        finding = self._speaker.finding(
            rule, severity, unit, before=before, after=after, subject=subject
        )
        who = position.escalate_to if position else ""
        advice = (
            ACCEPT if formula else self._counsel.on_delta(delta, pair, delta.direction, held, who)
        )
        if formula:
            held = "acceptable"
        why = ""
        if held:
            limits = [
                one.replace("<=", "≤").replace(">=", "≥")
                for one in ((position.preferred, position.acceptable) if position else ("", ""))
            ]
            key = f"standing.{'formula' if formula else held}"
            why = self._speaker.labels[key].format(
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
