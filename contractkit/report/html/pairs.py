"""The clauses of a comparison side by side, each with its findings, and the filters over them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from contractkit.model.comparison import Change, Comparison, Finding, Pair, Severity
from contractkit.report.html.advice import advice_html
from contractkit.report.html.marks import after, before
from contractkit.report.phrases import SIDES, difference, found_in, name_of

CHANGES: tuple[Change, ...] = ("edited", "moved", "split", "merged", "added", "removed", "same")
SEVERITIES: tuple[Severity, ...] = ("high", "medium", "low")
NONE = "none"  # the severity of a pair without a finding, the kind of one without a delta


def pairs_html(comparison: Comparison, words: Mapping[str, str], *, review: bool) -> str:
    """The section of all pairs in reading order, under a bar of filters."""
    shown = list(zip(comparison.pairs, found_in(comparison), strict=True))
    heads = "".join(f"<span>{escape(words[name])}</span>" for name in SIDES[review])
    rows = "".join(_pair(pair, found, words) for pair, found in shown)
    return (
        f'<section id="pairs"><h2>{escape(words["pairs"])}</h2><div class="bar">'
        f"{_filters(shown, words)}"
        f'<button type="button" id="previous">↑ {escape(words["previous"])}</button>'
        f'<button type="button" id="next">↓ {escape(words["next"])}</button>'
        f'<output id="shown"></output></div><div class="heads">{heads}</div>{rows}</section>'
    )


def _filters(shown: Sequence[tuple[Pair, list[Finding]]], words: Mapping[str, str]) -> str:
    """A group of boxes for changes, for severities and for kinds of difference."""
    changes = Counter[str](pair.change for pair, _ in shown)
    severities = Counter(_gravest(found) for _, found in shown)
    kinds = Counter(kind for pair, _ in shown for kind in _kinds(pair))
    named = {kind: words.get(f"kind.{kind}", kind) for kind in kinds}
    return (
        _boxes("change", words["filter"], {c: words[c] for c in CHANGES}, changes, off="same")
        + _boxes(
            "severity",
            words["severity"],
            {s: words[s] for s in SEVERITIES} | {NONE: words["no_finding"]},
            severities,
        )
        + _boxes("kinds", words["kind"], named | {NONE: words["no_difference"]}, kinds)
    )


def _boxes(
    name: str, legend: str, options: Mapping[str, str], counts: Mapping[str, int], off: str = ""
) -> str:
    boxes = "".join(
        f'<label><input type="checkbox" data-{name}="{escape(option)}"'
        f"{'' if option == off else ' checked'}> {escape(label)} ({counts[option]})</label>"
        for option, label in options.items()
        if counts.get(option)
    )
    return f"<fieldset><legend>{escape(legend)}</legend>{boxes}</fieldset>"


def _gravest(findings: Sequence[Finding]) -> str:
    return next((s for s in SEVERITIES if any(f.severity == s for f in findings)), NONE)


def _kinds(pair: Pair) -> list[str]:
    return sorted({delta.kind for delta in pair.deltas}) or [NONE]


def _pair(pair: Pair, findings: Sequence[Finding], words: Mapping[str, str]) -> str:
    facts = [words[pair.change]]
    if pair.base and pair.other:
        facts.append(f"{words['score']} {pair.score:.0%}")
        facts.append(f"{words['reason']} {words.get(f'reason.{pair.reason}', pair.reason)}")
    line = " · ".join(escape(fact) for fact in facts)
    chips = "".join(_chips(pair, words))
    shown = pair.base.text if pair.base else ""
    told = "".join(_told(finding, shown, words) for finding in findings)
    left = _cell(pair, words, base=True)
    right = _cell(pair, words, base=False)
    return (
        f'<article class="pair {pair.change}" data-change="{pair.change}"'
        f' data-severity="{_gravest(findings)}" data-kinds="{escape(" ".join(_kinds(pair)))}"'
        f' tabindex="-1"><p class="facts">{line}</p>'
        + (f'<ul class="chips">{chips}</ul>' if chips else "")
        + (f'<ul class="told">{told}</ul>' if told else "")
        + f'<div class="two">{left}{right}</div></article>'
    )


def _told(finding: Finding, shown: str, words: Mapping[str, str]) -> str:
    """A finding beside the texts; our text is not told again where it is ``shown`` below."""
    severity = f'<span class="badge {finding.severity}">{escape(words[finding.severity])}</span>'
    return f"<li>{severity} {escape(finding.message)} {advice_html(finding, words, shown)}</li>"


def _chips(pair: Pair, words: Mapping[str, str]) -> Iterator[str]:
    for delta in pair.deltas:
        text = difference(delta.kind, delta.before, delta.after, words)
        worth = f" ({words[delta.direction]})" if delta.direction else ""
        yield f'<li class="{delta.kind} {delta.direction}">{escape(text + worth)}</li>'


def _cell(pair: Pair, words: Mapping[str, str], *, base: bool) -> str:
    unit = pair.base if base else pair.other
    if unit is None:
        return f'<div class="cell absent">{escape(words["nothing"])}</div>'
    heading = f"<h3>{escape(name_of(unit, words))}</h3>"
    text = before(pair) if base else after(pair)
    return f'<div class="cell">{heading}{text}</div>'
