"""A finding as it is said: one sentence in the language of the documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from contractkit.compare.units import FRAMES
from contractkit.lang.base import Language
from contractkit.model.comparison import Delta, Finding, Severity, Unit

QUOTED = 60  # characters of a text in a sentence about it
FEW = 3  # changes that a sentence quotes
NAMED = 24  # … and in the place of a heading
_PERIOD = re.compile(r"PT?(\d+)(BD|[YMDH])")


class Speaker:
    """Says findings ``against`` a standard (``finding``), any text (``compared``), or a version in
    another language (``across``).
    """

    def __init__(self, language: Language, against: str) -> None:
        self._language = language
        self.labels = language.labels
        self._against = against

    def finding(
        self,
        rule: str,
        severity: Severity,
        unit: Unit,
        *,
        before: str = "",
        after: str = "",
        **more: str,
    ) -> Finding:
        """A finding of ``rule`` about ``unit``; ``more`` are further words of its sentence."""
        heading = self.name(unit)
        key = f"{self._against}.{rule}"
        sentence = self.labels.get(key) or self.labels[f"finding.{rule}"]
        message = sentence.format(heading=heading, before=before, after=after, **more)
        return Finding(rule, severity, unit.name, message, "", before, after)

    def quoting(
        self, rule: str, severity: Severity, unit: Unit, delta: Delta, **more: str
    ) -> Finding:
        """A finding about a delta with its texts, cut where they are long in the sentence."""
        nothing, texts = self.labels["nothing"], {"before": delta.before, "after": delta.after}
        said = {key: self.cut(text) or nothing for key, text in texts.items()}
        finding = self.finding(rule, severity, unit, **said, **more)
        return replace(
            finding,
            message=finding.message.replace(f"“{nothing}”", nothing),
            kind=delta.kind,
            before=delta.before,
            after=delta.after,
            start=delta.other_start,
            end=delta.other_end,
        )

    def changes(self, found: Sequence[Delta]) -> str:
        """What became what, of the first few."""
        said = [
            self.labels[
                "text.added" if not one.before else "text.changed" if one.after else "text.dropped"
            ].format(before=self.cut(one.before), after=self.cut(one.after))
            for one in found[:FEW]
        ]
        rest = len(found) - FEW
        more = self.labels["text.more"].format(rest=rest) if rest > 0 else ""
        return self.labels["text.join"].join(said) + more

    def name(self, unit: Unit) -> str:
        """A unit as a sentence calls it."""
        if unit.kind in FRAMES:
            return self.labels[unit.kind]
        if unit.heading:
            return f"{unit.number} {unit.heading}".strip()
        return f"{unit.number.rstrip('、')} {_begin(unit.text)}".strip()

    @staticmethod
    def cut(text: str) -> str:
        """A text short enough for a sentence about it, on one line, without its own stop."""
        line = " ".join(text.split()).rstrip("。；;.")
        return line if len(line) <= QUOTED else f"{line[:QUOTED]}…"

    def printed(self, form: str) -> str:
        """A normal form as the language prints it: P30Y as 30年."""
        units = {"Y": "years", "M": "months", "D": "days", "H": "hours", "BD": "business_days"}
        match = _PERIOD.fullmatch(form)
        return self._language.format_value(units[match[2]], int(match[1])) if match else form


def _begin(text: str) -> str:
    """The first words of a clause that has no heading."""
    line = " ".join(text.split("\n", 1)[0].split())
    return line if len(line) <= NAMED else f"{line[:NAMED].rstrip()}…"
