"""Whether a delta is better or worse for the party we act for; "" where nobody can tell."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from contractkit.compare.magnitude import magnitude
from contractkit.lang.base import Language
from contractkit.model.comparison import Delta, Direction, Role, Unit
from contractkit.model.standard import Position

BURDEN = {"must": 1, "must_not": 1, "may": 0}
OPPOSITE: Mapping[Direction, Direction] = {"better": "worse", "worse": "better", "": ""}


class Compass:
    """Tells directions for one side; the playbook is the payer's."""

    def __init__(
        self,
        language: Language,
        positions: Mapping[str, Position],
        side: Role,
        titles: Mapping[str, str],
    ) -> None:
        self._language = language
        self._positions = positions
        self._side = side
        self._titles = titles
        names = sorted(titles, key=len, reverse=True)
        self._party = re.compile("|".join(map(re.escape, names)) or "(?!)")

    def direction(self, delta: Delta, base: Unit, other: Unit) -> Direction:
        """The direction of a delta between ``base`` and ``other``."""
        if delta.kind == "value":
            found = self._of_value(delta)
            return found if self._side == "payer" else OPPOSITE[found]
        actor = self._actor(delta, base, other)
        if not actor:
            return ""
        found = self._for_actor(delta, base, other)
        return found if actor == self._side else OPPOSITE[found]

    def _of_value(self, delta: Delta) -> Direction:
        position = self._positions.get(delta.subject)
        before, after = (size_and_bound(form) for form in (delta.before, delta.after))
        if position is None or before is None or after is None or before == after:
            return ""
        return "better" if (after > before) == (position.better == "more") else "worse"

    def _actor(self, delta: Delta, base: Unit, other: Unit) -> str:
        """The role of the party that the sentence speaks of first before the delta."""
        unit, start, end = (
            (base, delta.start, delta.end)
            if delta.start >= 0
            else (other, delta.other_start, delta.other_end)
        )
        if start < 0:
            return ""
        for sentence in self._language.sentences(unit.text):
            if sentence.start <= start < sentence.end:
                named = self._party.search(unit.text, sentence.start, max(end, start))
                return self._titles[named[0]] if named else ""
        return ""

    def _for_actor(self, delta: Delta, base: Unit, other: Unit) -> Direction:
        """How the party that acts fares: less duty is better."""
        if delta.kind == "modality":
            burden = [self._burden(text) for text in (delta.before, delta.after)]
            if None in burden or burden[0] == burden[1]:
                return ""
            return "better" if (burden[1] or 0) < (burden[0] or 0) else "worse"
        duty = self._duty(delta, base, other)
        if delta.kind == "obligation":
            return "better" if delta.before else "worse"
        if delta.kind in ("exception", "condition") and not (delta.before and delta.after):
            added = not delta.before  # a way out of a duty, or a hedge about a right
            return "better" if added == duty else "worse"
        return ""

    def _burden(self, text: str) -> int | None:
        found = [m for m in self._language.mentions(text) if m.kind == "modality"]
        return BURDEN[found[0].key] if found else None

    def _duty(self, delta: Delta, base: Unit, other: Unit) -> bool:
        """Whether the sentence that the delta is in binds, rather than permits."""
        unit, start = (base, delta.start) if delta.start >= 0 else (other, delta.other_start)
        for sentence in self._language.sentences(unit.text):
            if sentence.start <= start < sentence.end:
                keys = [
                    m.key for m in self._language.mentions(sentence.text) if m.kind == "modality"
                ]
                return bool(keys) and keys[0] != "may"
        return True


def size_and_bound(form: str) -> tuple[Decimal, int] | None:
    """The size of a normal form and which way it is open: at least 30 is more than at most 30."""
    size = magnitude(form.lstrip("<>=~").split(" ")[0])
    return None if size is None else (size, {">": 1, "<": -1}.get(form[:1], 0))
