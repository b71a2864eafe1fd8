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
NEAR = 24  # characters behind a party in which the word of duty stands that it is the subject of
_PART = re.compile(r"[，,；;：:]")
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
        if delta.kind == "party":
            return self._of_party(delta, base, other)
        governed = self._duty(delta, base, other)
        if governed is None:
            return ""
        actor, duty = governed
        found = self._for_actor(delta, duty)
        return found if actor == self._side else OPPOSITE[found]

    def _of_value(self, delta: Delta) -> Direction:
        position = self._positions.get(delta.subject)
        before, after = (size_and_bound(form) for form in (delta.before, delta.after))
        if position is None or before is None or after is None or before == after:
            return ""
        return "better" if (after > before) == (position.better == "more") else "worse"

    def _duty(self, delta: Delta, base: Unit, other: Unit) -> tuple[str, bool] | None:
        """The role that the sentence of the delta binds or permits, and whether it binds; None
        where no word of duty governs the delta, or it names nobody before that word.
        """
        unit, start = (base, delta.start) if delta.start >= 0 else (other, delta.other_start)
        for sentence in self._language.sentences(unit.text):
            if sentence.start <= start < sentence.end:
                return self._governing(sentence.text, start - sentence.start)
        return None

    def _governing(self, sentence: str, at: int) -> tuple[str, bool] | None:
        """Who is bound or permitted by the last word of duty before ``at``, else the first."""
        duties = [m for m in self._language.mentions(sentence) if m.kind == "modality"]
        before = [m for m in duties if m.start <= at]
        if not duties:
            return None
        duty = before[-1] if before else duties[0]
        part = max((m.end() for m in _PART.finditer(sentence, 0, duty.start)), default=0)
        named = self._party.search(sentence, part, duty.start) or self._party.search(
            sentence, 0, duty.start
        )
        return (self._titles[named[0]], duty.key != "may") if named else None

    def _of_party(self, delta: Delta, base: Unit, other: Unit) -> Direction:
        """Who is bound or permitted now: worse for whoever took a duty over, or lost a right."""
        if delta.start < 0 or delta.other_start < 0:
            return ""
        duties = []
        for unit, end in ((base, delta.end), (other, delta.other_end)):
            after = unit.text[end : end + NEAR]
            duty = next((m for m in self._language.mentions(after) if m.kind == "modality"), None)
            if duty is None or _PART.search(after, 0, duty.start):
                return ""
            duties.append(duty.key != "may")
        if duties[0] != duties[1]:
            return ""
        before, after = (self._titles.get(text, "both") for text in (delta.before, delta.after))
        ours = [role in (self._side, "both") for role in (before, after)]
        if ours[0] != ours[1]:
            return "worse" if ours[1] == duties[0] else "better"
        if ours[0] and before != after:  # it stays with us: the other party got out, or came in
            return "worse" if (before == "both") == duties[0] else "better"
        return ""

    def _for_actor(self, delta: Delta, duty: bool) -> Direction:
        """How the party that acts fares: less duty is better."""
        if delta.kind == "modality":
            burden = [self._burden(text) for text in (delta.before, delta.after)]
            if None in burden or burden[0] == burden[1]:
                return ""
            return "better" if (burden[1] or 0) < (burden[0] or 0) else "worse"
        if delta.kind == "obligation":
            return "better" if delta.before else "worse"
        if delta.kind == "passage" and not duty:  # a right of the party that acts
            return "worse" if delta.before else "better"
        if delta.kind in ("exception", "condition") and not (delta.before and delta.after):
            added = not delta.before  # a way out of a duty, or a hedge about a right
            return "better" if added == duty else "worse"
        return ""

    def _burden(self, text: str) -> int | None:
        found = [m for m in self._language.mentions(text) if m.kind == "modality"]
        return BURDEN[found[0].key] if found else None


def size_and_bound(form: str) -> tuple[Decimal, int] | None:
    """The size of a normal form and which way it is open: at least 30 is more than at most 30."""
    size = magnitude(form.lstrip("<>=~").split(" ")[0])
    return None if size is None else (size, {">": 1, "<": -1}.get(form[:1], 0))
