"""A whole clause that went, came, was rewritten or turned risky -> what is found about it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from contractkit.compare.counsel import Counsel
from contractkit.compare.passages import Passage
from contractkit.compare.speaker import Speaker
from contractkit.compare.units import ASIDES, FRAMES
from contractkit.lang.base import Language
from contractkit.lang.texts import Mention
from contractkit.model.comparison import Advice, Delta, Finding, Pair, Severity, Unit
from contractkit.model.standard import StandardClause

LITTLE = 0.1  # the share of the base's clauses that is next to none
ADDED = ("passage", "obligation", "exception")  # kinds of a sentence that came
BEFORE = 4  # characters before a risky word within which a denial is of it
FEW = 5  # clauses of the base from which it says something that none of them is answered


class Wholes:
    """Judges clauses as wholes, by the standard clauses of the playbook where there are any."""

    def __init__(
        self,
        language: Language,
        clauses: Mapping[str, StandardClause],
        speaker: Speaker,
        counsel: Counsel,
    ) -> None:
        self._language = language
        self._labels = language.labels
        self._clauses = clauses
        self._speaker = speaker
        self._counsel = counsel

    def missing(self, unit: Unit, passage: Passage | None) -> Finding:
        """A clause of the base that none answers, or that a passage of another clause speaks of."""
        if passage is not None:
            name, quote = self._speaker.name(passage.unit), self._speaker.cut(passage.text)
            finding = self._speaker.finding(
                "within", self._reading(unit), unit, where=name, after=quote
            )
            return replace(
                finding,
                clause=passage.unit.name,
                before="",
                advice=self._counsel.on_clause(unit, passage.unit),
                start=passage.start,
                end=passage.end,
            )
        standard = self._clauses.get(unit.id)
        severity: Severity = standard.severity if standard else "medium"
        if unit.kind != "clause":
            severity = "low"
        rule = "frame" if unit.kind in FRAMES else "missing"
        key = "standard_number" if self._clauses else "compared_number"
        number = self._labels[key].format(number=unit.name or self._labels.get(unit.kind, ""))
        advice = self._counsel.on_clause(unit, None) if unit.kind == "clause" else None
        finding = self._speaker.finding(rule, severity, unit)
        return replace(finding, rule="missing", clause=number, advice=advice)

    def unlike(self, pairs: Sequence[Pair], spoken_of: int) -> Finding | None:
        """One finding for a draft that answers no clause of the base, and whose passages speak of
        next to none of them: it may be no agreement of the kind.
        """
        ours = sum(pair.base is not None and pair.base.kind == "clause" for pair in pairs)
        answers = any(pair.base and pair.other and pair.base.kind == "clause" for pair in pairs)
        if answers or ours < FEW or spoken_of > LITTLE * ours:
            return None
        message = self._labels["finding.unlike"].format(count=ours)
        advice = Advice("escalate", "", self._labels["legal"])
        return Finding("unlike", "high", "", message, advice=advice)

    def added(self, unit: Unit, answered: Sequence[Unit]) -> Finding:
        """An added clause: of a risky kind or not, or one that speaks of several of the base."""
        if unit.kind in ASIDES.values():
            where = self._labels[unit.kind]
            finding = self._speaker.finding(
                "aside", "medium", unit, where=where, after=self._speaker.cut(unit.text)
            )
            return replace(finding, advice=Advice("push_back"))
        if unit.kind != "clause":
            return self._speaker.finding("added", "low", unit)
        advice = self._counsel.on_clause(None, unit, self._labels["legal"])
        risks = dict.fromkeys(mention.key for mention in self._risks(unit))
        if risks:
            what = self._labels["and"].join(self._labels[f"risk.{risk}"] for risk in risks)
            finding = self._speaker.finding("risk", "high", unit, what=what)
        elif answered:
            names = self._labels["and"].join(self._speaker.name(one) for one in answered)
            finding = self._speaker.finding("elsewhere", "low", unit, standard=names)
            return replace(finding, rule="added")
        else:
            finding = self._speaker.finding("added", "medium", unit)
        return replace(finding, advice=advice)

    def rewritten(self, pair: Pair, base: Unit, other: Unit, lacking: Sequence[str]) -> Finding:
        """A clause in other words, with the required words that it lacks."""
        severity: Severity = "medium" if lacking else self._reading(base)
        score, name = f"{pair.score:.0%}", self._speaker.name(base)
        if lacking:
            words = self._labels["and"].join(f"“{word}”" for word in lacking)
            score += self._labels["lacking"].format(words=words)
        finding = self._speaker.finding("rewritten", severity, other, score=score, standard=name)
        return replace(finding, advice=self._counsel.on_clause(base, other))

    def turned_risky(self, pair: Pair, base: Unit, other: Unit) -> Iterator[Finding]:
        """One finding for each risky kind that the clause of the draft speaks of and ours not, but
        in a sentence that is told as added.
        """
        told = {one.key for delta in pair.deltas for one in self._new_risks(delta, base, other)}
        known = {mention.key for mention in self._risks(base)} | told
        for mention in self._risks(other):
            if mention.key not in known:
                known.add(mention.key)
                what, quote = self._labels[f"risk.{mention.key}"], self._sentence(other, mention)
                finding = self._speaker.finding("risky", "high", other, what=what, after=quote)
                yield replace(
                    finding,
                    rule="risk",
                    advice=self._counsel.on_clause(base, other, self._labels["legal"]),
                    start=mention.start,
                    end=mention.end,
                )

    def weighed(self, finding: Finding, delta: Delta, base: Unit, other: Unit) -> Finding:
        """The finding of a passage that was added, with the risky kinds that it speaks of."""
        risks = dict.fromkeys(one.key for one in self._new_risks(delta, base, other))
        if not risks:
            return finding
        what = self._labels["and"].join(self._labels[f"risk.{risk}"] for risk in risks)
        message = finding.message + self._labels["risk.within"].format(what=what)
        return replace(
            finding,
            rule="risk",
            severity="high",
            message=message,
            advice=self._counsel.on_clause(base, other, self._labels["legal"]),
        )

    def _new_risks(self, delta: Delta, base: Unit, other: Unit) -> Iterator[Mention]:
        """The risky words of a passage that was added, of kinds that ours does not speak of."""
        if delta.kind not in ADDED or delta.start >= 0:
            return
        known = {mention.key for mention in self._risks(base)}
        for mention in self._risks(other):
            inside = delta.other_start <= mention.start and mention.end <= delta.other_end
            if inside and mention.key not in known:
                yield mention

    def _reading(self, base: Unit) -> Severity:
        """How grave it is that somebody must read what a clause says."""
        standard = self._clauses.get(base.id)
        return "medium" if standard and standard.severity == "high" else "low"

    def _risks(self, unit: Unit) -> list[Mention]:
        """The risky words that are not denied right before them."""
        mentions = self._language.mentions(unit.text)
        denied = [one.end for one in mentions if one.kind == "negation"]
        return [
            one
            for one in mentions
            if one.kind == "risk" and not any(0 <= one.start - end <= BEFORE for end in denied)
        ]

    def _sentence(self, unit: Unit, mention: Mention) -> str:
        for sentence in self._language.sentences(unit.text):
            if sentence.start <= mention.start < sentence.end:
                return self._speaker.cut(sentence.text)
        return unit.text[mention.start : mention.end]
