"""Comparison -> one self-contained HTML page, side by side, in the documents' language.

Everything is in the page: no network, no font, no script from elsewhere. Every text goes through
``escape``; the page carries a Content-Security-Policy that allows only its own style and script.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Mapping
from html import escape
from importlib.resources import files

from contractkit.lang import language
from contractkit.model.comparison import Comparison, Finding, Side
from contractkit.report.html.advice import advice_html
from contractkit.report.html.pairs import CHANGES, SEVERITIES, pairs_html
from contractkit.report.phrases import SIDES, facts, found_in

__all__ = ["comparison_html"]


def comparison_html(comparison: Comparison, *, review: bool = False) -> str:
    """The page as text. ``review`` names the sides as a standard clause and an incoming draft."""
    tongue = language(comparison.base.language)
    words = tongue.labels
    style, script = _asset("page.css"), _asset("page.js")
    title = words["review_title"]
    body = "".join(
        (
            _head(comparison, words, review=review),
            "<main>",
            _findings(comparison, words),
            pairs_html(comparison, words, review=review),
            "</main>",
            f"<footer>{escape(words['generated_by'])}</footer>",
        )
    )
    policy = f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'"
    return (
        f'<!doctype html>\n<html lang="{tongue.locale}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} – {escape(comparison.other.name)}</title><style>{style}</style>"
        f"</head><body>{body}<script>{script}</script></body></html>\n"
    )


def _asset(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8").strip()


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _head(comparison: Comparison, words: Mapping[str, str], *, review: bool) -> str:
    changes = Counter(pair.change for pair in comparison.pairs)
    counts = Counter(finding.severity for finding in comparison.findings)
    tally = "".join(
        f'<li class="{severity}"><b>{counts[severity]}</b> {escape(words[severity])}</li>'
        for severity in SEVERITIES
    )
    kinds = "".join(
        f"<li><b>{changes[change]}</b> {escape(words[change])}</li>"
        for change in CHANGES
        if changes[change]
    )
    names = SIDES[review]
    sides = _side(comparison.base, words[names[0]]) + _side(comparison.other, words[names[1]])
    told = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>"
        for name, text in facts(comparison)
    )
    return (
        f'<header><h1>{escape(words["review_title"])}</h1><div class="sides">{sides}</div>'
        f'<dl class="facts {comparison.verdict}">{told}</dl>'
        f'<ul class="tally" aria-label="{escape(words["severity"])}">{tally}</ul>'
        f'<ul class="tally kinds" aria-label="{escape(words["summary"])}">{kinds}</ul></header>'
    )


def _side(side: Side, name: str) -> str:
    notes = "".join(f"<li>{escape(note)}</li>" for note in side.notes)
    notes = f"<ul>{notes}</ul>" if notes else ""
    title = escape(side.title or side.name)
    return (
        f"<section><h2>{escape(name)}</h2><p>{title}</p><p>{escape(side.name)}</p>{notes}</section>"
    )


def _findings(comparison: Comparison, words: Mapping[str, str]) -> str:
    if not comparison.findings:
        content = f"<p>{escape(words['no_findings'])}</p>"
    else:
        first: dict[int, int] = {}  # the first pair that a finding is about
        for at, found in enumerate(found_in(comparison)):
            for finding in found:
                first.setdefault(id(finding), at)
        rows = "".join(
            _finding(finding, first.get(id(finding), -1), words) for finding in comparison.findings
        )
        heads = "".join(
            f'<th scope="col">{escape(words[name])}</th>'
            for name in ("severity", "clause", "finding", "advice", "basis")
        )
        content = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<section id="findings"><h2>{escape(words["findings"])}</h2>{content}</section>'


def _finding(finding: Finding, pair: int, words: Mapping[str, str]) -> str:
    severity = f'<span class="badge {finding.severity}">{escape(words[finding.severity])}</span>'
    clause = escape(finding.clause)
    if pair >= 0:  # a button, for the page has no links: it jumps to the texts
        clause = f'<button type="button" class="jump" data-pair="{pair}">{clause}</button>'
    cells = (
        severity,
        clause,
        escape(finding.message),
        advice_html(finding, words),
        escape(finding.basis),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
