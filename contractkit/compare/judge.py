"""Pairs -> findings: what a person must decide, by the playbook and the law."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from contractkit.compare.appraiser import Appraiser
from contractkit.compare.counsel import ACCEPT, Counsel
from contractkit.compare.direction import Compass
from contractkit.compare.gathered import gathered
from contractkit.compare.law import of_law
from contractkit.compare.openings import openings
from contractkit.compare.passages import Passages, passages
from contractkit.compare.rules import rules_for
from contractkit.compare.speaker import Speaker
from contractkit.compare.stale import is_stale, stale
from contractkit.compare.wholes import Wholes
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement
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
from contractkit.model.standard import Library, StandardClause

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
    "conjunction": "medium",
    "start": "medium",
    "reference": "medium",
    "term": "medium",
    "passage": "medium",
    "blank": "medium",
    "precedence": "medium",
}
REWRITTEN = 0.6  # score below which a paired clause must be read whole


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
        self._speaker = Speaker(language, "finding" if library else "compared")
        self._clauses: Mapping[str, StandardClause] = library.clauses if library else {}
        self._positions = {
            position.variable: position
            for clause in self._clauses.values()
            for position in clause.positions
        }
        self._rules = rules_for(library, template) if library else ()
        self._ignored = ignored
        self._compass = Compass(language, self._positions, side, titles)
        self._counsel = Counsel(language, fallbacks)
        self._wholes = Wholes(language, self._clauses, self._speaker, self._counsel)
        variables = library.variables if library else {}
        self._appraiser = Appraiser(
            language, self._positions, variables, side, self._speaker, self._counsel
        )

    def findings(
        self, pairs: Sequence[Pair], other: Sequence[Unit], draft: Agreement | None
    ) -> tuple[Finding, ...]:
        """All findings, the gravest first, else in reading order.

        ``other`` are the units of the ``draft``, which is None where two texts are only compared.
        """
        elsewhere = passages(pairs, self._language)
        found = [finding for pair in pairs for finding in self._of_pair(pair, elsewhere)]
        if self._clauses and (unlike := self._wholes.unlike(pairs, len(elsewhere.of))):
            kept = (one for one in found if one.rule != "missing" or not one.advice)
            found = [unlike, *kept]
        found += self._stale(pairs)
        if draft is not None:
            found += openings(draft, other, self._language, self._speaker)
        found += of_law(other, self._rules, self._language, self._speaker)
        return tuple(sorted(gathered(found, self._labels["then"]), key=_gravity))

    def direction(self, delta: Delta, base: Unit, other: Unit) -> Direction:
        """Whether a delta is better or worse for our side; "" where nobody can tell."""
        return self._compass.direction(delta, base, other)

    def _of_pair(self, pair: Pair, found: Passages) -> Iterator[Finding]:
        base, other = pair.base, pair.other
        if base is None or other is None:
            unit = base or other
            bare = unit is None or not (unit.text or unit.kind == "clause")
            if unit is None or bare or (base and base.kind in ("header", "footer")):
                return  # a bare heading binds nobody, nor what runs along the pages of ours
            if base is None:
                yield self._wholes.added(unit, found.answered.get(unit, ()))
            else:
                yield self._wholes.missing(unit, found.of.get(unit))
            return
        if self._counsel.is_fallback(base, other):
            yield replace(self._speaker.finding("fallback", "low", other), advice=ACCEPT)
            return
        for delta in pair.deltas:
            if not is_stale(delta):
                yield from self._of_delta(delta, pair, other)
        rewritten = pair.score < REWRITTEN and base.kind == "clause"
        lacking = self._lacking(base, other)
        yield from self._prohibited(base, other)
        if pair.change != "same":
            yield from self._wholes.turned_risky(pair, base, other)
        if pair.change in ("split", "merged") or (pair.change == "moved" and not rewritten):
            yield replace(self._speaker.finding(pair.change, "low", other), advice=ACCEPT)
        if rewritten:
            yield self._wholes.rewritten(pair, base, other, lacking)
            return
        for word in lacking:
            advice = Advice("push_back", self._counsel.fitting(base, other) or base.text)
            finding = self._speaker.finding("required", "medium", other, before=word)
            yield replace(finding, advice=advice)
        yield from self._edited(pair, other)

    def _edited(self, pair: Pair, other: Unit) -> Iterator[Finding]:
        """One finding for all words that no table knows, and for each harmless kind asked for."""
        wording = [delta for delta in pair.deltas if delta.kind == "wording"]
        if wording and "wording" not in self._ignored:
            yield self._worded(wording, pair, other)
        for kind in HARMLESS:
            found = [delta for delta in pair.deltas if delta.kind == kind]
            if found and kind not in self._ignored:
                more = {"what": self._labels[f"kind.{kind}"]}
                finding = self._speaker.quoting("form", "low", other, found[0], **more)
                yield replace(finding, advice=ACCEPT, kind=kind)

    def _worded(self, found: Sequence[Delta], pair: Pair, other: Unit) -> Finding:
        """Words that no table knows: to be read, unless they are light ones alone."""
        meant = [delta for delta in found if not self._is_light(delta)]
        listed = self._speaker.changes(meant or found)
        severity: Severity = "medium" if meant else "low"
        finding = self._speaker.quoting(
            "text", severity, other, (meant or found)[0], changes=listed
        )
        if not meant or pair.base is None:
            return replace(finding, advice=ACCEPT)
        text = meant[0].before if len(meant) == 1 else pair.base.text
        text = self._counsel.fitting(pair.base, other) or text
        return replace(finding, advice=Advice("push_back", text))

    def _is_light(self, delta: Delta) -> bool:
        light = self._language.lexicon.light
        return all(
            token.text.casefold() in light or not token.text.isalnum()
            for text in (delta.before, delta.after)
            for token in self._language.tokens(text)
        )

    def _of_delta(self, delta: Delta, pair: Pair, unit: Unit) -> Iterator[Finding]:
        if delta.kind == "value":
            if (delta.before and delta.after) or pair.score >= REWRITTEN:
                yield self._appraiser.value(delta, pair, unit)
        elif delta.kind == "filled":
            yield from self._appraiser.filled(delta, unit)
        elif delta.kind in KINDS:
            severity = KINDS[delta.kind]
            graded = delta.direction and delta.kind != "passage"
            if graded and self._clauses:  # a plain comparison acts for nobody
                severity = "high" if delta.direction == "worse" else "low"
            gone = "_dropped" if delta.before else "_added"
            rule = delta.kind + (gone if delta.kind in ("obligation", "passage") else "")
            if delta.kind == "precedence" and delta.before == delta.after:
                rule = "precedence_moved"
            finding = self._speaker.quoting(rule, severity, unit, delta)
            advice = self._counsel.on_delta(delta, pair, delta.direction, "", "")
            if rule == "precedence_moved" and pair.base:
                advice = replace(advice, text=pair.base.text)
            why = self._labels[f"why.{delta.direction}"] if delta.direction else ""
            finding = replace(
                finding, rule=delta.kind, advice=advice, message=finding.message + why
            )
            yield self._wholes.weighed(finding, delta, pair.base, unit) if pair.base else finding

    def _stale(self, pairs: Sequence[Pair]) -> Iterator[Finding]:
        """One finding for all references that were left as they were when clauses went or came."""
        found = stale(pairs)
        if not found:
            return
        labels = self._labels
        listed, corrected = (
            labels["and"].join(
                labels[f"stale.{'moved' if one.wanted else 'gone'}{form}"].format(
                    clauses=labels["and"].join(one.clauses), cited=one.cited, wanted=one.wanted
                )
                for one in found
            )
            for form in (".where", "")
        )
        count = sum(one.count for one in found)
        message = labels["finding.stale"].format(count=count, listed=listed)
        advice = Advice("push_back", corrected)
        yield Finding("stale", "medium", "", message, advice=advice, kind="reference")

    def _lacking(self, base: Unit, other: Unit) -> list[str]:
        """Required words that went."""
        standard, code = self._clauses.get(base.id), self._language.code
        text = self._language.plain(f"{other.heading} {other.text}")
        wanted = standard.required.get(code, ()) if standard else ()
        return [word for word in wanted if self._language.plain(word) not in text]

    def _prohibited(self, base: Unit, other: Unit) -> Iterator[Finding]:
        """Prohibited words that came; in a rewritten text too."""
        standard, code = self._clauses.get(base.id), self._language.code
        text = self._language.plain(f"{other.heading} {other.text}")
        for word in standard.prohibited.get(code, ()) if standard else ():
            if self._language.plain(word) in text:
                finding = self._speaker.finding("prohibited", "high", other, after=word)
                start = other.text.find(word)
                end = start + len(word) if start >= 0 else -1
                yield replace(finding, advice=Advice("push_back"), start=start, end=end)


def _gravity(finding: Finding) -> tuple[int, int]:
    """The order of findings: by severity; law before what changed before what is not there."""
    kind = (
        0
        if finding.basis
        else 2
        if finding.rule in ("missing", "within", "added", "rewritten")
        else 1
    )
    return ORDER[finding.severity], kind
