"""What to answer to a finding: accept, push back with which text, or escalate to whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from contractkit.lang.base import Language
from contractkit.model.comparison import Advice, Delta, Direction, Pair, Unit

ACCEPT = Advice("accept")


class Counsel:
    """Advises by the playbook's second positions, given as texts by clause."""

    def __init__(self, language: Language, fallbacks: Mapping[str, Sequence[str]]) -> None:
        self._language = language
        self._fallbacks = fallbacks

    def on_delta(
        self, delta: Delta, pair: Pair, direction: Direction, standing: str, who: str
    ) -> Advice:
        """What to answer to a delta of ``pair``."""
        if standing in ("preferred", "acceptable") or (direction == "better" and not standing):
            return ACCEPT
        text = self._wanted(delta, pair)
        return Advice("escalate" if standing == "approval" and who else "push_back", text, who)

    def on_clause(self, base: Unit | None, other: Unit | None, who: str = "") -> Advice:
        """What to answer where a whole clause went, came or was rewritten."""
        if base is None:
            return Advice("escalate", "", who)
        return Advice("push_back", self.fitting(base, other) or base.text, who)

    def fitting(self, base: Unit, other: Unit | None) -> str:
        """The first fallback that gives the draft more than the standard clause does, or "".

        One that is no nearer to the draft than the standard text concedes nothing that was asked.
        """
        if other is None:
            return ""
        texts = [self._language.plain(text) for text in (other.text, base.text)]
        standard = fuzz.ratio(*texts)
        for fallback in self._fallbacks.get(base.id, ()):
            if fuzz.ratio(texts[0], self._language.plain(fallback)) > standard:
                return fallback
        return ""

    def is_fallback(self, base: Unit, other: Unit) -> bool:
        """Whether the draft has, word for word, a position that we accept second."""
        text = self._language.plain(other.text)
        return any(
            self._language.plain(fallback) == text for fallback in self._fallbacks.get(base.id, ())
        )

    def _wanted(self, delta: Delta, pair: Pair) -> str:
        base, other = pair.base, pair.other
        if base is None:
            return ""
        if delta.kind != "value" and (fallback := self.fitting(base, other)):
            return fallback
        return base.text[delta.start : delta.end] if delta.start >= 0 else ""
